import { execFile } from 'node:child_process'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { unzipSync, zipSync } from 'fflate'
import { type Cell, type CellValue, type MergeRange, readXlsx, writeXlsx } from 'hucre/xlsx'
import { afterAll, beforeEach, describe, expect, test } from 'vitest'
import { type Any, type Client, called, type Person, signInCast } from '../../support/accounts.ts'
import { type Service, startService } from '../../support/service.ts'
import { type SentFile, type Uploader, uploaderOf } from '../../support/upload.ts'
import { refilled } from '../../support/workbook.ts'

const run = promisify(execFile)
const officeProgram = await run('which', ['soffice']).then(
  ({ stdout }) => stdout.trim(),
  () => undefined,
)

const period = '2026-Q4'
const entries = `/api/units/11443/entries/${period}`
let service: Service
let people: Record<Person | 'public', Client>
let officer: Uploader

/** A test that wrote nothing leaves its service to the next one. */
const written = () =>
  service.database.sqlite
    .prepare('SELECT (SELECT count(*) FROM measurements) + (SELECT count(*) FROM submission_events)')
    .pluck()
    .get()
let seeded: unknown

beforeEach(async () => {
  if (service && written() === seeded) return
  await service?.close()
  service = await startService()
  people = await signInCast(service)
  officer = await uploaderOf(service, 'officer')
  seeded = written()
})
afterAll(() => service.close())

const rowOf = async (number: number): Promise<Any> =>
  ((await people.officer('GET', entries)) as Any).body.items.find((row: Any) => row.number === number)
const enter = (number: number, body: object) =>
  people.officer('PUT', `/api/units/11443/indicators/${number}/measurements/${period}`, body)
const preview = async (file: SentFile, fields?: Record<string, string>): Promise<Any> =>
  (await officer.send(`${entries}/import`, file, fields)).json()
const confirm = async (file: SentFile, token: string, fields = {}): Promise<Any> => {
  const response = await officer.send(`${entries}/import/confirm`, file, { ...fields, token })
  return { status: response.statusCode, body: response.json() }
}
const itemOf = (body: Any, number: number) => body.items?.find((item: Any) => item.number === number)

type Extras = { merges?: MergeRange[]; cells?: Map<string, Partial<Cell>>; name?: string }
const workbook = async (rows: CellValue[][], { name = 'Phụ lục 01', ...extras }: Extras = {}) => ({
  name: 'so-lieu.xlsx',
  bytes: await writeXlsx({ sheets: [{ name, rows, ...extras }] }),
})
const table = (...rows: CellValue[][]) => workbook([['Stt', 'Chỉ tiêu', 'Kết quả'], ...rows])
const csv = (text: string | Uint8Array): SentFile => ({ name: 'so-lieu.csv', bytes: text })

/** The template with cells changed, as Excel would send it back. */
async function filled(changes: Record<string, CellValue>, base?: Buffer): Promise<SentFile> {
  const bytes = await refilled(base ?? (await officer.get(`${entries}/template.xlsx`)).rawPayload, changes)
  return { name: 'mau.xlsx', bytes }
}
/** The row of the template that indicator 1 stands in. */
const first = 5
const at = (column: string, number: number) => `${column}${first + number - 1}`

