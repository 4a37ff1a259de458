import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { assignmentsInForce, listIndicators, SeedError, seedDatabase, targetsInForce } from '@moc57/db'
import { describe, expect, test } from 'vitest'
import {
  contents,
  emptyDatabase,
  now,
  rowsWritten,
  seededDatabase,
  seedsFolder,
} from '../support/databases.ts'
import { copyOfSeeds, onLine, type SeedFile, seedFiles, seedsWith } from './seed-folder.ts'

const later = new Date('2027-01-05T03:00:00Z')

describe('loading the seeds', () => {
  test('gives the plan of Kiến An, and of the other units exactly what may be loaded', () => {
    const rows = Object.entries(contents(seededDatabase())).map(([table, { length }]) => [table, length])
    expect(Object.fromEntries(rows)).toMatchObject({
      administrative_units: 114,
      indicator_groups: 4,
      indicators: 31,
      targets: 155 + 5,
      assignments: 31,
      assignment_lead_bodies: 31 + 3,
      leaders: 2,
      lead_bodies: 4,
      tasks: 12,
      documents: 5,
      plans: 1,
      measurements: 3,
      measurement_states: 3,
      reporting_periods: 104,
    })
  })

  test('keeps the indicators as printed, misprints included', () => {
    const [, , , , , , , , , , , , thirteenth] = listIndicators(seededDatabase())
    expect(thirteenth?.name).toContain('Cở sở giáo dục')
    expect(thirteenth?.shortName).toContain('Cơ sở giáo dục')
  })

  test('twice writes nothing', () => {
    const db = seededDatabase()
    const [rows, before] = [rowsWritten(db), contents(db)]
    seedDatabase(db, { seedsFolder, now: later })
    expect(rowsWritten(db)).toBe(rows)
    expect(contents(db)).toEqual(before)
  })

  test('from files as Excel saves them, with a byte order mark, CRLF, NFD and lines of commas, is the same', () => {
    const folder = copyOfSeeds()
    for (const file of seedFiles) {
      const path = join(folder, file)
      const text = readFileSync(path, 'utf8').normalize('NFD').trimEnd().replaceAll('\n', '\r\n')
      writeFileSync(path, `\uFEFF${text}\r\n,,\r\n\r\n`)
    }
    const db = emptyDatabase()
    seedDatabase(db, { seedsFolder: folder, now })
    expect(contents(db)).toEqual(contents(seededDatabase()))
  })

  test('takes the columns in any order', () => {
    const folder = seedsWith('indicator-groups.csv', (text) =>
      text.replaceAll(/^([^,]+),(.+)$/gm, (_, code, name) => `${name},${code}`),
    )
    const db = emptyDatabase()
    seedDatabase(db, { seedsFolder: folder, now })
    expect(contents(db)).toEqual(contents(seededDatabase()))
  })
})

describe('an edit of the seeds', () => {
  test('of a short name is taken over, and nothing else is written', () => {
    const db = seededDatabase()
    const rows = Number(rowsWritten(db))
    const folder = seedsWith('indicators.csv', (text) =>
      text.replace('Phủ sóng 5G trên địa bàn,', 'Phủ sóng 5G,'),
    )
    seedDatabase(db, { seedsFolder: folder, now })
    expect(listIndicators(db)[0]?.shortName).toBe('Phủ sóng 5G')
    expect(rowsWritten(db)).toBe(rows + 1)
  })

  test('that adds a target of a later quarter is taken over; the earlier view stays', () => {
    const db = seededDatabase()
    const folder = seedsWith(
      'local-targets.csv',
      (text) => `${text.trimEnd()}\nKA1,11443,1,2030,≥90%,2026-Q2,kien-an-plan-2025,Điều chỉnh,\n`,
    )
    seedDatabase(db, { seedsFolder: folder, now })
    const bound = (asOf: string) => targetsInForce(db, '11443', asOf).get(1)?.[1]?.lower
    expect([bound('2026-Q1'), bound('2026-Q2')]).toEqual([100, 90])
  })

  test.each<[what: string, file: SeedFile, line: number, from: string, to: string]>([
    ['a target', 'targets.csv', 2, '≥60%', '≥65%'],
    ['a local target', 'local-targets.csv', 6, 'Tối thiểu 70%', 'Tối thiểu 75%'],
    ['the milestone of a local target', 'local-targets.csv', 6, ',2026,', ',2027,'],
    ['a leader of an indicator', 'assignments.csv', 7, 'nguyen-tung-lam', 'tran-thi-phuong'],
    ['the bodies of an indicator', 'assignments.csv', 30, 'cong-an;cac-phong', 'cac-phong'],
    ['a printed assignment', 'assignments.csv', 2, 'Đồng chí Trưởng phòng', 'Đồng chí Phó phòng'],
    ['the quarter of a result', 'measurements.csv', 2, '2025-Q3', '2025-Q4'],
    ['a result', 'measurements.csv', 2, ',100,', ',99,'],
  ])(
    'of %s that is loaded is refused: plans and results are added to, never changed',
    (_, file, line, from, to) => {
      const db = seededDatabase()
      const before = contents(db)
      const folder = seedsWith(
        file,
        onLine(line, (text) => text.replace(from, to)),
      )
      expect(() => seedDatabase(db, { seedsFolder: folder, now })).toThrow(
        expect.objectContaining({
          name: 'SeedError',
          file,
          line,
          reason: expect.stringContaining('khác với dòng này'),
        }),
      )
      expect(contents(db)).toEqual(before)
    },
  )

  test('that adds a result where the unit has entered one is refused', () => {
    const folder = seedsWith('measurements.csv', (text) => text)
    const db = seededDatabase()
    db.sqlite.exec(`
      INSERT INTO measurements (unit_code, indicator_number, period, revision, value, recorded_by, recorded_at)
      VALUES ('11050', 8, '2025-Q3', 1, 500000, 'test', '2026-11-22')`)
    const path = join(folder, 'measurements.csv')
    const added = 'GP1,11050,8,2025-Q3,100,,gia-phuc-plan-2026,Trích,\n'
    writeFileSync(path, `${readFileSync(path, 'utf8').trimEnd()}\n${added}`)
    expect(() => seedDatabase(db, { seedsFolder: folder, now })).toThrow(SeedError)
  })
})

test('an assignment keeps the printed words beside the people they mean', () => {
  expect(assignmentsInForce(seededDatabase(), '11443', '2025-Q1').get(29)).toMatchObject({
    responsibleOfficer: '- Đồng chí Trưởng Công an phường; - Thủ trưởng các phòng,ban, ngành, đơn vị',
    leadBody: '- Công an phường; - Các phòng, ban, ngành, đơn vị.',
    leader: { name: 'Trần Thị Phương', position: 'PCT UBND phường' },
  })
})
