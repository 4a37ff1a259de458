import type { Input, Output, PlanChangeInput, Quarter } from '@moc57/shared'
import type { readPlan, settleTarget } from '@moc57/shared/api'
import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query'
import { call } from '../lib/api-client.ts'
import { viewFields } from '../lib/known-on.ts'

/** The plan of a unit as of a quarter, and how it came about. */
export type UnitPlan = Output<typeof readPlan>

export function planQuery(unitCode: string, asOf: Quarter | undefined, knownOn?: string) {
  return queryOptions({
    queryKey: ['units', unitCode, 'plan', asOf ?? 'current', knownOn ?? 'today'],
    queryFn: ({ signal }) =>
      call(
        'GET /api/units/:unitCode/plan',
        { params: { unitCode }, query: viewFields(asOf, knownOn) },
        signal,
      ),
    // The quarter changes under a page that stays; another unit starts anew.
    placeholderData: (previous, previousQuery) =>
      previousQuery?.queryKey[1] === unitCode ? previous : undefined,
  })
}

/** Changes the plan; whatever was read of the unit is read again, also where somebody else was quicker. */
export function useChangePlan(unitCode: string) {
  const queryClient = useQueryClient()
  return useMutation({
    mutationFn: (body: PlanChangeInput) =>
      call('POST /api/units/:unitCode/plan/changes', { params: { unitCode }, body }),
    onSettled: () => queryClient.invalidateQueries({ queryKey: ['units', unitCode] }),
  })
}

/** Settles a target that the program could not read; every view of the unit counts it from then on. */
export function useSettleTarget(unitCode: string) {
  const queryClient = useQueryClient()
  return useMutation({
    mutationFn: ({ body }: Pick<Input<typeof settleTarget>, 'body'>) =>
      call('POST /api/units/:unitCode/plan/readings', { params: { unitCode }, body }),
    onSuccess: () => queryClient.invalidateQueries(),
  })
}

/** What the reference list asks for, by `number milestone`: beside it a unit's own targets stand out. */
export const referenceQuery = queryOptions({
  queryKey: ['indicators', 'targets'],
  queryFn: async ({ signal }) => {
    const { items } = await call('GET /api/indicators', { query: {} }, signal)
    return new Map(
      items.flatMap(({ number, targets }) =>
        targets.map(({ milestone, text }) => [`${number} ${milestone}`, text] as const),
      ),
    )
  },
  staleTime: Number.POSITIVE_INFINITY,
})