describe('the template', () => {
  test('is protected but for the cells to fill in, with validation, hidden keys and instructions', async () => {
    const response = await officer.get(`${entries}/template.xlsx`)
    expect(response.headers['content-disposition']).toContain(`nhap-so-lieu-11443-${period}.xlsx`)
    const { sheets } = await readXlsx(response.rawPayload, { readStyles: true })
    expect(sheets.map(({ name }) => name)).toEqual(['Nhập số liệu', 'Hướng dẫn'])
    const [sheet] = sheets
    expect(sheet?.rows[3]?.slice(5, 12)).toEqual([
      'Giá trị',
      'Tử số',
      'Mẫu số',
      'So sánh',
      'Văn bản nguồn',
      'Ghi chú',
      'Lý do đính chính',
    ])
    expect(sheet?.rows.filter((row) => typeof row[0] === 'number')).toHaveLength(31)
    expect(sheet?.protection?.sheet).toBe(true)
    const isLocked = (address: string) => sheet?.cells?.get(address)?.style?.protection?.locked !== false
    expect([isLocked('4,5'), isLocked('4,1'), isLocked('3,5'), isLocked('4,15')]).toEqual([
      false,
      true,
      true,
      true,
    ])
    expect(sheet?.dataValidations).toContainEqual(
      expect.objectContaining({
        type: 'decimal',
        operator: 'between',
        formula1: '0',
        formula2: '100',
        range: 'F5:F35',
      }),
    )
    expect(sheet?.columns?.slice(12, 17).map((column) => column.hidden)).toEqual([
      true,
      true,
      true,
      true,
      true,
    ])
    expect(sheet?.pageSetup).toMatchObject({ paperSize: 'a4', orientation: 'landscape' })
    expect(sheets[1]?.rows.flat().join(' ')).toContain('không thay đổi')
  })

  test('sent back as it is changes nothing, also after figures were entered', async () => {
    await enter(1, { value: 48.5, source: 'Báo cáo số 12' })
    await enter(8, { numerator: 2, denominator: 3 })
    await enter(7, { value: 30, comparator: 'greaterThan' })
    const { rawPayload } = await officer.get(`${entries}/template.xlsx`)
    const body = await preview({ name: 'mau.xlsx', bytes: rawPayload })
    expect(body.counts).toEqual({ changed: 0, asked: 0, refused: 0, unchanged: 3, empty: 28 })
    const { status, body: problem } = await confirm({ name: 'mau.xlsx', bytes: rawPayload }, body.token)
    expect([status, problem.detail]).toEqual([409, 'Tệp không có giá trị nào mới để ghi.'])
  })

  test('gives a body only its own rows to fill in, and a reader none', async () => {
    const open = async (person: string, url = entries) => {
      const { rawPayload } = await (await uploaderOf(service, person)).get(`${url}/template.xlsx`)
      const { sheets } = await readXlsx(rawPayload, { readStyles: true })
      return [...(sheets[0]?.cells ?? [])].filter(([, cell]) => cell.style?.protection?.locked === false)
        .length
    }
    const all = await open('officer')
    const police = await open('police')
    expect(police).toBeGreaterThan(0)
    expect(police).toBeLessThan(all)
    expect(await open('phuong')).toBe(0)
  })

  test('says in sample data that it is sample data', async () => {
    const sample = await startService('sample')
    await signInCast(sample)
    const { rawPayload, headers } = await (await uploaderOf(sample, 'officer')).get(
      `${entries}/template.xlsx`,
    )
    const { sheets } = await readXlsx(rawPayload)
    for (const { rows } of sheets) expect(rows.flat().join(' ')).toContain('DỮ LIỆU MINH HỌA')
    expect(headers['content-disposition']).toContain('minh-hoa')
    await sample.close()
  })

  test('LibreOffice opens it, keeps protection and validation, and what it saves is read', async ({
    skip,
  }) => {
    if (!officeProgram) skip('LibreOffice is not installed on this machine')
    const folder = await mkdtemp(join(tmpdir(), 'moc57-template-'))
    try {
      const file = await filledInPlace((await officer.get(`${entries}/template.xlsx`)).rawPayload)
      await writeFile(join(folder, 'mau.xlsx'), file)
      const profile = `-env:UserInstallation=file://${folder}/profile`
      const out = join(folder, 'out')
      await run('soffice', [
        profile,
        '--headless',
        '--convert-to',
        'xlsx',
        '--outdir',
        out,
        join(folder, 'mau.xlsx'),
      ])
      const saved = await readFile(join(out, 'mau.xlsx'))
      const { sheets } = await readXlsx(saved, { readStyles: true })
      expect(sheets[0]?.protection?.sheet).toBe(true)
      expect(sheets[0]?.dataValidations?.length).toBeGreaterThan(0)
      expect(sheets[0]?.cells?.get('4,5')?.style?.protection?.locked).toBe(false)
      const body = await preview({ name: 'mau.xlsx', bytes: saved })
      expect(body.counts).toEqual({ changed: 1, asked: 0, refused: 0, unchanged: 0, empty: 30 })
      expect(itemOf(body, 1)).toMatchObject({ verdict: 'changed', cell: 'F5', after: 85.5 })
    } finally {
      await rm(folder, { recursive: true })
    }
  })

  /** Puts 85.5 into F5 of the sheet's own XML, so that everything else stays as it was downloaded. */
  async function filledInPlace(template: Buffer): Promise<Uint8Array> {
    const parts = unzipSync(template)
    const path = 'xl/worksheets/sheet1.xml'
    const xml = new TextDecoder().decode(parts[path])
    const typed = xml.replace(/<c r="F5"([^>]*?)\/>/, '<c r="F5"$1><v>85.5</v></c>')
    expect(typed).not.toBe(xml)
    return zipSync({ ...parts, [path]: new TextEncoder().encode(typed) })
  }
})

