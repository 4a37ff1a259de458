import { type CellValue, readXlsx, writeXlsx } from 'hucre/xlsx'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { password, signInCast } from '../../support/accounts.ts'
import { type Service, startService } from '../../support/service.ts'
import { type Uploader, uploaderOf } from '../../support/upload.ts'

const plan = '/api/units/11680/plan'
let service: Service
let officer: Uploader
beforeEach(async () => {
  service = await startService()
  await signInCast(service)
  officer = await uploaderOf(service, 'neighbour')
})
afterEach(() => service.close())

const preview = async (rows: CellValue[][], answers?: Record<number, number>) => {
  const bytes = await writeXlsx({ sheets: [{ name: 'Phụ lục 01', rows }] })
  const answer = await officer.send(
    `${plan}/import`,
    { name: 'ke-hoach.xlsx', bytes },
    answers && { answers: JSON.stringify(answers) },
  )
  return { status: answer.statusCode, ...answer.json() }
}
const head = ['Stt', 'Chỉ tiêu', 'Đơn vị tính', 'Năm 2025', 'Năm 2030']
const first = 'Tỷ lệ phủ sóng 5G trên địa bàn phường'
const people = [
  'Đồng chí được phân công chỉ đạo',
  'Đồng chí được phân công chủ trì',
  'Cơ quan chủ trì theo dõi đánh giá',
]

const workbook = async () => {
  const { rawPayload } = await officer.get(`${plan}.xlsx?asOf=2026-Q4`)
  const { sheets } = await readXlsx(rawPayload)
  return { bytes: rawPayload, rows: sheets[0]?.rows ?? [] }
}

describe('the plan as a workbook', () => {
  test('has the targets as printed, in the layout of Phụ lục 01', async () => {
    const { rows } = await workbook()
    const table = rows.slice(rows.findIndex(([cell]) => cell === 'Stt'))
    expect(table[0]?.slice(0, 9)).toEqual([
      ...head.slice(0, 3),
      'Chiều tốt lên',
      ...['Năm 2025', 'Năm 2030', 'Năm 2035', 'Năm 2040', 'Năm 2045'],
    ])
    expect(table[2]?.slice(0, 2)).toEqual(['I', 'Phát triển hạ tầng'])
    expect(table[3]?.slice(0, 9)).toEqual([
      ...[1, first, '%', 'Càng cao càng tốt'],
      ...['≥60%', '100%', '100%', '100%', '100%'],
    ])
  })

  test('changes nothing when it is sent back as it is', async () => {
    const { bytes } = await workbook()
    const answer = await officer.send(`${plan}/import`, { name: 'ke-hoach.xlsx', bytes })
    expect(answer.json()).toMatchObject({
      unchanged: 31,
      items: [],
      change: { targets: [], assignments: [], indicators: [] },
    })
  })

  test('changes what was changed in it, and what the preview gives can be saved', async () => {
    const { rows } = await workbook()
    const row = rows.find(([, name]) => name === first) as CellValue[]
    row[5] = '≥ 95%'
    row.splice(
      9,
      3,
      'Đồng chí Lê Văn Bình, PCT UBND xã',
      'Trưởng phòng VHXH',
      'Công an xã;\n- Các phòng, ban.',
    )
    const { change, items } = await preview(rows)
    expect(items).toMatchObject([
      { number: 1, targets: [{ milestone: 2030, before: '100%', after: { kind: 'atLeast', lower: 95 } }] },
    ])
    const saved = await service.app.inject({
      method: 'POST',
      url: `${plan}/changes`,
      headers: await cookieOf('neighbour'),
      payload: {
        ...change,
        basedOn: 0,
        effectiveFrom: '2026-Q4',
        reason: 'Kế hoạch mới',
        document: { title: 'Kế hoạch' },
      },
    })
    const [item] = saved.json().items
    expect(item).toMatchObject({
      targets: [{}, { text: '≥ 95%', source: 'own' }, {}, {}, {}],
      assignment: {
        directingLeader: 'Đồng chí Lê Văn Bình, PCT UBND xã',
        leader: { name: 'Lê Văn Bình', position: 'PCT UBND xã' },
        leadBodies: [{ name: 'Công an xã' }, { name: 'Các phòng, ban' }],
      },
    })
  })
})

