import { z } from 'zod'
import { Forecast, forecast } from './forecast.ts'
import { gapToTarget } from './gap.ts'
import type { Direction, ReportingFrequency } from './indicator.ts'
import { Comparator, type MeasuredFigure, type Measurement } from './measurement.ts'
import { MilestoneTarget, milestoneQuarter } from './milestone.ts'
import { type Counted, countedPoints, pathOf, positionOf, seriesOf } from './position.ts'
import { decimal, type Rational, toNumber } from './rational.ts'
import { periodOfQuarterNumber, quarterNumber, ReportingPeriod } from './reporting-period.ts'

/** Where an indicator stands; design.md section 3. */
export const ProgressStatus = z.enum([
  'missed',
  'lost',
  'regressing',
  'behind',
  'needsAcceleration',
  'insufficientData',
  'noData',
  'onTrack',
  'achieved',
  'noTarget',
])
export type ProgressStatus = z.infer<typeof ProgressStatus>

/** The order of every list: what needs action first. */
export function compareStatus(a: ProgressStatus, b: ProgressStatus): number {
  return ProgressStatus.options.indexOf(a) - ProgressStatus.options.indexOf(b)
}

/** What became of a milestone that has come: judged on its Q4, or the last value at most four quarters older. */
export const Verdict = z.enum(['met', 'missed', 'notReported'])
export type Verdict = z.infer<typeof Verdict>

const JudgedFigure = z.object({ period: ReportingPeriod, value: z.number(), gap: z.number() })

/**
 * `overdue`: no value for the last closed period. `stale`: the value is older than four quarters. `unverified`: it
 * was read from a document and nobody approved it. `assumedBaseline`: no value stands at a milestone that has
 * passed, so the first measurement serves as the anchor.
 */
export const ProgressFlag = z.enum(['overdue', 'stale', 'unverified', 'assumedBaseline'])
export type ProgressFlag = z.infer<typeof ProgressFlag>

/** How one indicator of one unit stands at a quarter, with every number the status was made of. */
export const Progress = z
  .object({
    value: z.number().nullable(),
    period: ReportingPeriod.nullable().meta({ description: 'The quarter the value was measured in' }),
    comparator: Comparator.nullable(),
    targets: z.array(
      MilestoneTarget.extend({
        gap: z.number().nullable().meta({ description: 'Of the present value: bound − value' }),
        verdict: Verdict.nullable().meta({ description: 'null while the milestone lies ahead' }),
        judged: JudgedFigure.nullable().meta({ description: 'What a milestone that has come was judged on' }),
      }),
    ),
    next: z
      .object({ milestone: z.int(), lower: z.number(), gap: z.number().nullable() })
      .nullable()
      .meta({ description: 'The milestone worked towards; after the last one, the last one' }),
    status: ProgressStatus,
    pace: z.object({
      ratio: z.number().nullable().meta({ description: '1 is exactly the pace that leads to the milestone' }),
      expected: z.number().nullable().meta({ description: 'Where one should be at the as-of quarter' }),
      neededPerQuarter: z.number().nullable(),
      anchor: z
        .object({ period: ReportingPeriod, value: z.number(), assumed: z.boolean() })
        .nullable()
        .meta({ description: 'The measured point the path starts from' }),
    }),
    forecast: Forecast.nullable(),
    flags: z.array(ProgressFlag),
  })
  .meta({ id: 'Progress' })
export type Progress = z.infer<typeof Progress>

/** A measurement that counts: approved, or unverified and marked so. */
export type CountedMeasurement = MeasuredFigure & Pick<Measurement, 'period' | 'comparator' | 'state'>

export type ProgressInput = {
  asOf: ReportingPeriod
  /** The latest quarter whose due day has passed: later ones may still be reported. */
  closed: ReportingPeriod
  indicator: { direction: Direction; naturalMaximum: number | null; frequency: ReportingFrequency }
  targets: readonly MilestoneTarget[]
  /** At most one a period, in any order; those after `asOf` are not looked at. */
  measurements: readonly CountedMeasurement[]
}

const oldestForVerdict = 4

/** Computes how an indicator stands; design.md section 3. Exact: nothing is decided on a rounded number. */
export function progressOf({ asOf, closed, indicator, targets, measurements }: ProgressInput): Progress {
  const { direction } = indicator
  const now = quarterNumber(asOf)
  const counted = countedPoints(measurements, now)
  const { latest, next, anchor, pace, gap, status, flags } = positionOf({
    now,
    closed: quarterNumber(closed),
    indicator,
    path: pathOf(targets, now),
    series: seriesOf(counted),
  })
  const gapTo = (bound: Rational) => (latest ? toNumber(gapToTarget(latest.value, bound, direction)) : null)

  return {
    value: latest ? toNumber(latest.value) : null,
    period: latest?.measurement.period ?? null,
    comparator: latest?.measurement.comparator ?? null,
    targets: targets.map((target) => ({
      ...target,
      gap: target.lower === null ? null : gapTo(decimal(target.lower)),
      ...judgementOf(target, counted, now, direction),
    })),
    next: next ? { milestone: next.year, lower: toNumber(next.bound), gap: gap && toNumber(gap) } : null,
    status,
    pace: {
      ratio: pace.ratio && toNumber(pace.ratio),
      expected: pace.expected && toNumber(pace.expected),
      neededPerQuarter: pace.neededPerQuarter && toNumber(pace.neededPerQuarter),
      anchor: anchor
        ? {
            period: periodOfQuarterNumber(anchor.quarter),
            value: toNumber(anchor.value),
            assumed: anchor.assumed,
          }
        : null,
    },
    forecast: next
      ? forecast(counted, { milestone: next.year, quarter: next.quarter, bound: next.bound }, indicator)
      : null,
    flags,
  }
}

function judgementOf(
  { milestone, lower }: MilestoneTarget,
  counted: readonly Counted[],
  now: number,
  direction: Direction,
): Pick<Progress['targets'][number], 'verdict' | 'judged'> {
  const due = milestoneQuarter(milestone)
  if (lower === null || now < due) return { verdict: null, judged: null }
  const figure = counted.findLast(({ quarter }) => quarter <= due && quarter >= due - oldestForVerdict)
  if (!figure) return { verdict: 'notReported', judged: null }
  const gap = gapToTarget(figure.value, decimal(lower), direction)
  return {
    verdict: gap.n <= 0 ? 'met' : 'missed',
    judged: {
      period: figure.measurement.period,
      value: toNumber(figure.value),
      gap: toNumber(gap),
    },
  }
}
