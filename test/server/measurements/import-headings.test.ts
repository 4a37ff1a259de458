import { type CellValue, writeXlsx } from 'hucre/xlsx'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Any, signInCast } from '../../support/accounts.ts'
import { type Service, startService } from '../../support/service.ts'
import { type Uploader, uploaderOf } from '../../support/upload.ts'

let service: Service
let officer: Uploader
let city: Uploader
beforeAll(async () => {
  service = await startService()
  await signInCast(service)
  officer = await uploaderOf(service, 'officer')
  city = await uploaderOf(service, 'city')
})
afterAll(() => service.close())

const first = 'Tỷ lệ phủ sóng 5G trên địa bàn phường'
const second = 'Tỷ lệ phủ sóng 5G tại các cụm công nghiệp, khu du lịch trên địa bàn phường'
const head = ['Stt', 'Chỉ tiêu', 'ĐVT']
type Rows = CellValue[][]
type Told = { name?: string; merges?: string[] }

const rangeOf = (text: string) => {
  const [[startCol = 0, startRow = 0] = [], [endCol = 0, endRow = 0] = []] = text
    .split(':')
    .map((cell) => [cell.charCodeAt(0) - 65, Number(cell.slice(1)) - 1])
  return { startRow, endRow, startCol, endCol }
}
const bookOf = (rows: Rows, { name = 'Sheet1', merges = [] }: Told) =>
  writeXlsx({ sheets: [{ name, rows, merges: merges.map(rangeOf) }] })
const send = async (sender: Uploader, url: string, rows: Rows, told: Told = {}) =>
  (await sender.send(url, { name: 'bieu.xlsx', bytes: await bookOf(rows, told) })).json() as Any
const preview = (rows: Rows, told?: Told) =>
  send(officer, '/api/units/11443/entries/2026-Q4/import', rows, told)
/** Row and value of what would be written without an answer. */
const silent = ({ items }: Any) =>
  items.filter((item: Any) => item.verdict === 'changed').map((item: Any) => [item.number, item.after])

describe('the column of the quarter is found by its heading, however it is printed', () => {
  test.each([
    ['Quý 4 năm 2026'],
    ['Q.IV/2026'],
    ['Quí IV/2026'],
    ['Quý bốn năm 2026'],
    ['IV/2026'],
    ['KQ quý IV/26'],
    ['Ước TH quý IV'],
  ])('%s', async (heading) => {
    const body = await preview([
      [...head, 'Quý III/2026', heading],
      [1, first, '%', 11, 64.5],
    ])
    expect([body.valueColumn, silent(body)]).toEqual(['E', [[1, 64.5]]])
  })

  test.each<[string, Rows, Told, string]>([
    [
      'three lines that are merged',
      [
        [...head, 'Kết quả thực hiện', null, null, null],
        [null, null, null, 'Năm 2025', null, 'Năm 2026', null],
        [null, null, null, 'Quý III', 'Quý IV', 'Quý III', 'Quý IV'],
        [1, first, '%', 1, 2, 3, 64.5],
      ],
      { merges: ['A1:A3', 'B1:B3', 'C1:C3', 'D1:G1', 'D2:E2', 'F2:G2'] },
      'G',
    ],
    [
      'the quarters in a line above Stt',
      [
        [null, null, null, 'Quý III/2026', 'Quý IV/2026'],
        [...head, 'Kết quả', 'Kết quả'],
        [1, first, '%', 1, 64.5],
      ],
      {},
      'E',
    ],
    [
      'names under a heading of its own wording',
      [
        ['Stt', 'Tiêu chí đánh giá', 'Quý IV/2026'],
        [7, first, 64.5],
      ],
      {},
      'C',
    ],
    [
      'the heading once more in the middle, as printed pages have it',
      [
        [...head, 'Quý IV/2026'],
        [1, first, '%', 64.5],
        [...head, 'Quý IV/2026'],
      ],
      {},
      'D',
    ],
  ])('%s', async (_, rows, told, column) => {
    const body = await preview(rows, told)
    expect([body.valueColumn, silent(body)]).toEqual([column, [[1, 64.5]]])
  })
})