describe('a filled template', () => {
  test('is previewed cell by cell, writes nothing, and is written as drafts once confirmed', async () => {
    await enter(2, { value: 50, source: 'Báo cáo số 1' })
    const file = await filled({
      [at('F', 1)]: 48.5,
      [at('J', 1)]: 'Báo cáo số 12/BC-UBND',
      [at('F', 2)]: 55,
      [at('G', 8)]: 2,
      [at('H', 8)]: 3,
      [at('F', 7)]: 'trên 30%',
      [at('F', 9)]: '85,5 %',
      [at('F', 10)]: 101,
      [at('F', 11)]: '1.234',
    })
    const body = await preview(file)
    expect(body.counts).toEqual({ changed: 5, asked: 0, refused: 2, unchanged: 0, empty: 24 })
    expect(itemOf(body, 2)).toMatchObject({
      cell: 'F6',
      verdict: 'changed',
      before: 50,
      after: 55,
      cells: [{ cell: 'F6', field: 'value', before: 50, after: 55 }],
    })
    expect(itemOf(body, 1)).toMatchObject({ before: null, after: 48.5, questions: [] })
    expect(itemOf(body, 8)).toMatchObject({ cell: 'G12', after: 66.6667, questions: ['noSource'] })
    expect(itemOf(body, 7)).toMatchObject({ after: 30 })
    expect(itemOf(body, 10).refusals).toEqual([
      { cell: 'F14', detail: 'Lớn hơn mức cao nhất có thể (100%).' },
    ])
    expect(itemOf(body, 11).refusals[0]).toMatchObject({
      cell: 'F15',
      detail: expect.stringContaining('đọc được hai cách'),
    })
    expect((await rowOf(1)).current).toBeNull()

    expect((await confirm(file, body.token)).body).toMatchObject({ written: 5 })
    expect((await rowOf(1)).current).toMatchObject({
      value: 48.5,
      state: 'draft',
      source: 'Báo cáo số 12/BC-UBND',
      recordedBy: called.officer,
    })
    expect((await rowOf(7)).current).toMatchObject({ value: 30, comparator: 'greaterThan' })
    expect((await rowOf(8)).current).toMatchObject({ numerator: 2, denominator: 3 })
    expect((await rowOf(9)).current.value).toBe(85.5)
    expect((await rowOf(10)).current).toBeNull()
  })

  test('does not undo what somebody else entered after it was downloaded', async () => {
    await enter(1, { value: 40 })
    const { rawPayload } = await officer.get(`${entries}/template.xlsx`)
    await enter(1, { value: 41 })
    const untouched = await preview({ name: 'mau.xlsx', bytes: rawPayload })
    expect(itemOf(untouched, 1)).toMatchObject({ verdict: 'unchanged', before: 41, after: 41 })
    const touched = await preview(await filled({ [at('F', 1)]: 42 }, rawPayload))
    expect(itemOf(touched, 1)).toMatchObject({
      verdict: 'refused',
      refusals: [{ cell: 'F5', detail: expect.stringContaining(`nay là 41 (bản 2, ${called.officer})`) }],
    })
  })

  test('needs a reason for an approved figure', async () => {
    await enter(1, { value: 48, source: 'Báo cáo' })
    await people.officer('POST', `/api/units/11443/submissions/${period}/submit`, {})
    await people.phuong('POST', `/api/units/11443/submissions/${period}/approve`, {})
    expect(itemOf(await preview(await filled({ [at('F', 1)]: 46 })), 1).refusals).toEqual([
      { cell: 'L5', detail: expect.stringContaining('lý do') },
    ])
    const file = await filled({ [at('F', 1)]: 46, [at('L', 1)]: 'Đếm trùng' })
    const { token } = await preview(file)
    expect((await confirm(file, token)).status).toBe(200)
    expect((await rowOf(1)).current).toMatchObject({ value: 46, reason: 'Đếm trùng', state: 'draft' })
  })

  test('lets a body write its own rows alone', async () => {
    const police = await uploaderOf(service, 'police')
    const file = await filled({ [at('F', 28)]: 8, [at('F', 6)]: 2 })
    const body = (await police.send(`${entries}/import`, file)).json()
    expect(itemOf(body, 28).verdict).toBe('changed')
    expect(itemOf(body, 6)).toMatchObject({
      verdict: 'refused',
      refusals: [{ cell: 'F10', detail: 'Chỉ tiêu này do cơ quan khác nhập.' }],
    })
  })

  test('whose text cells hold a formula to be keeps it as text', async () => {
    const file = await filled({
      [at('F', 1)]: 48,
      [at('K', 1)]: '@SUM(1)',
      [at('J', 1)]: '<script>alert(1)</script>',
    })
    const { token } = await preview(file)
    await confirm(file, token)
    expect((await rowOf(1)).current).toMatchObject({ note: '@SUM(1)', source: '<script>alert(1)</script>' })
  })
})

describe('confirming', () => {
  test('writes all or nothing: a figure that was changed meanwhile is told, and nothing is written', async () => {
    const file = await table([1, '', 48], [2, '', 50])
    const { token } = await preview(file)
    await enter(2, { value: 51 })
    const { status, body } = await confirm(file, token)
    expect(status).toBe(409)
    expect(body.errors).toEqual([
      { pointer: '#/C3', detail: expect.stringMatching(/chỉ tiêu 2 .*nay là 51 \(bản 1, Nguyễn Thị Hạnh/) },
    ])
    expect((await rowOf(1)).current).toBeNull()
    expect((await rowOf(2)).current.value).toBe(51)
  })

  test('takes the file that was previewed and no other', async () => {
    const { token } = await preview(await table([1, '', 48]))
    expect((await confirm(await table([1, '', 84]), token)).status).toBe(409)
    expect((await confirm(await table([1, '', 48]), 'abc')).status).toBe(409)
    expect((await confirm(await table([1, '', 48]), '')).status).toBe(400)
    expect((await rowOf(1)).current).toBeNull()
  })

  test('twice writes once', async () => {
    const file = await table([1, '', 48])
    const { token } = await preview(file)
    const answers = await Promise.all([confirm(file, token), confirm(file, token), confirm(file, token)])
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409, 409])
    expect((await rowOf(1)).current.revision).toBe(1)
  })
})

