import type { Account, Input } from '@moc57/shared'
import {
  changePassword,
  listSignInProviders,
  nameMyself,
  readSession,
  signIn,
  signOut,
} from '@moc57/shared/api'
import { type QueryClient, queryOptions, useMutation, useQueryClient } from '@tanstack/react-query'
import { call } from '../../lib/api-client.ts'
import { announceAccount, clearKeptWork } from './kept-work.ts'

/** Who is signed in; `null` is the public. */
export const sessionQuery = queryOptions({
  queryKey: ['session'],
  queryFn: async ({ signal }) => {
    const { user } = await call(readSession, { query: {} }, signal)
    announceAccount(user?.username ?? null)
    return user
  },
  staleTime: 5 * 60_000,
})

/** Where one can sign in other than with a password. */
export const providersQuery = queryOptions({
  queryKey: ['session', 'providers'],
  queryFn: ({ signal }) => call(listSignInProviders, { query: {} }, signal),
  staleTime: Number.POSITIVE_INFINITY,
})

export function useSignIn() {
  const queryClient = useQueryClient()
  return useMutation({
    mutationFn: (body: Input<typeof signIn>['body']) => call(signIn, { body }),
    onSuccess: ({ user }) => changeAccount(queryClient, user),
  })
}

export function useChangePassword() {
  const queryClient = useQueryClient()
  return useMutation({
    mutationFn: (body: Input<typeof changePassword>['body']) => call(changePassword, { body }),
    onSuccess: ({ user }) => changeAccount(queryClient, user),
  })
}

/** Names oneself; everybody's names may stand on a page, so all are read anew. */
export function useNameMyself() {
  const queryClient = useQueryClient()
  return useMutation({
    mutationFn: (body: Input<typeof nameMyself>['body']) => call(nameMyself, { body }),
    onSuccess: ({ user }) => changeAccount(queryClient, user),
  })
}

/** Signs out and forgets what the browser kept of the account. */
export function useSignOut(username: string) {
  const queryClient = useQueryClient()
  return useMutation({
    mutationFn: () => call(signOut, {}),
    onSuccess: () => {
      clearKeptWork(username)
      changeAccount(queryClient, null)
    },
  })
}

/** Another account reads other answers: drafts are seen by their unit alone. */
function changeAccount(queryClient: QueryClient, user: Account | null) {
  announceAccount(user?.username ?? null)
  queryClient.setQueryData(sessionQuery.queryKey, user)
  queryClient.removeQueries({ predicate: ({ queryKey }) => queryKey.includes('entries') })
  void queryClient.invalidateQueries({ predicate: ({ queryKey }) => queryKey[0] !== 'session' })
}
