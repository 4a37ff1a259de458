import type { Input, Output, Quarter } from '@moc57/shared'
import type { addInspection, followUpInspection, listInspections, recordAssessment } from '@moc57/shared/api'
import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query'
import { call } from '../lib/api-client.ts'

export type Inspections = Output<typeof listInspections>

export function assessmentsQuery(unitCode: string, number: number) {
  return queryOptions({
    queryKey: ['units', unitCode, 'entries', 'assessments', number],
    queryFn: ({ signal }) =>
      call(
        'GET /api/units/:unitCode/assessments',
        { params: { unitCode }, query: { number: String(number) } },
        signal,
      ),
    staleTime: 15_000,
  })
}

export function inspectionsQuery(unitCode: string) {
  return queryOptions({
    queryKey: ['units', unitCode, 'entries', 'inspections'],
    queryFn: ({ signal }) =>
      call('GET /api/units/:unitCode/inspections', { params: { unitCode }, query: {} }, signal),
    staleTime: 15_000,
  })
}

function useSettled(unitCode: string) {
  const queryClient = useQueryClient()
  return () => queryClient.invalidateQueries({ queryKey: ['units', unitCode, 'entries'] })
}

export function useAssess(unitCode: string, number: number, period: Quarter) {
  return useMutation({
    networkMode: 'always',
    mutationFn: (body: Input<typeof recordAssessment>['body']) =>
      call('PUT /api/units/:unitCode/indicators/:number/assessments/:period', {
        params: { unitCode, number: String(number), period },
        body,
      }),
    onSettled: useSettled(unitCode),
  })
}

export function useInspect(unitCode: string) {
  return useMutation({
    networkMode: 'always',
    mutationFn: (body: Input<typeof addInspection>['body']) =>
      call('POST /api/units/:unitCode/inspections', { params: { unitCode }, body }),
    onSettled: useSettled(unitCode),
  })
}

export function useFollowUp(unitCode: string, id: number) {
  return useMutation({
    networkMode: 'always',
    mutationFn: (body: Input<typeof followUpInspection>['body']) =>
      call('POST /api/units/:unitCode/inspections/:id/follow-ups', {
        params: { unitCode, id: String(id) },
        body,
      }),
    onSettled: useSettled(unitCode),
  })
}
