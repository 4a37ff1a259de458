import {
  askedAtBound,
  boundOf,
  boundOnly,
  changeBetween,
  flagLabels,
  formatDistance,
  formatGap,
  formatLevel,
  formatRate,
  formatValue,
  gapInColumn,
  gapInWords,
  isMetAt,
  isOwnIndicator,
  missingBound,
  type ProgressFlag,
  unitTitle,
  verdictLabels,
} from '@moc57/shared'
import type { ProgressItem } from '@moc57/shared/api'
import {
  boundBeside,
  judgedOfNext,
  leftOfNext,
  nextBound,
  quarterText,
  valueText,
} from '../../lib/figures.ts'
import { remarkableFlags } from '../../lib/flags.ts'
import { capitalize, uncapitalize, withSign } from '../../lib/text.ts'
import type { UnitProgress } from './queries.ts'

/** "48%", "trên 30%"; undefined without a value. */
export function itemValueText(item: ProgressItem): string | undefined {
  const { value, comparator, unitOfMeasure } = item
  return value === null ? undefined : valueText({ value, comparator }, unitOfMeasure, boundBeside(item))
}

/** What a number in a column of differences needs beside it: nothing for shares, as the column says so. */
export function unitBeside({ unitOfMeasure }: ProgressItem): string {
  return unitOfMeasure === '%' ? '' : ` ${unitOfMeasure}`
}

export type GapCell = {
  isMet: boolean
  /** "58", "giảm 3", "trên 95%" where a strict bound is only reached; met: "Đã đạt" */
  text: string
  /** "vượt 5", "thấp hơn mức cho phép 2" */
  beyond: string | null
  /** Where a due milestone was judged on an earlier figure than today's: "xét tại quý IV/2025", "nay thiếu 12" */
  notes: string[]
}

/** What is left of the next milestone as a column shows it; undefined without a value or a milestone. */
export function gapCell(item: ProgressItem): GapCell | undefined {
  const left = leftOfNext(item)
  if (!left) return undefined
  const { gap, comparator, judgedIn, today } = left
  const { direction } = item
  const isMet = isMetAt(gap, { comparator }, { strict: item.next?.strict ?? false }, direction)
  const distance = formatGap(gap, nextBound(item) ?? 0) + unitBeside(item)
  return {
    isMet,
    text: isMet
      ? 'Đã đạt'
      : gap > 0
        ? lessOrMore(direction) + missingBound(comparator, direction) + distance
        : strictText(item),
    beyond: isMet && gap < 0 ? beyondText(direction, comparator) + distance : null,
    notes:
      judgedIn === null || today === null
        ? []
        : [`xét ${judgedValue(item)} tại ${quarterText(judgedIn)}`, `nay ${todayText(item, today)}`],
  }
}

function judgedValue(item: ProgressItem): string {
  const { value } = judgedOfNext(item) ?? { value: 0 }
  return formatValue(value, item.unitOfMeasure, nextBound(item))
}

/** Without a word more is asked for; less has to be said, as the column is of both. */
function lessOrMore(direction: ProgressItem['direction']): string {
  return direction === 'increase' ? '' : 'giảm '
}

function strictText(item: ProgressItem): string {
  const bound = formatValue(nextBound(item) ?? 0, item.unitOfMeasure)
  return askedAtBound(item.direction, item.next?.strict ?? false, bound)
}

function beyondText(direction: ProgressItem['direction'], comparator: ProgressItem['comparator']): string {
  return direction === 'increase' ? `vượt ${boundOnly(comparator)}` : 'thấp hơn mức cho phép '
}

function todayText(item: ProgressItem, gap: number): string {
  const bound = item.next && boundOf(item.next, item.direction)
  return bound ? gapInColumn(gap, item, bound) + (gap > 0 ? unitBeside(item) : '') : ''
}

/** The bound of the next milestone as a bar names it: "60%", "trên 95%", "không quá 5%", "dưới 2%". */
export function boundText(item: ProgressItem): string {
  const { direction, next, unitOfMeasure } = item
  const bound = formatValue(nextBound(item) ?? 0, unitOfMeasure)
  if (direction === 'increase') return next?.strict ? `trên ${bound}` : bound
  return `${next?.strict ? 'dưới' : 'không quá'} ${bound}`
}

/** "cần có 52%", with its quarter where the figure is of an earlier one: "cần có 50,4% tại quý II/2026". */
export function expectedText({ pace, unitOfMeasure, value, period }: ProgressItem, asOf: string): string {
  const level = `cần có ${formatLevel(pace.expected ?? 0, unitOfMeasure, value)}`
  return period === null || period === asOf ? level : `${level} tại ${quarterText(period)}`
}

/** What has to be won each quarter up to the next milestone: "3,3", "giảm 1,2"; undefined where nothing is asked. */
export function neededCell(item: ProgressItem): string | undefined {
  const { neededPerQuarter } = item.pace
  if (neededPerQuarter === null || !item.next) return undefined
  const { comparator, direction } = item
  return (
    lessOrMore(direction) +
    missingBound(comparator, direction) +
    formatDistance(neededPerQuarter) +
    unitBeside(item)
  )
}

