import { z } from 'zod'
import type { Quarter } from '../quarter.ts'
import { decimal, divide, integer, multiply, type Rational, round } from '../rational.ts'

/** Decimals that a value is stored with. */
export const valuePlaces = 4

/**
 * Where a measurement stands. `unverified`: read from a document that states it without a closing date, shown with
 * a mark and never approved. Only `approved` and `unverified` ones count.
 */
export const MeasurementState = z.enum(['draft', 'submitted', 'returned', 'approved', 'unverified'])
export type MeasurementState = z.infer<typeof MeasurementState>

/** Says that the source gives a bound and not the value itself: "trên 30%" is greater than 30. */
export const Comparator = z.enum(['greaterThan'])
export type Comparator = z.infer<typeof Comparator>

/** What the arithmetic needs of a measurement. */
export type MeasuredFigure = { value: number | null; numerator: number | null; denominator: number | null }

/**
 * The measured value: the decimal that was stored, or a share of counts, 100 × numerator / denominator, rounded half up
 * to 4 decimals as it is when it is recorded. That value is the one that everything is judged and shown by. `null` where it
 * cannot be formed ("không tính được"), as with a denominator of 0; 0 is a value.
 */
export function exactValue({ value, numerator, denominator }: MeasuredFigure): Rational | null {
  if (numerator !== null && denominator !== null) {
    if (denominator === 0) return null
    return round(divide(multiply(integer(100), decimal(numerator)), decimal(denominator)), valuePlaces)
  }
  return value === null ? null : decimal(value)
}

/** A figure that counts, of one quarter. */
export type CountedMeasurement = MeasuredFigure & {
  period: Quarter
  comparator: Comparator | null
  state: MeasurementState
}
