import { execFile } from 'node:child_process'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { readXlsx } from 'hucre/xlsx'
import Papa from 'papaparse'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Service, startService } from '../../support/service.ts'

const run = promisify(execFile)
const officeProgram = await run('which', ['soffice']).then(
  ({ stdout }) => stdout.trim(),
  () => undefined,
)

describe.each(['real', 'sample'] as const)('the exports of the %s data', (dataSet) => {
  let service: Service
  beforeAll(async () => {
    service = await startService(dataSet)
  })
  afterAll(() => service.close())
  const marked = dataSet === 'sample'

  test('the CSV has a line for each indicator, in UTF-8 with a byte order mark', async () => {
    const response = await service.app.inject('/api/units/11443/progress.csv?asOf=2026-Q3')
    expect(response.rawPayload.subarray(0, 3)).toEqual(Buffer.from([0xef, 0xbb, 0xbf]))
    const { data } = Papa.parse<Record<string, string>>(response.payload.slice(1), { header: true })
    expect(data).toHaveLength(31)
    expect(data[0]).toMatchObject({ 'Chỉ tiêu': 'Tỷ lệ phủ sóng 5G trên địa bàn phường', 'Năm 2025': '≥60%' })
    expect(new Set(data.map((row) => row['Ghi chú dữ liệu']))).toEqual(
      new Set([marked ? 'DỮ LIỆU MINH HỌA' : '']),
    )
  })

  test('the workbook has the columns of Phụ lục 01, the four groups and 31 rows', async () => {
    const { rawPayload, headers } = await service.app.inject('/api/units/11443/progress.xlsx?asOf=2026-Q3')
    expect(headers['content-disposition']).toContain(`${marked ? 'minh-hoa-' : ''}tien-do-11443-2026-Q3.xlsx`)
    const { sheets } = await readXlsx(rawPayload)
    const rows = sheets[0]?.rows ?? []
    const head = rows.find((row) => row[0] === 'Stt')
    expect(head?.slice(0, 7)).toEqual([
      'Stt',
      'Chỉ tiêu',
      'Năm 2025',
      'Năm 2030',
      'Năm 2035',
      'Năm 2040',
      'Năm 2045',
    ])
    expect(rows.filter((row) => typeof row[0] === 'number')).toHaveLength(31)
    expect(rows.filter((row) => /^[IV]+$/.test(String(row[0]))).map((row) => row[0])).toEqual([
      'I',
      'II',
      'III',
      'IV',
    ])
    expect(rows.flat().includes('DỮ LIỆU MINH HỌA')).toBe(marked)
  })

  test('the comparison is a CSV with a line for each unit and indicator, and a workbook of results and statuses', async () => {
    const { payload } = await service.app.inject('/api/comparison.csv?asOf=2026-Q3')
    const { data } = Papa.parse<Record<string, string>>(payload.slice(1), { header: true })
    expect(data).toHaveLength(114 * 31)
    expect(new Set(data.map((row) => row['Chiều tốt lên']))).toEqual(new Set(['Càng cao càng tốt']))
    expect(new Set(data.map((row) => row['Mốc so sánh']))).toContain('2030')
    expect(new Set(data.map((row) => row['Ghi chú dữ liệu']))).toEqual(
      new Set([marked ? 'DỮ LIỆU MINH HỌA' : '']),
    )
    const { rawPayload } = await service.app.inject('/api/comparison.xlsx?asOf=2026-Q3&type=xã')
    const { sheets } = await readXlsx(rawPayload)
    expect(sheets.map(({ name }) => name)).toEqual(['Kết quả', 'Trạng thái', 'Khoảng cách đến mốc'])
    expect(sheets[0]?.rows.filter((row) => typeof row[0] === 'number')).toHaveLength(67)
    expect(sheets[0]?.rows.flat().includes('DỮ LIỆU MINH HỌA')).toBe(marked)
  })

  test('the files of the comparison stand in the order that is asked for, the official one where none is', async () => {
    const unitsOf = async (query: string) => {
      const { rawPayload } = await service.app.inject(
        `/api/comparison.xlsx?asOf=2026-Q3&type=đặc khu${query}`,
      )
      const { sheets } = await readXlsx(rawPayload)
      return sheets.map(({ rows }) => rows.filter(([n]) => typeof n === 'number').map((row) => row[1]))
    }
    const official = ['đặc khu Bạch Long Vĩ', 'đặc khu Cát Hải']
    const { units } = (await service.app.inject('/api/comparison?asOf=2026-Q3&type=đặc khu')).json()
    const asListed = units.map(({ name }: { name: string }) => `đặc khu ${name}`)
    expect(asListed.toSorted()).toEqual(official)
    expect(await unitsOf('')).toEqual([asListed, asListed, asListed])
    expect(await unitsOf('&sapXep=ten')).toEqual([official, official, official])
  })

  test.each(['comparison', 'comparison/movement', 'comparison/peers'])(
    'the files of %s refuse another order',
    async (view) => {
      const query = `sapXep=x${view.endsWith('peers') ? '&units=11443' : ''}`
      for (const extension of ['csv', 'xlsx']) {
        const response = await service.app.inject(`/api/${view}.${extension}?${query}`)
        expect(response.statusCode).toBe(400)
        expect(response.json().errors).toMatchObject([{ pointer: '#/sapXep' }])
      }
    },
  )

  test('LibreOffice opens the workbook with every diacritic', async ({ skip }) => {
    if (!officeProgram) skip('LibreOffice is not installed on this machine')
    const folder = await mkdtemp(join(tmpdir(), 'moc57-office-'))
    try {
      const { rawPayload } = await service.app.inject('/api/units/11443/progress.xlsx?asOf=2026-Q3')
      await writeFile(join(folder, 'progress.xlsx'), rawPayload)
      const filter = 'csv:Text - txt - csv (StarCalc):44,34,76,1'
      const profile = `-env:UserInstallation=file://${folder}/profile`
      await run('soffice', [
        profile,
        '--headless',
        '--convert-to',
        filter,
        '--outdir',
        folder,
        join(folder, 'progress.xlsx'),
      ])
      const { data } = Papa.parse<string[]>(await readFile(join(folder, 'progress.csv'), 'utf8'))
      const plan = (await service.app.inject('/api/indicators')).json().items
      const names = data.map((row) => row[1])
      for (const indicator of plan) expect(names).toContain(indicator.name)
      const leaders = data.map((row) => row.join('|')).join('\n')
      expect(leaders).toContain('Đồng chí Nguyễn Tùng Lâm PCT TT UBND phường')
    } finally {
      await rm(folder, { recursive: true })
    }
  })
})

