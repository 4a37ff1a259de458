import { keepPreviousData, queryOptions } from '@tanstack/react-query'
import { call } from '../lib/api-client.ts'

/** The units that a search finds; all of them for an empty one. */
export function unitsQuery(q: string) {
  return queryOptions({
    queryKey: ['units', 'search', q],
    queryFn: ({ signal }) => call('GET /api/units', { query: q ? { q } : {} }, signal),
    staleTime: Number.POSITIVE_INFINITY,
    placeholderData: keepPreviousData,
  })
}
