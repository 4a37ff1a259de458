import { z } from 'zod'
import { Quarter } from '../quarter-schema.ts'

/** The kinds of file that are kept as evidence, by what is in them. */
export const EvidenceType = z.enum(['pdf', 'docx', 'xlsx', 'png', 'jpg'])
export type EvidenceType = z.infer<typeof EvidenceType>

/** A file that shows where a figure comes from. It is never changed; withdrawn, it is told in the log alone. */
export const Evidence = z
  .object({
    id: z.int(),
    period: Quarter,
    name: z.string().meta({ description: 'As it was uploaded, made safe to show and to save under' }),
    type: EvidenceType,
    size: z.int().meta({ description: 'Bytes' }),
    sha256: z.string(),
    by: z.string(),
    at: z.string().meta({ description: 'Instant in ISO 8601' }),
  })
  .meta({ id: 'Evidence' })
export type Evidence = z.infer<typeof Evidence>

/** A file that is shown to nobody any more; where it held personal data its bytes may be erased. */
export const WithdrawnEvidence = Evidence.extend({
  unitCode: z.string(),
  unitName: z.string(),
  number: z.int().meta({ description: 'Of the indicator' }),
  withdrawal: z.object({ reason: z.string(), by: z.string(), at: z.string() }),
  erasure: z.object({ by: z.string(), at: z.string() }).nullable(),
}).meta({ id: 'WithdrawnEvidence' })
export type WithdrawnEvidence = z.infer<typeof WithdrawnEvidence>

/** The largest file that is kept, and how many a figure may have: the browser says so before it sends one. */
export const mostEvidenceBytes = 10 * 1024 * 1024
export const mostEvidenceFiles = 20
