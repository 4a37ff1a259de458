import type { Input, Output, Quarter } from '@moc57/shared'
import type { changeReportingPeriod, listReportingPeriods } from '@moc57/shared/api'
import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query'
import { call } from '../../lib/api-client.ts'

export type ReportingPeriods = Output<typeof listReportingPeriods>

export const periodsQuery = queryOptions({
  queryKey: ['periods', 'entries'],
  queryFn: ({ signal }) => call('GET /api/reporting-periods', { query: {} }, signal),
  staleTime: 0,
})

/** Whatever was computed from the days before is asked for again. */
export function useChangePeriod(period: Quarter) {
  const queryClient = useQueryClient()
  return useMutation({
    networkMode: 'always',
    mutationFn: (body: Input<typeof changeReportingPeriod>['body']) =>
      call('PUT /api/reporting-periods/:period', { params: { period }, body }),
    onSettled: () => queryClient.invalidateQueries(),
  })
}
