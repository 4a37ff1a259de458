import {
  countedMeasurements,
  countedMeasurementsOfCity,
  type Database,
  listIndicatorsOfUnit,
  listUnits,
  loadSampleData,
  planOfUnit,
  targetsInForce,
} from '@moc57/db'
import { Direction, ProgressStatus, progressOf, ReportingFrequency, TargetKind } from '@moc57/shared'
import { describe, expect, test } from 'vitest'
import {
  contents,
  rowsWritten,
  sampleDatabase,
  seededDatabase,
  sharedSample,
} from '../../support/databases.ts'

const asOf = '2026-Q3'

/** How every indicator of a unit stands. */
function progressIn(db: Database, unitCode: string) {
  const measurements = countedMeasurements(db, unitCode, asOf)
  const targets = targetsInForce(db, unitCode, asOf)
  return listIndicatorsOfUnit(db, unitCode, asOf).map((indicator) => ({
    indicator,
    progress: progressOf({
      asOf,
      closed: asOf,
      indicator,
      targets: targets.get(indicator.number) ?? [],
      measurements: measurements.get(indicator.number) ?? [],
    }),
  }))
}

function statusesIn(db: Database, unitCodes: string[]): Set<ProgressStatus> {
  return new Set(unitCodes.flatMap((code) => progressIn(db, code).map(({ progress }) => progress.status)))
}

const count = ({ sqlite }: Database, from: string) =>
  Number(sqlite.prepare(`SELECT count(*) FROM ${from}`).pluck().get())

describe('the sample data', () => {
  test('are the same rows in every run', () => {
    expect(contents(sampleDatabase())).toEqual(contents(sampleDatabase()))
  })

  test('are not loaded a second time', () => {
    const db = sampleDatabase()
    const before = rowsWritten(db)
    loadSampleData(db)
    expect(rowsWritten(db)).toBe(before)
  })

  test('show all twelve statuses in the city in quý III/2026, and most of them in Kiến An', () => {
    const db = sharedSample()
    const all = listUnits(db).map(({ code }) => code)
    expect(statusesIn(db, all)).toEqual(new Set(ProgressStatus.options))
    expect(statusesIn(db, ['11443']).size).toBeGreaterThanOrEqual(7)
  })

  test('have missing units, missing quarters and drafts that do not count', () => {
    const db = sharedSample()
    const reporting = countedMeasurementsOfCity(db, '2026-Q3')
    expect(reporting.size).toBeLessThan(114)
    expect(reporting.size).toBeGreaterThan(100)
    expect(count(db, `measurement_states WHERE state = 'draft'`)).toBeGreaterThan(100)
    expect(count(db, `measurements WHERE period = '2026-Q3'`)).toBeLessThan(
      count(db, `measurements WHERE period = '2026-Q1'`),
    )
  })

  test('have figures that came in after the due day', () => {
    const late = `measurements JOIN reporting_periods USING (period) WHERE substr(recorded_at, 1, 10) > due_on`
    expect(count(sharedSample(), late)).toBeGreaterThan(500)
  })

  test('have a dozen units with plans of their own: every kind of target, both directions, both frequencies', () => {
    const db = sharedSample()
    expect(count(db, '(SELECT DISTINCT unit_code FROM plan_changes)')).toBe(12)
    const different = (column: string, from: string) =>
      new Set(db.sqlite.prepare(`SELECT DISTINCT ${column} FROM ${from}`).pluck().all())
    expect(different('kind', 'targets')).toEqual(new Set(TargetKind.options))
    expect(different('direction', 'indicators')).toEqual(new Set(Direction.options))
    expect(different('frequency', 'indicators')).toEqual(new Set(ReportingFrequency.options))
    expect(different('unit_of_measure', 'indicators').size).toBeGreaterThan(5)
  })

  test('have ceilings that hold and ceilings that are broken', () => {
    const db = sharedSample()
    const falling = listUnits(db).flatMap(({ code }) =>
      progressIn(db, code).filter(({ indicator: { direction } }) => direction === 'decrease'),
    )
    const statuses = falling.map(({ progress: { status } }) => status)
    expect(statuses).toEqual(expect.arrayContaining(['achieved', 'regressing']))
    for (const { progress } of falling) {
      const { value, next, status } = progress
      const isHeld = value !== null && next?.upper != null && value <= next.upper
      expect(status === 'achieved', `${value} of ${next?.upper}`).toBe(isHeld)
    }
  })

  test('are mostly counts over a denominator, and lie between 0 and 100', () => {
    const db = sharedSample()
    expect(count(db, 'measurements WHERE denominator IS NOT NULL')).toBeGreaterThan(
      count(db, 'measurements') * 0.7,
    )
    expect(count(db, 'measurements WHERE denominator IS NULL')).toBeGreaterThan(1000)
    expect(
      count(
        db,
        'measurements WHERE value IS NULL OR value < 0 OR (value > 1000000 AND indicator_number <= 31)',
      ),
    ).toBe(0)
  })

  test('are marked in every row', () => {
    const db = sharedSample()
    expect(count(db, `measurements WHERE recorded_by <> 'sample'`)).toBe(0)
    expect(count(db, `plan_changes WHERE recorded_by <> 'sample'`)).toBe(0)
    expect(count(db, `targets WHERE unit_code <> '11443' AND change_id IS NULL`)).toBe(0)
    const documents = `plan_changes JOIN documents ON documents.id = document_id`
    expect(count(db, `${documents} WHERE title NOT LIKE 'DỮ LIỆU MINH HỌA%'`)).toBe(0)
  })
})

describe('real and sample figures never mix', () => {
  test('a sample database has none of the real results and local targets', () => {
    const db = seededDatabase('sample')
    expect(count(db, 'measurements')).toBe(0)
    expect(count(db, `targets WHERE unit_code <> '11443'`)).toBe(0)
    expect(count(db, 'targets')).toBe(155)
    expect(planOfUnit(db, '11443', '2026-Q3').source).toBe('own')
  })

  test('a real database takes no sample figure', () => {
    const db = seededDatabase('real')
    const before = contents(db)
    expect(() => loadSampleData(db)).toThrow('sample database')
    expect(contents(db)).toEqual(before)
    expect(count(db, 'measurements')).toBe(3)
    expect(count(db, `targets WHERE unit_code <> '11443'`)).toBe(5)
  })
})