describe('a file of a plan', () => {
  test('may name the unit where the reference list says phường, and state another year', async () => {
    const { items } = await preview([
      ['Stt', 'Chỉ tiêu', 'Năm 2026', 'Năm 2030'],
      [1, 'Tỷ lệ phủ sóng 5G trên địa bàn xã', '≥ 80%', '100%'],
    ])
    expect(items).toMatchObject([{ number: 1, targets: [{ milestone: 2026, cell: 'C2', before: null }] }])
  })

  test('adds an indicator with a unit of measure as one of the unit, a bare number being in that unit', async () => {
    const { items, change } = await preview([
      head,
      ['IV', 'Phát triển chuyển đổi số', null, null, null],
      [null, 'Số tổ công nghệ số cộng đồng', 'tổ', 26, '≥ 30 tổ'],
    ])
    expect(items).toMatchObject([
      { isNew: true, targets: [{ after: { lower: 26 } }, { after: { lower: 30 } }] },
    ])
    expect(change.indicators).toMatchObject([{ groupCode: 'IV', unitOfMeasure: 'tổ', naturalMaximum: null }])
  })

  test('says which way a new indicator is better, or its name proposes it', async () => {
    const named = [...head, 'Chiều tốt lên']
    const { items, change } = await preview([
      named,
      ['IV', 'Phát triển chuyển đổi số', null, null, null],
      [null, 'Tỷ lệ hồ sơ trễ hạn', '%', 'không quá 5%', 'dưới 2%', null],
      [null, 'Tỷ lệ hộ nghèo biết dùng dịch vụ số', '%', '≥ 60%', '≥ 80%', 'Càng cao càng tốt'],
    ])
    expect(items).toMatchObject([
      {
        direction: 'decrease',
        targets: [{ after: { upper: 5 } }, { after: { kind: 'lessThan', upper: 2 } }],
      },
      { direction: 'increase', targets: [{ after: { lower: 60 } }, { after: { lower: 80 } }] },
    ])
    expect(change.indicators).toMatchObject([{ direction: 'decrease' }, { direction: 'increase' }])
  })

  test.each<[string, CellValue[][], string, RegExp]>([
    [
      'a direction that nobody knows',
      [
        [...head, 'Chiều tốt lên'],
        [1, first, '%', '60%', '80%', 'ngang'],
      ],
      'F2',
      /Càng cao càng tốt/,
    ],
    [
      'another direction than the indicator has',
      [
        [...head, 'Chiều tốt lên'],
        [1, first, '%', '60%', '80%', 'Càng thấp càng tốt'],
      ],
      'F2',
      /không đổi được bằng tệp/,
    ],
    [
      'a target of 3,000 letters',
      [head, [1, first, null, 'đạt '.repeat(750), '80%']],
      'D2',
      /Không quá 200 ký tự/,
    ],
    [
      'a row that nobody knows',
      [head, [null, 'Chỉ tiêu lạ', null, '60% của 3 tổ', '80 người']],
      'B2',
      /Không nhận ra chỉ tiêu/,
    ],
    [
      'one indicator twice',
      [head, [1, first, null, '60%', '1%'], [1, first, null, '2%', '3%']],
      'B3',
      /hai dòng/,
    ],
    ['another unit of measure', [head, [1, first, 'trạm', '60', '80']], 'C2', /Đơn vị tính/],
    [
      'half an assignment',
      [
        [...head, ...people],
        [1, first, '%', null, null, 'Đồng chí Lê Văn Bình, PCT', null, 'Công an xã'],
      ],
      'G2',
      /cần đủ/,
    ],
    [
      'a leader without office',
      [
        [...head, ...people],
        [1, first, '%', null, null, 'Bình', 'Trưởng phòng', 'Công an xã'],
      ],
      'F2',
      /họ tên và chức vụ/,
    ],
  ])('is told by cell of %s', async (_, rows, cell, detail) => {
    const { items } = await preview(rows)
    expect(items.flatMap(({ refusals }: { refusals: object[] }) => refusals)).toMatchObject([
      { cell, detail: expect.stringMatching(detail) },
    ])
  })

  test('is matched by its exact names, whatever the numbers; a refused row changes nothing', async () => {
    const { items, change } = await preview([
      head,
      [2, first, '%', '≥61%', 'đạt '.repeat(750)],
      [9, first, '%', 62, 93],
    ])
    expect(items).toMatchObject([
      { number: 1, refusals: [{ cell: 'E2' }] },
      { number: 1, refusals: [], targets: [{ after: { text: '62%' } }, { after: { text: '93%' } }] },
    ])
    expect(change.targets).toMatchObject([{ text: '62%' }, { text: '93%' }])
  })

  test('asks about a near name and a share below one, and takes the answer', async () => {
    const rows = [head, [1, 'Tỷ lệ phủ sóng mạng 5G trên địa bàn xã', '%', 61, 0.95]]
    const open = await preview(rows)
    expect(open.items).toMatchObject([{ number: 1, mayBeNew: true, asks: [{ cell: 'B2' }, { cell: 'E2' }] }])
    expect(open.change.targets).toEqual([])
    const taken = await preview(rows, { 2: 1 })
    expect(taken.change.targets).toMatchObject([
      { number: 1, text: '61%' },
      { number: 1, text: '0,95%' },
    ])
    const added = await preview(rows, { 2: 0 })
    expect(added.change).toMatchObject({ targets: [], indicators: [{ unitOfMeasure: '%' }] })
  })

  test('may have an indicator of its own without its unit of measure: it is read from the targets and asked', async () => {
    const rows = [head, [null, 'Số mô hình chợ 4.0', null, '03 mô hình', '05 mô hình']]
    const open = await preview(rows)
    expect(open.items).toMatchObject([{ isNew: true, mayBeNew: true, asks: [{ cell: 'B2' }] }])
    expect(open.change.indicators).toEqual([])
    const { change } = await preview(rows, { 2: 0 })
    expect(change.indicators).toMatchObject([{ unitOfMeasure: 'mô hình' }])
  })

  test('takes no result, no comparison and no second column of a year for a target', async () => {
    const { items } = await preview([
      ['Stt', 'Chỉ tiêu', 'Thực hiện 2025', 'So với năm 2026', 'KH 2027', 'Năm 2030 (PA1)', 'Năm 2030 (PA2)'],
      [1, first, 58, 3, '70%', '90%', '95%'],
    ])
    expect(items).toMatchObject([
      {
        targets: [
          { milestone: 2027, cell: 'E2' },
          { milestone: 2030, cell: 'F2' },
        ],
        asks: [{ cell: 'F2' }],
      },
    ])
  })

  test('states the year beside a sentence; what has no year or no target is told', async () => {
    const { items } = await preview([
      ['TT', 'Mục tiêu cụ thể', 'Thời hạn'],
      [1, `${first} đạt trên 90%`, 'Trước 31/12/2027'],
      [2, 'Thành lập 05 tổ công nghệ số cộng đồng', 'Năm 2026'],
      [3, 'Thường xuyên tuyên truyền', 'Hằng năm'],
      [4, 'Ít nhất 40% hộ kinh doanh, 60% doanh nghiệp', 'Năm 2026'],
    ])
    expect(items).toMatchObject([
      { number: 1, asks: [], targets: [{ milestone: 2027, after: { kind: 'moreThan', lower: 90 } }] },
      { isNew: true, targets: [{ milestone: 2026, after: { kind: 'reach', lower: 5 } }] },
      { refusals: [{ cell: 'B4' }] },
      { refusals: [{ cell: 'B5' }] },
    ])
  })

  test('with plans on several sheets is read once one is picked', async () => {
    const rows = [head, [1, first, '%', '61%', '91%']]
    const bytes = await writeXlsx({
      sheets: ['KH 2026', 'KH 2027'].map((name) => ({ name, rows })),
    })
    const send = async (fields?: Record<string, string>) =>
      (await officer.send(`${plan}/import`, { name: 'ke-hoach.xlsx', bytes }, fields)).json()
    expect(await send()).toMatchObject({
      sheets: ['KH 2026', 'KH 2027'],
      items: [],
      sheetQuestion: expect.stringContaining('Chọn trang'),
    })
    expect(await send({ sheet: 'KH 2027' })).toMatchObject({
      sheet: 'KH 2027',
      sheetQuestion: null,
      items: [{}],
    })
  })

  test('without the columns of Phụ lục 01 is refused with what to do', async () => {
    const { status, detail } = await preview([
      ['Họ và tên', 'Số điện thoại'],
      ['A', 1],
    ])
    expect(status).toBe(422)
    expect(detail).toContain('Năm 2025')
  })

  test('writes nothing by being read', async () => {
    await preview([head, [1, first, '%', '≥ 70%', '90%']])
    expect((await officer.get(plan)).json()).toMatchObject({ lastChange: 0 })
  })
})

async function cookieOf(username: string) {
  const answer = await service.app.inject({
    method: 'POST',
    url: '/api/session',
    payload: { username, password },
  })
  return { cookie: String(answer.headers['set-cookie']).split(';')[0] ?? '' }
}
