import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Service, startService } from '../../support/service.ts'

let service: Service
beforeAll(async () => {
  service = await startService()
})
afterAll(() => service.close())

const search = async (
  q: string,
): Promise<{ code: string; name: string; type: string; formerNames: string[] }[]> =>
  (await service.app.inject(`/api/units?${new URLSearchParams({ q })}`)).json().items

test('all 114 units of Hải Phòng are listed', async () => {
  const { items } = (await service.app.inject('/api/units')).json()
  expect(items).toHaveLength(114)
  const count = (type: string) => items.filter((unit: { type: string }) => unit.type === type).length
  expect([count('phường'), count('xã'), count('đặc khu')]).toEqual([45, 67, 2])
  expect(items[0]).toMatchObject({ provinceCode: '31' })
})

test.each([
  ['Kiến An', '11443'],
  ['kien an', '11443'],
  ['PHƯỜNG KIẾN AN', '11443'],
  ['P. Kiến An', '11443'],
  ['Kiến An'.normalize('NFD'), '11443'],
  ['  kiến   an ', '11443'],
  ['11443', '11443'],
  ['đồ sơn', '11455'],
  ['do son', '11455'],
])('“%s” finds unit %s first', async (q, code) => {
  const [first] = await search(q)
  expect(first?.code).toBe(code)
})

test('a former commune finds the unit it was merged into, and says so', async () => {
  const found = await search('An Phụ')
  const unit = found.find(({ code }) => code === '10729')
  expect(unit).toMatchObject({ name: 'Trần Liễu', type: 'phường' })
  expect(unit?.formerNames.join()).toContain('An Phụ')
})

test('Cẩm Giang and Cẩm Giàng fold to one text and stay two units, the exact name first', async () => {
  expect((await search('cam giang')).map(({ code }) => code)).toEqual(
    expect.arrayContaining(['10888', '10903']),
  )
  expect((await search('Cẩm Giàng'))[0]?.code).toBe('10903')
  expect((await search('Cẩm Giang'))[0]?.code).toBe('10888')
})

test('a search without a match finds nothing', async () => {
  expect(await search('Thủ Đức')).toEqual([])
})