describe('a text that a spreadsheet would compute', () => {
  const formulas = ['=1+1', '+1', '@SUM(A1)', '-2+3', '\t=1', '=HYPERLINK("http://evil.example")']
  let service: Service
  beforeAll(async () => {
    service = await startService()
    // A name is typed by whoever may change a plan.
    const rename = service.database.sqlite.prepare(
      'UPDATE indicators SET name = ?, short_name = ? WHERE number = ?',
    )
    for (const [index, formula] of formulas.entries()) rename.run(formula, formula, index + 1)
  })
  afterAll(() => service.close())

  test.each(['/api/units/11443/progress', '/api/comparison'])('stays a text in %s', async (address) => {
    const { payload } = await service.app.inject(`${address}.csv`)
    const cells = Papa.parse<string[]>(payload.slice(1)).data.flat()
    expect(cells.filter((cell) => formulas.includes(cell))).toEqual([])
    expect(cells).toEqual(expect.arrayContaining(formulas.map((formula) => `'${formula}`)))

    const { rawPayload } = await service.app.inject(`${address}.xlsx`)
    const { sheets } = await readXlsx(rawPayload)
    expect(
      sheets.flatMap(({ cells }) => [...(cells?.values() ?? [])]).filter(({ formula }) => formula),
    ).toEqual([])
    expect(sheets.flatMap(({ rows }) => rows.flat()).join('\n')).toContain('=1+1')
  })
})
