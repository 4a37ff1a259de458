import type { Input, Output } from '@moc57/shared'
import type { changeAccount, changeRights, createAccount, listAccounts } from '@moc57/shared/api'
import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query'
import { call } from '../../lib/api-client.ts'
import { sessionQuery } from '../../lib/session-query.ts'

export type ListedAccount = Output<typeof listAccounts>['items'][number]

export const accountsQuery = queryOptions({
  queryKey: ['accounts', 'entries'],
  queryFn: ({ signal }) => call('GET /api/accounts', { query: {} }, signal),
  staleTime: 0,
})

export function useCreateAccount() {
  const queryClient = useQueryClient()
  return useMutation({
    networkMode: 'always',
    mutationFn: (body: Input<typeof createAccount>['body']) => call('POST /api/accounts', { body }),
    onSuccess: () => queryClient.invalidateQueries(accountsQuery),
  })
}

export function useChangeAccount() {
  const queryClient = useQueryClient()
  return useMutation({
    networkMode: 'always',
    mutationFn: ({ username, ...body }: { username: string } & Input<typeof changeAccount>['body']) =>
      call('POST /api/accounts/:username', { params: { username }, body }),
    onSuccess: () => queryClient.invalidateQueries(accountsQuery),
  })
}

export function useResetSecondFactor() {
  const queryClient = useQueryClient()
  return useMutation({
    networkMode: 'always',
    mutationFn: (username: string) =>
      call('DELETE /api/accounts/:username/second-factor', { params: { username } }),
    onSuccess: () => queryClient.invalidateQueries(accountsQuery),
  })
}

/** The own rights end the own session, too: the page then asks to sign in. */
export function useChangeRights() {
  const queryClient = useQueryClient()
  return useMutation({
    networkMode: 'always',
    mutationFn: ({ username, ...body }: { username: string } & Input<typeof changeRights>['body']) =>
      call('PUT /api/accounts/:username/rights', { params: { username }, body }),
    onSuccess: async () => {
      await queryClient.invalidateQueries(sessionQuery)
      await queryClient.invalidateQueries(accountsQuery)
    },
  })
}
