import type { Output } from '@moc57/shared'
import type { readSystem } from '@moc57/shared/api'
import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query'
import { call } from '../lib/api-client.ts'

export type System = Output<typeof readSystem>
export type SystemBackups = NonNullable<System['backups']>

/** Milliseconds between two looks: while a backup is being made, and otherwise. */
const [whileMaking, otherwise] = [2000, 60_000]

export const systemQuery = queryOptions({
  queryKey: ['system', 'entries'],
  queryFn: ({ signal }) => call('GET /api/system', { query: {} }, signal),
  staleTime: 0,
  refetchInterval: ({ state }) => (state.data?.backups?.isRunning ? whileMaking : otherwise),
})

export function useBeginBackup() {
  const queryClient = useQueryClient()
  return useMutation({
    networkMode: 'always',
    mutationFn: () => call('POST /api/system/backups', {}),
    onSettled: () => queryClient.invalidateQueries(systemQuery),
  })
}
