import type { FigureKey } from '@moc57/shared'
import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query'
import { call } from '../../lib/api-client.ts'

export function figureParams({ unitCode, number, period }: FigureKey) {
  return { unitCode, number: String(number), period }
}

export function evidenceQuery(figure: FigureKey) {
  const { unitCode, number, period } = figure
  return queryOptions({
    queryKey: ['units', unitCode, 'entries', 'evidence', number, period],
    queryFn: ({ signal }) =>
      call(
        'GET /api/units/:unitCode/indicators/:number/measurements/:period/evidence',
        { params: figureParams(figure), query: {} },
        signal,
      ),
    staleTime: 15_000,
  })
}

/** The files of every quarter up to one, as far as whoever asks may see them. */
export function indicatorEvidenceQuery({ unitCode, number, period }: FigureKey) {
  return queryOptions({
    queryKey: ['units', unitCode, 'entries', 'evidence of indicator', number, period],
    queryFn: ({ signal }) =>
      call(
        'GET /api/units/:unitCode/indicators/:number/evidence',
        { params: { unitCode, number: String(number) }, query: { asOf: period } },
        signal,
      ),
  })
}

/** Takes a file of the figure out of sight. */
export function useWithdrawEvidence(figure: FigureKey) {
  const queryClient = useQueryClient()
  return useMutation({
    networkMode: 'always',
    mutationFn: ({ id, reason }: { id: number; reason: string }) =>
      call('POST /api/units/:unitCode/indicators/:number/measurements/:period/evidence/:id/withdrawal', {
        params: { ...figureParams(figure), id },
        body: { reason },
      }),
    onSuccess: () => queryClient.invalidateQueries({ queryKey: ['units', figure.unitCode, 'entries'] }),
  })
}

/** The withdrawn files of all units. */
export const withdrawnEvidenceQuery = queryOptions({
  queryKey: ['withdrawn evidence', 'entries'],
  queryFn: ({ signal }) => call('GET /api/withdrawn-evidence', { query: {} }, signal),
  staleTime: 0,
})

export function useEraseEvidence() {
  const queryClient = useQueryClient()
  return useMutation({
    networkMode: 'always',
    mutationFn: (id: number) => call('DELETE /api/withdrawn-evidence/:id', { params: { id } }),
    onSuccess: () => queryClient.invalidateQueries({ queryKey: withdrawnEvidenceQuery.queryKey }),
  })
}
