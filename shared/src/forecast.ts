import { z } from 'zod'
import { gapToTarget, oriented } from './gap.ts'
import type { Direction } from './indicator.ts'
import {
  add,
  ceiling,
  decimal,
  divide,
  greatest,
  integer,
  least,
  median,
  multiply,
  type Rational,
  round,
  subtract,
  toNumber,
  type Whole,
} from './rational.ts'
import { periodOfQuarterNumber, ReportingPeriod } from './reporting-period.ts'

/** Where the recent pace leads. It never overrides the status. */
export const Forecast = z
  .object({
    slopePerQuarter: z.number().meta({ description: 'Theil-Sen slope, in the unit of measure a quarter' }),
    basis: z.object({ from: ReportingPeriod, to: ReportingPeriod, points: z.int() }),
    milestone: z.int(),
    valueAtMilestone: z.number().meta({ description: 'Kept within 0 and the natural maximum' }),
    reachesTargetIn: z
      .string()
      .nullable()
      .meta({ description: 'The quarter in which the target of that milestone is reached at this pace' }),
  })
  .meta({ id: 'Forecast' })
export type Forecast = z.infer<typeof Forecast>

/** A value at a quarter counted from year 0. */
export type Point = { quarter: number; value: Rational }

const longestBasis = 8
const fewestPoints = 4
const shortestSpan = 3

/**
 * The median of the slopes between all pairs of points (Theil 1950, Sen 1968): one odd quarter does not move it.
 * At least two points of different quarters.
 */
export function theilSenSlope(points: readonly Point[]): Rational {
  return median(
    points.flatMap((later, index) =>
      points
        .slice(0, index)
        .map((earlier) =>
          divide(subtract(later.value, earlier.value), integer(later.quarter - earlier.quarter)),
        ),
    ),
  )
}

/**
 * Carries the slope of the last eight quarters on from the latest value. `null`, that is "chưa đủ số liệu", with
 * fewer than four points or a span of less than three quarters.
 *
 * @param points in order of time, the latest last
 * @param goal the bound of the next milestone and its quarter
 */
export function forecast(
  points: readonly Point[],
  goal: { milestone: number; quarter: number; bound: Rational },
  { direction, naturalMaximum }: { direction: Direction; naturalMaximum: number | null },
): Forecast | null {
  const latest = points.at(-1)
  if (!latest) return null
  const recent = points.filter(({ quarter }) => quarter > latest.quarter - longestBasis)
  const first = recent[0]
  if (!first || recent.length < fewestPoints || latest.quarter - first.quarter < shortestSpan) return null

  const slope = theilSenSlope(recent)
  const quartersLeft = integer(Math.max(0, goal.quarter - latest.quarter))
  const projected = greatest(integer(0), add(latest.value, multiply(slope, quartersLeft)))
  const missing = gapToTarget(latest.value, goal.bound, direction)
  const gained = oriented(slope, direction)
  const quartersToGoal = missing.n > 0 && gained.n > 0 ? ceiling(divide(missing, gained)) : null
  return {
    slopePerQuarter: toNumber(slope),
    basis: {
      from: periodOfQuarterNumber(first.quarter),
      to: periodOfQuarterNumber(latest.quarter),
      points: recent.length,
    },
    milestone: goal.milestone,
    valueAtMilestone: toNumber(
      round(naturalMaximum === null ? projected : least(projected, decimal(naturalMaximum)), 4),
    ),
    reachesTargetIn: quartersToGoal === null ? null : reachedAfter(latest.quarter, quartersToGoal),
  }
}

/** Beyond a century a pace says nothing. */
const horizon = 400

function reachedAfter(quarter: number, quarters: Whole): ReportingPeriod | null {
  return quarters > horizon ? null : periodOfQuarterNumber(quarter + Number(quarters))
}
