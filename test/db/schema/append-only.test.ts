import { describe, expect, test } from 'vitest'
import { contents, sampleDatabase, seededDatabase } from '../../support/databases.ts'

const appendOnly = ['targets', 'assignments', 'assignment_lead_bodies', 'measurements', 'measurement_states']

describe.each(appendOnly)('%s', (table) => {
  test('refuses every UPDATE, even of a column to itself', () => {
    const db = seededDatabase()
    const before = contents(db)
    const columns = db.sqlite
      .prepare<[], string>(`SELECT name FROM pragma_table_info('${table}')`)
      .pluck()
      .all()
    for (const column of columns) {
      expect(() => db.sqlite.exec(`UPDATE ${table} SET "${column}" = "${column}"`)).toThrow('is append-only')
    }
    expect(contents(db)).toEqual(before)
  })

  test('refuses every DELETE', () => {
    const db = seededDatabase()
    const before = contents(db)
    expect(() => db.sqlite.exec(`DELETE FROM ${table}`)).toThrow('is append-only')
    expect(() => db.sqlite.exec(`DELETE FROM ${table} WHERE rowid = 1`)).toThrow('is append-only')
    expect(contents(db)).toEqual(before)
  })

  test('refuses a REPLACE, which removes a row without a DELETE', () => {
    const db = seededDatabase()
    const before = contents(db)
    expect(() => db.sqlite.exec(`REPLACE INTO ${table} SELECT * FROM ${table}`)).toThrow('is append-only')
    expect(contents(db)).toEqual(before)
  })

  test('refuses an upsert', () => {
    const { sqlite } = seededDatabase()
    const [column] = sqlite
      .prepare<[], string>(`SELECT name FROM pragma_table_info('${table}')`)
      .pluck()
      .all()
    const upsert = `INSERT INTO ${table} SELECT * FROM ${table} WHERE true ON CONFLICT DO UPDATE SET "${column}" = "${column}"`
    expect(() => sqlite.exec(upsert)).toThrow('is append-only')
  })

  test('refuses them from a program that does not check foreign keys', () => {
    const { sqlite } = seededDatabase()
    sqlite.pragma('foreign_keys = OFF')
    expect(() => sqlite.exec(`DELETE FROM ${table}`)).toThrow('is append-only')
  })
})

test('a REPLACE under another id does not take the place of a revision either', () => {
  const db = sampleDatabase()
  const before = contents(db)
  const columns = `unit_code, indicator_number, period, revision, value, numerator, denominator, recorded_by, recorded_at`
  expect(() =>
    db.sqlite.exec(
      `INSERT OR REPLACE INTO measurements (${columns}) SELECT ${columns.replace('value', '0')} FROM measurements WHERE numerator IS NULL LIMIT 1`,
    ),
  ).toThrow('is append-only')
  expect(contents(db)).toEqual(before)
})
