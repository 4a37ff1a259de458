import type { ReportingPeriod } from '@moc57/shared'
import { readIndicator } from '@moc57/shared/api'
import { queryOptions } from '@tanstack/react-query'
import { call } from '../../lib/api-client.ts'

/** One indicator of a unit with its series, as of a quarter. */
export function indicatorQuery(unitCode: string, number: string, asOf: ReportingPeriod | undefined) {
  return queryOptions({
    queryKey: ['units', unitCode, 'indicators', number, asOf ?? 'current'],
    queryFn: ({ signal }) =>
      call(readIndicator, { params: { unitCode, number }, query: asOf ? { asOf } : {} }, signal),
    // Only the quarter may change under a page that stays.
    placeholderData: (previous, previousQuery) =>
      previousQuery?.queryKey[1] === unitCode && previousQuery.queryKey[3] === number ? previous : undefined,
  })
}
