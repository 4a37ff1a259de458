import { quarterNumber } from '../quarter.ts'
import { add, compare, divide, integer, multiply, type Rational, rational, subtract } from '../rational.ts'
import type { CountedMeasurement } from './figure.ts'
import { exactValue } from './figure.ts'
import { type Bound, exactBound, gapToTarget, meetsTarget, missingShare, oriented } from './gap.ts'
import type { Direction, ReportingFrequency } from './indicator.ts'
import { dashBefore, type MilestoneTarget, milestoneQuarterNumber } from './milestone.ts'
import type { ProgressFlag, ProgressStatus, Verdict } from './status.ts'

/** A milestone whose text is not "-"; without a bound where nobody could read it. Quarters are counted from year 0. */
export type Milestone = { target: MilestoneTarget; year: number; quarter: number; bound: Bound | null }

/** A figure that counts, with its exact value. */
export type Counted = {
  quarter: number
  value: Rational
  comparator: CountedMeasurement['comparator']
  measurement: CountedMeasurement
}

/** The figures that count of one indicator of one unit, however they are kept. */
export type Series = {
  /** The latest that was measured in this quarter or before it. */
  upTo: (quarter: number) => Counted | undefined
  first: () => Counted | undefined
}

/** Targets as they are seen from a quarter. */
export type Path = {
  /** The milestones that have a text, in order of time. */
  milestones: Milestone[]
  /** What is worked towards: the first from the quarter on; after the last one, the last one. */
  next: Milestone | undefined
  /** The quarter of the last milestone date that has passed, with a target or without; −∞ where none has. */
  passed: number
  /** The quarter of the milestone before the next one, where the plan prints "-" there: the stage begins after it. */
  dash: number | null
}

/** The figure that a due milestone is judged on. `figure` is null where none was reported. */
export type Judgement = { verdict: Verdict; figure: Counted | null }

/** How an indicator stands, without all that explains it: what a comparison of many shows. */
export type Position = {
  latest: Counted | undefined
  next: Milestone | undefined
  isNextDue: boolean
  /** What became of the next milestone, where it is due. */
  judgement: Judgement | null
  anchor: (Counted & { assumed: boolean }) | undefined
  pace: Pace
  /** Of today's value to the next milestone. */
  gap: Rational | null
  status: ProgressStatus
  flags: ProgressFlag[]
}

/** An indicator as the arithmetic needs it. */
export type Measured = {
  direction: Direction
  frequency: ReportingFrequency
  /** The quarter from which a unit follows it; −∞ for what has always been followed. */
  inForceFrom: number
}

const onTrackFrom = rational(95, 100)
const needsAccelerationFrom = rational(60, 100)
/** Quarters after which a value says nothing of today, and of a milestone. */
const oldest = 4

/**
 * Where an indicator stands at the quarter `now`; design.md section 3. Exact.
 *
 * @param closed the latest quarter up to `now` whose due day has passed
 */
export function positionOf(given: {
  now: number
  closed: number
  indicator: Measured
  path: Path
  series: Series
}): Position {
  const { now, indicator, path, series } = given
  const closed = Math.min(given.closed, now)
  const { direction } = indicator
  const { next } = path
  const latest = series.upTo(now)
  const anchor = next && latest && anchorOf(series, path)
  const isNextDue = next !== undefined && isDue(next, { now, closed, latest })
  const judgement = next && isNextDue ? judge(next, series, direction) : null
  const isBegun = path.dash === null || now > path.dash
  const standing: Standing = { now, closed, direction, path, latest, anchor, isNextDue, judgement, isBegun }
  const pace = paceOf(standing)
  const status = statusOf(standing, pace)
  return {
    latest,
    next,
    isNextDue,
    judgement,
    anchor,
    pace,
    gap: next?.bound && latest ? gapToTarget(latest.value, next.bound.value, direction) : null,
    status,
    flags: flagsOf(standing, indicator),
  }
}

/** What is known when a status is decided. */
type Standing = {
  now: number
  closed: number
  direction: Direction
  path: Path
  latest: Counted | undefined
  anchor: Position['anchor']
  isNextDue: boolean
  judgement: Judgement | null
  isBegun: boolean
}

