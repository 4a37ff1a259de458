import { type Database, listIndicators, listUnits } from '@moc57/db'
import type { Quarter } from '@moc57/shared'

/** Past quarters, which stand open once the city has reopened them. */
export const openedQuarters: Quarter[] = ['2025-Q1', '2025-Q2', '2025-Q3', '2025-Q4']

/**
 * Every cell that the whole city types into, each after one of another unit: enough of them that none gets more
 * revisions than it would in an office.
 */
export function cellsOf(database: Database): { unitCode: string; number: number; period: Quarter }[] {
  return openedQuarters.flatMap((period) =>
    listIndicators(database).flatMap(({ number }) =>
      listUnits(database).map(({ code }) => ({ unitCode: code, number, period })),
    ),
  )
}

/** Figures that differ from save to save, as a quarter's do. */
export function figureAt(save: number): number {
  return (save % 900) / 10
}
