import type { Input, Output } from '@moc57/shared'
import type { confirmSecondFactor, listSessions, removeSecondFactor } from '@moc57/shared/api'
import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query'
import { call } from '../../lib/api-client.ts'

export type OwnSession = Output<typeof listSessions>['items'][number]

export const secondFactorQuery = queryOptions({
  queryKey: ['second-factor', 'entries'],
  queryFn: ({ signal }) => call('GET /api/session/second-factor', { query: {} }, signal),
  staleTime: 0,
})

export const ownSessionsQuery = queryOptions({
  queryKey: ['own-sessions', 'entries'],
  queryFn: ({ signal }) => call('GET /api/session/sessions', { query: {} }, signal),
  staleTime: 0,
})

/** The secret stands in this answer alone, so nothing keeps it. */
export function useBeginSecondFactor() {
  return useMutation({
    networkMode: 'always',
    mutationFn: () => call('POST /api/session/second-factor', {}),
    gcTime: 0,
  })
}

/** It ends the other sessions of the account. */
export function useConfirmSecondFactor() {
  const queryClient = useQueryClient()
  return useMutation({
    networkMode: 'always',
    mutationFn: (body: Input<typeof confirmSecondFactor>['body']) =>
      call('POST /api/session/second-factor/confirmation', { body }),
    onSuccess: () => void queryClient.invalidateQueries(ownSessionsQuery),
    gcTime: 0,
  })
}

export function useRemoveSecondFactor() {
  return useMutation({
    networkMode: 'always',
    mutationFn: (body: Input<typeof removeSecondFactor>['body']) =>
      call('POST /api/session/second-factor/removal', { body }),
  })
}

export function useEndOtherSessions() {
  const queryClient = useQueryClient()
  return useMutation({
    networkMode: 'always',
    mutationFn: () => call('DELETE /api/session/sessions', {}),
    onSuccess: (answer) => queryClient.setQueryData(ownSessionsQuery.queryKey, answer),
  })
}
