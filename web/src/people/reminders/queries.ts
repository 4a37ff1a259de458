import type { Input, Output } from '@moc57/shared'
import type { changeReminderSettings, readReminders } from '@moc57/shared/api'
import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query'
import { call } from '../../lib/api-client.ts'

export type Reminders = Output<typeof readReminders>

/** What waits for who is signed in. */
export const remindersQuery = queryOptions({
  queryKey: ['reminders'],
  queryFn: ({ signal }) => call('GET /api/reminders', { query: {} }, signal),
  staleTime: 60_000,
})

export function useReminderSettings() {
  const queryClient = useQueryClient()
  return useMutation({
    mutationFn: (body: Input<typeof changeReminderSettings>['body']) =>
      call('PUT /api/reminders/settings', { body }),
    onSuccess: (reminders) => queryClient.setQueryData(remindersQuery.queryKey, reminders),
  })
}
