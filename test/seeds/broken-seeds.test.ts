import { readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { SeedError, seedDatabase } from '@moc57/db'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { contents, emptyDatabase, now, seedsFolder } from '../support/databases.ts'
import { copyOfSeeds, onLine, type SeedFile, seedFiles, seedsWith } from './seed-folder.ts'

const empty = emptyDatabase()
const full = emptyDatabase()
seedDatabase(full, { seedsFolder, now })

/** The error that loading ends with, into an empty and into a full database; fails where anything was changed. */
function refusal(folder: string): SeedError {
  const errors = [empty, full].map((db) => {
    const before = contents(db)
    try {
      seedDatabase(db, { seedsFolder: folder, now })
    } catch (error) {
      expect(contents(db)).toEqual(before)
      if (error instanceof SeedError) return error
      throw error
    }
    throw new Error('the broken seeds were loaded')
  })
  expect(errors[0]?.message).toBe(errors[1]?.message)
  return errors[0] as SeedError
}

const cell = (from: string, to: string) => (text: string) => {
  expect(text).toContain(from)
  return text.replace(from, to)
}
const addLine = (line: string) => (text: string) => `${text.trimEnd()}\n${line}\n`

type Damage = [what: string, file: SeedFile, line: number, reason: string, edit: (text: string) => string]

const damages: Damage[] = [
  [
    'an unknown kind of document',
    'documents.csv',
    2,
    'phải là plan hoặc report',
    onLine(2, cell(',plan,', ',kế hoạch,')),
  ],
  ['a day that is none', 'documents.csv', 2, '2025-10-21', onLine(2, cell('2025-10-21', '21/10/2025'))],
  ['a unit of another province', 'documents.csv', 3, 'không có đơn vị', onLine(3, cell('11680', '00004'))],
  ['a code that lost a digit', 'documents.csv', 3, '5 chữ số', onLine(3, cell('11680', '1168'))],
  ['a document without a title', 'documents.csv', 7, 'không được để trống', addLine('x,11443,plan,,,,')],
  ['a document twice', 'documents.csv', 7, 'với dòng 2', addLine('kien-an-plan-2025,11443,plan,,,A,')],
  ['a group twice', 'indicator-groups.csv', 6, 'với dòng 2', addLine('I,Nhóm khác')],
  ['a group without a name', 'indicator-groups.csv', 3, 'không được để trống', onLine(3, () => 'II,  ')],
  ['an indicator of an unknown group', 'indicators.csv', 2, 'không có nhóm', onLine(2, cell('1,I,', '1,V,'))],
  ['an indicator that is no number', 'indicators.csv', 2, 'số nguyên', onLine(2, cell('1,I,', 'một,I,'))],
  ['an indicator twice', 'indicators.csv', 4, 'với dòng 3', onLine(4, cell('3,I,', '2,I,'))],
  [
    'an unknown direction',
    'indicators.csv',
    5,
    'increase hoặc decrease',
    onLine(5, cell('increase', 'tăng')),
  ],
  ['an unknown frequency', 'indicators.csv', 5, 'quarterly hoặc yearly', onLine(5, cell('quarterly', 'quý'))],
  ['a maximum that is no number', 'indicators.csv', 5, 'không đọc được', onLine(5, cell('%,100', '%,nhiều'))],
  ['an empty target', 'targets.csv', 4, 'cột “2035”', onLine(4, () => '3,≥60%,100%,,100%,100%')],
  ['a target of an unknown indicator', 'targets.csv', 33, 'không có chỉ tiêu', addLine('32,-,-,-,-,-')],
  ['a target cut off', 'targets.csv', 10, 'có 5 ô', onLine(10, () => '9,80%,100%,100%,100%')],
  [
    'a leader without a position',
    'leaders.csv',
    3,
    'cột “position”',
    onLine(3, () => 'nguyen-tung-lam,11443,Nguyễn Tùng Lâm,'),
  ],
  ['a leader twice', 'leaders.csv', 4, 'với dòng 2', addLine('tran-thi-phuong,11443,A,B')],
  ['a body twice', 'lead-bodies.csv', 6, 'với dòng 4', addLine('cong-an,11443,Công an')],
  [
    'an unknown leader',
    'assignments.csv',
    2,
    'không có lãnh đạo nào là “ai-do”',
    onLine(2, cell('tran-thi-phuong', 'ai-do')),
  ],
  [
    'an unknown body',
    'assignments.csv',
    30,
    'không có cơ quan chủ trì',
    onLine(30, cell('cong-an;', 'cong-an-xa;')),
  ],
  [
    'a body named twice',
    'assignments.csv',
    30,
    'dấu chấm phẩy',
    onLine(30, cell('cong-an;cac-phong-ban-nganh-don-vi', 'cong-an;cong-an')),
  ],
  [
    'a task of an unknown leader',
    'tasks.csv',
    5,
    'không có lãnh đạo',
    onLine(5, cell('nguyen-tung-lam', 'ai-do')),
  ],
  ['a task twice', 'tasks.csv', 3, 'với dòng 2', onLine(3, (text) => text.replace(/^2,/, '1,'))],
  ['a quarter that is none', 'local-targets.csv', 2, '2025-Q3', onLine(2, cell('2025-Q3', '2025-Q5'))],
  ['a milestone that is none', 'local-targets.csv', 6, '2025 đến 2050', onLine(6, cell(',2026,', ',26,'))],
  [
    'an unknown document',
    'local-targets.csv',
    6,
    'không có văn bản',
    onLine(6, cell('gia-phuc-plan-2026', 'gia-phuc')),
  ],
  ['an unknown unit', 'local-targets.csv', 6, 'không có đơn vị', onLine(6, cell('11050', '99999'))],
  ['an unknown indicator', 'measurements.csv', 2, 'không có chỉ tiêu', onLine(2, cell(',8,', ',88,'))],
  ['a value that is a word', 'measurements.csv', 2, 'không đọc được', onLine(2, cell(',100,', ',toàn bộ,'))],
  ['a value below zero', 'measurements.csv', 2, 'không âm', onLine(2, cell(',100,', ',-100,'))],
  ['a value of two readings', 'measurements.csv', 2, 'hai cách', onLine(2, cell(',100,', ',1.234,'))],
  [
    'a value of five decimals',
    'measurements.csv',
    2,
    '4 chữ số thập phân',
    onLine(2, cell(',100,', ',99.12345,')),
  ],
  ['an empty value', 'measurements.csv', 2, 'không đọc được', onLine(2, cell(',100,', ',,'))],
  ['an unknown comparator', 'measurements.csv', 4, 'greaterThan', onLine(4, cell('greaterThan', '>'))],
  ['a quarter before the first', 'measurements.csv', 4, '2025-Q1', onLine(4, cell('2025-Q3', '2024-Q4'))],
  [
    'a second result of one quarter',
    'measurements.csv',
    5,
    'với dòng 2',
    addLine('KT9,11680,8,2025-Q3,90,,kien-thuy-report-2025,Trích,'),
  ],
  [
    'a second target of one milestone',
    'local-targets.csv',
    7,
    'với dòng 6',
    addLine('GP15,11050,23,2026,≥80%,2025-Q4,gia-phuc-plan-2026,Trích,'),
  ],
  [
    'a target of the plan itself',
    'local-targets.csv',
    7,
    'khác với dòng này',
    addLine('KA1,11443,1,2030,≥80%,2025-Q1,kien-an-plan-2025,Trích,'),
  ],
  ['a statement twice', 'measurements.csv', 3, 'với dòng 2', onLine(3, cell('PT6', 'KT6'))],
]

describe('a broken line stops the loading with its file, its line and the reason, and nothing is loaded', () => {
  test.each(damages)('%s: %s', (_, file, line, reason, edit) => {
    const error = refusal(seedsWith(file, edit))
    expect({ file: error.file, line: error.line }).toEqual({ file, line })
    expect(error.message).toContain(`${file}, dòng ${line}`)
    expect(error.message).toContain(reason)
  })

  test('a leader of another unit is not one of the plan', () => {
    const error = refusal(seedsWith('leaders.csv', onLine(3, cell('11443', '11050'))))
    expect(error).toMatchObject({ file: 'assignments.csv', line: 7 })
    expect(error.reason).toContain('nguyen-tung-lam')
  })

  test('the document of the plan is needed, whatever else is there', () => {
    const error = refusal(seedsWith('documents.csv', onLine(2, cell('kien-an-plan-2025', 'kien-an-plan'))))
    expect(error).toMatchObject({
      file: 'documents.csv',
      reason: expect.stringContaining('kien-an-plan-2025'),
    })
  })

  test('the line is the one an editor shows, after a cell with line breaks', () => {
    const folder = seedsWith('documents.csv', (text) =>
      onLine(
        4,
        cell('11680', 'x'),
      )(text.replace('Chủ tịch Nguyễn Phong Doanh', 'Chủ tịch\nNguyễn Phong Doanh')),
    )
    expect(refusal(folder)).toMatchObject({ file: 'documents.csv', line: 4 })
  })
})

describe.each(seedFiles)('%s', (file) => {
  const header = readFileSync(join(seedsFolder, file), 'utf8').split('\n')[0] ?? ''
  const [firstColumn = ''] = header.split(',')

  test('without a column is refused', () => {
    const error = refusal(
      seedsWith(
        file,
        onLine(1, (text) => text.replace(/,[^,]+$/, '')),
      ),
    )
    expect(error).toMatchObject({ file, line: 1 })
    expect(error.reason).toContain('thiếu cột')
  })

  test('with an unknown column is refused', () => {
    const error = refusal(
      seedsWith(
        file,
        onLine(1, (text) => `${text},ghi chú thêm`),
      ),
    )
    expect(error).toMatchObject({ file, line: 1 })
    expect(error.reason).toContain('“ghi chú thêm”')
  })

  test('with a column twice is refused', () => {
    const error = refusal(
      seedsWith(
        file,
        onLine(1, (text) => `${text},${firstColumn}`),
      ),
    )
    expect(error.reason).toContain('có hai lần')
  })

  test('with a line twice is refused', () => {
    const error = refusal(
      seedsWith(file, (text) => `${text.trimEnd()}\n${text.trimEnd().split('\n').at(-1)}\n`),
    )
    expect(error.file).toBe(file)
    expect(error.reason).toContain('trùng')
  })

  test('with a cell too many is refused', () => {
    const error = refusal(
      seedsWith(
        file,
        onLine(2, (text) => `${text},thêm`),
      ),
    )
    expect(error).toMatchObject({ file, line: 2 })
  })

  test('with a quotation mark that is never closed is refused', () => {
    const error = refusal(
      seedsWith(
        file,
        onLine(3, (text) => text.replace(/^([^,]*),/, '$1,"')),
      ),
    )
    expect(error.file).toBe(file)
    expect(error.line).toBe(3)
  })

  test('that is empty is refused', () => {
    expect(refusal(seedsWith(file, () => '')).reason).toContain('tệp trống')
  })

  test('that is not UTF-8 is refused', () => {
    const error = refusal(seedsWith(file, (text) => Buffer.from(text, 'utf16le')))
    expect(error).toMatchObject({ file, line: null })
    expect(refusal(seedsWith(file, (text) => Buffer.from(`${text}é`, 'latin1'))).reason).toContain('UTF-8')
  })

  test('with semicolons, as some Excel saves it, is refused', () => {
    expect(refusal(seedsWith(file, (text) => text.replaceAll(',', ';')))).toMatchObject({ file, line: 1 })
  })

  test('that is missing is refused', () => {
    const folder = copyOfSeeds()
    rmSync(join(folder, file))
    expect(refusal(folder)).toMatchObject({ file, line: null, reason: 'không đọc được tệp' })
  })
})

test.each(['targets.csv', 'assignments.csv'] as const)(
  '%s without a line for an indicator is refused',
  (file) => {
    const error = refusal(seedsWith(file, (text) => text.split('\n').toSpliced(17, 1).join('\n')))
    expect(error).toMatchObject({ file, reason: 'thiếu dòng của chỉ tiêu 17' })
  },
)

test('whatever a text editor does to a line, the seeds load whole or not at all', {
  timeout: 500_000,
}, () => {
  const damage = fc.record({
    file: fc.constantFrom(...seedFiles),
    line: fc.integer({ min: 1, max: 33 }),
    at: fc.double({ min: 0, max: 1, noNaN: true }),
    removed: fc.integer({ min: 0, max: 4 }),
    typed: fc.oneof(fc.constantFrom('', ',', '"', '\n', ';', ',,', '""', '\0'), fc.string({ maxLength: 3 })),
  })
  fc.assert(
    fc.property(damage, ({ file, line, at, removed, typed }) => {
      const folder = seedsWith(
        file,
        onLine(line, (text) => {
          const place = Math.floor(at * text.length)
          return text.slice(0, place) + typed + text.slice(place + removed)
        }),
      )
      const fresh = emptyDatabase()
      const before = contents(fresh)
      try {
        seedDatabase(fresh, { seedsFolder: folder, now })
        expect(contents(fresh).targets).toHaveLength(155 + 5)
        expect(contents(fresh).assignments).toHaveLength(31)
      } catch (error) {
        expect(error).toBeInstanceOf(SeedError)
        expect((error as SeedError).file).toMatch(/\.csv$/)
        expect(contents(fresh)).toEqual(before)
      }
    }),
    { numRuns: 100 },
  )
})