/** What can be reckoned with, in order of time: the values measured up to the quarter. */
export function countedPoints(measurements: readonly CountedMeasurement[], now: number): Counted[] {
  return measurements
    .flatMap((measurement) => {
      const quarter = quarterNumber(measurement.period)
      const value = quarter <= now ? exactValue(measurement) : null
      return value ? [{ quarter, value, comparator: measurement.comparator, measurement }] : []
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

export function pathOf(targets: readonly MilestoneTarget[], now: number, direction: Direction): Path {
  const dates = targets.map(({ milestone }) => milestoneQuarterNumber(milestone))
  const milestones = targets
    .flatMap((target) =>
      target.kind === 'none'
        ? []
        : [
            {
              target,
              year: target.milestone,
              quarter: milestoneQuarterNumber(target.milestone),
              bound: exactBound(target, direction),
            },
          ],
    )
    .sort((a, b) => a.quarter - b.quarter)
  const next = milestones.find(({ quarter }) => quarter >= now) ?? milestones.at(-1)
  const dash = next ? dashBefore(targets, next.year) : null
  return {
    milestones,
    next,
    passed: Math.max(...dates.filter((date) => date < now)),
    dash: dash === null ? null : milestoneQuarterNumber(dash),
  }
}

/**
 * Whether a milestone can be judged: its quarter is over, or is the present one and either reported or past its due
 * day.
 */
export function isDue(
  { quarter }: Pick<Milestone, 'quarter'>,
  { now, closed, latest }: Pick<Standing, 'now' | 'closed' | 'latest'>,
): boolean {
  return quarter < now || (quarter === now && (latest?.quarter === now || closed === now))
}

/**
 * The verdict on a due milestone: on the value of its quarter or the last before it, at most four quarters old. `null`
 * where there is nothing to judge by: an unread text, or a target that was not in force at its own quarter.
 */
export function judge(
  { quarter, bound, target }: Milestone,
  series: Series,
  direction: Direction,
): Judgement | null {
  if (!bound || !target.wasInForce) return null
  const figure = series.upTo(quarter)
  if (!figure || !isRecent(figure.quarter, quarter)) return { verdict: 'notReported', figure: null }
  return { verdict: meetsTarget(figure, bound, direction) ? 'met' : 'missed', figure }
}

/** How far a unit is from one milestone. */
export type Distance = { gap: Rational | null; missingShare: Rational | null; verdict: Verdict | null }

/** How far it is from a milestone: by the judged value where the milestone is due, by today's before. */
export function distanceTo(
  milestone: Milestone | undefined,
  given: { now: number; closed: number; latest: Counted | undefined; series: Series; direction: Direction },
): Distance {
  const bound = milestone?.bound
  if (!bound) return { gap: null, missingShare: null, verdict: null }
  const { latest, series, direction } = given
  const judgement = isDue(milestone, given) ? judge(milestone, series, direction) : undefined
  const figure = judgement === undefined ? latest : judgement?.figure
  return {
    gap: figure ? gapToTarget(figure.value, bound.value, direction) : null,
    missingShare: figure ? missingShare(figure, bound, direction) : null,
    verdict: judgement?.verdict ?? null,
  }
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

/** Whether a value of one quarter says something of a later one. */
export function isRecent(measuredIn: number, quarter: number): boolean {
  return quarter - measuredIn <= oldest
}

const isStale = ({ now, latest }: Pick<Standing, 'now' | 'latest'>): boolean =>
  latest !== undefined && !isRecent(latest.quarter, now)

/** Whether there is a later figure than the one that the path starts from. */
const hasMoved = ({ latest, anchor }: Standing): boolean =>
  latest !== undefined && anchor !== undefined && latest.quarter > anchor.quarter

/** The quarters up to a milestone that can still report. */
function quartersLeft({ quarter }: Milestone, latest: Counted, closed: number): number {
  return quarter - Math.max(latest.quarter, closed)
}

/** All empty where the value meets the target, the milestone is due, its stage has not begun, or nobody could read it. */
function paceOf(standing: Standing): Pace {
  const { closed, direction, path, latest, anchor, isNextDue, isBegun } = standing
  const { next, dash } = path
  if (!next?.bound || !latest || !anchor || !isBegun) return noPace
  if (isNextDue || meetsTarget(latest, next.bound, direction)) return noPace

  const missing = gapToTarget(latest.value, next.bound.value, direction)
  const neededPerQuarter = missing.n > 0 ? divide(missing, integer(quartersLeft(next, latest, closed))) : null
  if (isStale(standing) || !hasMoved(standing)) return { ...noPace, neededPerQuarter }

  const orient = (value: Rational) => oriented(value, direction)
  const [start, value, goal] = [anchor.value, latest.value, next.bound.value].map(orient) as [
    Rational,
    Rational,
    Rational,
  ]
  // From an anchor that meets the target the path would lead away from it; what is asked for there is to hold it.
  if (compare(start, goal) >= 0) return { ratio: null, expected: next.bound.value, neededPerQuarter }

  // A value from before a "-" is carried to it: the stage, and with it the path, begins there.
  const from = dash !== null && anchor.quarter < dash ? dash : anchor.quarter
  const way = integer(next.quarter - from)
  const walked = integer(latest.quarter - from)
  const toGo = subtract(goal, start)
  // "Trên 5" beside a ceiling of 5 has neither reached it nor is it known by how much it has not.
  const isUnknown = missing.n <= 0 && latest.comparator !== null
  return {
    ratio: isUnknown ? null : divide(multiply(subtract(value, start), way), multiply(toGo, walked)),
    expected: orient(add(start, divide(multiply(toGo, walked), way))),
    neededPerQuarter,
  }
}

function statusOf(standing: Standing, { ratio }: Pace): ProgressStatus {
  const { direction, path, latest, anchor, isNextDue, judgement, isBegun } = standing
  const { next } = path
  if (!next) return 'noTarget'
  if (!next.bound) return 'unreadTarget'
  const { bound } = next
  const isTooOldForNext = isNextDue && latest !== undefined && !isRecent(latest.quarter, next.quarter)
  if (latest && !isTooOldForNext && meetsTarget(latest, bound, direction)) return 'achieved'
  if (!isBegun) return 'notYetDue'
  if (!latest || !anchor || isTooOldForNext) return 'noData'
  if (judgement?.verdict === 'met' || meetsTarget(anchor, bound, direction)) return 'lost'
  if (isNextDue) return 'missed'
  if (!hasMoved(standing) || isStale(standing)) return 'insufficientData'
  if (!ratio) {
    // Anchor or value stand at a strict bound: to hold it is all that can be asked of the path.
    return compare(oriented(latest.value, direction), oriented(bound.value, direction)) >= 0
      ? 'onTrack'
      : 'regressing'
  }
  if (compare(ratio, onTrackFrom) >= 0) return 'onTrack'
  if (compare(ratio, needsAccelerationFrom) >= 0) return 'needsAcceleration'
  return ratio.n >= 0 ? 'behind' : 'regressing'
}

/** What "gấp nhất" is ordered by. */
export type Urgency = {
  status: ProgressStatus
  missingShare: Rational | null
  /** The missing share over the quarters that can still report. */
  missingPerQuarter: Rational | null
}

/** How urgent an indicator is: by the judged value where the milestone was missed, by today's everywhere else. */
export function urgencyOf(
  { next, latest, judgement, status }: Position,
  { closed, direction }: { closed: number; direction: Direction },
): Urgency {
  if (!next?.bound || !latest || status === 'noData') {
    return { status, missingShare: null, missingPerQuarter: null }
  }
  const figure = status === 'missed' ? (judgement?.figure ?? latest) : latest
  const share = missingShare(figure, next.bound, direction)
  const left = Math.max(1, quartersLeft(next, latest, closed))
  return { status, missingShare: share, missingPerQuarter: divide(share, integer(left)) }
}

function flagsOf(standing: Standing, { frequency, inForceFrom }: Measured): ProgressFlag[] {
  const { now, closed, path, latest, anchor, isNextDue, isBegun } = standing
  const owed = frequency === 'yearly' ? closed - ((closed + 1) % 4) : closed
  const isOwed = path.next !== undefined && isBegun && owed >= inForceFrom
  const flags: [ProgressFlag, boolean][] = [
    ['overdue', isOwed && (latest === undefined || latest.quarter < owed)],
    ['stale', isStale(standing)],
    ['unverified', latest?.measurement.state === 'unverified'],
    ['assumedBaseline', anchor?.assumed === true],
    ['dueThisQuarter', path.next?.quarter === now && !isNextDue],
  ]
  return flags.flatMap(([flag, raised]) => (raised ? [flag] : []))
}
