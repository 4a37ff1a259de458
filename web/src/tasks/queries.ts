import type { Input, Output, Quarter } from '@moc57/shared'
import type { listTasks, updateTask } from '@moc57/shared/api'
import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query'
import { call } from '../lib/api-client.ts'
import { viewFields } from '../lib/known-on.ts'
import { upload } from '../lib/upload.ts'

export type Tasks = Output<typeof listTasks>
export type Task = Tasks['items'][number]

export function tasksQuery(unitCode: string, asOf: Quarter | undefined, knownOn?: string) {
  return queryOptions({
    queryKey: ['units', unitCode, 'entries', 'tasks', asOf ?? 'now', knownOn ?? 'today'],
    queryFn: ({ signal }) =>
      call(
        'GET /api/units/:unitCode/tasks',
        { params: { unitCode }, query: viewFields(asOf, knownOn) },
        signal,
      ),
  })
}

export function taskUpdatesQuery(unitCode: string, number: number) {
  return queryOptions({
    queryKey: ['units', unitCode, 'entries', 'tasks', 'reports', number],
    queryFn: ({ signal }) =>
      call(
        'GET /api/units/:unitCode/tasks/:number/reports',
        { params: { unitCode, number: String(number) }, query: {} },
        signal,
      ),
    staleTime: 15_000,
  })
}

type Report = { period: Quarter } & Input<typeof updateTask>['body']

export function useReport(unitCode: string, number: number) {
  const queryClient = useQueryClient()
  return useMutation({
    networkMode: 'always',
    mutationFn: ({ period, ...body }: Report) =>
      call('PUT /api/units/:unitCode/tasks/:number/reports/:period', {
        params: { unitCode, number: String(number), period },
        body,
      }),
    onSettled: () => queryClient.invalidateQueries({ queryKey: ['units', unitCode, 'entries', 'tasks'] }),
  })
}

export function useAddDocument(unitCode: string, number: number) {
  const queryClient = useQueryClient()
  return useMutation({
    networkMode: 'always',
    mutationFn: (file: File) =>
      upload('POST /api/units/:unitCode/tasks/:number/documents', {
        params: { unitCode, number: String(number) },
        file,
        name: file.name,
      }),
    onSettled: () => queryClient.invalidateQueries({ queryKey: ['units', unitCode, 'entries', 'tasks'] }),
  })
}