describe('any table with the columns of Phụ lục 01', () => {
  test.each([
    ['a decimal comma and a percent sign', '85,5 %', 85.5],
    ['a no-break space', '85,5\u00a0%', 85.5],
    ['NFD', 'trên 30%'.normalize('NFD'), 30],
    ['grouped with spaces', '85', 85],
    ['a share formatted as percent', { percent: 0.855 }, 85.5],
    ['binary dust', 0.1 + 0.2, 0.3],
    ['zero', 0, 0],
  ])('reads %s', async (_, cell, value) => {
    const isPercent = typeof cell === 'object'
    const file = await workbook(
      [
        ['STT', 'CHỈ TIÊU', 'Kết quả (%)'],
        [1, '', isPercent ? cell.percent : cell],
      ],
      {
        ...(isPercent && { cells: new Map([['1,2', { style: { numFmt: '0.0%' } }]]) }),
      },
    )
    expect(itemOf(await preview(file), 1)).toMatchObject({ verdict: 'changed', after: value, cell: 'C2' })
  })

  test.each([
    ['ambiguous', '1.234', 'hai cách'],
    ['a word', 'đang thu thập', 'không phải là số'],
    ['negative', -1, 'không thể âm'],
    ['of 400 digits', '9'.repeat(400), 'không phải là số'],
    ['of counts of 400 digits', `${'9'.repeat(400)}/${'9'.repeat(400)}`, 'không phải là số'],
    ['a date that Excel made of 1.5', new Date('2026-05-01'), 'ngày tháng'],
    ['an error of Excel', '#DIV/0!', 'không phải là số'],
    ['a yes or no', true, 'không phải là số'],
  ])('refuses one cell that is %s and takes the others', async (_, cell, words) => {
    const body = await preview(await table([1, '', cell], [2, '', 50]))
    expect(itemOf(body, 1)).toMatchObject({ verdict: 'refused' })
    expect(itemOf(body, 1).refusals[0].cell).toBe('C2')
    expect(itemOf(body, 1).refusals[0].detail).toContain(words)
    expect(itemOf(body, 2).verdict).toBe('changed')
  })

  test('finds the rows below titles, groups and column numbers, by number or by printed name', async () => {
    const { items } = (await service.app.inject('/api/indicators')).json()
    const file = await workbook([
      ['PHỤ LỤC 01', null, null, null],
      [null, null, null, null],
      ['Stt', 'Chỉ tiêu', 'Năm 2025', 'Kỳ này'],
      ['(1)', '(2)', '(3)', '(4)'],
      ['I', 'Hạ tầng', null, null],
      ['1.', items[0].name, '≥60%', 48],
      [null, items[1].name.normalize('NFD').toUpperCase(), '-', '50,5'],
      [3, items[4].name, '-', 7],
      [null, 'Chỉ tiêu lạ', '-', 7],
      [40, 'Chỉ tiêu 40', '-', 7],
    ])
    const body = await preview(file)
    expect(body.valueColumn).toBe('D')
    expect(itemOf(body, 1)).toMatchObject({ verdict: 'changed', cell: 'D6', after: 48 })
    expect(itemOf(body, 2)).toMatchObject({ verdict: 'changed', cell: 'D7', after: 50.5 })
    expect(itemOf(body, 5)).toMatchObject({ verdict: 'changed', cell: 'D8', after: 7 })
    expect(body.items.slice(3)).toMatchObject([
      { verdict: 'asked', number: null, nameInFile: 'Chỉ tiêu lạ' },
      { verdict: 'asked', number: null, nameInFile: 'Chỉ tiêu 40' },
    ])
  })

  test('takes “=” and “trên” as comparisons and nothing else', async () => {
    const head = ['Stt', 'Kết quả', 'So sánh']
    const body = await preview(await workbook([head, [1, 5, '='], [2, 5, 'Trên'], [3, 5, 'dưới']]))
    expect(itemOf(body, 1).cells).toHaveLength(1)
    expect(itemOf(body, 2).cells).toContainEqual({
      cell: 'C3',
      field: 'comparator',
      before: null,
      after: 'greaterThan',
    })
    expect(itemOf(body, 3).refusals[0].cell).toBe('C4')
  })

  test('asks for the column of the values where no heading tells, and reads the one that is picked', async () => {
    const file = await workbook([
      ['Stt', 'Chỉ tiêu', 'Số 1', 'Số 2'],
      [1, '', 48, 49],
    ])
    const open = await preview(file)
    expect(open).toMatchObject({ valueColumn: null, items: [] })
    expect(open.columns).toContainEqual({
      column: 'D',
      title: 'Số 2',
      isHidden: false,
      meaning: 'none',
      values: ['49'],
    })
    expect(open.lines).toEqual([{ row: 2, cells: ['1', '', '48', '49'] }])
    const picked = await preview(file, { valueColumn: 'D' })
    expect(itemOf(picked, 1)).toMatchObject({ after: 49, cell: 'D2' })
    expect((await confirm(file, picked.token, { valueColumn: 'D' })).body).toMatchObject({ written: 1 })
    expect((await preview(file, { valueColumn: 'ZZ' })).title).toBe('Không có cột đã chọn')
  })

  test('asks for the column where the only result is of another quarter, and says so', async () => {
    const file = await workbook([
      ['Stt', 'Kết quả Quý III/2026'],
      [1, 5],
    ])
    const open = await preview(file)
    expect(open).toMatchObject({ valueColumn: null, items: [] })
    expect(open.valueQuestion).toContain('Kết quả Quý III/2026')
  })

  test('reads a formula by its stored result once a person has said so, and refuses one without a result', async () => {
    const rows = [
      ['Stt', 'Chỉ tiêu', 'Kết quả'],
      [1, '', 3],
    ]
    const file = await workbook(rows, {
      cells: new Map([['1,2', { formula: '1+2', formulaResult: 3 }]]),
    })
    const open = await preview(file)
    expect(itemOf(open, 1)).toMatchObject({ verdict: 'asked', after: 3, asks: [{ question: 'formula' }] })
    expect((await confirm(file, open.token)).status).toBe(409)
    const answers = JSON.stringify({ 2: 1 })
    const answered = await preview(file, { answers })
    expect(answered.counts).toMatchObject({ changed: 1, asked: 0 })
    expect((await confirm(file, answered.token)).status).toBe(409)
    expect((await confirm(file, answered.token, { answers })).body).toMatchObject({ written: 1 })
    expect(itemOf(await preview(csv('Stt,Kết quả\n1,=1+1')), 1).refusals[0].detail).toContain('công thức')
  })

  test('asks which indicator a name of its own means, takes the answer, and leaves out what is not answered', async () => {
    const file = await table(
      [1, 'Tỷ lệ chợ thanh toán không tiền mặt', 40],
      [2, 'Số thôn có loa thông minh', 7],
    )
    const open = await preview(file)
    expect(open.counts).toMatchObject({ changed: 0, asked: 2 })
    expect(open.choices).toHaveLength(31)
    const answers = JSON.stringify({ 2: 12 })
    const answered = await preview(file, { answers })
    expect(itemOf(answered, 12)).toMatchObject({
      verdict: 'changed',
      after: 40,
      nameInFile: 'Tỷ lệ chợ thanh toán không tiền mặt',
    })
    expect((await confirm(file, answered.token, { answers })).body).toMatchObject({ written: 1 })
    expect((await preview(file, { answers: '{"2": "x"}' })).errors[0].pointer).toBe('#/answers')
  })

  test('asks about a name that is nearly ours, never about one that differs in a number', async () => {
    const near = await preview(await table([9, 'Tỷ lệ phủ sóng mạng 5G trên địa bàn phường', 40]))
    expect(near.items[0]).toMatchObject({ verdict: 'asked', number: 1, after: 40 })
    const other = await preview(await table([1, 'Tỷ lệ phủ sóng 4G trên địa bàn phường', 40]))
    expect(other.items[0]).toMatchObject({ verdict: 'asked', number: null })
  })

  test.each([
    ['đạt 98%', { after: 98 }],
    ['45/50', { after: 90 }],
    ['100% (45/45)', { after: 100 }],
    ['đạt 80% (45/50)', { verdict: 'refused' }],
  ])('reads “%s” with a question, and refuses what contradicts itself', async (text, wanted) => {
    const { items } = await preview(await table([1, '', text]))
    expect(items[0]).toMatchObject({ verdict: 'asked', ...wanted })
  })

  test('keeps the source beside a figure that stays, and drops it beside a new one', async () => {
    await enter(1, { value: 48, source: 'Báo cáo số 1' })
    await enter(2, { value: 50, source: 'Báo cáo số 1' })
    const file = await table([1, '', 48], [2, '', 51])
    const body = await preview(file)
    expect(itemOf(body, 1).verdict).toBe('unchanged')
    expect(itemOf(body, 2)).toMatchObject({ verdict: 'changed', questions: ['noSource'] })
    expect(itemOf(body, 2).cells).toContainEqual({
      cell: 'C3',
      field: 'source',
      before: 'Báo cáo số 1',
      after: null,
    })
  })

  test.each([
    ['commas', 'Stt,Chỉ tiêu,Kết quả\r\n1,,"85,5"\r\n'],
    ['semicolons and a byte order mark', '\ufeffStt;Chỉ tiêu;Kết quả\n1;;85,5 %\n'],
    ['tabs in UTF-16', Buffer.from('\ufeffStt\tChỉ tiêu\tKết quả\r\n1\t\t85,5\r\n', 'utf16le')],
  ])('reads CSV with %s', async (_, text) => {
    expect(itemOf(await preview(csv(text)), 1)).toMatchObject({ after: 85.5, cell: 'C2' })
  })

  test('reads the export of the progress page as the quarter that it says', async () => {
    await enter(1, { value: 48, source: 'Báo cáo' })
    await people.officer('POST', `/api/units/11443/submissions/${period}/submit`, {})
    await people.phuong('POST', `/api/units/11443/submissions/${period}/approve`, {})
    const { rawPayload } = await service.app.inject(`/api/units/11443/progress.xlsx?asOf=${period}`)
    const body = await preview({ name: 'tien-do.xlsx', bytes: rawPayload })
    expect(body.counts).toMatchObject({ changed: 0, refused: 0, unchanged: 1 })
  })
})

