import type { Quarter } from '@moc57/shared'
import { queryOptions } from '@tanstack/react-query'
import { call } from '../../lib/api-client.ts'
import { viewFields } from '../../lib/known-on.ts'

/** One indicator of a unit with its series, as of a quarter, as known on a day. */
export function indicatorQuery(
  unitCode: string,
  number: string,
  asOf: Quarter | undefined,
  knownOn?: string,
) {
  return queryOptions({
    queryKey: ['units', unitCode, 'indicators', number, asOf ?? 'current', knownOn ?? 'today'],
    queryFn: ({ signal }) =>
      call(
        'GET /api/units/:unitCode/indicators/:number',
        { params: { unitCode, number }, query: viewFields(asOf, knownOn) },
        signal,
      ),
    // Only the quarter and the day of knowledge may change under a page that stays.
    placeholderData: (previous, previousQuery) =>
      previousQuery?.queryKey[1] === unitCode && previousQuery.queryKey[3] === number ? previous : undefined,
  })
}
