import { z } from 'zod'
import { decimal, divide, integer, multiply, type Rational, round } from '../rational.ts'
import { ReportingPeriod } from '../quarter.ts'

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

/** One measured figure of a quarter. A change is a new revision; none is overwritten. */
export const Measurement = z
  .object({
    period: ReportingPeriod,
    revision: z.int().meta({ description: 'Counts up from 1 for a unit, an indicator and a period' }),
    value: z
      .number()
      .nullable()
      .meta({ description: 'In the unit of measure, 4 decimals; null where the denominator is 0' }),
    numerator: z.number().nullable(),
    denominator: z.number().nullable(),
    comparator: Comparator.nullable(),
    state: MeasurementState,
    source: z.string().nullable().meta({ description: 'The document the figure comes from' }),
    quotation: z.string().nullable().meta({ description: 'The words of that document' }),
    note: z.string().nullable(),
    reason: z.string().nullable().meta({ description: 'Why an approved value was corrected' }),
    recordedBy: z.string(),
    recordedAt: z.string().meta({ description: 'Instant in ISO 8601' }),
  })
  .meta({ id: 'Measurement' })
export type Measurement = z.infer<typeof Measurement>

/** What the arithmetic needs of a measurement. */
export type MeasuredFigure = Pick<Measurement, 'value' | 'numerator' | 'denominator'>

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

type Stated = MeasuredFigure & Pick<Measurement, 'comparator' | 'source' | 'note'>

/** Whether two revisions say the same: the figure, how it is bound, its source and its note. */
export function saysTheSame(a: Stated, b: Stated): boolean {
  const isSameFigure =
    a.numerator === b.numerator &&
    a.denominator === b.denominator &&
    (a.numerator !== null || a.value === b.value)
  return isSameFigure && a.comparator === b.comparator && a.source === b.source && a.note === b.note
}

/**
 * Where a cell stands with its latest revision. A correction that went back to what is approved corrects nothing:
 * nobody has to give a reason for it or to decide on it again.
 */
export function standingOf({
  current,
  approved,
}: {
  current: Measurement | null
  approved: Measurement | null
}): MeasurementState | null {
  return current && approved && saysTheSame(current, approved) ? approved.state : (current?.state ?? null)
}
