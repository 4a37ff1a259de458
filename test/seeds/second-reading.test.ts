import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import Papa from 'papaparse'
import { describe, expect, test } from 'vitest'
import { repository } from '../support/databases.ts'

type Row = Record<string, string>

function read(file: string): Row[] {
  const { data, errors } = Papa.parse<Row>(readFileSync(join(repository, file), 'utf8'), {
    header: true,
    skipEmptyLines: true,
  })
  expect(errors).toEqual([])
  return data
}

/** A printed cell: where it stands and its text. */
type Cell = `${string} ${string}: ${string}`

const cellsOf = (rows: Row[], columns: readonly string[]): Cell[] =>
  rows.flatMap((row) => columns.map((column): Cell => `${row.number} ${column}: ${row[column]}`))

/** The second transcription, made from the plan by another reader: one printed cell a row. */
const secondReading = (file: string): Cell[] =>
  read(`test/seeds/${file}`).map(({ number, column, text }): Cell => `${number} ${column}: ${text}`)

const byText = (a: string, b: string) => a.localeCompare(b)

describe('two independent transcriptions of the plan agree in every cell', () => {
  test('Phụ lục 01: 4 groups and 31 rows of 11 columns', () => {
    const first = [
      ...read('seeds/indicator-groups.csv').map(({ code, name }): Cell => `${code} group_name: ${name}`),
      ...cellsOf(read('seeds/indicators.csv'), ['group', 'name', 'deliverable']),
      ...cellsOf(read('seeds/targets.csv'), ['2025', '2030', '2035', '2040', '2045']),
      ...cellsOf(read('seeds/assignments.csv'), ['directing_leader', 'responsible_officer', 'lead_body']),
    ]
    const second = secondReading('second-reading-annex-01.csv')
    expect(first).toHaveLength(4 + 31 * 11)
    expect(first.sort(byText)).toEqual(second.sort(byText))
  })

  test('Phụ lục 02: 12 tasks of 5 columns', () => {
    const first = cellsOf(read('seeds/tasks.csv'), [
      'name',
      'directing_leader',
      'responsible',
      'product',
      'schedule',
    ])
    const second = secondReading('second-reading-annex-02.csv')
    expect(first).toHaveLength(12 * 5)
    expect(first.sort(byText)).toEqual(second.sort(byText))
  })
})
