import { z } from 'zod'
import { formatValue } from '../format.ts'
import { Comparator } from '../indicators/figure.ts'
import { type GapFigure, gapInWords } from '../indicators/gap-words.ts'
import { dashBefore, MilestoneTarget } from '../indicators/milestone.ts'
import { Progress } from '../indicators/progress.ts'
import { ProgressFlag, ProgressStatus } from '../indicators/status.ts'
import { statusLabels } from '../indicators/status-words.ts'
import { boundOf } from '../indicators/target.ts'
import { quarterLabel } from '../quarter.ts'
import { Quarter } from '../quarter-schema.ts'
import { uncapitalize } from '../text.ts'

/** The years that can be assessed: of the plan's term. */
export const YearOfPlan = z
  .string()
  .regex(/^20(2[5-9]|[34]\d|50)$/, 'Năm từ 2025 đến 2050')
  .transform(Number)

/**
 * How an indicator ended a year. A year that the plan prints a target for is `met`, `missed` or `notReported` once it
 * is due and `collecting` before; a text that nobody could read is `unread`. A year without one is `noTargetThisYear`,
 * never met nor missed, but `notReported` where nothing was measured in a year that is over.
 */
export const YearOutcome = z.enum([
  'missed',
  'met',
  'notReported',
  'collecting',
  'unread',
  'noTargetThisYear',
])
export type YearOutcome = z.infer<typeof YearOutcome>

export const YearEnd = z.object({
  value: z.number().nullable(),
  period: Quarter.nullable().meta({
    description: 'The quarter of the value; one of an earlier year is not of this one',
  }),
  comparator: Comparator.nullable(),
  status: ProgressStatus,
  flags: z.array(ProgressFlag),
  outcome: YearOutcome,
  target: MilestoneTarget.omit({ milestone: true })
    .nullable()
    .meta({ description: 'What the plan prints for the year; null where it prints none or "-"' }),
  judged: Progress.shape.targets.element.shape.judged.meta({
    description: 'What the target of the year was judged on, with what is left of it',
  }),
  expected: z.number().nullable().meta({
    description:
      'Where the plan prints no target for the year: the level of the path in the quarter of the value',
  }),
})
export type YearEnd = z.infer<typeof YearEnd>

/**
 * The end of a year from the progress as of its last quarter.
 *
 * @param isOver whether the due day of the year's last quarter has passed
 */
export function yearEndOf(progress: Progress, year: number, isOver: boolean): YearEnd {
  const { value, period, comparator, status, flags, targets, pace } = progress
  const standing = { value, period, comparator, status, flags }
  const ofYear = targets.find(({ milestone, kind }) => milestone === year && kind !== 'none')
  if (!ofYear) {
    const isMissing = isOver && !isOfYear(period, year) && hasBegun(progress, year)
    return {
      ...standing,
      outcome: isMissing ? 'notReported' : 'noTargetThisYear',
      target: null,
      judged: null,
      expected: pace.expected,
    }
  }
  const { milestone: _, gap: __, isDue, verdict, judged, ...target } = ofYear
  return { ...standing, outcome: outcomeOf(), target, judged, expected: null }

  function outcomeOf(): YearOutcome {
    if (target.kind === 'unread') return 'unread'
    if (!isDue) return 'collecting'
    return verdict ?? 'noTargetThisYear'
  }
}

/** Whether there is anything to work towards at the end of the year: not where the stage begins after a later "-". */
function hasBegun({ targets, next }: Progress, year: number): boolean {
  const dash = next && dashBefore(targets, next.milestone)
  return next !== null && (dash === null || year > dash)
}

/** Whether a figure was measured in the year. */
export function isOfYear(period: Quarter | null, year: number): boolean {
  return period?.startsWith(`${year}-`) ?? false
}

/** The words of the offices for how an indicator ended a year. */
export const outcomeLabels: Record<YearOutcome, string> = {
  missed: 'Không đạt',
  met: 'Đạt',
  notReported: 'Chưa có số liệu',
  collecting: 'Đang thu số liệu',
  unread: 'Chưa đọc được mục tiêu',
  noTargetThisYear: 'Không đặt chỉ tiêu cho năm này',
}

/**
 * What stands beside the outcome: what is left of the target of the year, or how the indicator stands where the plan sets
 * none for it.
 *
 * @param isOver whether the due day of the year's last quarter has passed
 */
export function yearEndWords(
  {
    judged,
    target,
    outcome,
    status,
    expected,
    period,
    ...figure
  }: Pick<YearEnd, 'judged' | 'target' | 'outcome' | 'status' | 'expected' | 'period'> & GapFigure,
  isOver: boolean,
): string {
  if (judged && target) return gapInWords(judged.gap, figure, boundOf(target, figure.direction))
  if (target || status === 'noTarget' || statusLabels[status] === outcomeLabels[outcome]) return ''
  const level =
    expected === null || period === null
      ? ''
      : `, cần có ${formatValue(expected, figure.unitOfMeasure)} tại ${uncapitalize(quarterLabel(period))}`
  return `Trạng thái ${isOver ? 'cuối năm' : 'đến nay'}: ${uncapitalize(statusLabels[status])}${level}`
}

/** How many indicators ended a year in which way; together they are all of them. */
export const OutcomeCounts = z.record(YearOutcome, z.int())
export type OutcomeCounts = z.infer<typeof OutcomeCounts>

export function countOutcomes(items: readonly Pick<YearEnd, 'outcome'>[]): OutcomeCounts {
  const count = (asked: YearOutcome) => items.filter(({ outcome }) => outcome === asked).length
  return Object.fromEntries(YearOutcome.options.map((outcome) => [outcome, count(outcome)])) as OutcomeCounts
}

type YearEndItem = { year: number; isOver: boolean; counts: OutcomeCounts; items: readonly unknown[] }

const countWords: [YearOutcome, string][] = [
  ['met', 'đạt'],
  ['missed', 'không đạt'],
  ['notReported', 'chưa có số liệu'],
  ['collecting', 'đang thu số liệu'],
  ['unread', 'chưa đọc được mục tiêu'],
  ['noTargetThisYear', 'không đặt chỉ tiêu cho năm này'],
]

/** "Năm 2025: trong 31 chỉ tiêu có 12 đạt, 7 không đạt, 5 chưa có số liệu, 7 không đặt chỉ tiêu cho năm này." */
export function yearEndSentence({ year, counts, items, isOver }: YearEndItem): string {
  const opening = isOver ? `Năm ${year}` : `Năm ${year} đang thu số liệu, chưa kết luận`
  const parts = countWords.flatMap(([outcome, words]) =>
    counts[outcome] > 0 ? `${counts[outcome]} ${words}` : [],
  )
  return `${opening}: trong ${items.length} chỉ tiêu có ${parts.join(', ')}.`
}
