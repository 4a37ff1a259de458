import { z } from 'zod'

/** `?nam=2026`: the year of the ledger. */
export const BudgetSearch = z.object({
  nam: z
    .string()
    .regex(/^20(?:2[5-9]|[34]\d|50)$/)
    .optional()
    .catch(undefined),
})
