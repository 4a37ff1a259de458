import type { AdministrativeUnit } from '@moc57/shared'
import { unitsInOrder } from '@moc57/shared'
import { type ComparisonCell, type ComparisonItem, comparisonCell } from '@moc57/shared/api'

export type UnitRow = ComparisonCell & { unit: AdministrativeUnit; here: boolean }

/** A list that leaves units out says how many at each place. */
export type ListItem = { kind: 'unit'; row: UnitRow } | { kind: 'skipped'; key: string; count: number }

/** The units by rank, then those with a value that nobody ranks, then those without; each by name. */
export function unitRows(
  units: readonly AdministrativeUnit[],
  item: ComparisonItem,
  unitCode: string,
): UnitRow[] {
  return unitsInOrder({ units, items: [item] }, 'thu-hang').map(({ unit, place }) => ({
    ...comparisonCell(item, place),
    unit,
    here: unit.code === unitCode,
  }))
}

const atEachEnd = 3
const eitherSide = 2
const shownWhole = 12

/** The first and last of the units with a value, and this one with its neighbours. */
export function shortList(rows: readonly UnitRow[]): ListItem[] {
  const valued = rows.filter(({ value }) => value !== null)
  const here = valued.findIndex((row) => row.here)
  const ranked = valued.some(({ rank }) => rank !== null)
  const shows = (index: number) =>
    valued.length <= shownWhole ||
    (here >= 0 && Math.abs(index - here) <= (ranked ? eitherSide : 0)) ||
    (ranked && (index < atEachEnd || index >= valued.length - atEachEnd))
  const items: ListItem[] = []
  valued.forEach((row, index) => {
    const last = items.at(-1)
    if (shows(index)) items.push({ kind: 'unit', row })
    else if (last?.kind === 'skipped') last.count += 1
    else items.push({ kind: 'skipped', key: row.unit.code, count: 1 })
  })
  return items
}
