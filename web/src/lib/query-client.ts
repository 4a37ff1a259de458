import { hashKey, QueryClient } from '@tanstack/react-query'
import { accountOfPage } from './account-of-page.ts'
import { ApiError } from './api-client.ts'

const isFinal = (error: Error) =>
  error instanceof ApiError && error.problem.status >= 400 && error.problem.status < 500

export const queryClient = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: 60_000,
      // The account is part of every key: no answer that was read for one is found by another.
      queryKeyHashFn: (queryKey) => hashKey([accountOfPage?.mark ?? 'public', queryKey]),
      // The line of a ward office is unsteady: try again, but not what the server has refused.
      retry: (failures, error) => failures < 2 && !isFinal(error),
    },
  },
})
