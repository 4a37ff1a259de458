import { differenceUnit, formatNumber } from '../format.ts'
import type { CountedMeasurement } from '../indicators/figure.ts'
import { type Comparator, exactValue } from '../indicators/figure.ts'
import { exactBound, gapToTarget, meetsTarget } from '../indicators/gap.ts'
import {
  askedAtBound,
  atBoundInWords,
  beyondWords,
  missingBound,
  missingWords,
} from '../indicators/gap-words.ts'
import type { Direction } from '../indicators/indicator.ts'
import type { Urgency } from '../indicators/standing.ts'
import type { ProgressStatus } from '../indicators/status.ts'
import type { Target } from '../indicators/target.ts'
import { quarterInText } from '../quarter.ts'
import { compare, decimal, negate, type Rational, round, subtract, toNumber } from '../rational.ts'
import { capitalize, uncapitalize } from '../text.ts'
import { quartersOf, type ReportPeriod, reportPeriodInText } from './report-period.ts'

/** What a report tells of an indicator. */
export type ReportLine = {
  number: number
  shortName: string
  unitOfMeasure: string
  direction: Direction
  period: ReportPeriod
  /** The latest figure up to the end of the period, which may be an older one. */
  current: CountedMeasurement | null
  /** The latest figure before the period began. */
  previous: CountedMeasurement | null
  /** The milestone that is worked towards; `null` where the plan sets none. */
  next: (Target & { milestone: number }) | null
  status: ProgressStatus
  urgency: Urgency
}

/**
 * The sentences on a group of indicators: what they share is said once, in front, and each other one has a plain sentence
 * of its own.
 *
 * @param isFirst nothing was measured before the period at all, which the summary says
 */
export function reportSentences(lines: readonly ReportLine[], isFirst = false): string[] {
  const kinds = Map.groupBy(lines, sharedKind)
  const own = (kinds.get(null) ?? []).map((line) => reportSentence(line, isFirst))
  const shared = sharedKinds.flatMap((kind) => {
    const alike = kinds.get(kind) ?? []
    if (alike.length === 0) return []
    const items = alike.map((line) => uncapitalize(`${nameOf(line)}${sharedDetail(line, kind)}`))
    return [`${sharedWords(kind, alike)}: ${items.join('; ')}.`]
  })
  return [...own, ...shared]
}

const sharedKinds = ['older', 'noData', 'notYetDue'] as const
type SharedKind = (typeof sharedKinds)[number]

function sharedKind(line: ReportLine): SharedKind | null {
  if (line.status === 'notYetDue' && line.current?.state !== 'submitted') return 'notYetDue'
  if (!line.current) return 'noData'
  return isOfQuarter(line) || !shownValue(line) ? null : 'older'
}

function sharedWords(kind: SharedKind, [line]: readonly ReportLine[]): string {
  const period = line ? reportPeriodInText(line.period) : ''
  return {
    older: `Chưa có số liệu ${period}, số liệu gần nhất như sau`,
    noData: 'Chưa có số liệu',
    notYetDue: 'Chưa đến giai đoạn thực hiện',
  }[kind]
}

function sharedDetail(line: ReportLine, kind: SharedKind): string {
  const { current, next, unitOfMeasure } = line
  const value = shownValue(line)
  if (kind === 'noData') return ''
  if (kind === 'notYetDue') return next ? ` (mục tiêu năm ${next.milestone}: ${uncapitalize(next.text)})` : ''
  if (!current || !value) return ''
  const mark = stateMarks[current.state] ?? ''
  const result = `${figureText(value, current.comparator, unitOfMeasure)} (${quarterInText(current.period)})${mark}`
  const target = targetClause(line)
  return `: ${result}${target ? `, ${target}` : ''}`
}

function nameOf({ number, shortName }: ReportLine): string {
  return `Chỉ tiêu ${number}. ${shortName}`
}

/**
 * One plain sentence on an indicator: its result, the change since the figure before the period, its milestone and what
 * is missing. The numbers are those a reader can check: a difference is taken of the values as they are printed.
 */
