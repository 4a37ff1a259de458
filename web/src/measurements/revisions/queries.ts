import { queryOptions } from '@tanstack/react-query'
import { call } from '../../lib/api-client.ts'

/** A unit's indicator in a quarter. */
export type Cell = { unitCode: string; number: number; period: string }

export function revisionsQuery({ unitCode, number, period }: Cell) {
  return queryOptions({
    queryKey: ['units', unitCode, 'entries', 'history', number, period],
    queryFn: ({ signal }) =>
      call(
        'GET /api/units/:unitCode/indicators/:number/history',
        { params: { unitCode, number: String(number) }, query: { period } },
        signal,
      ),
    staleTime: 15_000,
  })
}
