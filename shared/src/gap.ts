import type { Direction } from './indicator.ts'
import { compare, decimal, integer, negate, type Rational, subtract, toNumber } from './rational.ts'

/**
 * What is left to do, in the unit of measure (for a share: điểm phần trăm): above zero is still missing, zero or
 * below is met, whichever way is better.
 */
export function gapToTarget(value: Rational, bound: Rational, direction: Direction): Rational {
  return direction === 'increase' ? subtract(bound, value) : subtract(value, bound)
}

/** How far a figure moved to a later one, in the unit of measure: from 91,65 to 99,4 by exactly 7,75. */
export function changeBetween(before: number, after: number): number {
  return toNumber(subtract(decimal(after), decimal(before)))
}

/** A target is met from its bound on; a range from its lower bound. */
export function meetsTarget(value: Rational, bound: Rational, direction: Direction): boolean {
  return compare(gapToTarget(value, bound, direction), integer(0)) <= 0
}

/** The value on an axis where more is always better, so that the rules are written once. */
export function oriented(value: Rational, direction: Direction): Rational {
  return direction === 'increase' ? value : negate(value)
}
