import { budgetIndicator, type Input, type Output, type Quarter } from '@moc57/shared'
import type { readBudget, recordBudgetLine, recordMeasurement } from '@moc57/shared/api'
import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query'
import { call } from '../lib/api-client.ts'

export type Budget = Output<typeof readBudget>

export function budgetQuery(unitCode: string, year: string) {
  return queryOptions({
    queryKey: ['units', unitCode, 'entries', 'budget', year],
    queryFn: ({ signal }) =>
      call('GET /api/units/:unitCode/budget/:year', { params: { unitCode, year }, query: {} }, signal),
    staleTime: 15_000,
  })
}

/** What stands in the cell of indicator 6 in a quarter. */
export function budgetCellQuery(unitCode: string, period: Quarter) {
  return queryOptions({
    queryKey: ['units', unitCode, 'entries', 'budget', 'cell', period],
    queryFn: async ({ signal }) => {
      const { items } = await call(
        'GET /api/units/:unitCode/entries/:period',
        { params: { unitCode, period }, query: {} },
        signal,
      )
      return items.find(({ number }) => number === budgetIndicator) ?? null
    },
    staleTime: 0,
  })
}

type Line = { line: number } & Input<typeof recordBudgetLine>['body']

export function useRecordLine(unitCode: string, year: string) {
  const queryClient = useQueryClient()
  return useMutation({
    networkMode: 'always',
    mutationFn: ({ line, ...body }: Line) =>
      call('PUT /api/units/:unitCode/budget/:year/lines/:line', {
        params: { unitCode, year, line: String(line) },
        body,
      }),
    onSettled: () => queryClient.invalidateQueries({ queryKey: ['units', unitCode, 'entries', 'budget'] }),
  })
}

/** Saves the figure as a draft, as if it had been typed into the entry grid. */
export function useTakeIntoQuarter(unitCode: string, period: Quarter) {
  const queryClient = useQueryClient()
  return useMutation({
    networkMode: 'always',
    mutationFn: (body: Input<typeof recordMeasurement>['body']) =>
      call('PUT /api/units/:unitCode/indicators/:number/measurements/:period', {
        params: { unitCode, number: String(budgetIndicator), period },
        body,
      }),
    onSettled: () => queryClient.invalidateQueries({ queryKey: ['units', unitCode] }),
  })
}
