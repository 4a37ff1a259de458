import type { Output, ReportingPeriod } from '@moc57/shared'
import { listIndicators, readBoundaries, readComparison } from '@moc57/shared/api'
import { queryOptions } from '@tanstack/react-query'
import { call } from '../../lib/api-client.ts'
import { viewFields } from '../../lib/known-on.ts'

export type UnitBoundaries = Output<typeof readBoundaries>
export type Comparison = Output<typeof readComparison>

export const boundariesQuery = queryOptions({
  queryKey: ['boundaries'],
  queryFn: ({ signal }) => call(readBoundaries, { query: {} }, signal),
})

/** The names of the indicators to choose from. */
export const indicatorNamesQuery = queryOptions({
  queryKey: ['indicators', 'names'],
  queryFn: async ({ signal }) => (await call(listIndicators, { query: {} }, signal)).items,
  staleTime: Number.POSITIVE_INFINITY,
})

/** One indicator of all units, as of a quarter and as known on a day. */
export function unitsOnIndicatorQuery(
  indicator: string,
  asOf: ReportingPeriod | undefined,
  knownOn: string | undefined,
) {
  const query = { indicator, ...viewFields(asOf, knownOn) }
  return queryOptions({
    queryKey: ['comparison', 'map', query],
    queryFn: ({ signal }) => call(readComparison, { query }, signal),
    placeholderData: (previous) => (String(previous?.items[0]?.number) === indicator ? previous : undefined),
  })
}
