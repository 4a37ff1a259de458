import {
  type AdministrativeUnit,
  countStanding,
  progressStatuses,
  statusClass,
  type UnitOrder,
  unitsInOrder,
} from '@moc57/shared'
import type { ComparisonItem } from '@moc57/shared/api'

/** A line of the heat map: a unit, its place in the columns, and how many of its indicators stand how. */
export type HeatRow = {
  unit: AdministrativeUnit
  place: number
  good: number
  bad: number
  /** How many have a status that tells good from bad. */
  judged: number
}

type Compared = { units: readonly AdministrativeUnit[]; items: readonly ComparisonItem[] }

/** The units with what they are ordered by: who needs attention first, unless another order is asked for. */
export function heatRows(compared: Compared, order: UnitOrder = 'can-chu-y'): HeatRow[] {
  return unitsInOrder(compared, order).map(({ unit, place }) => ({
    unit,
    place,
    ...countStanding(compared.items.map(({ status }) => status[place] ?? 'noData')),
  }))
}

/** The indicators of one group, or all of them where there is no such group. */
export function itemsOfGroup(items: readonly ComparisonItem[], group: string | undefined) {
  const own = items.filter(({ groupCode }) => groupCode === group)
  return own.length > 0 ? own : items
}

/** How many cells of the whole map stand how; `rest` is neither good nor bad, each status by its name. */
export function countCells({ units, items }: Compared) {
  const statuses = items.flatMap(({ status }) => status)
  return {
    units: units.length,
    cells: statuses.length,
    ...countStanding(statuses),
    late: statuses.filter((status) => statusClass[status] === 'orange').length,
    rest: progressStatuses.flatMap((status) => {
      const count = statusClass[status] === 'neither' ? statuses.filter((one) => one === status).length : 0
      return count > 0 ? [{ status, count }] : []
    }),
  }
}

/** Neighbouring columns of one group, for the heading above them. */
export function groupSpans(items: readonly ComparisonItem[]): { code: string; span: number }[] {
  const spans: { code: string; span: number }[] = []
  for (const { groupCode } of items) {
    const last = spans.at(-1)
    if (last?.code === groupCode) last.span += 1
    else spans.push({ code: groupCode, span: 1 })
  }
  return spans
}
