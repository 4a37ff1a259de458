import { appendRevision } from '@moc57/db'
import { ProgressStatus } from '@moc57/shared'
import { type ComparisonItem, comparisonCell } from '@moc57/shared/api'
import { readXlsx } from 'hucre/xlsx'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { type Service, startService } from '../../support/service.ts'

type Item = {
  number: number
  value: number | null
  period: string | null
  comparator: string | null
  status: string
  flags: string[]
  targets: {
    milestone: number
    text: string
    kind: string
    gap: number | null
    verdict: string | null
    judged: { period: string; value: number; gap: number } | null
    source: string
  }[]
  next: { milestone: number; lower: number; gap: number | null } | null
  pace: { ratio: number | null; expected: number | null; neededPerQuarter: number | null }
  assignment: { directingLeader: string; leader: { name: string } } | null
}

let service: Service
const read = async (url: string) => {
  const response = await service.app.inject(url)
  return { status: response.statusCode, body: response.json(), headers: response.headers }
}
const itemOf = async (url: string, number: number): Promise<Item> =>
  (await read(url)).body.items.find((item: Item) => item.number === number)

function record(unitCode: string, number: number, period: string, value: number) {
  appendRevision(service.database, {
    unitCode,
    number,
    period,
    figure: { value },
    state: 'approved',
    by: 'test',
    at: '2026-01-01T00:00:00Z',
  })
}

describe('the real plan', () => {
  beforeEach(async () => {
    service = await startService()
    return () => service.close()
  })

  test('Kiến An starts with 31 indicators of which none has a figure, and no gap is invented', async () => {
    const { body } = await read('/api/units/11443/progress')
    expect(body.items).toHaveLength(31)
    // Indicators 4, 5 and 11 are not asked for yet: the plan prints "-" for the milestone that their stage follows.
    const notYetDue = body.items.filter(({ status }: Item) => status === 'notYetDue')
    expect(notYetDue.map(({ number }: Item) => number)).toEqual([4, 5, 11])
    expect(body.items.filter(({ status }: Item) => status === 'noData')).toHaveLength(28)
    expect(body.items.flatMap((item: Item) => item.targets.map(({ gap }) => gap))).toEqual(
      Array(155).fill(null),
    )
    expect(body.asOf).toBe('2026-Q4')
    expect(body.notice).toBeNull()
  })

  test('40 in 2025-Q4 and 48 in 2026-Q4 needs acceleration: 52 missing, 52 expected, 3.25 a quarter', async () => {
    record('11443', 1, '2025-Q4', 40)
    record('11443', 1, '2026-Q4', 48)
    const item = await itemOf('/api/units/11443/progress?asOf=2026-Q4', 1)
    expect(item).toMatchObject({
      value: 48,
      status: 'needsAcceleration',
      next: { milestone: 2030, lower: 100, gap: 52 },
      pace: { expected: 52, neededPerQuarter: 3.25 },
    })
    expect(item.pace.ratio).toBe(0.6667)
    expect(item.targets[0]).toMatchObject({
      milestone: 2025,
      gap: 12,
      verdict: 'missed',
      judged: { period: '2025-Q4', value: 40, gap: 20 },
    })
  })

  test('a value recorded later does not change an earlier view', async () => {
    record('11443', 1, '2025-Q4', 40)
    const before = await itemOf('/api/units/11443/progress?asOf=2026-Q3', 1)
    expect(before).toMatchObject({ status: 'insufficientData', value: 40 })
    record('11443', 1, '2026-Q4', 48)
    expect(await itemOf('/api/units/11443/progress?asOf=2026-Q3', 1)).toEqual(before)
  })

  test('a write shows in the very next answer, though unchanged answers are kept', async () => {
    const url = '/api/units/11443/progress?asOf=2026-Q3'
    const first = await service.app.inject(url)
    const again = await service.app.inject({ url, headers: { 'if-none-match': String(first.headers.etag) } })
    expect(again.statusCode).toBe(304)
    record('11443', 1, '2026-Q3', 40)
    const after = await service.app.inject({ url, headers: { 'if-none-match': String(first.headers.etag) } })
    expect(after.statusCode).toBe(200)
    expect(after.json().items[0].value).toBe(40)
  })

  test('an answer that a write overtook while it was made is not kept', async () => {
    const slow = service.app.inject('/api/units/11443/progress.xlsx?asOf=2026-Q3')
    record('11443', 1, '2026-Q3', 40)
    await service.app.inject('/api/units/11443/progress?asOf=2026-Q3')
    await slow
    const { rawPayload } = await service.app.inject('/api/units/11443/progress.xlsx?asOf=2026-Q3')
    const { sheets } = await readXlsx(rawPayload)
    expect(sheets[0]?.rows.find((row) => row[0] === 1)).toContain(40)
  })

  test('another unit is measured against the plan of Kiến An as a reference, without its people', async () => {
    const { body } = await read('/api/units/10507/progress')
    expect(body.plan).toMatchObject({ source: 'reference', unit: { code: '11443', name: 'Kiến An' } })
    expect(body.items.every((item: Item) => item.assignment === null)).toBe(true)
    expect(
      body.items
        .flatMap((item: Item) => item.targets)
        .every((target: { source: string }) => target.source === 'reference'),
    ).toBe(true)
  })

  test('the target of Gia Phúc for 2026 stands among the reference targets as its own', async () => {
    const item = await itemOf('/api/units/11050/progress', 23)
    expect(item.targets.map(({ milestone, source }) => [milestone, source])).toEqual([
      [2025, 'reference'],
      [2026, 'own'],
      [2030, 'reference'],
      [2035, 'reference'],
      [2040, 'reference'],
      [2045, 'reference'],
    ])
  })

  test('a figure read from a report counts, with its mark', async () => {
    const item = await itemOf('/api/units/10729/progress?asOf=2025-Q3', 27)
    expect(item).toMatchObject({
      value: 30,
      period: '2025-Q3',
      comparator: 'greaterThan',
      flags: expect.arrayContaining(['unverified']),
    })
  })

  test.each([
    ['leader=Trần Thị Phương', 27],
    ['leader=nguyen tung lam', 4],
    ['leader=Đồng chí Nguyễn Tùng Lâm PCT TT UBND phường', 4],
    ['leadBody=Phòng Văn hóa – Xã hội phường', 19],
    ['leadBody=Phòng Văn hóa -Xã hội phường', 19],
    ['leadBody=Phòng Văn hóa – Xã hội', 19],
    ['leader=Đồng chí Nguyễn Tùng Lâm', 4],
    ['leadBody=Công an phường', 2],
    ['group=III', 1],
    ['status=noData', 28],
    ['status=notYetDue', 3],
    ['status=achieved,missed', 0],
    ['leader=Nguyễn Tùng Lâm&group=II', 2],
  ])('the filter %s leaves %i indicators of Kiến An', async (query, count) => {
    const { body } = await read(`/api/units/11443/progress?${new URLSearchParams(query)}`)
    expect(body.items).toHaveLength(count)
  })

  test('an indicator opens to its series with source and quotation', async () => {
    const { body } = await read('/api/units/11680/indicators/8?asOf=2026-Q3')
    expect(body.series).toHaveLength(1)
    expect(body.series[0]).toMatchObject({ period: '2025-Q3', value: 100, state: 'unverified' })
    expect(body.series[0].quotation).toContain('100% cán bộ, công chức')
    expect(body.assignment).toBeNull()
  })

  test('the twelve tasks of Phụ lục 02 are served as printed', async () => {
    const { body } = await read('/api/units/11443/tasks')
    expect(body.items).toHaveLength(12)
    expect(body.items[5].name).toBe('Bảo đảm an ninh mạng và chủ quyển số')
  })

  test('the reference plan is served as printed, with its readings', async () => {
    const { body } = await read('/api/indicators')
    const [first, , , , , sixth] = body.items
    expect(first).toMatchObject({
      number: 1,
      group: { code: 'I', name: 'Phát triển hạ tầng' },
      unitOfMeasure: '%',
      deliverable: 'Bộ số liệu báo cáo',
      assignment: { directingLeader: 'Đồng chí Trần Thị Phương PCT UBND phường' },
    })
    expect(sixth.targets[0]).toMatchObject({
      text: 'Phấn đấu ít nhất 3%',
      kind: 'atLeast',
      lower: 3,
      aspirational: true,
    })
  })
})

