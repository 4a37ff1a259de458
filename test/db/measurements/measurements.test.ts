import {
  appendRevision,
  countedMeasurements,
  countedMeasurementsOfCity,
  type Database,
  listRevisions,
  type NewRevision,
} from '@moc57/db'
import { exactValue, type MeasurementState, round, toNumber } from '@moc57/shared'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { seededDatabase, sharedSample } from '../../support/databases.ts'

const kienAn = '11443'

function record(db: Database, given: Partial<NewRevision> & Pick<NewRevision, 'figure'>): number {
  return appendRevision(db, {
    unitCode: kienAn,
    number: 1,
    period: '2026-Q1',
    state: 'approved',
    by: 'test',
    at: '2026-11-22T03:00:00.000Z',
    ...given,
  })
}

function setState({ sqlite }: Database, measurementId: number, state: MeasurementState): void {
  sqlite
    .prepare(`INSERT INTO measurement_states (measurement_id, state, by, at) VALUES (?, ?, 'test', '2026')`)
    .run(measurementId, state)
}

const counted = (db: Database, asOf = '2026-Q3') =>
  countedMeasurements(db, kienAn, asOf)
    .get(1)
    ?.map(({ period, value, state }) => `${period} ${value} ${state}`)

describe('what counts of a quarter', () => {
  test('is nothing where Kiến An has measured nothing', () => {
    expect(countedMeasurements(seededDatabase(), kienAn, '2026-Q3').size).toBe(0)
  })

  test('is the latest approved revision; a draft after it does not count', () => {
    const db = seededDatabase()
    record(db, { figure: { value: 40 } })
    record(db, { figure: { value: 41 } })
    record(db, { figure: { value: 90 }, state: 'draft' })
    expect(counted(db)).toEqual(['2026-Q1 41 approved'])
  })

  test.each(['draft', 'submitted', 'returned'] as const)(
    'is nothing while the only revision is %s',
    (state) => {
      const db = seededDatabase()
      record(db, { figure: { value: 40 }, state })
      expect(counted(db)).toBeUndefined()
    },
  )

  test('follows the latest state of each revision', () => {
    const db = seededDatabase()
    record(db, { figure: { value: 40 } })
    record(db, { figure: { value: 50 }, state: 'submitted' })
    const [, latest] = db.sqlite
      .prepare<[string], number>('SELECT id FROM measurements WHERE unit_code = ? ORDER BY revision')
      .pluck()
      .all(kienAn)
    setState(db, latest as number, 'approved')
    expect(counted(db)).toEqual(['2026-Q1 50 approved'])
    setState(db, latest as number, 'returned')
    expect(counted(db)).toEqual(['2026-Q1 40 approved'])
  })

  test('is not seen from an earlier quarter', () => {
    const db = seededDatabase()
    record(db, { figure: { value: 40 }, period: '2025-Q4' })
    record(db, { figure: { value: 48 }, period: '2026-Q2' })
    expect(counted(db, '2025-Q3')).toBeUndefined()
    expect(counted(db, '2026-Q1')).toEqual(['2025-Q4 40 approved'])
    expect(counted(db)).toEqual(['2025-Q4 40 approved', '2026-Q2 48 approved'])
  })

  test('is the same one by one and for the whole city', () => {
    const db = sharedSample()
    const city = countedMeasurementsOfCity(db, '2026-Q2')
    expect(city.size).toBeGreaterThan(100)
    for (const [unitCode, measured] of city)
      expect(countedMeasurements(db, unitCode, '2026-Q2')).toEqual(measured)
  })
})

describe('a figure', () => {
  test('is kept as the next revision, and every revision stays', () => {
    const db = seededDatabase()
    const revisions = [
      record(db, { figure: { value: 0 } }),
      record(db, {
        figure: { numerator: 2, denominator: 3 },
        state: 'draft',
        reason: 'đếm lại',
        source: 'Biên bản',
      }),
      record(db, { figure: { value: 7 }, period: '2025-Q4' }),
    ]
    expect(revisions).toEqual([1, 2, 1])
    expect(listRevisions(db, kienAn, 1, '2026-Q3', { withDrafts: true })).toMatchObject([
      { period: '2025-Q4', revision: 1, value: 7 },
      { period: '2026-Q1', revision: 1, value: 0, state: 'approved', source: null },
      {
        period: '2026-Q1',
        revision: 2,
        value: 66.6667,
        state: 'draft',
        reason: 'đếm lại',
        source: 'Biên bản',
      },
    ])
    expect(listRevisions(db, kienAn, 1, '2025-Q4', { withDrafts: true })).toHaveLength(1)
    expect(listRevisions(db, kienAn, 1, '2026-Q3', { withDrafts: false })).toHaveLength(2)
  })

  test('of a document carries its title and its words', () => {
    const [revision] = listRevisions(seededDatabase(), '10729', 27, '2025-Q3', { withDrafts: true })
    expect(revision).toMatchObject({ value: 30, comparator: 'greaterThan', state: 'unverified' })
    expect(revision?.source).toContain('Sơ kết thực hiện Chiến lược')
    expect(revision?.quotation).toContain('trên 30%')
  })

  test('over a denominator of 0 has no value, and is kept', () => {
    const db = seededDatabase()
    record(db, { figure: { numerator: 0, denominator: 0 } })
    expect(countedMeasurements(db, kienAn, '2026-Q3').get(1)).toMatchObject([
      { value: null, numerator: 0, denominator: 0 },
    ])
  })

  test('comes back exactly as it went in', () => {
    const db = seededDatabase()
    const tenThousandths = fc.integer({ min: 0, max: 1_000_000 }).map((whole) => whole / 10_000)
    const count = fc.oneof(fc.integer({ min: 0, max: 10 ** 6 }), tenThousandths)
    const figure = fc.oneof(
      fc.record({ value: tenThousandths }),
      fc.record({ numerator: count, denominator: count.filter((value) => value >= 1) }),
    )
    fc.assert(
      fc.property(figure, (given) => {
        record(db, { figure: given })
        const latest = countedMeasurements(db, kienAn, '2026-Q1').get(1)?.at(-1)
        const whole = { value: null, numerator: null, denominator: null, ...given }
        expect(latest).toMatchObject(given)
        expect(latest && exactValue(latest)).toEqual(exactValue(whole))
        const exact = exactValue(whole)
        expect(latest?.value).toBe(exact && toNumber(round(exact, 4)))
      }),
      { numRuns: 200 },
    )
  })

  test('of an unknown unit is refused and leaves nothing behind', () => {
    const db = seededDatabase()
    expect(() => record(db, { figure: { value: 1 }, unitCode: '99999' })).toThrow('FOREIGN KEY')
    expect(
      db.sqlite.prepare(`SELECT count(*) FROM measurements WHERE recorded_by = 'test'`).pluck().get(),
    ).toBe(0)
  })
})
