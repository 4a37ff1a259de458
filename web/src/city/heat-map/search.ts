import { z } from 'zod'

/** What the heat map shows and in which order, as it stands in the address. */
export const HeatMapSearch = z.object({
  /** What a cell tells; the status where it is left out. */
  xem: z.enum(['con-thieu', 'gia-tri']).optional().catch(undefined),
  /** The order of the units; who needs attention first where it is left out. */
  sapXep: z.enum(['ten', 'thu-tu']).optional().catch(undefined),
  nhom: z.string().max(20).optional().catch(undefined),
})
export type HeatMapSearch = z.infer<typeof HeatMapSearch>
