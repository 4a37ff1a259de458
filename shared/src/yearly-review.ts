import { z } from 'zod'
import { formatValue } from './format.ts'
import { gapToTarget } from './gap.ts'
import type { Direction } from './indicator.ts'
import { Comparator } from './measurement.ts'
import { MilestoneTarget, milestonePeriod } from './milestone.ts'
import { type Progress, ProgressFlag, ProgressStatus, Verdict } from './progress.ts'
import { compare, decimal, integer, negate, toNumber } from './rational.ts'
import { ReportingPeriod } from './reporting-period.ts'

/** The years that can be reviewed: of the plan's term. */
export const ReviewYear = z
  .string()
  .regex(/^20(2[5-9]|[34]\d|50)$/, 'Năm từ 2025 đến 2050')
  .transform(Number)

/**
 * How an indicator ended a year: against the target of the year itself, or else against the point that the path to
 * the next milestone passes at the year's end (`path`, the yearly target).
 */
export const YearEnd = z.object({
  value: z.number().nullable(),
  period: ReportingPeriod.nullable(),
  comparator: Comparator.nullable(),
  status: ProgressStatus,
  flags: z.array(ProgressFlag),
  target: z
    .object({
      kind: z.enum(['milestone', 'path']),
      milestone: z.int(),
      text: z.string().meta({ description: 'Of the milestone, as printed' }),
      source: MilestoneTarget.shape.source,
      bound: z.number().meta({ description: 'What was to be reached by the end of the year' }),
    })
    .nullable(),
  outcome: Verdict.nullable().meta({ description: 'null where nothing was to be reached that can be told' }),
  difference: z
    .number()
    .nullable()
    .meta({ description: 'Value less bound, in the unit of measure: below zero is missing' }),
})
export type YearEnd = z.infer<typeof YearEnd>

/** The end of a year from the progress as of its last quarter. All 31 indicators are to increase, and the unit's own may decrease. */
export function yearEndOf(progress: Progress, year: number, direction: Direction): YearEnd {
  const { value, period, comparator, status, flags, targets, pace } = progress
  const standing = { value, period, comparator, status, flags }
  const ofYear = targets.find(({ milestone, lower }) => milestone === year && lower !== null)
  if (ofYear && ofYear.lower !== null) {
    const { text, lower, judged, source } = ofYear
    return {
      ...standing,
      target: { kind: 'milestone', milestone: year, text, source, bound: lower },
      outcome: ofYear.verdict ?? 'notReported',
      difference: judged ? -judged.gap || 0 : null,
    }
  }
  const ahead = targets.find(({ milestone }) => milestone === progress.next?.milestone)
  if (!ahead || !progress.next || milestonePeriod(ahead.milestone) < milestonePeriod(year)) {
    return { ...standing, target: null, outcome: null, difference: null }
  }
  // A value that meets the milestone already has passed every point of the path to it.
  const bound = status === 'achieved' ? progress.next.lower : pace.expected
  if (bound === null) {
    return { ...standing, target: null, outcome: value === null ? 'notReported' : null, difference: null }
  }
  const gap = value === null ? null : gapToTarget(decimal(value), decimal(bound), direction)
  return {
    ...standing,
    target: { kind: 'path', milestone: ahead.milestone, text: ahead.text, source: ahead.source, bound },
    outcome: gap === null ? 'notReported' : compare(gap, integer(0)) > 0 ? 'missed' : 'met',
    difference: gap && toNumber(negate(gap)),
  }
}

const outcomeLabels: Record<Verdict, string> = {
  met: 'Đạt',
  missed: 'Không đạt',
  notReported: 'Chưa có số liệu',
}

/** The words of the offices for how an indicator ended a year. */
export function outcomeLabel(outcome: Verdict | null): string {
  return outcome ? outcomeLabels[outcome] : 'Không có mục tiêu'
}

/** What the year asked: "≥60%" as printed for a milestone of the year, "2,4%" for the point of the path to the next. */
export function yearlyTargetText({
  target,
  unitOfMeasure,
}: Pick<YearEnd, 'target'> & { unitOfMeasure: string }): string {
  if (!target) return '-'
  return target.kind === 'milestone' ? target.text : formatValue(target.bound, unitOfMeasure)
}

type Counted = {
  year: number
  isOver: boolean
  counts: { met: number; missed: number; notReported: number; without: number }
  items: readonly unknown[]
}

/** "Năm 2025: 12 trong 31 chỉ tiêu đạt, 7 không đạt, 5 chưa có số liệu; 7 không có mục tiêu để đánh giá." */
export function reviewSentence({ year, counts, items, isOver }: Counted): string {
  const { met, missed, notReported, without } = counts
  const opening = isOver ? `Năm ${year}` : `Năm ${year} chưa kết thúc, tạm tính`
  const rest = without > 0 ? `; ${without} không có mục tiêu để đánh giá` : ''
  return `${opening}: ${met} trong ${items.length} chỉ tiêu đạt, ${missed} không đạt, ${notReported} chưa có số liệu${rest}.`
}
