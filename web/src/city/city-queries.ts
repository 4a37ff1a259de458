import type { Input, Output, Quarter } from '@moc57/shared'
import type { listIndicators, readComparison, readMovement } from '@moc57/shared/api'
import { queryOptions } from '@tanstack/react-query'
import { call } from '../lib/api-client.ts'
import { type CitySearch, unitTypeOf } from './city-search.ts'

export type Comparison = Output<typeof readComparison>
export type PlannedIndicator = Output<typeof listIndicators>['items'][number]

/** The indicators of the reference plan with their printed names and targets. */
export const indicatorsQuery = queryOptions({
  queryKey: ['indicators'],
  queryFn: ({ signal }) => call('GET /api/indicators', { query: {} }, signal),
  staleTime: Number.POSITIVE_INFINITY,
})

/** What a view of the city asks for: the fields that all of its calls and files have in common. */
export function cityFields({ loai, bietDen }: CitySearch) {
  const type = unitTypeOf({ loai })
  return { ...(type ? { type } : {}), ...(bietDen ? { knownOn: bietDen } : {}) }
}

/** All indicators, or the one asked for, of all units or of those of one kind. */
export function comparisonQuery(query: Input<typeof readComparison>['query'] & { asOf: Quarter }) {
  const { indicator } = query
  return queryOptions({
    queryKey: ['comparison', query],
    queryFn: ({ signal }) => call('GET /api/comparison', { query }, signal),
    // Another quarter or kind may stand there until the answer comes, another indicator may not.
    placeholderData: (previous) =>
      indicator === undefined || String(previous?.items[0]?.number) === indicator ? previous : undefined,
  })
}

export type MovementAnswer = Output<typeof readMovement>

/** What moved between two quarters; from the quarter before where no other is asked for. */
export function movementQuery(
  { from, to }: { from?: Quarter | undefined; to: Quarter },
  search: CitySearch,
  indicator?: string,
) {
  const query = { to, ...(from ? { from } : {}), ...cityFields(search), ...(indicator ? { indicator } : {}) }
  return queryOptions({
    queryKey: ['movement', query],
    queryFn: ({ signal }) => call('GET /api/comparison/movement', { query }, signal),
    placeholderData: (previous) => (indicator === undefined ? previous : undefined),
  })
}
