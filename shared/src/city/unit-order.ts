import { z } from 'zod'
import type { AdministrativeUnit } from '../administrative-unit.ts'
import { compareStatus, type ProgressStatus, statusClass } from '../indicators/status.ts'
import { vietnameseOrder } from '../text.ts'

/**
 * How compared units can stand, in the words of a page's address. `thu-tu`: in official order. `ten`: by name.
 * `can-chu-y`: the smallest share of good statuses over all indicators first. On one indicator, the first of those that
 * are compared, `thu-hang`: by rank, the best first; `tinh-trang`: the worst status first, then who misses most of the way.
 */
export const UnitOrder = z.enum(['thu-tu', 'ten', 'can-chu-y', 'thu-hang', 'tinh-trang'])
export type UnitOrder = z.infer<typeof UnitOrder>

/** How many of some statuses are good, how many bad (red), and how many tell good from bad at all. */
export function countStanding(statuses: readonly ProgressStatus[]) {
  const count = (asked: (typeof statusClass)[ProgressStatus]) =>
    statuses.filter((status) => statusClass[status] === asked).length
  return { good: count('good'), bad: count('red'), judged: statuses.length - count('neither') }
}

/** Columns of an item, a place a unit. */
type ComparedItem = {
  status: readonly ProgressStatus[]
  rank: readonly (number | null)[]
  value: readonly (number | null)[]
  missingShare: readonly (number | null)[]
}
type Compared = { units: readonly AdministrativeUnit[]; items: readonly ComparedItem[] }

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

function comparisonBy(order: Exclude<UnitOrder, 'thu-tu'>, items: readonly ComparedItem[]) {
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
        (item?.missingShare[b] ?? 0) - (item?.missingShare[a] ?? 0)
  }
}

type Standing = ReturnType<typeof countStanding>

function compareStanding(a: Standing | undefined, b: Standing | undefined): number {
  if (!a?.judged || !b?.judged) return Number(!a?.judged) - Number(!b?.judged)
  return a.good * b.judged - b.good * a.judged || b.bad - a.bad
}
