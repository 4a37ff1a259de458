import {
  countedMeasurementsOfCity,
  type Database,
  listIndicators,
  listUnits,
  loadSampleData,
  planOfUnit,
  targetsInForceOfCity,
} from '@moc57/db'
import { ProgressStatus, progressOf } from '@moc57/shared'
import { describe, expect, test } from 'vitest'
import { contents, rowsWritten, sampleDatabase, seededDatabase, sharedSample } from './databases.ts'

function statusesIn(db: Database, unitCodes: string[]): Set<ProgressStatus> {
  const asOf = '2026-Q3'
  const measurements = countedMeasurementsOfCity(db, asOf)
  const targets = targetsInForceOfCity(db, asOf)
  return new Set(
    unitCodes.flatMap((unitCode) =>
      listIndicators(db).map((indicator) => {
        const progress = progressOf({
          asOf,
          closed: asOf,
          indicator,
          targets: targets(unitCode, indicator.number),
          measurements: measurements.get(unitCode)?.get(indicator.number) ?? [],
        })
        return progress.status
      }),
    ),
  )
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

  test('show all ten statuses in the city in quý III/2026, and most of them in Kiến An', () => {
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

  test('are mostly counts over a denominator, and lie between 0 and 100', () => {
    const db = sharedSample()
    expect(count(db, 'measurements WHERE denominator IS NOT NULL')).toBeGreaterThan(
      count(db, 'measurements') * 0.7,
    )
    expect(count(db, 'measurements WHERE denominator IS NULL')).toBeGreaterThan(1000)
    expect(count(db, 'measurements WHERE value IS NULL OR value < 0 OR value > 1000000')).toBe(0)
  })

  test('are marked in every row', () => {
    const db = sharedSample()
    expect(count(db, `measurements WHERE recorded_by <> 'sample'`)).toBe(0)
    expect(count(db, `targets WHERE unit_code <> '11443' AND note IS NOT 'DỮ LIỆU MINH HỌA'`)).toBe(0)
    expect(count(db, `documents WHERE id LIKE 'sample%' AND title NOT LIKE 'DỮ LIỆU MINH HỌA%'`)).toBe(0)
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
