import { z } from 'zod'
import { Quarter } from '../quarter-schema.ts'

/** An assessment in words (đánh giá định tính) of an indicator in a quarter; a change is a new revision. */
export const Assessment = z
  .object({
    number: z.int().meta({ description: 'Of the indicator' }),
    period: Quarter,
    revision: z.int(),
    text: z.string(),
    reason: z.string().nullable().meta({ description: 'Why an earlier revision was replaced' }),
    by: z.string(),
    at: z.string().meta({ description: 'Instant in ISO 8601' }),
  })
  .meta({ id: 'Assessment' })
export type Assessment = z.infer<typeof Assessment>
