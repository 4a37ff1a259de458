import { type CountedMeasurement, exactValue } from '../indicators/figure.ts'
import type { Indicator } from '../indicators/indicator.ts'
import { type MilestoneTarget, milestoneQuarter, planMilestones } from '../indicators/milestone.ts'
import { compareUrgency, type Progress, progressAndUrgency } from '../indicators/progress.ts'
import { isLate, type ProgressStatus } from '../indicators/status.ts'
import { statusLabels, statusNote } from '../indicators/status-words.ts'
import type { Measurement } from '../measurements/measurement.ts'
import type { Assignment } from '../plans/assignment.ts'
import { type Quarter, quarterLabel } from '../quarter.ts'
import { type Rational, round, toNumber } from '../rational.ts'
import { capitalize, uncapitalize } from '../text.ts'
import type { AnnexRow, ReportFigures } from './report.ts'
import { quarterBefore, quartersOf, type ReportPeriod } from './report-period.ts'
import {
  figureText,
  isOfQuarter,
  leftOf,
  type ReportLine,
  reportChange,
  reportSentences,
  shownValue,
} from './report-sentence.ts'

/** What is known of an indicator: its figures up to the end of the period, in order of time, one a quarter. */
export type ReportedIndicator = {
  indicator: Indicator
  targets: readonly MilestoneTarget[]
  measurements: readonly CountedMeasurement[]
  assignment: Assignment | null
  /** Of the figure of the period, where there is one. */
  source: Pick<Measurement, 'source' | 'note'> | null
}

type Given = Pick<
  ReportFigures,
  'period' | 'takenOn' | 'isDraft' | 'notice' | 'unitName' | 'window' | 'planNote'
> & {
  closed: Quarter
  indicators: readonly ReportedIndicator[]
}

type Reported = { of: ReportedIndicator; line: ReportLine; progress: Progress }

/** Writes what a report says of the figures: the summary, a sentence an indicator, and the rows of the annex. */
export function reportFigures({ indicators, closed, ...given }: Given): ReportFigures {
  const { period } = given
  const reported = indicators.map((of) => reportedOf(of, period, closed))
  const groups = new Map(indicators.map(({ indicator: { group } }) => [group.code, group.name]))
  const milestones = shownMilestones(period)
  const lines = reported.map(({ line }) => line)
  const isFirst = lines.every(({ previous }) => previous === null)
  return {
    ...given,
    previousPeriod: quarterBefore(period),
    summary: reportSummary(lines, isFirst),
    groups: [...groups].map(([code, name]) => ({
      code,
      name,
      sentences: reportSentences(
        reported.filter(({ of }) => of.indicator.group.code === code).map(({ line }) => line),
        isFirst,
      ),
    })),
    milestones,
    annex: reported.map((one) => annexRow(one, milestones)),
  }
}

function reportedOf(of: ReportedIndicator, period: ReportPeriod, closed: Quarter): Reported {
  const { indicator, targets, measurements } = of
  const { first, last } = quartersOf(period)
  const { progress, urgency } = progressAndUrgency({ asOf: last, closed, indicator, targets, measurements })
  const isKnown = (figure: CountedMeasurement) => exactValue(figure) !== null
  const latest = measurements.at(-1)
  // A share that cannot be reckoned is told of where it is the period's own; otherwise the last known value stands.
  const current = latest && latest.period >= first ? latest : measurements.findLast(isKnown)
  const next = targets.find(({ milestone }) => milestone === progress.next?.milestone)
  return {
    of,
    progress,
    line: {
      number: indicator.number,
      shortName: indicator.shortName,
      unitOfMeasure: indicator.unitOfMeasure,
      direction: indicator.direction,
      period,
      current: current ?? null,
      previous: measurements.findLast((figure) => figure.period < first && isKnown(figure)) ?? null,
      next: next ?? null,
      status: progress.status,
      urgency,
    },
  }
}

/** The milestone before the period's end and the one it leads to; before the first one, the first two. */
function shownMilestones(period: ReportPeriod): number[] {
  const { last } = quartersOf(period)
  const ahead = planMilestones.findIndex((milestone) => milestoneQuarter(milestone) >= last)
  const start = Math.max(0, (ahead === -1 ? planMilestones.length - 1 : ahead) - 1)
  return planMilestones.slice(start, start + 2)
}

/** The words of an official report for each status, in the order of the summary: what is reached first. */
const statusWords: [ProgressStatus, string][] = [
  ['achieved', 'đạt mục tiêu'],
  ['onTrack', 'đúng tiến độ'],
  ['needsAcceleration', 'cần tăng tốc'],
  ['behind', 'chậm tiến độ'],
  ['regressing', 'thụt lùi so với mốc trước'],
  ['lost', 'không giữ được mức đã đạt'],
  ['missed', 'không đạt mục tiêu'],
  ['insufficientData', 'chưa đánh giá được tiến độ'],
  ['noData', 'chưa có số liệu'],
  ['unreadTarget', 'chưa đọc được mục tiêu'],
  ['notYetDue', 'chưa đến giai đoạn thực hiện'],
  ['noTarget', 'không đặt mục tiêu'],
]

