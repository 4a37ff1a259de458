import type { Account, Input } from '@moc57/shared'
import type { changePassword, nameMyself, signIn } from '@moc57/shared/api'
import { type QueryClient, queryOptions, useMutation, useQueryClient } from '@tanstack/react-query'
import { call } from '../../lib/api-client.ts'
import { tellOtherWindows } from '../../lib/other-windows.ts'
import { sessionQuery } from '../../lib/session-query.ts'

/** Where one can sign in other than with a password. */
export const providersQuery = queryOptions({
  queryKey: ['session', 'providers'],
  queryFn: ({ signal }) => call('GET /api/session/providers', { query: {} }, signal),
  staleTime: Number.POSITIVE_INFINITY,
})

/** Signs in; what comes next is another account's page, so it begins with a new document unless told otherwise. */
export function useSignIn(onSignedIn: (user: Account) => void = () => location.reload()) {
  return useMutation({
    mutationFn: (body: Input<typeof signIn>['body']) => call('POST /api/session', { body }),
    onSuccess: ({ user }) => {
      tellOtherWindows()
      onSignedIn(user)
    },
  })
}

export function useChangePassword() {
  const queryClient = useQueryClient()
  return useMutation({
    mutationFn: (body: Input<typeof changePassword>['body']) => call('POST /api/session/password', { body }),
    onSuccess: ({ user }) => changeAccount(queryClient, user),
  })
}

/** Names oneself; everybody's names may stand on a page, so all are read anew. */
export function useNameMyself() {
  const queryClient = useQueryClient()
  return useMutation({
    mutationFn: (body: Input<typeof nameMyself>['body']) => call('PUT /api/session/person', { body }),
    onSuccess: ({ user }) => changeAccount(queryClient, user),
  })
}

/** What is known of the account has changed, and with it what it may read. */
function changeAccount(queryClient: QueryClient, user: Account) {
  queryClient.setQueryData(sessionQuery.queryKey, user)
  void queryClient.invalidateQueries({ predicate: ({ queryKey }) => queryKey[0] !== 'session' })
}
