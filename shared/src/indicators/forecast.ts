import { z } from 'zod'
import { quarterNumber, quarterOfNumber } from '../quarter.ts'
import { Quarter } from '../quarter-schema.ts'
import {
  add,
  ceiling,
  compare,
  decimal,
  divide,
  greatest,
  integer,
  least,
  median,
  multiply,
  numberOut,
  type Rational,
  subtract,
} from '../rational.ts'
import type { Comparator } from './figure.ts'
import { type Bound, gapToTarget, isStrictFor, meetsTarget, oriented } from './gap.ts'
import type { Direction } from './indicator.ts'

const span = (description: string) =>
  z.object({ low: z.number(), middle: z.number(), high: z.number() }).meta({ description })

// Later than any quarter that can be asked for.
const Reached = z.string().nullable()

/** Where the recent pace leads, with an interval. It never overrides the status. */
export const Forecast = z
  .object({
    slope: span("Theil-Sen slope in the unit of measure a quarter, with Sen's interval of 80 %"),
    basis: z.object({ from: Quarter, to: Quarter, points: z.int() }),
    milestone: z.int(),
    valueAtMilestone: span('Kept within 0 and the natural maximum'),
    reaches: z.object({ earliest: Reached, middle: Reached, latest: Reached }).nullable().meta({
      description:
        'In which quarter the target is reached, each null beyond 2060-Q4; null as a whole where it is met already, where the interval holds 0 or leads away from it',
    }),
  })
  .meta({ id: 'Forecast' })
export type Forecast = z.infer<typeof Forecast>

/** A value at a quarter counted from year 0. */
export type Point = { quarter: number; value: Rational; comparator: Comparator | null }

/** Three numbers in their order, exact. */
type Span = { low: Rational; middle: Rational; high: Rational }

const longestBasis = 8
const fewestPoints = 4
/** Of the normal distribution, for an interval of 80 % with two sides. */
const normalQuantile = 1.2816
/** Beyond this quarter a pace says nothing. */
const horizon = quarterNumber('2060-Q4')

/**
 * The median of the slopes between all pairs of points (Theil 1950) with the interval of Sen (1968): one odd quarter
 * does not move it. The ranks are those of scipy.stats.theilslopes.
 *
 * @param points at least two, of different quarters
 */
export function slopeOf(points: readonly Point[]): Span {
  const slopes = points
    .flatMap((later, index) =>
      points
        .slice(0, index)
        .map((earlier) =>
          divide(subtract(later.value, earlier.value), integer(later.quarter - earlier.quarter)),
        ),
    )
    .sort(compare)
  const spread = normalQuantile * Math.sqrt(varianceOfRanks(points))
  const last = slopes.length - 1
  const lower = Math.max(Math.round((slopes.length - spread) / 2) - 1, 0)
  const upper = Math.min(Math.round((slopes.length + spread) / 2), last)
  const at = (rank: number) => slopes[rank] as Rational
  return { low: at(lower), middle: median(slopes), high: at(upper) }
}

/** Var S of Kendall's S: n(n − 1)(2n + 5) / 18, less the same of each group of equal values. */
function varianceOfRanks(points: readonly Point[]): number {
  const ties = new Map<number, number>()
  for (const [index, { value }] of points.entries()) {
    const first = points.findIndex((other) => compare(other.value, value) === 0)
    ties.set(first, (ties.get(first) ?? 0) + (index >= first ? 1 : 0))
  }
  const term = (count: number) => count * (count - 1) * (2 * count + 5)
  const tied = [...ties.values()].reduce((sum, count) => sum + term(count), 0)
  return (term(points.length) - tied) / 18
}

/**
 * Carries the slope of the figures of eight quarters on from the latest one. `null` with fewer than four of them.
 *
 * @param points in order of time, the latest last
 * @param goal the bound of the next milestone and its quarter, as seen from the quarter `now`
 */
export function forecastOf(
  points: readonly Point[],
  goal: { milestone: number; quarter: number; bound: Bound; now: number },
  { direction, naturalMaximum }: { direction: Direction; naturalMaximum: number | null },
): Forecast | null {
  const latest = points.at(-1)
  if (!latest) return null
  const recent = points.filter(({ quarter }) => quarter > latest.quarter - longestBasis)
  const [first] = recent
  if (!first || recent.length < fewestPoints) return null

  const slope = slopeOf(recent)
  const quartersLeft = integer(goal.quarter - latest.quarter)
  const valueAt = (perQuarter: Rational) => {
    const value = greatest(integer(0), add(latest.value, multiply(perQuarter, quartersLeft)))
    return naturalMaximum === null ? value : least(value, decimal(naturalMaximum))
  }
  // What misses the target is not shown as reaching it.
  const missing = direction === 'increase' ? 'below' : 'above'
  return {
    slope: mapSpan(slope, (perQuarter) =>
      numberOut(perQuarter, { below: [integer(0)], above: [integer(0)] }),
    ),
    basis: {
      from: quarterOfNumber(first.quarter),
      to: quarterOfNumber(latest.quarter),
      points: recent.length,
    },
    milestone: goal.milestone,
    valueAtMilestone: mapSpan(slope, (perQuarter) =>
      numberOut(valueAt(perQuarter), { [missing]: [goal.bound.value] }),
    ),
    reaches: reachesOf(latest, slope, goal, direction),
  }
}

function mapSpan({ low, middle, high }: Span, of: (value: Rational) => number) {
  return { low: of(low), middle: of(middle), high: of(high) }
}

function reachesOf(
  latest: Point,
  slope: Span,
  { bound, now }: { bound: Bound; now: number },
  direction: Direction,
): Forecast['reaches'] {
  const gained = [slope.low, slope.middle, slope.high].map((perQuarter) => oriented(perQuarter, direction))
  if (meetsTarget(latest, bound, direction) || gained.some(({ n }) => n <= 0)) return null
  const missing = gapToTarget(latest.value, bound.value, direction)
  const reachedAt = (perQuarter: Rational): Quarter | null => {
    const quarters = divide(missing, perQuarter)
    const whole = ceiling(quarters)
    const isOnBound = compare(quarters, { n: whole, d: 1 }) === 0
    const needed = Number(whole) + (isOnBound && isStrictFor(latest, bound, direction) ? 1 : 0)
    const quarter = Math.max(latest.quarter + needed, now + 1)
    return quarter > horizon ? null : quarterOfNumber(quarter)
  }
  const [slowest, middle, fastest] = gained.sort(compare).map(reachedAt)
  return { earliest: fastest ?? null, middle: middle ?? null, latest: slowest ?? null }
}

/** Which way the interval of a forecast points: towards the target, away from it, or both ("xu hướng chưa rõ"). */
export function trendOf(
  { slope: { low, high } }: Forecast,
  direction: Direction,
): 'towards' | 'away' | 'unclear' {
  if (low <= 0 && high >= 0) return 'unclear'
  return low > 0 === (direction === 'increase') ? 'towards' : 'away'
}
