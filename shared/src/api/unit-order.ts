import { z } from 'zod'
import type { AdministrativeUnit } from '../administrative-unit.ts'
import { compareStatus, type ProgressStatus } from '../progress.ts'
import { vietnameseOrder } from '../text.ts'
import type { ComparisonItem } from './comparison.ts'

/**
 * How compared units can stand, in the words of a page's address. `thu-tu`: in official order. `ten`: by name.
 * `can-chu-y`: the smallest share of good statuses over all indicators first. On one indicator, the first of those that
 * are compared, `thu-hang`: by rank, the best first; `tinh-trang`: the worst status first, then who misses most.
 */
export const UnitOrder = z.enum(['thu-tu', 'ten', 'can-chu-y', 'thu-hang', 'tinh-trang'])
export type UnitOrder = z.infer<typeof UnitOrder>

const goodStatuses: ReadonlySet<ProgressStatus> = new Set(['achieved', 'onTrack'])
const badStatuses: ReadonlySet<ProgressStatus> = new Set(['missed', 'lost', 'regressing'])
const unjudgedStatuses: ReadonlySet<ProgressStatus> = new Set(['noData', 'insufficientData', 'noTarget'])

/** How many of some statuses are good, how many bad, and how many tell good from bad at all. */
export function countStanding(statuses: readonly ProgressStatus[]) {
  const count = (set: ReadonlySet<ProgressStatus>) => statuses.filter((status) => set.has(status)).length
  return {
    good: count(goodStatuses),
    bad: count(badStatuses),
    judged: statuses.length - count(unjudgedStatuses),
  }
}

type Compared = { units: readonly AdministrativeUnit[]; items: readonly ComparisonItem[] }

/** The units in this order, each with its place in the columns; what is equal stands by name, what has no figure last. */
export function unitsInOrder(
  { units, items }: Compared,
  order: UnitOrder,
): { unit: AdministrativeUnit; place: number }[] {
  const listed = units.map((unit, place) => ({ unit, place }))
  if (order === 'thu-tu') return listed
  const compare = comparisonBy(order, items)
  return listed.sort((a, b) => compare(a.place, b.place) || vietnameseOrder.compare(a.unit.name, b.unit.name))
}

function comparisonBy(order: Exclude<UnitOrder, 'thu-tu'>, items: readonly ComparisonItem[]) {
  const [item] = items
  switch (order) {
    case 'ten':
      return () => 0
    case 'can-chu-y': {
      const standings = item?.status.map((_, place) =>
        countStanding(items.map(({ status }) => status[place] ?? 'noData')),
      )
      return (a: number, b: number) => compareStanding(standings?.[a], standings?.[b])
    }
    case 'thu-hang': {
      const rankOf = (place: number) => item?.rank[place] ?? (item?.value[place] == null ? 1e6 : 1e5)
      return (a: number, b: number) => rankOf(a) - rankOf(b)
    }
    case 'tinh-trang':
      return (a: number, b: number) =>
        compareStatus(item?.status[a] ?? 'noData', item?.status[b] ?? 'noData') ||
        (item?.gap[b] ?? 0) - (item?.gap[a] ?? 0)
  }
}

type Standing = ReturnType<typeof countStanding>

function compareStanding(a: Standing | undefined, b: Standing | undefined): number {
  if (!a?.judged || !b?.judged) return Number(!a?.judged) - Number(!b?.judged)
  return a.good * b.judged - b.good * a.judged || b.bad - a.bad
}
