import { z } from 'zod'

const mostBeside = 3

/** Whom a unit is set beside, as it stands in the address: up to three units by code, and who the others are. */
export const PeerSearch = z.object({
  'don-vi': z
    .string()
    .regex(/^\d{5}(,\d{5}){0,3}$/)
    .optional()
    .catch(undefined),
  soVoi: z.enum(['tat-ca']).optional().catch(undefined),
})
export type PeerSearch = z.infer<typeof PeerSearch>

/** The unit of the page and those beside it, each once. */
export function unitCodes(unitCode: string, search: PeerSearch): string[] {
  const beside = (search['don-vi'] ?? '').split(',').filter((code) => code !== '' && code !== unitCode)
  return [unitCode, ...new Set(beside)].slice(0, mostBeside + 1)
}

export const mayAdd = (codes: readonly string[]) => codes.length <= mostBeside
