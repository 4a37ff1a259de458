import type { FigureKey } from '@moc57/shared'
import { queryOptions } from '@tanstack/react-query'
import { call } from '../../lib/api-client.ts'

export function revisionsQuery({ unitCode, number, period }: FigureKey) {
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
