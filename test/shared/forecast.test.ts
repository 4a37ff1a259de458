import {
  type Direction,
  decimal,
  forecast,
  type Point,
  progressOf,
  quarterNumber,
  rational,
  theilSenSlope,
  toNumber,
} from '@moc57/shared'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { measured, progressInput, target, targets } from '../support/make-progress.ts'

const shareUpwards = { direction: 'increase', naturalMaximum: 100 } as const

/** Values by the number of quarters after the first. */
const points = (...values: [quarter: number, value: number][]): Point[] =>
  values.map(([quarter, value]) => ({ quarter: quarterNumber('2026-Q1') + quarter, value: decimal(value) }))

const consecutive = (...values: number[]) =>
  points(...values.map((value, index): [number, number] => [index, value]))

/** The forecast of consecutive quarters from 2026-Q1 on, for a target at the end of 2030. */
const forecastOf = (
  values: number[],
  bound = 60,
  naturalMaximum: number | null = 100,
  direction: Direction = 'increase',
) =>
  forecast(
    consecutive(...values),
    { milestone: 2030, quarter: quarterNumber('2030-Q4'), bound: decimal(bound) },
    { direction, naturalMaximum },
  )

describe('the slope of Theil and Sen, the median of all pairs', () => {
  test.each<[fact: string, given: Point[], slope: number]>([
    ['two points', points([0, 10], [4, 18]), 2],
    ['a straight line', consecutive(40, 42, 44, 46), 2],
    // -44 2 2 2 25 48
    ['one odd quarter does not move it', consecutive(40, 42, 90, 46), 2],
    // 1 1 1 3 4 7: the mean of the two in the middle
    ['an even number of pairs', consecutive(0, 1, 2, 9), 2],
    // 0 1 1 1 1.5 2
    ['equal slopes', consecutive(10, 11, 13, 13), 1],
    // 1 5/3 2 2 2 7/3
    ['quarters left out', points([0, 0], [2, 4], [3, 5], [6, 12]), 2],
    // -3 -1 -0.5 -0.25 0.75 2.5
    ['up and down', consecutive(5, 4, 6.5, 3.5), -0.375],
    ['a standstill', consecutive(7, 7, 7, 7), 0],
    ['a fall', consecutive(9, 7, 5, 3), -2],
    ['tenths, exactly', consecutive(0.1, 0.2, 0.3, 0.4), 0.1],
  ])('%s', (_, given, slope) => expect(toNumber(theilSenSlope(given))).toBe(slope))

  /** Sorts all pairwise slopes as pairs of whole numbers; shares nothing with the code under test. */
  function bruteForce(
    values: readonly (readonly [quarter: number, tenThousandths: number])[],
  ): [bigint, bigint] {
    const slopes: [bigint, bigint][] = []
    for (const [laterQuarter, later] of values)
      for (const [quarter, earlier] of values)
        if (laterQuarter > quarter)
          slopes.push([BigInt(later - earlier), BigInt(laterQuarter - quarter) * 10_000n])
    slopes.sort(([a, b], [c, d]) => Number(a * d - c * b))
    const [low, high] = [slopes[Math.ceil(slopes.length / 2) - 1], slopes[Math.floor(slopes.length / 2)]]
    if (!low || !high) throw new Error('at least two points')
    return [low[0] * high[1] + high[0] * low[1], 2n * low[1] * high[1]]
  }

  test('is that of an independent brute force', () => {
    const series = fc
      .uniqueArray(fc.tuple(fc.nat(12), fc.nat(1_000_000)), {
        selector: ([quarter]) => quarter,
        minLength: 2,
      })
      .map((values) => values.toSorted(([a], [b]) => a - b))
    fc.assert(
      fc.property(series, (values) => {
        const slope = theilSenSlope(
          values.map(([quarter, tenThousandths]) => ({
            quarter,
            value: rational(BigInt(tenThousandths), 10_000n),
          })),
        )
        const [n, d] = bruteForce(values)
        expect(BigInt(slope.n) * d).toBe(n * BigInt(slope.d))
      }),
      { numRuns: 1_000 },
    )
  })
})

