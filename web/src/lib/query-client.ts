import { QueryClient } from '@tanstack/react-query'
import { ApiError } from './api-client.ts'

const isFinal = (error: Error) =>
  error instanceof ApiError && error.problem.status >= 400 && error.problem.status < 500

export const queryClient = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: 60_000,
      // The line of a ward office is unsteady: try again, but not what the server has refused.
      retry: (failures, error) => failures < 2 && !isFinal(error),
    },
  },
})