describe('sample data', () => {
  beforeAll(async () => {
    service = await startService('sample')
  })
  afterAll(() => service.close())

  test('every answer says that it is sample data', async () => {
    const urls = [
      '/api/indicators',
      '/api/units',
      '/api/units/11443/progress',
      '/api/units/11443/indicators/1',
      '/api/units/11443/tasks',
      '/api/comparison?indicator=1',
    ]
    for (const url of urls) expect((await read(url)).body.notice, url).toBe('DỮ LIỆU MINH HỌA')
  })

  test('all twelve statuses occur in the city in quý III/2026', async () => {
    const { body } = await read('/api/comparison?asOf=2026-Q3')
    const statuses = new Set(body.items.flatMap(({ status }: ComparisonItem) => status))
    expect([...statuses].sort()).toEqual([...ProgressStatus.options].sort())
  })

  test('the comparison agrees with the page of each unit', async () => {
    const { body } = await read('/api/comparison?asOf=2026-Q3&indicator=8')
    const [row] = body.items
    for (const [index, unit] of body.units.entries()) {
      const item = await itemOf(`/api/units/${unit.code}/progress?asOf=2026-Q3`, 8)
      expect(comparisonCell(row, index)).toMatchObject({
        value: item.value,
        period: item.period,
        comparator: item.comparator,
        status: item.status,
        gap: item.next?.gap,
        flags: item.flags,
      })
    }
  })

  test('every column of the comparison has a place for each unit', async () => {
    const { body } = await read('/api/comparison?asOf=2026-Q3')
    const columns = ['value', 'period', 'comparator', 'status', 'gap', 'rank', 'flags']
    for (const item of body.items) {
      for (const column of columns) expect(item[column], column).toHaveLength(body.units.length)
    }
    expect(body.items[7]).toMatchObject({
      number: 8,
      groupCode: 'II',
      unitOfMeasure: '%',
      naturalMaximum: 100,
    })
  })

  test('only units of the asked kind are compared', async () => {
    const { body } = await read(`/api/comparison?${new URLSearchParams({ type: 'đặc khu', indicator: '1' })}`)
    expect(body.units.map(({ name }: { name: string }) => name).sort()).toEqual(['Bạch Long Vĩ', 'Cát Hải'])
  })
})
