import type { Database } from '@moc57/db'
import { describe, expect, test } from 'vitest'
import { seededDatabase } from '../../support/databases.ts'

type Row = Record<string, string | number | null>

function insert({ sqlite }: Database, table: string, row: Row): void {
  const columns = Object.keys(row)
  sqlite
    .prepare(
      `INSERT INTO ${table} (${columns.join(', ')}) VALUES (${columns.map((name) => `@${name}`).join(', ')})`,
    )
    .run(row)
}

const measurement = {
  unit_code: '11443',
  indicator_number: 1,
  period: '2026-Q3',
  revision: 1,
  value: 600_000,
  recorded_by: 'test',
  recorded_at: '2026-11-22T03:00:00.000Z',
}
const target = {
  unit_code: '11443',
  indicator_number: 1,
  milestone: 2030,
  text: '≥90%',
  kind: 'atLeast',
  lower: 900_000,
  strict: 0,
  aspirational: 0,
  effective_from: '2027-Q1',
  document_id: 'kien-an-plan-2025',
}
const state = { measurement_id: 1, state: 'approved', by: 'test', at: '2026-11-22T03:00:00.000Z' }

test.each([
  ['measurements', measurement],
  ['measurements', { ...measurement, value: null, numerator: '3', denominator: '0' }],
  ['measurements', { ...measurement, value: 0 }],
  ['measurements', { ...measurement, value: null }],
  ['targets', target],
  ['targets', { ...target, kind: 'lessThan', lower: null, upper: 900_000, strict: 1 }],
  ['targets', { ...target, kind: 'reach', lower: null, upper: 900_000 }],
  ['measurement_states', state],
] as [string, Row][])('a sound row of %s is taken', (table, row) => {
  expect(() => insert(seededDatabase(), table, row)).not.toThrow()
})

describe('the database itself refuses', () => {
  test.each<[what: string, table: string, row: Row, error: RegExp]>([
    ['a word for a value', 'measurements', { ...measurement, value: 'sáu mươi' }, /cannot store TEXT/],
    ['a value that is not whole', 'measurements', { ...measurement, value: 60.5 }, /cannot store REAL/],
    [
      'a quarter that does not exist',
      'measurements',
      { ...measurement, period: '2026-Q5' },
      /measurements_period/,
    ],
    ['a quarter beyond the periods', 'measurements', { ...measurement, period: '2051-Q1' }, /FOREIGN KEY/],
    [
      'a share without its value',
      'measurements',
      { ...measurement, value: null, numerator: '3', denominator: '5' },
      /measurements_value/,
    ],
    ['a numerator alone', 'measurements', { ...measurement, numerator: '3' }, /measurements_share/],
    ['a denominator alone', 'measurements', { ...measurement, denominator: '3' }, /measurements_share/],
    [
      'a count that is no number',
      'measurements',
      { ...measurement, numerator: 'ba', denominator: '5' },
      /measurements_numerator/,
    ],
    [
      'a count below zero',
      'measurements',
      { ...measurement, numerator: '-3', denominator: '5' },
      /measurements_numerator/,
    ],
    [
      'a comparator it does not know',
      'measurements',
      { ...measurement, comparator: '>' },
      /measurements_comparator/,
    ],
    ['a revision 0', 'measurements', { ...measurement, revision: 0 }, /measurements_revision/],
    ['a unit that does not exist', 'measurements', { ...measurement, unit_code: '99999' }, /FOREIGN KEY/],
    [
      'an indicator that does not exist',
      'measurements',
      { ...measurement, indicator_number: 32 },
      /FOREIGN KEY/,
    ],
    [
      'a document that does not exist',
      'measurements',
      { ...measurement, document_id: 'none' },
      /FOREIGN KEY/,
    ],
    ['a target without its bound', 'targets', { ...target, lower: null }, /targets_bounds/],
    ['a bound where there is no target', 'targets', { ...target, kind: 'none' }, /targets_bounds/],
    ['a range without its upper bound', 'targets', { ...target, kind: 'range' }, /targets_bounds/],
    ['a range upside down', 'targets', { ...target, kind: 'range', upper: 800_000 }, /targets_bounds/],
    ['a ceiling below', 'targets', { ...target, kind: 'atMost' }, /targets_bounds/],
    ['a reach with two bounds', 'targets', { ...target, kind: 'reach', upper: 900_000 }, /targets_bounds/],
    ['a strict bound that is not told as one', 'targets', { ...target, kind: 'moreThan' }, /targets_strict/],
    ['a kind of target it does not know', 'targets', { ...target, kind: 'about' }, /targets_kind/],
    ['a milestone of the past', 'targets', { ...target, milestone: 2024 }, /targets_milestone/],
    [
      'a target in force from no quarter',
      'targets',
      { ...target, effective_from: '2025' },
      /targets_effective_from/,
    ],
    ['a second target of one day', 'targets', { ...target, effective_from: '2025-Q1' }, /UNIQUE/],
    [
      'a state it does not know',
      'measurement_states',
      { ...state, state: 'locked' },
      /measurement_states_state/,
    ],
    ['a state of no measurement', 'measurement_states', { ...state, measurement_id: 99 }, /FOREIGN KEY/],
    [
      'a second reference plan',
      'plans',
      { unit_code: '11050', document_id: 'gia-phuc-plan-2026', is_reference: 1 },
      /UNIQUE/,
    ],
    [
      'a kind of unit it does not know',
      'administrative_units',
      { code: '99999', name: 'A', type: 'thị trấn', province_code: '31', search_name: 'a' },
      /administrative_units_type/,
    ],
    [
      'a code of four digits',
      'administrative_units',
      { code: '9999', name: 'A', type: 'xã', province_code: '31', search_name: 'a' },
      /administrative_units_code/,
    ],
    [
      'a leader of no unit',
      'leaders',
      { id: 'a', unit_code: '99999', name: 'A', position: 'B' },
      /FOREIGN KEY/,
    ],
  ])('%s', (_, table, row, error) => {
    expect(() => insert(seededDatabase(), table, row)).toThrow(error)
  })

  test('to remove what something refers to', () => {
    const { sqlite } = seededDatabase()
    for (const table of ['administrative_units', 'documents', 'indicators', 'leaders', 'reporting_periods']) {
      expect(() => sqlite.exec(`DELETE FROM ${table}`), table).toThrow(/FOREIGN KEY/)
    }
  })
})