export function reportSentence(line: ReportLine, isFirst = false): string {
  const target = targetClause(line)
  const clauses = [resultClause(line, isFirst), ...(target ? [target] : [])]
  return `${nameOf(line)}: ${clauses.join('; ')}.`
}

function resultClause(line: ReportLine, isFirst: boolean): string {
  const { current, period, next } = line
  if (!current) {
    return next ? `chưa có số liệu để so với ${targetInText(next)}` : 'chưa có số liệu'
  }
  const value = shownValue(line)
  const mark = stateMarks[current.state] ?? ''
  if (!value) return `chưa tính được kết quả vì mẫu số bằng 0${mark}`
  const result = figureText(value, current.comparator, line.unitOfMeasure)
  if (!isOfQuarter(line)) {
    return `chưa có số liệu của ${reportPeriodInText(period)}, số liệu gần nhất (${quarterInText(current.period)}) là ${result}${mark}`
  }
  // A level that is to fall is not something reached.
  const verb = line.direction === 'increase' ? 'đạt' : 'là'
  const change = isFirst ? '' : `, ${changeClause(line, value)}`
  return `${countsClause(line)}${verb} ${result}${mark}${change}`
}

/** "45/50 cán bộ, công chức, " where the counts are known; what they count is what the target names. */
function countsClause({ current, next }: ReportLine): string {
  if (current?.numerator == null || current.denominator == null) return ''
  const object = next?.object ? ` ${uncapitalize(next.object)}` : ''
  return `${formatNumber(current.numerator)}/${formatNumber(current.denominator)}${object}, `
}

const stateMarks: Partial<Record<CountedMeasurement['state'], string>> = {
  unverified: ' (số liệu trích từ báo cáo, chưa xác minh)',
  draft: ' (số liệu chưa được duyệt)',
  submitted: ' (số liệu chưa được duyệt)',
  returned: ' (số liệu chưa được duyệt)',
}

/** Whether the figure was measured within the report's own period. */
export function isOfQuarter({ current, period }: Pick<ReportLine, 'current' | 'period'>): boolean {
  return current !== null && current.period >= quartersOf(period).first
}

/** Since the figure before the period: above zero has risen; `null` where they cannot be compared. */
export function reportChange(line: ReportLine): Rational | null {
  const { current, previous } = line
  const before = previous && exactValue(previous)
  const now = shownValue(line)
  if (!isOfQuarter(line) || !before || !now || current?.comparator || previous?.comparator) return null
  return subtract(now, shownBefore(line, before))
}

function changeClause(line: ReportLine, value: Rational): string {
  const { previous, unitOfMeasure } = line
  const before = previous && exactValue(previous)
  if (!previous || !before) return 'lần đầu có số liệu'
  const when = quarterInText(previous.period)
  const change = reportChange(line)
  if (!change)
    return `${when} là ${figureText(shownBefore(line, before), previous.comparator, unitOfMeasure)}`
  if (change.n === 0) return `không đổi so với ${when}`
  const moved = compare(value, shownBefore(line, before)) > 0 ? 'tăng' : 'giảm'
  return `${moved} ${distance(change)} ${differenceUnit(unitOfMeasure)} so với ${when}`
}

function targetClause(line: ReportLine): string | undefined {
  const { current, next, status } = line
  const value = shownValue(line)
  if (!current || !value) return undefined
  if (!next) return 'kế hoạch không đặt mục tiêu'
  const target = targetInText(next)
  const left = leftOf(line)
  if (!left) return `chưa đọc được ${target}`
  if (left.isMet) return left.words === '' ? `đạt ${target}` : `${left.words} so với ${target}`
  if (status === 'notYetDue') return `chưa đến giai đoạn thực hiện ${target}`
  if (status === 'missed') return `không đạt ${target}, ${left.words}`
  const ofTarget = `${left.words} ${left.isAtBound ? 'theo' : 'so với'} ${target}`
  return status === 'lost' ? `không giữ được mức đã đạt, ${ofTarget}` : ofTarget
}

