import {
  compare,
  decimal,
  divide,
  greatest,
  integer,
  negate,
  type Rational,
  subtract,
  toNumber,
} from '../rational.ts'
import type { Comparator } from './figure.ts'
import type { Direction } from './indicator.ts'
import { boundOf, type Target } from './target.ts'

/** What is to be reached: met from the bound on, or, where it is strict, only beyond it. */
export type Bound = { value: Rational; strict: boolean }

/** A measured value, exact, and whether its source says only that it is greater ("trên 30%"). */
export type Figure = { value: Rational; comparator: Comparator | null }

/** The bound of a target that counts in a direction, exact; `null` where nothing is set or nobody could read it. */
export function exactBound(target: Target, direction: Direction): Bound | null {
  const bound = boundOf(target, direction)
  return bound && { value: decimal(bound.bound), strict: bound.strict }
}

/**
 * What is left to do, in the unit of measure (for a share: điểm phần trăm): above zero is still missing, zero or
 * below is met, whichever way is better; zero is not met yet where the bound is strict.
 */
export function gapToTarget(value: Rational, bound: Rational, direction: Direction): Rational {
  return direction === 'increase' ? subtract(bound, value) : subtract(value, bound)
}

/**
 * Whether a bound is strict for a figure: one known only to be greater than 30 is beyond a strict floor of 30, and
 * above a ceiling of 30.
 */
export function isStrictFor(
  { comparator }: Pick<Figure, 'comparator'>,
  { strict }: Pick<Bound, 'strict'>,
  direction: Direction,
): boolean {
  const isAbove = comparator === 'greaterThan'
  return direction === 'increase' ? strict && !isAbove : strict || isAbove
}

/** How far a figure moved to a later one, in the unit of measure: from 91,65 to 99,4 by exactly 7,75. */
export function changeBetween(before: number, after: number): number {
  return toNumber(subtract(decimal(after), decimal(before)))
}

export function meetsTarget(figure: Figure, bound: Bound, direction: Direction): boolean {
  const missing = gapToTarget(figure.value, bound.value, direction)
  return missing.n < 0 || (missing.n <= 0 && !isStrictFor(figure, bound, direction))
}

/** The same of a gap on its way out, which is zero only where the exact one is. */
export function isMetAt(
  gap: number,
  figure: Pick<Figure, 'comparator'>,
  bound: Pick<Bound, 'strict'>,
  direction: Direction,
): boolean {
  return gap < 0 || (gap === 0 && !isStrictFor(figure, bound, direction))
}

const [none, all] = [integer(0), integer(1)]

/**
 * What is missing as a share of the way, from 0 (met) to 1, so that 0,6 of 2 % and 30 of 100 % can stand side by
 * side: gap / bound to increase, (value − bound) / the larger of both to decrease.
 */
export function missingShare(figure: Figure, bound: Bound, direction: Direction): Rational {
  if (meetsTarget(figure, bound, direction)) return none
  if (bound.value.n <= 0) return all
  const missing = gapToTarget(figure.value, bound.value, direction)
  const whole = direction === 'increase' ? bound.value : greatest(figure.value, bound.value)
  const share = divide(missing, whole)
  return compare(share, all) > 0 ? all : share
}

/** The value on an axis where more is always better, so that the rules are written once. */
export function oriented(value: Rational, direction: Direction): Rational {
  return direction === 'increase' ? value : negate(value)
}