/** The paragraphs of "Đánh giá chung": how many indicators stand where, what moved, and which need attention. */
export function reportSummary(lines: readonly ReportLine[], isFirst = false): string[] {
  const counts = statusWords.flatMap(([status, words]) => {
    const count = lines.filter((line) => line.status === status).length
    return count > 0 ? [`${counted(count)} chỉ tiêu ${words}`] : []
  })
  const changes = lines.map(reportChange)
  const moved = [
    [changes.filter((change) => change && change.n > 0).length, 'tăng'],
    [changes.filter((change) => change && change.n < 0).length, 'giảm'],
    [changes.filter((change) => change?.n === 0).length, 'không đổi'],
    [changes.filter((change) => change === null).length, 'chưa so sánh được'],
  ] as const
  const movedWords = moved.flatMap(([count, words]) =>
    count > 0 ? [`${counted(count)} chỉ tiêu ${words}`] : [],
  )
  const attention = lines
    .filter(({ status }) => isLate(status))
    .toSorted((a, b) => compareUrgency(a.urgency, b.urgency))
    .map(({ number }) => number)
  const withoutFigure = lines.filter((line) => !isOfQuarter(line)).map(({ number }) => number)
  const unapproved = lines.filter(isUnapproved).map(({ number }) => number)
  return [
    `Trong tổng số ${counted(lines.length)} chỉ tiêu có: ${counts.join('; ')}.`,
    isFirst
      ? 'Đây là kỳ đầu tiên có số liệu nên chưa so sánh với kỳ trước.'
      : `So với kỳ trước: ${movedWords.join('; ')}.`,
    ...(attention.length > 0 ? [`Cần tập trung chỉ đạo: chỉ tiêu ${numbers(attention)}.`] : []),
    ...(withoutFigure.length > 0
      ? [`Chưa có số liệu của kỳ báo cáo: chỉ tiêu ${numbers(withoutFigure)}.`]
      : []),
    ...(unapproved.length > 0 ? [`Số liệu chưa được duyệt: chỉ tiêu ${numbers(unapproved)}.`] : []),
  ]
}

/** Offices write small counts with two digits: "02 chỉ tiêu". */
function counted(count: number): string {
  return String(count).padStart(2, '0')
}

function numbers(list: readonly number[]): string {
  return list.length === 1 ? `${list[0]}` : `${list.slice(0, -1).join(', ')} và ${list.at(-1)}`
}

function annexRow({ of, line, progress }: Reported, milestones: readonly number[]): AnnexRow {
  const { indicator, targets, assignment, source } = of
  const { current, previous, unitOfMeasure } = line
  const value = isOfQuarter(line) ? shownValue(line) : null
  const before = previous && exactValue(previous)
  const figure = (rational: Rational, { comparator }: CountedMeasurement) => ({
    value: toNumber(rational),
    comparator,
    text: figureText(rational, comparator, unitOfMeasure),
  })
  return {
    number: indicator.number,
    groupCode: indicator.group.code,
    name: indicator.name,
    unitOfMeasure,
    targets: milestones.map((year) => targets.find(({ milestone }) => milestone === year)?.text ?? '-'),
    previous: before && previous ? figure(round(before, 2), previous) : null,
    current: value && current ? figure(value, current) : null,
    toTarget: toTarget(line, milestones),
    status: statusLabels[progress.status],
    // One spelling for a body, however the plan prints it.
    leadBody: assignment?.leadBodies.map(({ name }) => name).join('; ') ?? '',
    note: noteOf(line, source, statusNote(progress, quartersOf(line.period).last)),
  }
}

function toTarget(line: ReportLine, milestones: readonly number[]): string {
  const { current, next } = line
  if (!next || !current || !shownValue(line)) return ''
  const year = milestones.includes(next.milestone)
    ? `(năm ${next.milestone})`
    : `(năm ${next.milestone}: ${next.text})`
  const left = leftOf(line)
  if (!left) return `Chưa đọc được mục tiêu ${year}`
  return `${left.short} ${year}`
}

function noteOf(line: ReportLine, source: ReportedIndicator['source'], ofStatus: string | null): string {
  const { current } = line
  const marks = [
    ofStatus && capitalize(ofStatus),
    current?.state === 'unverified' && 'Chưa xác minh',
    isUnapproved(line) && 'Chưa duyệt',
    current && !isOfQuarter(line) && `Số liệu gần nhất: ${olderFigure(line, current)}`,
    current && isOfQuarter(line) && !shownValue(line) && 'Mẫu số bằng 0',
    source?.source,
    source?.note,
  ]
  return marks.filter(Boolean).join('; ')
}

function isUnapproved({ current }: ReportLine): boolean {
  return current !== null && current.state !== 'approved' && current.state !== 'unverified'
}

function olderFigure(line: ReportLine, current: CountedMeasurement): string {
  const value = shownValue(line)
  return value
    ? `${figureText(value, current.comparator, line.unitOfMeasure)} (${uncapitalize(quarterLabel(current.period))})`
    : ''
}
