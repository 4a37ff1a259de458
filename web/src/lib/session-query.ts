import type { Account } from '@moc57/shared'
import { queryOptions } from '@tanstack/react-query'
import { accountOfPage } from './account-of-page.ts'
import { call } from './api-client.ts'
import { checkAccount, isSignedOut, untilSignedIn } from './signed-out.ts'

/**
 * Who is signed in; `null` is the public. A page of an account asks again every minute, so that it notices when its
 * session was ended from elsewhere; it then keeps its account, out of sight, until that is back.
 */
export const sessionQuery = queryOptions({
  queryKey: ['session'],
  queryFn: async ({ signal }): Promise<Account | null> => {
    for (;;) {
      const { user } = await call('GET /api/session', { query: {} }, signal)
      checkAccount()
      if (!isSignedOut()) return user
      await untilSignedIn(signal)
    }
  },
  staleTime: 5 * 60_000,
  refetchInterval: accountOfPage ? 60_000 : false,
})
