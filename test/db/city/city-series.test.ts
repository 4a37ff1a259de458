import {
  appendRevision,
  citySeries,
  countedMeasurements,
  type Database,
  listIndicators,
  listPeriods,
  listUnits,
  openDatabase,
  recordSubmission,
} from '@moc57/db'
import { compare, countedPoints, type Quarter, quarterNumber, seriesOf } from '@moc57/shared'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { seededDatabase, sharedSample, temporaryFolder } from '../../support/databases.ts'

/** Every look into every series of a unit, from memory and as the tables say. */
function expectAsInTables(db: Database, unitCode: string, periods: readonly Quarter[]): void {
  const last = periods.at(-1) as Quarter
  const measured = countedMeasurements(db, unitCode, last)
  for (const { number } of listIndicators(db)) {
    const kept = citySeries(db, last)(unitCode, number)
    const read = seriesOf(countedPoints(measured.get(number) ?? [], quarterNumber(last)))
    const looks = [...periods.map(quarterNumber), Number.NEGATIVE_INFINITY]
    const pairs = [
      ...looks.map((quarter) => [kept.upTo(quarter), read.upTo(quarter)]),
      [kept.first(), read.first()],
    ]
    for (const [ours, theirs] of pairs) {
      expect(ours?.quarter).toBe(theirs?.quarter)
      if (!ours || !theirs) continue
      expect(compare(ours.value, theirs.value)).toBe(0)
      const { period, comparator, state } = theirs.measurement
      expect(ours.measurement).toMatchObject({ period, comparator, state })
    }
  }
}

describe('the figures in memory', () => {
  test('of the sample data are those of the tables, for every unit, indicator and quarter', () => {
    const db = sharedSample()
    const periods = listPeriods(db).map(({ period }) => period)
    for (const { code } of listUnits(db)) expectAsInTables(db, code, periods.slice(0, 9))
  })

  const periods: Quarter[] = ['2025-Q4', '2026-Q1', '2026-Q2', '2026-Q3']
  const count = fc.oneof(fc.nat(50_000), fc.nat(9_000_000_000), fc.constant(0))
  const figure = fc.oneof(
    fc.record({
      value: fc.oneof(
        fc.nat(1_000_000).map((whole) => whole / 10_000),
        fc.constant(null),
      ),
    }),
    fc.record({ numerator: count, denominator: count }),
    fc.record({
      numerator: fc.nat(9999).map((whole) => whole / 100),
      denominator: fc.nat(9999).map((whole) => whole / 10),
    }),
  )
  const deed = fc.record({
    figure,
    number: fc.constantFrom(1, 2, 31),
    unitCode: fc.constantFrom('11443', '10507'),
    period: fc.constantFrom(...periods),
    state: fc.constantFrom('draft', 'submitted', 'approved', 'unverified' as const),
    comparator: fc.constantFrom('greaterThan' as const, null),
    becomes: fc.constantFrom('approved', 'returned', null),
    byAnother: fc.boolean(),
  })

  test('follow every write, whoever makes it', () => {
    const file = `${temporaryFolder()}/moc57.db`
    const db = seededDatabase('real', file)
    const other = openDatabase(file, { dataSet: 'real' })
    const by = { by: 'test', at: '2026-10-01T00:00:00.000Z' }
    fc.assert(
      fc.property(fc.array(deed, { minLength: 1, maxLength: 4 }), (deeds) => {
        for (const { becomes, byAnother, ...revision } of deeds) {
          const { unitCode, period, number } = revision
          const writer = byAnother ? other : db
          const stored = appendRevision(writer, { ...revision, ...by })
          if (becomes) {
            recordSubmission(writer, {
              ...by,
              unitCode,
              period,
              action: becomes === 'approved' ? 'approve' : 'return',
              reason: 'thử',
              moves: [{ number, revision: stored, state: becomes }],
            })
          }
        }
        for (const unitCode of ['11443', '10507', '11050']) expectAsInTables(db, unitCode, periods)
      }),
      { numRuns: 60 },
    )
    other.close()
  })

  test('know nothing of a unit or an indicator that is not compared', () => {
    const series = citySeries(sharedSample(), '2026-Q3')
    expect(series('99999', 1).upTo(quarterNumber('2026-Q3'))).toBeUndefined()
    expect(series('11443', 999).first()).toBeUndefined()
  })
})
