import { appendRevision } from '@moc57/db'
import { readXlsx } from 'hucre/xlsx'
import Papa from 'papaparse'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Service, startService } from '../../support/service.ts'

const url = '/api/comparison/movement'
const read = async ({ app }: Service, query = '') => (await app.inject(`${url}${query}`)).json()

describe('the movement between two quarters', () => {
  let service: Service
  beforeAll(async () => {
    service = await startService()
    const record = (unitCode: string, period: string, value: number, at: string) =>
      appendRevision(service.database, {
        unitCode,
        number: 1,
        period,
        figure: { value },
        state: 'approved',
        by: 'test',
        at: `${at}T02:00:00.000Z`,
      })
    record('11443', '2026-Q1', 70, '2026-03-16')
    record('11443', '2026-Q2', 75, '2026-06-16')
    record('11680', '2026-Q1', 90, '2026-03-16')
    record('11680', '2026-Q2', 80, '2026-06-16')
    // A correction that came in August.
    record('11680', '2026-Q2', 100, '2026-08-01')
  })
  afterAll(() => service.close())

  const kindOf = async (query: string, unitCode: string) => {
    const { units, items } = await read(service, query)
    const place = units.findIndex(({ code }: { code: string }) => code === unitCode)
    return { kind: items[0].kind[place], change: items[0].change[place] }
  }

  test('is told for each unit, with the city at both ends', async () => {
    const query = '?from=2026-Q1&to=2026-Q2&indicator=1'
    expect(await kindOf(query, '11443')).toEqual({ kind: 'up', change: 5 })
    expect(await kindOf(query, '11680')).toEqual({ kind: 'newlyMet', change: 10 })
    expect(await kindOf(query, '11050')).toEqual({ kind: 'noData', change: null })
    const { items } = await read(service, query)
    expect(items[0].city).toMatchObject({
      before: { value: 80, method: 'median', units: 2 },
      after: { value: 87.5, method: 'median', units: 2 },
    })
  })

  test('is told as it was known on a day', async () => {
    const query = '?from=2026-Q1&to=2026-Q2&indicator=1&knownOn=2026-07-31'
    expect(await kindOf(query, '11680')).toEqual({ kind: 'down', change: -10 })
  })

  test('is by default of the quarter of today against the one before', async () => {
    expect(await read(service)).toMatchObject({ from: '2026-Q3', to: '2026-Q4', knownOn: null })
    expect(await read(service, '?to=2026-Q2')).toMatchObject({ from: '2026-Q1', to: '2026-Q2' })
    expect(await read(service, '?knownOn=2026-05-01')).toMatchObject({ from: '2026-Q1', to: '2026-Q2' })
  })

  test('can be narrowed to a group and a kind of unit', async () => {
    const { units, items } = await read(service, '?group=II&type=đặc khu')
    expect(items).toHaveLength(12)
    expect(units.map(({ type }: { type: string }) => type)).toEqual(['đặc khu', 'đặc khu'])
  })

  test.each([
    ['two ends in the wrong order', '?from=2026-Q3&to=2026-Q2', 400, '#/from'],
    ['one and the same quarter', '?from=2026-Q3&to=2026-Q3', 400, '#/from'],
    ['nothing before the first quarter', '?to=2025-Q1', 400, '#/from'],
    ['a fifth quarter', '?from=2026-Q5', 400, '#/from'],
    ['an empty end', '?to=', 400, '#/to'],
    ['a repeated end', '?to=2026-Q2&to=2026-Q3', 400, '#/to'],
    ['an unknown field', '?asOf=2026-Q2', 400, '#/asOf'],
    ['an unknown kind of unit', '?type=huyện', 400, '#/type'],
    ['a day that has not come', '?knownOn=2027-01-01', 400, '#/knownOn'],
    ['an unknown indicator', '?indicator=32', 404, undefined],
    ['an unknown group', '?group=V', 404, undefined],
    ['an indicator of another group', '?group=I&indicator=31', 404, undefined],
  ])('%s is refused', async (_, query, status, pointer) => {
    for (const extension of ['', '.csv', '.xlsx']) {
      const response = await service.app.inject(`${url}${extension}${query}`)
      expect(response.statusCode).toBe(status)
      const problem = response.json()
      expect(problem.detail.length).toBeGreaterThan(20)
      expect(problem.errors?.map((error: { pointer: string }) => error.pointer)).toEqual(pointer && [pointer])
    }
  })
})

describe('the movement of the sample data', () => {
  let service: Service
  beforeAll(async () => {
    service = await startService('sample')
  })
  afterAll(() => service.close())

  test('agrees with the comparison of the two quarters', async () => {
    const ends = await Promise.all(
      ['2026-Q2', '2026-Q3'].map(async (asOf) =>
        (await service.app.inject(`/api/comparison?asOf=${asOf}`)).json(),
      ),
    )
    const { items } = await read(service, '?from=2026-Q2&to=2026-Q3')
    for (const [index, { before, after, city }] of items.entries()) {
      expect([before, after]).toEqual(ends.map((end) => end.items[index].value))
      expect([city.before, city.after]).toEqual(ends.map((end) => end.items[index].city))
    }
  })

  test('goes out as CSV and workbook, marked', async () => {
    const query = '?from=2026-Q2&to=2026-Q3&group=I&type=xã'
    const { payload, headers } = await service.app.inject(`${url}.csv${query}`)
    expect(headers['content-disposition']).toContain('minh-hoa-bien-dong-2026-Q2-2026-Q3.csv')
    const { data } = Papa.parse<Record<string, string>>(payload.slice(1), { header: true })
    expect(data).toHaveLength(67 * 5)
    expect(new Set(data.map((row) => row['Ghi chú dữ liệu']))).toEqual(new Set(['DỮ LIỆU MINH HỌA']))
    const { rawPayload } = await service.app.inject(`${url}.xlsx${query}`)
    const { sheets } = await readXlsx(rawPayload)
    expect(sheets.map(({ name }) => name)).toEqual(['Theo chỉ tiêu', 'Thay đổi'])
    expect(sheets[0]?.rows.filter((row) => typeof row[0] === 'number')).toHaveLength(5)
    expect(sheets[1]?.rows.filter((row) => typeof row[0] === 'number')).toHaveLength(67)
    expect(sheets[1]?.rows.flat()).toContain('DỮ LIỆU MINH HỌA')
  })

  test('goes out as the page lists it: of one kind, the largest change first', async () => {
    const query = '?from=2026-Q2&to=2026-Q3&loaiBienDong=up&sapXep=thay-doi'
    const { payload } = await service.app.inject(`${url}.csv${query}`)
    const { data } = Papa.parse<Record<string, string>>(payload.slice(1), { header: true })
    const changes = data.map((row) => Number(row['Thay đổi']))
    expect(new Set(data.map((row) => row['Biến động']))).toEqual(new Set(['Tốt lên']))
    expect(changes).toEqual(changes.toSorted((a, b) => b - a))
    const { sheets } = await readXlsx((await service.app.inject(`${url}.xlsx${query}`)).rawPayload)
    expect(sheets[2]?.name).toBe('Danh sách')
    expect(sheets[2]?.rows.filter((row) => typeof row[0] === 'number').map((row) => row[5])).toEqual(changes)
  })
})
