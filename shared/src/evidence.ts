import { z } from 'zod'
import { ReportingPeriod } from './reporting-period.ts'

/** The kinds of file that are kept as evidence, by what is in them. */
export const EvidenceType = z.enum(['pdf', 'docx', 'xlsx', 'png', 'jpg'])
export type EvidenceType = z.infer<typeof EvidenceType>

/** A file that shows where a figure comes from. It is never changed and never removed. */
export const Evidence = z
  .object({
    id: z.int(),
    period: ReportingPeriod,
    name: z.string().meta({ description: 'As it was uploaded, made safe to show and to save under' }),
    type: EvidenceType,
    size: z.int().meta({ description: 'Bytes' }),
    sha256: z.string(),
    by: z.string(),
    at: z.string().meta({ description: 'Instant in ISO 8601' }),
  })
  .meta({ id: 'Evidence' })
export type Evidence = z.infer<typeof Evidence>

/** The largest file that is kept, and how many a figure may have: the browser says so before it sends one. */
export const mostEvidenceBytes = 10 * 1024 * 1024
export const mostEvidenceFiles = 20
