import { gapToTarget, meetsTarget, oriented } from './gap.ts'
import type { Direction, ReportingFrequency } from './indicator.ts'
import { exactValue } from './measurement.ts'
import { type MilestoneTarget, milestoneQuarter } from './milestone.ts'
import type { CountedMeasurement, ProgressFlag, ProgressStatus } from './progress.ts'
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
} from './rational.ts'
import { quarterNumber } from './reporting-period.ts'

/** A milestone that has a target. Quarters are counted from year 0. */
export type Milestone = { year: number; quarter: number; bound: Rational }

/** A figure that counts, with its exact value. */
export type Counted = { quarter: number; value: Rational; measurement: CountedMeasurement }

/** The figures that count of one indicator of one unit, however they are kept. */
export type Series = {
  /** The latest that was measured in this quarter or before it. */
  upTo: (quarter: number) => Counted | undefined
  first: () => Counted | undefined
}

/** Targets as they are seen from a quarter: what is worked towards, and the last milestone that has passed. */
export type Path = { next: Milestone | undefined; passed: number }

/** How an indicator stands, without all that explains it: what a comparison of many shows. */
export type Position = {
  latest: Counted | undefined
  next: Milestone | undefined
  anchor: (Counted & { assumed: boolean }) | undefined
  pace: Pace
  /** To the next milestone. */
  gap: Rational | null
  status: ProgressStatus
  flags: ProgressFlag[]
}

const onTrackFrom = rational(95, 100)
const needsAccelerationFrom = rational(60, 100)
const staleAfter = 4

/**
 * Where an indicator stands at the quarter `now`; design.md section 3. Exact.
 *
 * @param closed the latest quarter whose due day has passed
 */
export function positionOf(given: {
  now: number
  closed: number
  indicator: { direction: Direction; frequency: ReportingFrequency }
  path: Path
  series: Series
}): Position {
  const { now, closed, indicator, path, series } = given
  const { direction, frequency } = indicator
  const { next } = path
  const latest = series.upTo(now)
  const anchor = next && latest && anchorOf(series, path)
  const pace = next && latest && anchor ? paceOf({ now, direction, latest, anchor, next }) : noPace
  return {
    latest,
    next,
    anchor,
    pace,
    gap: next && latest ? gapToTarget(latest.value, next.bound, direction) : null,
    status: statusOf({ now, direction, next, latest, anchor, ratio: pace.ratio }),
    flags: flagsOf({ now, closed, frequency, latest, series, anchor }),
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

/** A list in order of time as a series. */
export function seriesOf(counted: readonly Counted[]): Series {
  return {
    upTo: (quarter) => counted.findLast((point) => point.quarter <= quarter),
    first: () => counted[0],
  }
}

export function pathOf(targets: readonly MilestoneTarget[], now: number): Path {
  const dues = targets.map(({ milestone }) => milestoneQuarter(milestone))
  return { next: nextMilestone(targets, now), passed: Math.max(...dues.filter((due) => due < now)) }
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
function anchorOf(series: Series, { passed }: Path): Position['anchor'] {
  const measured = series.upTo(passed)
  if (measured) return { ...measured, assumed: false }
  const first = series.first()
  return first && { ...first, assumed: true }
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

function flagsOf(given: {
  now: number
  closed: number
  frequency: ReportingFrequency
  latest: Counted | undefined
  series: Series
  anchor: { assumed: boolean } | undefined
}): ProgressFlag[] {
  const { now, closed, frequency, latest, series, anchor } = given
  const last = Math.min(now, closed)
  const due = frequency === 'yearly' ? last - ((last + 1) % 4) : last
  const flags: [ProgressFlag, boolean][] = [
    ['overdue', (latest?.quarter === due ? latest : series.upTo(due))?.quarter !== due],
    ['stale', latest !== undefined && now - latest.quarter > staleAfter],
    ['unverified', latest?.measurement.state === 'unverified'],
    ['assumedBaseline', anchor?.assumed === true],
  ]
  return flags.flatMap(([flag, raised]) => (raised ? [flag] : []))
}
