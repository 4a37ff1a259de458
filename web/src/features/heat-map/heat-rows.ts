import { type AdministrativeUnit, type ProgressStatus, vietnameseOrder } from '@moc57/shared'
import type { ComparisonItem } from '@moc57/shared/api'
import type { HeatMapSearch } from './search.ts'

const good: ReadonlySet<ProgressStatus> = new Set(['achieved', 'onTrack'])
const bad: ReadonlySet<ProgressStatus> = new Set(['missed', 'lost', 'regressing'])
const unjudged: ReadonlySet<ProgressStatus> = new Set(['noData', 'insufficientData', 'noTarget'])

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

/** The units with what they are ordered by: the smallest share of good statuses first, those without any last. */
export function heatRows({ units, items }: Compared, order: HeatMapSearch['sapXep']): HeatRow[] {
  const rows = units.map((unit, place): HeatRow => {
    const statuses = items.map(({ status }) => status[place] ?? 'noData')
    const count = (set: ReadonlySet<ProgressStatus>) => statuses.filter((status) => set.has(status)).length
    return { unit, place, good: count(good), bad: count(bad), judged: statuses.length - count(unjudged) }
  })
  if (order === 'thu-tu') return rows
  const byName = (a: HeatRow, b: HeatRow) => vietnameseOrder.compare(a.unit.name, b.unit.name)
  return rows.sort(order === 'ten' ? byName : (a, b) => compareStanding(a, b) || byName(a, b))
}

function compareStanding(a: HeatRow, b: HeatRow): number {
  if (a.judged === 0 || b.judged === 0) return Number(a.judged === 0) - Number(b.judged === 0)
  return a.good * b.judged - b.good * a.judged || b.bad - a.bad
}

/** The indicators of one group, or all of them where there is no such group. */
export function itemsOfGroup(items: readonly ComparisonItem[], group: string | undefined) {
  const own = items.filter(({ groupCode }) => groupCode === group)
  return own.length > 0 ? own : items
}

/** How many cells of the whole map stand how. */
export function countCells({ units, items }: Compared) {
  const statuses = items.flatMap(({ status }) => status)
  const count = (set: ReadonlySet<ProgressStatus>) => statuses.filter((status) => set.has(status)).length
  return {
    units: units.length,
    cells: statuses.length,
    good: count(good),
    bad: count(bad),
    noData: count(new Set(['noData'])),
  }
}

/** How many units stand well on an indicator, of those that can be judged. */
export function goodUnits({ status }: ComparisonItem): { good: number; judged: number } {
  return {
    good: status.filter((one) => good.has(one)).length,
    judged: status.filter((one) => !unjudged.has(one)).length,
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
