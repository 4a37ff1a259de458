import type { ReportingPeriod } from '@moc57/shared'
import { listEvidence, listIndicatorEvidence } from '@moc57/shared/api'
import { queryOptions } from '@tanstack/react-query'
import { call } from '../../lib/api-client.ts'

/** The figure that files belong to. */
export type Figure = { unitCode: string; number: number; period: ReportingPeriod }

export function figureParams({ unitCode, number, period }: Figure) {
  return { unitCode, number: String(number), period }
}

/** "entries" in a key drops the answer when another account signs in. */
export function evidenceQuery(figure: Figure) {
  const { unitCode, number, period } = figure
  return queryOptions({
    queryKey: ['units', unitCode, 'entries', 'evidence', number, period],
    queryFn: ({ signal }) => call(listEvidence, { params: figureParams(figure), query: {} }, signal),
    staleTime: 15_000,
  })
}

/** The files of every quarter up to one, as far as whoever asks may see them. */
export function indicatorEvidenceQuery({ unitCode, number, period }: Figure) {
  return queryOptions({
    queryKey: ['units', unitCode, 'entries', 'evidence of indicator', number, period],
    queryFn: ({ signal }) =>
      call(
        listIndicatorEvidence,
        { params: { unitCode, number: String(number) }, query: { asOf: period } },
        signal,
      ),
  })
}
