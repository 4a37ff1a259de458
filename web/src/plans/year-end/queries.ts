import type { Input, Output } from '@moc57/shared'
import type { decideProposal, proposeTarget, readYearEnd } from '@moc57/shared/api'
import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query'
import { call } from '../../lib/api-client.ts'

export type YearEndAnswer = Output<typeof readYearEnd>
export type YearEndItem = YearEndAnswer['items'][number]
export type Proposal = YearEndAnswer['proposals'][number]

export function yearEndQuery(unitCode: string, year: string) {
  return queryOptions({
    queryKey: ['units', unitCode, 'entries', 'year-end', year],
    queryFn: ({ signal }) =>
      call('GET /api/units/:unitCode/reviews/:year', { params: { unitCode, year } }, signal),
  })
}

export function usePropose(unitCode: string, year: string) {
  const queryClient = useQueryClient()
  return useMutation({
    mutationFn: (body: Input<typeof proposeTarget>['body']) =>
      call('POST /api/units/:unitCode/reviews/:year/proposals', { params: { unitCode, year }, body }),
    onSuccess: (yearEnd) => queryClient.setQueryData(yearEndQuery(unitCode, year).queryKey, yearEnd),
  })
}

type Decision = { id: number; decision: 'accept' | 'refuse' } & Input<typeof decideProposal>['body']

/** An accepted proposal changes the plan, so everything of the unit is read again. */
export function useDecide(unitCode: string, year: string) {
  const queryClient = useQueryClient()
  return useMutation({
    mutationFn: ({ id, decision, ...body }: Decision) =>
      call('POST /api/units/:unitCode/reviews/:year/proposals/:id/:decision', {
        params: { unitCode, year, id, decision },
        body,
      }),
    onSuccess: (yearEnd) => {
      queryClient.setQueryData(yearEndQuery(unitCode, year).queryKey, yearEnd)
      void queryClient.invalidateQueries({ queryKey: ['units', unitCode] })
    },
  })
}
