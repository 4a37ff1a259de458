import {
  type Comparator,
  changeBetween,
  type Direction,
  decimal,
  gapToTarget,
  meetsTarget,
  missingShare,
  progressOf,
  toNumber,
} from '@moc57/shared'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { anyDirection, anyFigure } from '../../support/arbitrary-progress.ts'
import { ceiling, measured, progressInput, share, target, targets } from '../../support/make-progress.ts'

const figureOf = (value: number, comparator: Comparator | null = null) => ({
  value: decimal(value),
  comparator,
})
const boundAt = (bound: number, strict = false) => ({ value: decimal(bound), strict })

test.each<[Direction, number, number, number, boolean]>([
  ['increase', 40, 60, 20, false],
  ['increase', 0, 60, 60, false],
  ['increase', 59.9999, 60, 0.0001, false],
  ['increase', 60, 60, 0, true],
  ['increase', 60.0001, 60, -0.0001, true],
  ['increase', 100, 60, -40, true],
  ['increase', 0, 0, 0, true],
  ['increase', 0.3, 0.1, -0.2, true],
  ['decrease', 10, 0, 10, false],
  ['decrease', 5.0001, 5, 0.0001, false],
  ['decrease', 5, 5, 0, true],
  ['decrease', 0, 5, -5, true],
  ['decrease', 0, 0, 0, true],
])('to %s, %d beside %d leaves %d', (direction, value, bound, gap, met) => {
  expect(toNumber(gapToTarget(decimal(value), decimal(bound), direction))).toBe(gap)
  expect(meetsTarget(figureOf(value), boundAt(bound), direction)).toBe(met)
})

test.each<[Direction, boolean, Comparator | null, boolean]>([
  ['increase', false, null, true],
  ['increase', true, null, false],
  ['increase', true, 'greaterThan', true],
  ['decrease', false, null, true],
  ['decrease', true, null, false],
  ['decrease', false, 'greaterThan', false],
])(
  'to %s, 30 beside a bound of 30 (strict: %s, known as %s) meets it: %s',
  (direction, strict, comparator, met) => {
    expect(meetsTarget(figureOf(30, comparator), boundAt(30, strict), direction)).toBe(met)
  },
)

test.each<[Direction, number, number, number]>([
  ['increase', 40, 60, 1 / 3],
  ['increase', 60, 60, 0],
  ['increase', 0, 2, 1],
  ['increase', 1, 0, 0],
  ['increase', -1, 0, 1],
  ['decrease', 8, 5, 3 / 8],
  ['decrease', 5, 0, 1],
  ['decrease', 4, 5, 0],
])('to %s, %d beside %d misses %d of the way', (direction, value, bound, share) => {
  expect(toNumber(missingShare(figureOf(value), boundAt(bound), direction))).toBeCloseTo(share, 12)
})

test('a target is met exactly where no gap is left, whichever way is better', () => {
  fc.assert(
    fc.property(anyFigure, anyFigure, anyDirection, (value, bound, direction) => {
      const gap = gapToTarget(decimal(value), decimal(bound), direction)
      expect(meetsTarget(figureOf(value), boundAt(bound), direction)).toBe(gap.n <= 0)
      expect(Math.sign(toNumber(gap))).toBe(
        Math.sign(direction === 'increase' ? bound - value : value - bound),
      )
    }),
  )
})

describe('the gaps of an indicator', () => {
  const gapsOf = (input: Parameters<typeof progressInput>[0]) =>
    progressOf(progressInput(input)).targets.map(({ gap }) => gap)

  test('are counted to each of the five milestones, those passed as well', () => {
    const measurements = [measured('2025-Q4', 40), measured('2026-Q3', 70)]
    expect(gapsOf({ measurements })).toEqual([-10, 30, 30, 30, 30])
  })

  test('are empty where the plan sets no target (indicator 12 sets none for 2045)', () => {
    const measurements = [measured('2026-Q3', 75.5)]
    expect(gapsOf({ measurements, targets: targets(70, 90, 95, 100, null) })).toEqual([
      -5.5,
      14.5,
      19.5,
      24.5,
      null,
    ])
  })

  test('are all empty where nothing was measured, never counted from 0', () =>
    expect(gapsOf({ measurements: [] })).toEqual([null, null, null, null, null]))

  test('are whole where zero was measured', () =>
    expect(gapsOf({ measurements: [measured('2026-Q3', 0)] })).toEqual([60, 100, 100, 100, 100]))

  test('run to the lower bound of a range', () => {
    const ranged = [target(2035, 45, 50), target(2040, 50, 55)]
    expect(gapsOf({ measurements: [measured('2026-Q3', 45)], targets: ranged })).toEqual([0, 5])
  })

  test('are counted from the share as it is recorded: 2/3 is 66.6667', () =>
    expect(gapsOf({ measurements: [share('2026-Q3', 2, 3)], targets: [target(2030, 66.6667)] })).toEqual([0]))

  test('count down where less is better', () => {
    const measurements = [measured('2026-Q3', 4)]
    const ceilings = [ceiling(2025, 5), ceiling(2030, 3), ceiling(2035, 0)]
    expect(gapsOf({ measurements, indicator: { direction: 'decrease' }, targets: ceilings })).toEqual([
      -1, 1, 4,
    ])
  })
})

test.each([
  [91.65, 99.4, 7.75],
  [0.2, 0.3, 0.1],
  [100, 75, -25],
  [45, 45, 0],
])('from %d to %d it moves by exactly %d', (before, after, change) => {
  expect(changeBetween(before, after)).toBe(change)
})
