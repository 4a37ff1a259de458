import type { Output, ReportingPeriod, UnitType } from '@moc57/shared'
import { readComparison } from '@moc57/shared/api'
import { queryOptions } from '@tanstack/react-query'
import { call } from '../../lib/api-client.ts'

export type Comparison = Output<typeof readComparison>

/** One indicator of all units, or of the units of one kind. */
export function comparisonQuery(number: number, asOf: ReportingPeriod, type: UnitType | undefined) {
  return queryOptions({
    queryKey: ['comparison', number, asOf, type ?? 'all'],
    queryFn: ({ signal }) =>
      call(readComparison, { query: { indicator: String(number), asOf, ...(type ? { type } : {}) } }, signal),
    placeholderData: (previous, previousQuery) =>
      previousQuery?.queryKey[1] === number ? previous : undefined,
  })
}
