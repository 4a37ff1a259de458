import { queryOptions } from '@tanstack/react-query'
import { call } from '../../lib/api-client.ts'

/** A unit's indicator in a quarter, seen by one account. */
export type Cell = { unitCode: string; number: number; period: string; username: string }

/** "entries" in the key drops the answer when another account signs in. */
export function revisionsQuery({ unitCode, number, period, username }: Cell) {
  return queryOptions({
    queryKey: ['units', unitCode, 'entries', 'history', number, period, username],
    queryFn: ({ signal }) =>
      call(
        'GET /api/units/:unitCode/indicators/:number/history',
        { params: { unitCode, number: String(number) }, query: { period } },
        signal,
      ),
    staleTime: 15_000,
  })
}