describe('a file that cannot be taken is refused whole, in words, and writes nothing', () => {
  const zip = (parts: Record<string, string | Uint8Array>) =>
    zipSync(
      Object.fromEntries(
        Object.entries(parts).map(([name, part]) => [
          name,
          typeof part === 'string' ? new TextEncoder().encode(part) : part,
        ]),
      ),
    )
  const ole = (text = '') =>
    Buffer.concat([
      Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]),
      Buffer.alloc(600),
      Buffer.from(text, 'utf16le'),
    ])
  const bomb = () =>
    zip({ 'xl/workbook.xml': '<workbook/>', 'xl/worksheets/sheet1.xml': new Uint8Array(100 * 1024 * 1024) })
  const liar = () => {
    const bytes = bomb()
    const view = new DataView(bytes.buffer)
    // The directory says that the sheet unpacks to 10 bytes, or to none.
    for (let at = 0; at < bytes.length - 46; at += 1) {
      if (view.getUint32(at, true) === 0x02014b50 && view.getUint32(at + 24, true) > 1e6)
        view.setUint32(at + 24, 10, true)
      if (view.getUint32(at, true) === 0x04034b50 && view.getUint32(at + 22, true) > 1e6)
        view.setUint32(at + 22, 0, true)
    }
    return bytes
  }
  const lines = (count: number) =>
    `Stt,Kết quả\n${Array.from({ length: count }, (_, line) => `${line + 1},5`).join('\n')}`

  test.each<[string, () => Promise<SentFile> | SentFile, number, string, string]>([
    [
      'without a table',
      () => workbook([['Xin chào']], { name: 'Hướng dẫn' }),
      422,
      'Không thấy bảng chỉ tiêu',
      'Stt',
    ],
    ['without rows', () => table(), 422, 'Bảng trống', 'Phụ lục 01'],
    [
      'of another quarter, by its rows',
      () =>
        workbook([
          ['Stt', 'Kỳ', 'Kết quả'],
          [1, 'Quý III/2026', 5],
        ]),
      422,
      'Sai kỳ',
      'B2',
    ],
    [
      'of another unit',
      () =>
        workbook([
          ['Mã đơn vị', 'Stt', 'Kết quả'],
          ['11680', 1, 5],
        ]),
      422,
      'Tệp của đơn vị khác',
      '11680',
    ],
    ['with an indicator twice', () => table([1, '', 5], [1, '', 6]), 422, 'Chỉ tiêu lặp lại', 'C2, C3'],
    ['of 50 MB', () => csv(Buffer.alloc(50 * 1024 * 1024, 'a')), 413, 'Tệp quá lớn', '5 MB'],
    [
      'that is a zip bomb',
      () => ({ name: 'a.xlsx', bytes: bomb() }),
      422,
      'Tệp giải nén ra quá lớn',
      '64 MB',
    ],
    [
      'that is a zip bomb and says it is not',
      () => ({ name: 'a.xlsx', bytes: liar() }),
      422,
      'Tệp hỏng',
      'hỏng',
    ],
    [
      'that is no workbook but a zip',
      () => ({ name: 'a.xlsx', bytes: zip({ 'a.txt': 'a' }) }),
      415,
      'Không phải bảng tính',
      'Excel',
    ],
    [
      'cut off',
      async () => ({ name: 'a.xlsx', bytes: (await table([1, '', 5])).bytes.slice(0, 900) }),
      422,
      'Tệp hỏng',
      'hỏng',
    ],
    ['of Excel 97', () => ({ name: 'a.xlsx', bytes: ole('Workbook') }), 415, 'Không phải bảng tính', '.xls'],
    [
      'with a password',
      () => ({ name: 'a.xlsx', bytes: ole('EncryptedPackage') }),
      422,
      'Tệp có mật khẩu',
      'mật khẩu',
    ],
    [
      'of OpenDocument',
      () => ({ name: 'a.xlsx', bytes: zip({ mimetype: 'x', 'content.xml': '<a/>' }) }),
      415,
      'Không phải bảng tính',
      '.ods',
    ],
    ['that is half a PDF', () => ({ name: 'a.xlsx', bytes: '%PDF-1.7\n' }), 422, 'Tệp hỏng', 'PDF'],
    [
      'that is a web page named .csv',
      () => csv('<!doctype html><table>'),
      415,
      'Không phải bảng tính',
      'trang web',
    ],
    [
      'that is binary named .csv',
      () => csv(Buffer.from([1, 0, 2, 0, 3])),
      415,
      'Không phải bảng tính',
      'Excel',
    ],
    ['that is empty', () => csv(''), 422, 'Tệp trống', '0 byte'],
    ['of blanks', () => csv('\n\n  \n'), 422, 'Không thấy bảng chỉ tiêu', 'Stt'],
    [
      'in broken UTF-8',
      () => csv(Buffer.from([...Buffer.from('Stt,Ket qua\n1,'), 0xc3, 0x28])),
      422,
      'Bảng mã không đúng',
      'UTF-8',
    ],
    [
      'in TCVN3',
      () => csv(Buffer.from('Stt,ChØ tiªu,KÕt qu¶\n1,a,5', 'latin1')),
      422,
      'Bảng mã không đúng',
      'TCVN3',
    ],
    [
      'in TCVN3 inside .xlsx',
      () =>
        workbook([
          ['Stt', 'ChØ tiªu', 'Kết quả'],
          [1, 'a', 5],
        ]),
      422,
      'Phông chữ cũ',
      'B1',
    ],
    [
      'in VNI inside .xlsx',
      () =>
        workbook([
          ['Stt', 'Chæ tieâu', 'Kết quả'],
          [1, 'a', 5],
        ]),
      422,
      'Phông chữ cũ',
      'VNI',
    ],
    ['of 100,000 rows', () => csv(lines(100_000)), 422, 'Bảng quá dài', '10.000'],
  ])('%s', async (_, make, status, title, words) => {
    const response = await officer.send(`${entries}/import`, await make())
    const problem = response.json()
    expect([response.statusCode, problem.title]).toEqual([status, title])
    expect(problem.detail).toContain(words)
    expect(response.headers['content-type']).toMatch(/^application\/problem\+json/)
    const { body } = (await people.officer('GET', entries)) as Any
    expect(body.submission.counts.missing).toBe(31)
  })

  test('a workbook of 100,000 rows', async () => {
    const rows = Array.from({ length: 100_000 }, (_, line): CellValue[] => [line + 1, 5])
    const response = await officer.send(`${entries}/import`, await workbook([['Stt', 'Kết quả'], ...rows]))
    expect([response.statusCode, response.json().title]).toEqual([422, 'Bảng quá dài'])
  })

  test.each([
    ['another quarter', { [at('N', 1)]: '2026-Q3' }, 'Sai kỳ'],
    ['another unit', { [at('M', 1)]: '11680' }, 'Tệp của đơn vị khác'],
    ['another indicator', { [at('O', 1)]: 2 }, 'Cột khóa đã bị sửa'],
    ['another row, which was pasted over it', { [at('A', 1)]: 2 }, 'Cột khóa đã bị sửa'],
    ['another revision', { [at('P', 1)]: 5 }, 'Cột khóa đã bị sửa'],
    ['no keys', { [at('Q', 1)]: null }, 'Cột khóa đã bị sửa'],
  ])('a template whose hidden keys were edited to %s', async (_, change, title) => {
    const problem = await preview(await filled({ ...change, [at('F', 3)]: 5 }))
    expect(problem).toMatchObject({ status: 422, title })
  })

  test('the template of another unit or quarter', async () => {
    const neighbour = await uploaderOf(service, 'neighbour')
    const { rawPayload } = await neighbour.get(`/api/units/11680/entries/${period}/template.xlsx`)
    expect(await preview({ name: 'mau.xlsx', bytes: rawPayload })).toMatchObject({
      title: 'Tệp của đơn vị khác',
    })
    const { rawPayload: past } = await officer.get('/api/units/11443/entries/2026-Q3/template.xlsx')
    expect(await preview({ name: 'mau.xlsx', bytes: past })).toMatchObject({ title: 'Sai kỳ' })
  })

  test('a quarter that is closed, before the file is read', async () => {
    const response = await officer.send('/api/units/11443/entries/2026-Q3/import', csv(''))
    expect(response.statusCode).toBe(409)
  })

  test('a request without a file, or as JSON', async () => {
    expect((await officer.send(`${entries}/import`, null)).statusCode).toBe(400)
    expect(((await people.officer('POST', `${entries}/import`, {})) as Any).status).toBe(415)
  })

  test('a file elsewhere than where files are taken', async () => {
    const response = await officer.send('/api/units/11443/submissions/2026-Q4/submit', csv('a'))
    expect(response.statusCode).toBe(415)
  })
})

