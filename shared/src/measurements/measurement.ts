import { z } from 'zod'
import { Comparator, type MeasuredFigure, MeasurementState } from '../indicators/figure.ts'
import { Quarter } from '../quarter-schema.ts'

/** One measured figure of a quarter. A change is a new revision; none is overwritten. */
export const Measurement = z
  .object({
    period: Quarter,
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
export function stateOf({
  current,
  approved,
}: {
  current: Measurement | null
  approved: Measurement | null
}): MeasurementState | null {
  return current && approved && saysTheSame(current, approved) ? approved.state : (current?.state ?? null)
}
