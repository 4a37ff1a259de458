import {
  type AdministrativeUnit,
  codesOf,
  type MovementKind,
  type RankBand,
  rankBandLabels,
  rankBands,
  unitsInOrder,
} from '@moc57/shared'
import {
  type ComparisonCell,
  type ComparisonItem,
  comparisonCell,
  type MovementItem,
} from '@moc57/shared/api'

/** A unit on one indicator, with what moved since the quarter before. */
export type RankedRow = ComparisonCell & {
  unit: AdministrativeUnit
  band: RankBand | null
  /** Of the quarter before. */
  before: number | null
  movement: MovementKind | null
}

/** The rows that are read together: those of one band of the ranking, or those that have no rank. */
export type RowGroup = { band: RankBand | null; rows: RankedRow[] }

/** The units by rank; where nobody is ranked, by name, so that the order suggests nothing. Without a value: last. */
export function rankedRows(
  units: readonly AdministrativeUnit[],
  item: ComparisonItem,
  movement: MovementItem | undefined,
): RankedRow[] {
  const bands = rankBands(item.rank)
  return unitsInOrder({ units, items: [item] }, 'thu-hang').map(({ unit, place }): RankedRow => {
    return {
      ...comparisonCell(item, place),
      unit,
      band: bands[place] ?? null,
      before: movement?.before[place] ?? null,
      movement: movement?.kind[place] ?? null,
    }
  })
}

/** The rows in the bands of the ranking, the best first; those without a rank come last. */
export function rowGroups(rows: readonly RankedRow[]): RowGroup[] {
  return [...codesOf(rankBandLabels), null].flatMap((band) => {
    const own = rows.filter((row) => row.band === band)
    return own.length > 0 ? [{ band, rows: own }] : []
  })
}

/** The end of the scale that all bars share: the highest value or bound, or a little more. */
export function scaleEnd(rows: readonly RankedRow[], naturalMaximum: number | null): number {
  const highest = Math.max(0, ...rows.flatMap(({ value, bound }) => [value ?? 0, bound ?? 0]))
  if (naturalMaximum !== null && highest > naturalMaximum / 2) return Math.max(naturalMaximum, highest)
  return highest > 0 ? highest * 1.1 : 1
}

/** How many rows moved which way, only what occurs. */
export function countMovements(rows: readonly RankedRow[]): Map<MovementKind, number> {
  const counts = new Map<MovementKind, number>()
  for (const { movement } of rows) if (movement) counts.set(movement, (counts.get(movement) ?? 0) + 1)
  return counts
}
