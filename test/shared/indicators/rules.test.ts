import {
  type CountedMeasurement,
  compareUrgency,
  type Direction,
  type MilestoneTarget,
  parseTarget,
  progressAndUrgency,
  quarterNumber,
  toNumber,
  yearEndOf,
} from '@moc57/shared'
import { describe, expect, test } from 'vitest'
import { cases, exact, expectWanted, type Given, orders } from '../../support/rules.ts'

function inputOf({ direction, naturalMaximum, unitOfMeasure, frequency, targets, series }: Given) {
  const indicator = {
    direction: (direction ?? 'increase') as Direction,
    naturalMaximum: naturalMaximum === undefined ? 100 : naturalMaximum,
    unitOfMeasure: unitOfMeasure ?? '%',
    frequency: (frequency ?? 'quarterly') as 'quarterly' | 'yearly',
    inForceFrom: null,
  }
  return {
    indicator,
    targets: targets.map(
      ({ milestone, text }): MilestoneTarget => ({
        ...parseTarget(text, indicator),
        milestone,
        source: 'own',
        wasInForce: true,
      }),
    ),
    measurements: Object.entries(series).map(([period, figure]): CountedMeasurement => {
      const [numerator = null, denominator = null] = Array.isArray(figure) ? figure : []
      const value = Array.isArray(figure) ? null : figure
      return { period, value, numerator, denominator, comparator: null, state: 'approved' }
    }),
  }
}

describe('worked by hand', () => {
  test.each(cases)('$name', ({ asOf, closed, want, ...given }) => {
    const input = inputOf(given)
    const { progress, urgency } = progressAndUrgency({ ...input, asOf, closed })
    expectWanted(progress, want)
    if ('perQuarter' in want) {
      const share = urgency.missingPerQuarter && toNumber(urgency.missingPerQuarter)
      expect(share).toEqual(
        want.perQuarter == null ? null : expect.closeTo(exact(want.perQuarter) as number, 12),
      )
    }
  })

  // Seen on 30/11/2026, when quý III/2026 is the last quarter whose due day has passed.
  const reviews = cases.flatMap(({ name, want, ...given }) =>
    Object.entries(want.review ?? {}).map(([year, outcome]) => ({
      name,
      year: Number(year),
      outcome,
      given,
    })),
  )
  test.each(reviews)('the year $year of “$name” is $outcome', ({ year, outcome, given }) => {
    const input = inputOf(given)
    const end = `${year}-Q4`
    const { progress } = progressAndUrgency({ ...input, asOf: end, closed: '2026-Q3' })
    expect(yearEndOf(progress, year, quarterNumber(end) <= quarterNumber('2026-Q3')).outcome).toBe(outcome)
  })

  test.each(orders)('$name', ({ items, asOf, closed, want }) => {
    const standing = items.map((given) => progressAndUrgency({ ...inputOf(given), asOf, closed }))
    expect(standing.map(({ progress }) => progress.status)).toEqual(want.statuses)
    const places = standing.map((_, index) => index)
    const urgencyOf = (place: number) => (standing[place] as (typeof standing)[number]).urgency
    places.sort((a, b) => compareUrgency(urgencyOf(a), urgencyOf(b)))
    expect(places.map((place) => place + 1)).toEqual(want.order)
    expect(
      standing.map(({ urgency: { missingPerQuarter } }) => missingPerQuarter && toNumber(missingPerQuarter)),
    ).toEqual(
      want.perQuarter.map((share) => (share === null ? null : expect.closeTo(exact(share) as number, 12))),
    )
  })
})