/** "cần thêm 3,3 điểm mỗi quý", "cần giảm 1,2 điểm mỗi quý"; undefined where nothing is asked. */
export function neededInWords(item: ProgressItem): string | undefined {
  const { comparator, direction, unitOfMeasure, pace } = item
  if (pace.neededPerQuarter === null) return undefined
  const verb = direction === 'increase' ? 'cần thêm' : 'cần giảm'
  return `${verb} ${missingBound(comparator, direction)}${formatRate(pace.neededPerQuarter, unitOfMeasure)}`
}

/**
 * What is left of the next milestone: "còn thiếu 52 điểm phần trăm", "đã đạt, vượt 5 điểm phần trăm"; a due one with
 * what it was judged on. Undefined without a value or a milestone.
 */
export function leftInWords(item: ProgressItem): string | undefined {
  const [left, cell] = [leftOfNext(item), gapCell(item)]
  if (!left || !item.next || !cell) return undefined
  const { gap, comparator } = left
  const words = gapInWords(gap, { ...item, comparator }, boundOf(item.next, item.direction))
  return [...(cell.isMet ? ['đã đạt', ...(gap < 0 ? [words] : [])] : [words]), ...cell.notes].join(', ')
}

/** The same with the pace that it asks for, as a sentence for a card. */
export function gapSentence(item: ProgressItem): string | undefined {
  const left = leftInWords(item)
  return left && capitalize([left, neededInWords(item)].filter(Boolean).join(', '))
}

/** Whether a change of a value is one for the worse: a fall, or a rise where less is better. */
export function isWorse(change: number, direction: ProgressItem['direction']): boolean {
  return direction === 'increase' ? change < 0 : change > 0
}

/**
 * The change that this quarter's figure brought: "▲ +1,2"; where less is better with the word that says how to take it:
 * "▼ −1,2 (tốt lên)". Undefined where none was reported for it.
 */
export function changeText(item: ProgressItem, asOf: string): { worse: boolean; text: string } | undefined {
  const { value, period, previous, direction } = item
  if (value === null || period !== asOf || previous?.value == null) return undefined
  const change = changeBetween(previous.value, value)
  if (change === 0) return { worse: false, text: 'không đổi' }
  const worse = isWorse(change, direction)
  const taken = direction === 'increase' ? '' : worse ? ' (kém đi)' : ' (tốt lên)'
  return { worse, text: `${change > 0 ? '▲' : '▼'} ${withSign(change, formatDistance(change))}${taken}` }
}

export type Tag = { text: string; tone: 'alarm' | 'late' | 'plain' }

const lateFlags: readonly ProgressFlag[] = ['overdue', 'stale']

/** The remarks on an indicator: that it is the unit's alone, milestones passed, flags, own targets beside a reference plan. */
export function tagsOf(
  item: ProgressItem,
  plan: UnitProgress['plan'],
  commonFlags: readonly ProgressFlag[],
): Tag[] {
  const passed = item.targets.flatMap(({ milestone, verdict }): Tag[] =>
    verdict === null || (verdict === 'notReported' && item.value === null)
      ? []
      : [
          {
            text: `${milestone}: ${uncapitalize(verdictLabels[verdict])}`,
            tone: verdict === 'missed' ? 'alarm' : 'plain',
          },
        ],
  )
  const flags = remarkableFlags(item)
    .filter((flag) => !commonFlags.includes(flag))
    .map((flag): Tag => ({ text: flagLabels[flag], tone: lateFlags.includes(flag) ? 'late' : 'plain' }))
  const isOwn = isOwnIndicator(item.number)
  const own = item.targets.filter(({ source }) => !isOwn && plan.source === 'reference' && source === 'own')
  const set = own
    .filter(({ kind }) => kind !== 'none')
    .map(({ milestone, text }): Tag => ({ text: `Mục tiêu riêng ${milestone}: ${text}`, tone: 'plain' }))
  const unset = own.filter(({ kind }) => kind === 'none').map(({ milestone }) => milestone)
  return [
    ...(isOwn ? [{ text: 'Chỉ tiêu riêng', tone: 'plain' } as const] : []),
    ...flags,
    ...passed,
    ...set,
    ...(unset.length > 0 ? [{ text: `Không đặt chỉ tiêu ${unset.join(', ')}`, tone: 'plain' } as const] : []),
  ]
}

/** Flags that every indicator carries are said once above the list and not on each line. */
export function flagsOfAll(items: readonly ProgressItem[]): ProgressFlag[] {
  return (items[0]?.flags ?? []).filter((flag) => items.every((item) => item.flags.includes(flag)))
}

/** "Phường Kiến An", as a title. */
export function unitHeading(unit: UnitProgress['unit']): string {
  return capitalize(unitTitle(unit))
}
