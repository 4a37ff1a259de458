import type { Input, Output, QuarterRef, SubmissionAction } from '@moc57/shared'
import type { changeSubmission, readApprovals } from '@moc57/shared/api'
import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query'
import { call } from '../../lib/api-client.ts'

export type Approvals = Output<typeof readApprovals>

export function approvalsQuery({ unitCode, period }: QuarterRef) {
  return queryOptions({
    queryKey: ['units', unitCode, 'entries', 'approvals', period],
    queryFn: ({ signal }) =>
      call('GET /api/units/:unitCode/approvals/:period', { params: { unitCode, period }, query: {} }, signal),
    staleTime: 15_000,
  })
}

export function submissionQuery({ unitCode, period }: QuarterRef) {
  return queryOptions({
    queryKey: ['units', unitCode, 'entries', 'submission', period],
    queryFn: ({ signal }) =>
      call(
        'GET /api/units/:unitCode/submissions/:period',
        { params: { unitCode, period }, query: {} },
        signal,
      ),
    staleTime: 15_000,
  })
}

export type Decision = { action: SubmissionAction } & NonNullable<Input<typeof changeSubmission>['body']>

/**
 * Approves, returns, reopens or locks; without a line it fails at once instead of doing so unseen later. Whatever comes
 * of it, the unit is read again: a refusal tells of news.
 */
export function useDecision({ unitCode, period }: QuarterRef) {
  const queryClient = useQueryClient()
  return useMutation({
    networkMode: 'always',
    mutationFn: ({ action, ...body }: Decision) =>
      call('POST /api/units/:unitCode/submissions/:period/:action', {
        params: { unitCode, period, action },
        body,
      }),
    onSettled: () => queryClient.invalidateQueries({ queryKey: ['units', unitCode] }),
  })
}
