import {
  listIndicators,
  listUnits,
  openDatabase,
  referenceUnitCode,
  sampleMeasurements,
  seedDatabase,
  targetsInForce,
} from '@moc57/db'
import {
  type Counted,
  type CountedMeasurement,
  countedPoints,
  forecastOf,
  integer,
  quarterNumber,
  quartersBetween,
  toNumber,
} from '@moc57/shared'
import { seedsFolder } from '../support/service.ts'
import type { Row } from './row.ts'

/** The seven quarters of the sample data and five more by the same generator: fewer have none to hold four quarters against. */
const periods = quartersBetween('2025-Q1', '2027-Q4')
const quartersAhead = [1, 2, 4]

/**
 * How often the interval of 80 % held: from every quarter of every indicator of the 114 sample units with four figures up to
 * it, against the figure one, two and four quarters later.
 */
export async function forecast(): Promise<Row[]> {
  const series = sampleSeries()
  return quartersAhead.map((ahead) => {
    const held = series.flatMap((points) => backTested(points, ahead))
    const share = (100 * held.filter(Boolean).length) / held.length
    return {
      figure: `forecast: figures within the interval of 80 %, ${ahead} quarter${ahead > 1 ? 's' : ''} ahead`,
      value: `${share.toFixed(1)} % of ${held.length}`,
    }
  })
}

type Points = { points: Counted[]; naturalMaximum: number | null }

/** The made-up figures of every indicator of the reference plan in every unit. */
function sampleSeries(): Points[] {
  const db = openDatabase(':memory:', { dataSet: 'sample' })
  seedDatabase(db, { seedsFolder, now: new Date() })
  const targets = targetsInForce(db, referenceUnitCode(db), '2025-Q1')
  const figures = [...sampleMeasurements(listUnits(db), targets, periods)]
  const maximums = new Map(listIndicators(db).map(({ number, naturalMaximum }) => [number, naturalMaximum]))
  db.close()
  const approved = figures.filter(({ state }) => state === 'approved')
  return [...Map.groupBy(approved, ({ unitCode, number }) => `${unitCode} ${number}`).values()].map(
    (ofOne) => ({
      points: countedPoints(
        ofOne.map(
          ({ period, figure }): CountedMeasurement => ({
            value: null,
            numerator: null,
            denominator: null,
            ...figure,
            period,
            comparator: null,
            state: 'approved',
          }),
        ),
        quarterNumber('2027-Q4'),
      ),
      naturalMaximum: maximums.get(ofOne[0]?.number ?? 0) ?? null,
    }),
  )
}

/** For each figure that a forecast was made for so many quarters before: whether its interval holds it. */
function backTested({ points, naturalMaximum }: Points, ahead: number): boolean[] {
  return points.flatMap(({ quarter, value }) => {
    const known = points.filter((point) => point.quarter <= quarter - ahead)
    if (known.at(-1)?.quarter !== quarter - ahead) return []
    const goal = { milestone: 0, quarter, bound: { value: integer(0), strict: false }, now: quarter - ahead }
    const made = forecastOf(known, goal, { direction: 'increase', naturalMaximum })
    if (!made) return []
    const { low, high } = made.valueAtMilestone
    return [low <= toNumber(value) && toNumber(value) <= high]
  })
}
