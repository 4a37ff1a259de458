import { z } from 'zod'
import { Forecast, forecast, type Point } from './forecast.ts'
import { gapToTarget, meetsTarget, oriented } from './gap.ts'
import type { Direction, ReportingFrequency } from './indicator.ts'
import { Comparator, exactValue, type MeasuredFigure, type Measurement } from './measurement.ts'
import { MilestoneTarget, milestoneQuarter } from './milestone.ts'
import {
  add,
  compare,
  decimal,
  divide,
  integer,
  least,
  multiply,
  type Rational,
  rational,
  subtract,
  toNumber,
} from './rational.ts'
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
  /** The latest quarter whose data window has closed today; see `lastClosedPeriod`. */
  lastClosed: ReportingPeriod
  indicator: { direction: Direction; naturalMaximum: number | null; frequency: ReportingFrequency }
  targets: readonly MilestoneTarget[]
  /** At most one a period, in any order; those after `asOf` are not looked at. */
  measurements: readonly CountedMeasurement[]
}

type Milestone = { year: number; quarter: number; bound: Rational }
type Counted = Point & { measurement: CountedMeasurement }

const onTrackFrom = rational(95, 100)
const needsAccelerationFrom = rational(60, 100)
const oldestForVerdict = 4
const staleAfter = 4

/** Computes how an indicator stands; design.md section 3. Exact: nothing is decided on a rounded number. */
export function progressOf({ asOf, lastClosed, indicator, targets, measurements }: ProgressInput): Progress {
  const { direction } = indicator
  const now = quarterNumber(asOf)
  const counted = countedPoints(measurements, now)
  const latest = counted.at(-1)
  const next = nextMilestone(targets, now)
  const anchor = next && anchorOf(counted, targets, now)
  const pace = next && latest && anchor ? paceOf({ now, direction, latest, anchor, next }) : noPace
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
    next: next ? { milestone: next.year, lower: toNumber(next.bound), gap: gapTo(next.bound) } : null,
    status: statusOf({ now, direction, next, latest, anchor, ratio: pace.ratio }),
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
    flags: flagsOf({ now, lastClosed, frequency: indicator.frequency, counted, anchor }),
  }
}

/** What can be reckoned with, in order of time: the values measured up to the quarter. */
export function countedPoints(measurements: readonly CountedMeasurement[], now: number): Counted[] {
  return measurements
    .flatMap((measurement) => {
      const quarter = quarterNumber(measurement.period)
      const value = quarter <= now ? exactValue(measurement) : null
      return value ? [{ quarter, value, measurement }] : []
    })
    .sort((a, b) => a.quarter - b.quarter)
}

/** The milestone worked towards at a quarter: the first from then on that has a target; after the last, the last. */
export function nextMilestone(targets: readonly MilestoneTarget[], quarter: number): Milestone | undefined {
  const path = milestonesOf(targets)
  return path.find((milestone) => milestone.quarter >= quarter) ?? path.at(-1)
}

/** The path: the milestones that have a target, in order of time. A year without one is skipped. */
function milestonesOf(targets: readonly MilestoneTarget[]): Milestone[] {
  return targets
    .flatMap(({ milestone, lower }) =>
      lower === null
        ? []
        : [{ year: milestone, quarter: milestoneQuarter(milestone), bound: decimal(lower) }],
    )
    .sort((a, b) => a.quarter - b.quarter)
}

/**
 * The value measured at the last milestone date passed, whether or not that year has a target, or the last before it;
 * otherwise the first one, as assumed.
 */
function anchorOf(
  counted: readonly Counted[],
  targets: readonly MilestoneTarget[],
  now: number,
): (Counted & { assumed: boolean }) | undefined {
  const passed = Math.max(
    ...targets.map(({ milestone }) => milestoneQuarter(milestone)).filter((due) => due < now),
  )
  const measured = counted.findLast(({ quarter }) => quarter <= passed)
  const first = counted[0]
  return measured ? { ...measured, assumed: false } : first && { ...first, assumed: true }
}

type Pace = { ratio: Rational | null; expected: Rational | null; neededPerQuarter: Rational | null }

const noPace: Pace = { ratio: null, expected: null, neededPerQuarter: null }

function paceOf(given: {
  now: number
  direction: Direction
  latest: Counted
  anchor: Counted
  next: Milestone
}): Pace {
  const { now, direction, latest, anchor, next } = given
  const orient = (value: Rational) => oriented(value, direction)
  const [value, start, goal] = [orient(latest.value), orient(anchor.value), orient(next.bound)]
  if (now >= next.quarter || compare(value, goal) >= 0) return noPace

  const quarters = integer(next.quarter - anchor.quarter)
  const toGo = subtract(goal, start)
  const walked = integer(now - anchor.quarter)
  // From an anchor above the target the path would fall; what is asked for there is to hold the target.
  const expected = least(goal, add(start, divide(multiply(toGo, walked), quarters)))
  const measuredAfter = latest.quarter - anchor.quarter
  const ratio =
    measuredAfter === 0 || compare(start, goal) >= 0
      ? null
      : divide(multiply(subtract(value, start), quarters), multiply(toGo, integer(measuredAfter)))
  return {
    ratio,
    expected: orient(expected),
    neededPerQuarter: divide(subtract(goal, value), integer(next.quarter - now)),
  }
}

function statusOf(given: {
  now: number
  direction: Direction
  next: Milestone | undefined
  latest: Counted | undefined
  anchor: Counted | undefined
  ratio: Rational | null
}): ProgressStatus {
  const { now, direction, next, latest, anchor, ratio } = given
  if (!next) return 'noTarget'
  if (!latest || !anchor) return 'noData'
  if (meetsTarget(latest.value, next.bound, direction)) return 'achieved'
  if (now >= next.quarter) return 'missed'
  if (meetsTarget(anchor.value, next.bound, direction)) return 'lost'
  if (!ratio) return 'insufficientData'
  if (compare(ratio, onTrackFrom) >= 0) return 'onTrack'
  if (compare(ratio, needsAccelerationFrom) >= 0) return 'needsAcceleration'
  return ratio.n >= 0 ? 'behind' : 'regressing'
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

function flagsOf(given: {
  now: number
  lastClosed: ReportingPeriod
  frequency: ReportingFrequency
  counted: readonly Counted[]
  anchor: { assumed: boolean } | undefined
}): ProgressFlag[] {
  const { now, lastClosed, frequency, counted, anchor } = given
  const latest = counted.at(-1)
  const closed = Math.min(now, quarterNumber(lastClosed))
  const due = frequency === 'yearly' ? closed - ((closed + 1) % 4) : closed
  const flags: [ProgressFlag, boolean][] = [
    ['overdue', !counted.some(({ quarter }) => quarter === due)],
    ['stale', latest !== undefined && now - latest.quarter > staleAfter],
    ['unverified', latest?.measurement.state === 'unverified'],
    ['assumedBaseline', anchor?.assumed === true],
  ]
  return flags.flatMap(([flag, raised]) => (raised ? [flag] : []))
}
