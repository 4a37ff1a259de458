import type { ExplanationAction, Input, Output } from '@moc57/shared'
import type {
  askExplanation,
  changeExplanation,
  ExplanationItem,
  listCityExplanations,
  listExplanations,
} from '@moc57/shared/api'
import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query'
import { call } from '../lib/api-client.ts'

export type Explanations = Output<typeof listExplanations>
export type CityExplanation = Output<typeof listCityExplanations>['items'][number]

export function explanationsQuery(unitCode: string) {
  return queryOptions({
    queryKey: ['units', unitCode, 'entries', 'explanations'],
    queryFn: ({ signal }) =>
      call('GET /api/units/:unitCode/explanations', { params: { unitCode }, query: {} }, signal),
    staleTime: 15_000,
  })
}

export const cityExplanationsQuery = queryOptions({
  queryKey: ['units', 'all', 'entries', 'explanations'],
  queryFn: ({ signal }) => call('GET /api/explanations', { query: {} }, signal),
  staleTime: 15_000,
})

/** Whatever comes of it, lists are read again: a refusal tells of news. Without a line it fails at once. */
function useSettled() {
  const queryClient = useQueryClient()
  return () => queryClient.invalidateQueries({ queryKey: ['units'] })
}

export function useAsk(unitCode: string, number: number) {
  return useMutation({
    networkMode: 'always',
    mutationFn: (body: Input<typeof askExplanation>['body']) =>
      call('POST /api/units/:unitCode/indicators/:number/explanations', {
        params: { unitCode, number: String(number) },
        body,
      }),
    onSettled: useSettled(),
  })
}

type Change = { action: ExplanationAction } & NonNullable<Input<typeof changeExplanation>['body']>

export function useChange(unitCode: string, { id }: Pick<ExplanationItem, 'id'>) {
  return useMutation({
    networkMode: 'always',
    mutationFn: ({ action, ...body }: Change) =>
      call('POST /api/units/:unitCode/explanations/:id/:action', {
        params: { unitCode, id: String(id), action },
        body,
      }),
    onSettled: useSettled(),
  })
}
