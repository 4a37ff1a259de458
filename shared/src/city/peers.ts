import { z } from 'zod'
import type { Direction } from '../indicators/indicator.ts'
import { add, compare, multiply, type Rational, rational, subtract } from '../rational.ts'

/** Where a value lies beside the middle half of others: whichever way is better, higher is `above`. */
export const PeerPlace = z.enum(['below', 'within', 'above'])
export type PeerPlace = z.infer<typeof PeerPlace>

/** Whether a place is a better or a worse one than the middle half, by which way is better. */
export function peerVerdict(place: PeerPlace, direction: Direction): 'worse' | 'within' | 'better' {
  if (place === 'within') return 'within'
  return (place === 'above') === (direction === 'increase') ? 'better' : 'worse'
}

/** The middle half of values: a quarter of them lies below `lower`, a quarter above `upper`. */
export type MiddleHalf = { lower: Rational; median: Rational; upper: Rational }

/** Of fewer values than this a quarter is nobody. */
const fewest = 4

/**
 * The quartiles, exact: between two values in proportion, as the spreadsheet function QUARTILE.INC does (type 7 of
 * Hyndman and Fan 1996). `null` for fewer than four values.
 */
export function middleHalf(values: readonly Rational[]): MiddleHalf | null {
  if (values.length < fewest) return null
  const sorted = [...values].sort(compare)
  const at = (quarters: number): Rational => {
    const steps = (sorted.length - 1) * quarters
    const lower = sorted[Math.floor(steps / 4)] as Rational
    const upper = sorted[Math.ceil(steps / 4)] as Rational
    const share = rational(BigInt(steps % 4), 4n)
    return add(lower, multiply(subtract(upper, lower), share))
  }
  return { lower: at(1), median: at(2), upper: at(3) }
}

/** A value on an edge of the middle half lies within it. */
export function peerPlace(value: Rational, { lower, upper }: MiddleHalf): PeerPlace {
  if (compare(value, lower) < 0) return 'below'
  return compare(value, upper) > 0 ? 'above' : 'within'
}