describe('a forecast', () => {
  test('carries the slope on from the latest value', () =>
    expect(forecastOf([40, 42, 44, 46])).toEqual({
      slopePerQuarter: 2,
      basis: { from: '2026-Q1', to: '2026-Q4', points: 4 },
      milestone: 2030,
      valueAtMilestone: 46 + 16 * 2,
      reachesTargetIn: '2028-Q3',
    }))

  test.each<[fact: string, given: Point[]]>([
    ['nothing', []],
    ['one point', points([0, 1])],
    ['three points', points([0, 1], [4, 2], [7, 3])],
    ['four points, the first more than eight quarters back', points([0, 1], [8, 2], [9, 3], [10, 4])],
    [
      'many points, three in the last eight quarters',
      points([0, 1], [1, 1], [2, 1], [3, 1], [11, 1], [12, 2], [13, 3]),
    ],
  ])('needs four points: %s is not enough', (_, given) => {
    const goal = { milestone: 2035, quarter: quarterNumber('2035-Q4'), bound: decimal(60) }
    expect(forecast(given, goal, shareUpwards)).toBeNull()
  })

  test('stands on the last eight quarters alone', () => {
    const rising = points([0, 90], [5, 10], [6, 12], [7, 14], [8, 16])
    const goal = { milestone: 2030, quarter: quarterNumber('2030-Q4'), bound: decimal(60) }
    expect(forecast(rising, goal, shareUpwards)).toMatchObject({
      slopePerQuarter: 2,
      basis: { from: '2027-Q2', to: '2028-Q1', points: 4 },
    })
    const eight = points([0, 0], [1, 1], [2, 2], [3, 3], [4, 4], [5, 5], [6, 6], [7, 7])
    expect(forecast(eight, goal, shareUpwards)?.basis).toEqual({ from: '2026-Q1', to: '2027-Q4', points: 8 })
  })

  test.each<[fact: string, values: number[], naturalMaximum: number | null, value: number]>([
    ['stays at the natural maximum', [84, 88, 92, 96], 100, 100],
    ['runs on without a natural maximum', [84, 88, 92, 96], null, 96 + 16 * 4],
    ['stays at a natural maximum of its own', [1, 2, 3, 4], 5, 5],
    ['stays at a natural maximum that is no whole number', [1, 2, 3, 4], 4.5, 4.5],
    ['does not fall below zero', [9, 6, 3, 1], 100, 0],
    ['does not fall below zero without a natural maximum', [9, 6, 3, 1], null, 0],
    ['keeps within both', [10, 11, 12, 13], 100, 29],
  ])('of a value %s', (_, values, naturalMaximum, value) =>
    expect(forecastOf(values, 60, naturalMaximum)?.valueAtMilestone).toBe(value),
  )
})

