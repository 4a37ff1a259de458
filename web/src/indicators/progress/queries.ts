import type { Output, Quarter } from '@moc57/shared'
import type { readProgress } from '@moc57/shared/api'
import { queryOptions, useQuery } from '@tanstack/react-query'
import { call } from '../../lib/api-client.ts'
import { viewFields } from '../../lib/known-on.ts'

/** How a unit stands as of a quarter: the answer that its pages are made of. */
export type UnitProgress = Output<typeof readProgress>

/** All indicators of a unit as of a quarter, as known on a day; the filters of a page work on this one answer. */
export function progressQuery(unitCode: string, asOf: Quarter | undefined, knownOn?: string) {
  return queryOptions({
    queryKey: ['units', unitCode, 'progress', asOf ?? 'current', knownOn ?? 'today'],
    queryFn: ({ signal }) =>
      call(
        'GET /api/units/:unitCode/progress',
        { params: { unitCode }, query: viewFields(asOf, knownOn) },
        signal,
      ),
    // The quarter changes under a page that stays; another unit starts anew.
    placeholderData: (previous, previousQuery) =>
      previousQuery?.queryKey[1] === unitCode ? previous : undefined,
  })
}

/** The same quarter as it is known today, beside one that is shown as known on an earlier day. */
export function useKnownToday({ unit, asOf, knownOn }: UnitProgress): UnitProgress | undefined {
  const { data } = useQuery({ ...progressQuery(unit.code, asOf), enabled: knownOn !== null })
  return knownOn !== null && data?.asOf === asOf ? data : undefined
}
