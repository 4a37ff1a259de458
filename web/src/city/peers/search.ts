import { matching, oneOf, searchOf } from '../../lib/search-params.ts'

const mostBeside = 3

/** Whom a unit is set beside, as it stands in the address: up to three units by code, and who the others are. */
export const PeerSearch = searchOf({
  'don-vi': matching(/^\d{5}(,\d{5}){0,3}$/),
  soVoi: oneOf(['tat-ca']),
})
export type PeerSearch = ReturnType<typeof PeerSearch>

/** The unit of the page and those beside it, each once. */
export function unitCodes(unitCode: string, search: PeerSearch): string[] {
  const beside = (search['don-vi'] ?? '').split(',').filter((code) => code !== '' && code !== unitCode)
  return [unitCode, ...new Set(beside)].slice(0, mostBeside + 1)
}

export const mayAdd = (codes: readonly string[]) => codes.length <= mostBeside
