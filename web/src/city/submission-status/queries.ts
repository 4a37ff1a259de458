import type { Output, Quarter } from '@moc57/shared'
import type { readSubmissionStatus } from '@moc57/shared/api'
import { keepPreviousData, queryOptions } from '@tanstack/react-query'
import { call } from '../../lib/api-client.ts'

export type CitySubmissions = Output<typeof readSubmissionStatus>

/** Who has submitted the quarter and who owes what. */
export function submissionStatusQuery(period: Quarter | undefined) {
  return queryOptions({
    queryKey: ['reporting', 'entries', period ?? 'last'],
    queryFn: ({ signal }) => call('GET /api/reporting', { query: period ? { period } : {} }, signal),
    staleTime: 0,
    placeholderData: keepPreviousData,
  })
}
