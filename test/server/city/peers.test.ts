import type { PeerItem } from '@moc57/shared/api'
import { readXlsx } from 'hucre/xlsx'
import Papa from 'papaparse'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Service, startService } from '../../support/service.ts'

const url = '/api/comparison/peers'
let service: Service
beforeAll(async () => {
  service = await startService('sample')
})
afterAll(() => service.close())

const read = async (query: string) => (await service.app.inject(`${url}?asOf=2026-Q3&${query}`)).json()

describe('a unit among its like', () => {
  test('shows its 31 values as the comparison does, beside the quartiles of the other units of its type', async () => {
    const { units, others, items, among, notice } = await read('units=11443')
    const comparison = (
      await service.app.inject('/api/comparison?asOf=2026-Q3&type=ph%C6%B0%E1%BB%9Dng')
    ).json()
    const here = comparison.units.findIndex(({ code }: { code: string }) => code === '11443')
    expect(units).toMatchObject([{ code: '11443', name: 'Kiến An' }])
    expect([others, among, notice]).toEqual([44, 'type', 'DỮ LIỆU MINH HỌA'])
    expect(items).toHaveLength(31)
    for (const [index, item] of (items as PeerItem[]).entries()) {
      const { value, status, flags } = comparison.items[index]
      expect([item.value[0], item.status[0]]).toEqual([value[here], status[here]])
      const rest = (value as (number | null)[]).filter(
        (one, place) => place !== here && one !== null && !flags[place].includes('stale'),
      ) as number[]
      expect(item.middle?.units ?? 0).toBe(rest.length >= 4 ? rest.length : 0)
      if (!item.middle) continue
      const below = rest.filter((one) => one < (item.middle?.lower ?? 0) - 1e-4).length
      const above = rest.filter((one) => one > (item.middle?.upper ?? 0) + 1e-4).length
      expect(Math.max(below, above)).toBeLessThanOrEqual(Math.ceil((rest.length - 1) / 4))
    }
  })

  test('can be set beside all units of the city, whose figure is the same for all types', async () => {
    const [ofType, ofAll] = [await read('units=11443'), await read('units=11443&among=all')]
    expect(ofAll.others).toBe(113)
    const cities = ({ items }: { items: PeerItem[] }) => items.map(({ city }) => city)
    expect(cities(ofAll)).toEqual(cities(ofType))
    const comparison = (await service.app.inject('/api/comparison?asOf=2026-Q3')).json()
    expect(cities(ofAll)).toEqual(cities(comparison))
  })

  test('two to four units stand side by side in the order they were asked for, and are none of the others', async () => {
    const { units, others, items } = await read('units=11407,11443,11680')
    expect(units.map(({ code }: { code: string }) => code)).toEqual(['11407', '11443', '11680'])
    expect(others).toBe(43)
    const alone = await read('units=11443')
    expect(items.map(({ value }: PeerItem) => value[1])).toEqual(
      alone.items.map(({ value }: PeerItem) => value[0]),
    )
    for (const { value, status, place } of items as PeerItem[]) {
      expect([value.length, status.length, place.length]).toEqual([3, 3, 3])
    }
  })

  test('of a type with few units there is no middle half', async () => {
    const { others, items } = await read('units=11948')
    expect(others).toBe(1)
    expect(items.every(({ middle, place }: PeerItem) => middle === null && place[0] === null)).toBe(true)
  })
})

test.each([
  ['', '#/units'],
  ['units=', '#/units/0'],
  ['units=1144', '#/units/0'],
  ['units=99999', '#/units/0'],
  ['units=11443,99999', '#/units/1'],
  ['units=11443,11443', '#/units'],
  ['units=11443,11407,11680,10750,10729', '#/units'],
  ['units=11443&among=xa', '#/among'],
  ['units=11443&asOf=2026-Q5', '#/asOf'],
  ['units=11443&knownOn=2026-13-01', '#/knownOn'],
  ['units=11443&x=1', '#/x'],
])('the query “%s” is refused at %s', async (query, pointer) => {
  const response = await service.app.inject(`${url}?${query}`)
  expect(response.statusCode).toBe(400)
  const { detail, errors } = response.json()
  expect(errors.map((error: { pointer: string }) => error.pointer)).toEqual([pointer])
  expect(detail.length).toBeGreaterThan(20)
})

test('the files hold the same units and places, and are marked as sample data', async () => {
  const query = 'asOf=2026-Q3&units=11443,10729&among=all'
  const { items } = (await service.app.inject(`${url}?${query}`)).json()
  const { payload, headers } = await service.app.inject(`${url}.csv?${query}`)
  expect(headers['content-disposition']).toContain('minh-hoa-so-voi-don-vi-khac-11443-10729-2026-Q3.csv')
  const { data } = Papa.parse<Record<string, string>>(payload.slice(1), { header: true })
  expect(data).toHaveLength(2 * 31)
  expect(new Set(data.map((row) => row['Ghi chú dữ liệu']))).toEqual(new Set(['DỮ LIỆU MINH HỌA']))
  const words = { below: 'Thấp hơn', within: 'Ở giữa', above: 'Cao hơn' }
  expect(data.slice(0, 31).map((row) => row['So với khoảng giữa'])).toEqual(
    (items as PeerItem[]).map(({ place }) => (place[0] ? words[place[0]] : '')),
  )
  const { sheets } = await readXlsx((await service.app.inject(`${url}.xlsx?${query}`)).rawPayload)
  const rows = sheets[0]?.rows ?? []
  expect(rows.filter((row) => typeof row[0] === 'number')).toHaveLength(31)
  expect(rows.flat()).toContain('DỮ LIỆU MINH HỌA')
})