type Left = {
  isMet: boolean
  /** Whether the value has come up to a bound that it must pass. */
  isAtBound?: boolean
  words: string
  short: string
}

/** What is left of the target, of the values as the report prints them; `null` where there is no bound or no value. */
export function leftOf(line: ReportLine): Left | null {
  const { current, next, direction, unitOfMeasure } = line
  const value = shownValue(line)
  const bound = next && exactBound(next, direction)
  if (!current || !value || !next || !bound) return null
  const { comparator } = current
  const figure = { value, comparator }
  const gap = gapToTarget(value, bound.value, direction)
  const unit = differenceUnit(unitOfMeasure)
  if (!meetsTarget(figure, bound, direction)) {
    const boundText = figureText(bound.value, null, unitOfMeasure)
    if (gap.n <= 0) {
      return {
        isMet: false,
        isAtBound: true,
        words: atBoundInWords({ comparator, direction }, bound.strict, boundText),
        short: capitalize(askedAtBound(direction, bound.strict, boundText)),
      }
    }
    return {
      isMet: false,
      words: missingWords(`${distance(gap)} ${unit}`, direction, comparator),
      short: `${direction === 'increase' ? 'Thiếu' : 'Giảm thêm'} ${missingBound(comparator, direction)}${distance(gap)}`,
    }
  }
  // Within a range there is nothing beyond it to tell.
  const far = next.kind === 'range' ? (direction === 'increase' ? next.upper : next.lower) : null
  const surplus = far === null ? gap : gapToTarget(value, decimal(far), direction)
  if (surplus.n >= 0) return { isMet: true, words: '', short: 'Đạt' }
  const words = beyondWords(`${distance(surplus)} ${unit}`, direction, comparator)
  const beyond = `${comparator ? (direction === 'increase' ? 'trên ' : 'dưới ') : ''}${distance(surplus)}`
  return { isMet: true, words, short: `${direction === 'increase' ? 'Vượt' : 'Thấp hơn'} ${beyond}` }
}

function targetInText({ milestone, text }: NonNullable<ReportLine['next']>): string {
  return `mục tiêu năm ${milestone} (${uncapitalize(text)})`
}

/** The decimals that a report prints, more where fewer would hide a miss or a change. */
const decimals = [2, 3, 4]

/**
 * The value as the report prints it: two decimals, more where they would make a value that misses its target look as if
 * it met it, or a value that has changed as if it had not.
 */
export function shownValue({ current, previous, next, direction }: ReportLine): Rational | null {
  const value = current && exactValue(current)
  if (!value) return null
  const before = previous && exactValue(previous)
  const bound = next && exactBound(next, direction)
  const { comparator } = current
  const misses = (shown: Rational) =>
    bound !== null && !meetsTarget({ value: shown, comparator }, bound, direction)
  const isFaithful = (places: number) => {
    const shown = round(value, places)
    const hidesChange = before && compare(value, before) !== 0 && compare(shown, round(before, places)) === 0
    return misses(shown) === misses(value) && !hidesChange
  }
  return round(value, decimals.find(isFaithful) ?? decimals.length + 1)
}

/** The earlier value with the decimals that keep it apart from the present one. */
function shownBefore({ current }: ReportLine, before: Rational): Rational {
  const value = current && exactValue(current)
  const isFaithful = (places: number) =>
    !value || compare(value, before) === 0 || compare(round(value, places), round(before, places)) !== 0
  return round(before, decimals.find(isFaithful) ?? decimals.length + 1)
}

/** "48%", "trên 30%", "120 tổ" */
export function figureText(value: Rational, comparator: Comparator | null, unitOfMeasure: string): string {
  const number = formatNumber(toNumber(value), 4)
  const bound = comparator === 'greaterThan' ? 'trên ' : ''
  return `${bound}${number}${unitOfMeasure === '%' ? '%' : ` ${unitOfMeasure}`}`
}

/** The number of a difference, without its sign. */
export function distance(difference: Rational): string {
  return formatNumber(toNumber(difference.n < 0 ? negate(difference) : difference), 4)
}