describe('the quarter in which the target is reached at this pace', () => {
  test.each<[fact: string, values: number[], bound: number, quarter: string | null]>([
    ['to the quarter where the way comes out even', [40, 42, 44, 46], 60, '2028-Q3'],
    ['a quarter later where a tenth is left', [40, 42, 44, 46], 60.1, '2028-Q4'],
    ['the very next quarter', [40, 42, 44, 46], 48, '2027-Q1'],
    ['after the milestone', [40, 41, 42, 43], 60, '2031-Q1'],
    ['exactly, though 0.7 − 0.4 is not 3 × 0.1 in binary', [0.1, 0.2, 0.3, 0.4], 0.7, '2027-Q3'],
    ['never at a standstill', [40, 40, 40, 40], 60, null],
    ['never while it falls', [46, 44, 42, 40], 60, null],
    ['not again once it is reached', [57, 58, 59, 60], 60, null],
    ['not again once it is passed', [57, 59, 61, 63], 60, null],
    ['not by falling from above it', [69, 67, 65, 63], 60, null],
  ])('%s', (_, values, bound, quarter) => {
    const result = progressOf(
      progressInput({
        asOf: '2026-Q4',
        targets: [target(2030, bound)],
        measurements: values.map((value, index) => measured(`2026-Q${index + 1}`, value)),
      }),
    )
    expect(result.forecast?.reachesTargetIn).toBe(quarter)
  })

  test('is quý II/2031 for 100 % at 62 with 2 points a quarter in quý III/2026', () => {
    const measurements = [56, 58, 60, 62].map((value, index) =>
      measured(['2025-Q4', '2026-Q1', '2026-Q2', '2026-Q3'][index] ?? '', value),
    )
    expect(progressOf(progressInput({ measurements })).forecast).toMatchObject({
      milestone: 2030,
      valueAtMilestone: 96,
      reachesTargetIn: '2031-Q2',
    })
  })

  test('is counted in thirds without rounding', () => {
    const thirds = [90n, 91n, 92n, 93n].map((n, index) => ({
      quarter: quarterNumber('2026-Q1') + index,
      value: rational(n, 3n),
    }))
    const goal = { milestone: 2030, quarter: quarterNumber('2030-Q4'), bound: decimal(32) }
    expect(forecast(thirds, goal, shareUpwards)?.reachesTargetIn).toBe('2027-Q3')
  })

  test.each<[fact: string, values: number[], bound: number, quarter: string | null]>([
    ['downwards where less is better', [10, 9, 8, 7], 0, '2028-Q3'],
    ['never by rising', [7, 8, 9, 10], 0, null],
    ['not by rising from below it', [1, 2, 3, 4], 8, null],
  ])('%s', (_, values, bound, quarter) => {
    const result = progressOf(
      progressInput({
        asOf: '2026-Q4',
        indicator: { direction: 'decrease' },
        targets: [target(2030, bound)],
        measurements: values.map((value, index) => measured(`2026-Q${index + 1}`, value)),
      }),
    )
    expect(result.forecast?.reachesTargetIn).toBe(quarter)
  })
})

describe('beside the status', () => {
  const rising = [10, 20, 30, 40].map((value, index) => measured(`2026-Q${index + 1}`, value))

  test('a bright forecast does not lift a slow pace', () => {
    // One point in three years, then 9 a quarter: 28 of 60 points after 16 of 20 quarters.
    const measurements = [
      measured('2025-Q4', 40),
      measured('2029-Q1', 41),
      measured('2029-Q2', 50),
      measured('2029-Q3', 59),
      measured('2029-Q4', 68),
    ]
    const result = progressOf(progressInput({ asOf: '2029-Q4', measurements }))
    expect(result.status).toBe('behind')
    expect(result.forecast).toMatchObject({
      slopePerQuarter: 9,
      valueAtMilestone: 100,
      reachesTargetIn: '2030-Q4',
    })
  })

  test('only counts what the as-of view sees', () => {
    expect(progressOf(progressInput({ asOf: '2026-Q3', measurements: rising })).forecast).toBeNull()
    expect(progressOf(progressInput({ asOf: '2026-Q4', measurements: rising })).forecast?.basis.points).toBe(
      4,
    )
  })

  test('a pace is never carried backwards: after the last milestone its value is the latest one', () => {
    const measurements = [90, 92, 94, 96].map((value, index) => measured(`2046-Q${index + 1}`, value))
    expect(progressOf(progressInput({ asOf: '2046-Q4', measurements })).forecast).toMatchObject({
      milestone: 2045,
      valueAtMilestone: 96,
      reachesTargetIn: '2047-Q2',
    })
  })

  test('there is none without a target', () =>
    expect(
      progressOf(progressInput({ asOf: '2026-Q4', targets: targets(null, null), measurements: rising }))
        .forecast,
    ).toBeNull())
})
