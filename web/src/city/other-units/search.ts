import { z } from 'zod'

/** Whom an indicator is compared with, as it stands in the address: units of the same kind, or all of them. */
export const ComparisonSearch = z.object({
  soSanh: z.enum(['cung-loai']).optional().catch(undefined),
})