describe('a file of many units', () => {
  const url = `/api/imports/${period}`

  test('of 114 units and 31 indicators is previewed and written by the city, each within five seconds on a busy machine', async () => {
    const { items: units } = (await service.app.inject('/api/units')).json()
    const rows = units.flatMap(({ code }: Any) =>
      Array.from({ length: 31 }, (_, index): CellValue[] => [
        code,
        index + 1,
        (index * 7) % 100,
        'Báo cáo số 5',
      ]),
    )
    const file = await workbook([['Mã đơn vị', 'Stt', 'Giá trị', 'Văn bản nguồn'], ...rows])
    const city = await uploaderOf(service, 'city')
    const started = performance.now()
    const body = (await city.send(url, file)).json()
    const previewed = performance.now()
    expect(body.counts).toEqual({ changed: 114 * 31, asked: 0, refused: 0, unchanged: 0, empty: 0 })
    const written = (await city.send(`${url}/confirm`, file, { token: body.token })).json()
    const confirmed = performance.now()
    expect(written.written).toBe(114 * 31)
    expect(previewed - started).toBeLessThan(5000)
    expect(confirmed - previewed).toBeLessThan(5000)
    expect((await rowOf(2)).current).toMatchObject({ value: 7, state: 'draft', recordedBy: called.city })
    const again = (await city.send(url, file)).json()
    expect(again.counts).toMatchObject({ unchanged: 114 * 31 })
  })

  test('comes back in the template of the city, which has every unit that takes figures and none of their drafts', async () => {
    await enter(1, { value: 48 })
    const city = await uploaderOf(service, 'city')
    const { rawPayload, headers } = await city.get(`${url}/template.xlsx`)
    expect(headers['content-disposition']).toContain(`nhap-so-lieu-thanh-pho-${period}.xlsx`)
    const { sheets } = await readXlsx(rawPayload)
    const lines = sheets[0]?.rows.filter((row) => typeof row[1] === 'number') ?? []
    expect(lines).toHaveLength(114 * 31)
    expect(lines.every((line) => line.slice(6, 13).every((cell) => cell === null || cell === ''))).toBe(true)

    const line = (code: string, number: number) =>
      sheets[0]?.rows.findIndex((row) => String(row[13]) === code && row[1] === number) ?? -1
    const at = (code: string, number: number) => `G${line(code, number) + 1}`
    const file = await filled({ [at('11680', 1)]: 61, [at('11680', 2)]: 62 }, rawPayload)
    const body = (await city.send(url, file)).json()
    expect(body.counts).toMatchObject({ changed: 2, refused: 0, unchanged: 0 })
    const written = (await city.send(`${url}/confirm`, file, { token: body.token })).json()
    expect(written.written).toBe(2)
    expect((await rowOf(1)).current.value).toBe(48)
  })

  test('has no template for a quarter that no unit takes figures of', async () => {
    const response = await (await uploaderOf(service, 'city')).get('/api/imports/2026-Q3/template.xlsx')
    expect(response.statusCode).toBe(409)
    expect(response.json().detail).toContain('quý III năm 2026')
  })

  test('writes nothing when one of its figures was changed meanwhile', async () => {
    const city = await uploaderOf(service, 'city')
    const file = await workbook([
      ['Mã đơn vị', 'Stt', 'Giá trị'],
      ['11680', 1, 5],
      ['11443', 1, 6],
    ])
    const { token } = (await city.send(url, file)).json()
    await enter(1, { value: 7 })
    const response = await city.send(`${url}/confirm`, file, { token })
    expect(response.statusCode).toBe(409)
    expect(response.json().errors[0].detail).toContain('phường Kiến An')
    const { items } = ((await people.neighbour('GET', `/api/units/11680/entries/${period}`)) as Any).body
    expect(items[0].current).toBeNull()
  })

  test('shows the city what was approved, never a draft of the unit', async () => {
    await enter(1, { value: 7 })
    const city = await uploaderOf(service, 'city')
    const file = await workbook([
      ['Mã đơn vị', 'Stt', 'Giá trị'],
      ['11443', 1, 8],
    ])
    const { items } = (await city.send(url, file)).json()
    expect(items).toMatchObject([{ before: null, after: 8, verdict: 'changed' }])
  })

  test('names its units, and only those there are', async () => {
    const city = await uploaderOf(service, 'city')
    const bare = await city.send(url, await table([1, '', 5]))
    expect(bare.json().title).toBe('Thiếu cột Mã đơn vị')
    const file = await workbook([
      ['Mã đơn vị', 'Stt', 'Giá trị'],
      [null, 1, 5],
      ['99999', 1, 5],
      [11443, 1, 5],
    ])
    const { items } = (await city.send(url, file)).json()
    expect(items.map((item: Any) => item.refusals[0]?.detail ?? item.verdict)).toEqual([
      'Dòng thiếu mã đơn vị.',
      'Không có đơn vị mang mã “99999”.',
      'changed',
    ])
  })

  test('leaves the units alone whose quarter is locked', async () => {
    await people.city('POST', '/api/units/11443/submissions/2026-Q3/reopen', { reason: 'Bổ sung' })
    const city = await uploaderOf(service, 'city')
    const file = await workbook([
      ['Mã đơn vị', 'Stt', 'Giá trị'],
      ['11443', 1, 5],
      ['11680', 1, 5],
    ])
    const { items } = (await city.send('/api/imports/2026-Q3', file)).json()
    expect(items.map((item: Any) => item.verdict)).toEqual(['changed', 'refused'])
  })

  test.each(['officer', 'phuong', 'admin', undefined])('is not taken from %s', async (person) => {
    const sender = await uploaderOf(service, person)
    expect((await sender.send(url, csv('a'))).statusCode).toBe(person ? 403 : 401)
    expect((await sender.send(`${url}/confirm`, csv('a'))).statusCode).toBe(person ? 403 : 401)
    expect((await sender.get(`${url}/template.xlsx`)).statusCode).toBe(person ? 403 : 401)
  })
})

describe('who may', () => {
  test.each([
    ['officer', 200, 200],
    ['police', 200, 200],
    ['phuong', 200, 403],
    ['admin', 200, 403],
    ['city', 403, 403],
    ['neighbour', 403, 403],
    [undefined, 401, 401],
  ])('%s: template %i, import %i', async (person, template, sent) => {
    const someone = await uploaderOf(service, person)
    expect((await someone.get(`${entries}/template.xlsx`)).statusCode).toBe(template)
    expect((await someone.send(`${entries}/import`, await table([28, '', 5]))).statusCode).toBe(sent)
  })
})