describe('figures of another time, or of something else, are never taken in silence', () => {
  const result: Rows = [
    [...head, 'Kết quả'],
    [1, first, '%', 64.5],
  ]
  test.each<[string, Rows, Told]>([
    ['a title of another year', [['KẾT QUẢ NĂM 2025'], ...result], {}],
    ['a title of six months', [['KẾT QUẢ 6 THÁNG ĐẦU NĂM 2026'], ...result], {}],
    ['a title of a month', [['Báo cáo tháng 9 năm 2026'], ...result], {}],
    ['a sheet of a month', result, { name: 'Tháng 9' }],
    [
      'a sheet of another year',
      [
        [...head, 'Quý IV'],
        [1, first, '%', 64.5],
      ],
      { name: '2025' },
    ],
    [
      'two digits of another year',
      [
        [...head, 'Quý IV/25'],
        [1, first, '%', 64.5],
      ],
      {},
    ],
    [
      'the quarter of another year above it',
      [
        [...head, 'Năm 2025'],
        [null, null, null, 'Quý IV'],
        [1, first, '%', 64.5],
      ],
      { merges: ['A1:A2', 'B1:B2', 'C1:C2'] },
    ],
    [
      'how much of the plan was done',
      [
        [...head, 'Tỷ lệ TH/KH (%)'],
        [1, first, '%', 64.5],
      ],
      {},
    ],
    [
      'a count where nothing says what is counted',
      [
        ['Stt', 'Chỉ tiêu', 'Số lượng'],
        [1, first, 64.5],
      ],
      {},
    ],
    [
      'own names under a heading of its own wording',
      [
        ['Stt', 'Tiêu chí', 'Quý IV/2026'],
        [1, 'Số chợ thanh toán không dùng tiền mặt', 64.5],
        [2, 'Số hộ dùng nước sạch', 60],
      ],
      {},
    ],
    [
      'a merged value',
      [
        [...head, 'Quý IV/2026'],
        [1, first, '%', 64.5],
        [2, second, '%', null],
      ],
      { merges: ['D2:D3'] },
    ],
  ])('%s', async (_, rows, told) => {
    const body = await preview(rows, told)
    expect(body.items).toBeDefined()
    expect(silent(body)).toEqual([])
  })

  test('a title that only cites a document, or the day of its own, says nothing of the time', async () => {
    const body = await preview([
      ['Thực hiện Kế hoạch số 57/KH-UBND ngày 05 tháng 3 năm 2025 của UBND phường'],
      ['(Kèm theo Báo cáo số 12/BC-UBND ngày 15/12/2026)'],
      ...result,
    ])
    expect(silent(body)).toEqual([[1, 64.5]])
  })

  test('a merged value is proposed for each of its rows once that is answered', async () => {
    const { items } = await preview(
      [
        [...head, 'Quý IV/2026'],
        [1, first, '%', 64.5],
        [2, second, '%', null],
      ],
      { merges: ['D2:D3'] },
    )
    expect(items).toMatchObject([
      { number: 1, after: 64.5, verdict: 'asked', asks: [{ question: 'merged' }] },
      { number: 2, after: 64.5, verdict: 'asked', asks: [{ question: 'merged' }] },
    ])
  })

  test.each(['Stt,Chỉ tiêu,Kết quả\n1,x,61,5\n', 'Stt,Kết quả\n1,61,5\n2,62,5\n'])(
    'a decimal comma that parts columns: %j',
    async (bytes) => {
      const url = '/api/units/11443/entries/2026-Q4/import'
      const answer = await officer.send(url, { name: 'bieu.csv', bytes })
      expect([answer.statusCode, answer.json().title]).toEqual([422, 'Dấu phẩy có hai nghĩa'])
    },
  )
})

describe('a file of many units', () => {
  const import_ = (rows: Rows, told?: Told) => send(city, '/api/imports/2026-Q4', rows, told)
  const cityHead = ['Mã đơn vị', 'Đơn vị', 'Chỉ tiêu', 'Quý IV/2026']

  test('has its subtotals left out, and a row without a unit is asked to be of the one above', async () => {
    const { items } = await import_([
      cityHead,
      ['11443', 'Phường Kiến An', first, 61],
      [null, null, second, 62],
      [null, 'Cộng', null, 123],
      ['11383.0', 'Lê Chân', first, 63],
      [null, 'Toàn thành phố', null, 99],
    ])
    expect(items).toMatchObject([
      { unit: { code: '11443' }, number: 1, verdict: 'changed' },
      { unit: { code: '11443' }, number: 2, verdict: 'asked', asks: [{ question: 'unit' }] },
      { unit: { code: '11383' }, number: 1, verdict: 'changed' },
    ])
  })

  test('whose Stt counts the units is refused, since it names no indicators', async () => {
    const { title, detail } = await import_([
      ['Stt', 'Đơn vị', 'Kết quả'],
      [1, 'Phường Kiến An', 61],
      [2, 'Phường Lê Chân', 63],
    ])
    expect([title, detail]).toEqual(['Thiếu cột chỉ tiêu', expect.stringContaining('“Chỉ tiêu”')])
  })
})
