import { z } from 'zod'

/** A document that targets, assignments or figures come from. */
export const SourceDocument = z
  .object({
    id: z.string(),
    kind: z.enum(['plan', 'report']),
    number: z.string().nullable().meta({ description: 'null where the copy at hand has it blank' }),
    issuedOn: z.string().nullable().meta({ description: 'Day or month, as far as it is printed' }),
    title: z.string(),
    note: z.string().nullable(),
  })
  .meta({ id: 'SourceDocument' })
export type SourceDocument = z.infer<typeof SourceDocument>
