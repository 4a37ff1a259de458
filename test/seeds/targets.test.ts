import { targetsInForce } from '@moc57/db'
import { describe, expect, test } from 'vitest'
import { seededDatabase } from '../support/databases.ts'

/** Phụ lục 01 as a person reads it: the bound at each milestone, a range as [lower, upper], no target as null. */
const bounds: Record<number, (number | null | [number, number])[]> = {
  1: [60, 100, 100, 100, 100],
  2: [100, 100, 100, 100, 100],
  3: [60, 100, 100, 100, 100],
  4: [null, null, 100, 100, 100],
  5: [null, null, 50, 80, 100],
  6: [3, 3, 3, 3, 3],
  7: [null, 2, 2, 2, 2],
  8: [80, 100, 100, 100, 100],
  9: [80, 100, 100, 100, 100],
  10: [80, 90, 95, 97, 100],
  11: [null, null, null, [80, 90], 90],
  12: [70, 90, 95, 100, null],
  13: [90, 100, 100, 100, 100],
  14: [80, 100, 100, 100, 100],
  15: [null, 100, 100, 100, 100],
  16: [null, 95, 95, 100, 100],
  17: [null, 95, 95, 100, 100],
  18: [15, 20, 25, 30, 35],
  19: [70, 100, 100, 100, 100],
  20: [70, 100, 100, 100, 100],
  21: [80, 100, 100, 100, 100],
  22: [100, 100, 100, 100, 100],
  23: [70, 85, 95, 100, 100],
  24: [40, 70, 90, 100, 100],
  25: [50, 80, 100, 100, 100],
  26: [60, 85, 100, 100, 100],
  27: [30, 60, 85, 95, 100],
  28: [null, 10, 20, 30, 40],
  29: [70, 85, 95, 100, 100],
  30: [100, 100, 100, 100, 100],
  31: [30, 35, [45, 50], [50, 55], 60],
}

const kienAn = () => targetsInForce(seededDatabase(), '11443', '2026-Q3')

describe('the 155 targets of Phụ lục 01', () => {
  test.each(Object.entries(bounds))('are read as a person reads them: indicator %s', (number, expected) => {
    const targets = kienAn().get(Number(number)) ?? []
    const read = targets.map(({ lower, upper }) => (upper === null ? lower : [lower, upper]))
    expect(read).toEqual(expected)
  })

  test('are all read, none is left for a person', () => {
    const targets = [...kienAn().values()].flat()
    expect(targets).toHaveLength(155)
    const kinds = Map.groupBy(targets, ({ kind }) => kind)
    expect(Object.fromEntries([...kinds].map(([kind, { length }]) => [kind, length]))).toEqual({
      none: 13,
      atLeast: 40,
      reach: 99,
      range: 3,
    })
  })

  test('are aspired to only where the plan says “Phấn đấu”: indicator 6 until 2030', () => {
    const aspired = [...kienAn()].flatMap(([number, targets]) =>
      targets.filter(({ aspirational }) => aspirational).map(({ milestone }) => [number, milestone]),
    )
    expect(aspired).toEqual([
      [6, 2025],
      [6, 2030],
    ])
  })
})

test('the five local targets are read', () => {
  const rows = seededDatabase()
    .sqlite.prepare(
      `SELECT statement, kind, lower FROM targets WHERE statement IS NOT NULL ORDER BY statement`,
    )
    .raw()
    .all()
  expect(rows).toEqual([
    ['GP14', 'atLeast', 700_000],
    ['KT10', 'atLeast', 30_000],
    ['KT7', 'reach', 1_000_000],
    ['PT10', 'atLeast', 30_000],
    ['PT7', 'reach', 1_000_000],
  ])
})
