import type { Output, ReportingPeriod, UnitType } from '@moc57/shared'
import { readComparison } from '@moc57/shared/api'
import { queryOptions } from '@tanstack/react-query'
import { call } from '../../lib/api-client.ts'

export type Comparison = Output<typeof readComparison>

/** One indicator of all units, or of the units of one kind; null: as known today. */
export function comparisonQuery(
  number: number,
  asOf: ReportingPeriod,
  type: UnitType | undefined,
  knownOn: string | null,
) {
  const query = {
    indicator: String(number),
    asOf,
    ...(type ? { type } : {}),
    ...(knownOn ? { knownOn } : {}),
  }
  return queryOptions({
    queryKey: ['comparison', number, query],
    queryFn: ({ signal }) => call(readComparison, { query }, signal),
    placeholderData: (previous, previousQuery) =>
      previousQuery?.queryKey[1] === number ? previous : undefined,
  })
}
