import {
  type Direction,
  decimal,
  forecastOf,
  type Point,
  progressOf,
  quarterNumber,
  slopeOf,
  toNumber,
  trendOf,
} from '@moc57/shared'
import { describe, expect, test } from 'vitest'
import { measured, progressInput, target, targets, unread } from '../../support/make-progress.ts'

const first = quarterNumber('2026-Q1')
/** Values by the number of quarters after 2026-Q1. */
const points = (quarters: number[], values: number[]): Point[] =>
  values.map((value, index) => ({
    quarter: first + (quarters[index] ?? 0),
    value: decimal(value),
    comparator: null,
  }))

const consecutive = (...values: number[]) => points([...values.keys()], values)

/** Of consecutive quarters from 2026-Q1 on, for a target at the end of 2030. */
function forecast(
  values: number[],
  {
    bound = 100,
    strict = false,
    direction = 'increase' as Direction,
    naturalMaximum = 100 as number | null,
  } = {},
) {
  const goal = { milestone: 2030, quarter: quarterNumber('2030-Q4') }
  return forecastOf(
    consecutive(...values),
    { ...goal, bound: { value: decimal(bound), strict }, now: first + values.length - 1 },
    { direction, naturalMaximum },
  )
}

describe('the slope of Theil and Sen with the interval of 80 %', () => {
  // Made with scipy 1.17.1: scipy.stats.theilslopes(values, quarters, alpha=0.8) gives (middle, _, low, high).
  test.each<[quarters: number[], values: number[], low: number, middle: number, high: number]>([
    [[0, 1, 2, 3], [50, 52, 53, 57], 1, 2.1666666667, 4],
    [[0, 1, 2, 3], [10, 10, 10, 11], 0, 0.1666666667, 0.5],
    [[0, 1, 2, 3, 4], [40, 41.5, 41.5, 44, 47.25], 0.75, 1.65625, 2.875],
    [[0, 1, 2, 3, 5, 6], [20, 22, 21, 25, 24, 30], 0.5, 1.6, 2],
    [[0, 1, 2, 3, 4, 5, 6, 7], [60, 61, 61, 61, 64, 63, 66, 70], 0.6666666667, 1, 1.5],
    [[0, 1, 2, 3, 4, 5, 6, 7], [8, 7.5, 7.5, 6, 6, 5.25, 5, 5], -0.55, -0.5, -0.3333333333],
    [[0, 2, 3, 4, 7], [30, 28, 29, 27, 31], -1, -0.0952380952, 1],
    [[0, 1, 2, 3, 4, 5, 6], [5, 5, 5, 5, 5, 5, 5], 0, 0, 0],
    [[0, 1, 3, 4, 5, 7], [99.5, 98, 97.25, 97.25, 96, 92], -1.3125, -0.75, -0.5],
  ])('of %j at %j is %d, %d, %d as scipy gives it', (quarters, values, low, middle, high) => {
    const slope = slopeOf(points(quarters, values))
    expect(toNumber(slope.low)).toBeCloseTo(low, 9)
    expect(toNumber(slope.middle)).toBeCloseTo(middle, 9)
    expect(toNumber(slope.high)).toBeCloseTo(high, 9)
  })
})

describe('a forecast', () => {
  test('carries low, middle and high on from the latest value, kept within 0 and the natural maximum', () => {
    expect(forecast([50, 52, 53, 57])).toEqual({
      slope: { low: 1, middle: 2.1667, high: 4 },
      basis: { from: '2026-Q1', to: '2026-Q4', points: 4 },
      milestone: 2030,
      valueAtMilestone: { low: 73, middle: 91.6667, high: 100 },
      reaches: { earliest: '2029-Q3', middle: '2031-Q4', latest: '2037-Q3' },
    })
    expect(forecast([8, 5, 3, 1], { bound: 0.5, direction: 'decrease' })?.valueAtMilestone).toEqual({
      low: 0,
      middle: 0,
      high: 0,
    })
  })

  test('stands on eight quarters, of which four must have a figure', () => {
    expect(forecast([50, 52, 53])).toBeNull()
    expect(forecast([90, 10, 50, 51, 52, 53, 54, 55, 56, 57])?.basis).toEqual({
      from: '2026-Q3',
      to: '2028-Q2',
      points: 8,
    })
    const old = points([0, 1, 2, 9], [50, 51, 52, 57])
    const goal = { milestone: 2030, quarter: quarterNumber('2030-Q4'), now: first + 9 }
    const bound = { value: decimal(100), strict: false }
    expect(forecastOf(old, { ...goal, bound }, { direction: 'increase', naturalMaximum: 100 })).toBeNull()
  })

  test('names no quarter where the interval holds 0, leads away, or the target is met', () => {
    const unclear = forecast([50, 49, 50.5, 50])
    expect(unclear?.reaches).toBeNull()
    expect(unclear && trendOf(unclear, 'increase')).toBe('unclear')
    const away = forecast([50, 48, 47, 45])
    expect(away?.reaches).toBeNull()
    expect(away && trendOf(away, 'increase')).toBe('away')
    expect(away && trendOf(away, 'decrease')).toBe('towards')
    expect(forecast([70, 72, 74, 76], { bound: 60 })?.reaches).toBeNull()
  })

  test('names none before the next quarter, and none after 2060', () => {
    expect(forecast([97, 98, 99, 99.9])?.reaches?.earliest).toBe('2027-Q1')
    expect(forecast([10, 10.1, 10.2, 10.3])?.reaches).toEqual({ earliest: null, middle: null, latest: null })
  })

  test('reaches a strict bound only beyond it', () => {
    expect(forecast([90, 91, 92, 93], { bound: 95 })?.reaches?.middle).toBe('2027-Q2')
    expect(forecast([90, 91, 92, 93], { bound: 95, strict: true })?.reaches?.middle).toBe('2027-Q3')
  })

  test('of an indicator to decrease is reached first at its steepest fall', () => {
    expect(forecast([20, 18, 17, 13], { bound: 3, direction: 'decrease' })?.reaches).toEqual({
      earliest: '2027-Q3',
      middle: '2028-Q1',
      latest: '2029-Q2',
    })
  })
})

describe('beside a status', () => {
  const rising = ['2025-Q4', '2026-Q1', '2026-Q2', '2026-Q3'].map((period, index) =>
    measured(period, 50 + index),
  )
  const of = (input: Parameters<typeof progressInput>[0]) => progressOf(progressInput(input)).forecast

  test('there is one from figures of the last two quarters that are due', () => {
    expect(of({ measurements: rising })).not.toBeNull()
    expect(of({ measurements: rising, asOf: '2026-Q4', closed: '2026-Q4' })).not.toBeNull()
    expect(of({ measurements: rising, asOf: '2027-Q1', closed: '2027-Q1' })).toBeNull()
  })

  test('there is none to a milestone that is due, unread or not set', () => {
    expect(of({ measurements: rising, targets: [target(2025, 60)] })).toBeNull()
    expect(of({ measurements: rising, targets: [unread(2030, 'theo lộ trình')] })).toBeNull()
    expect(of({ measurements: rising, targets: targets(null, null, null, null, null) })).toBeNull()
  })
})
