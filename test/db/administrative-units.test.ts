import { existsSync, readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { findUnit, listUnits } from '@moc57/db'
import Papa from 'papaparse'
import { describe, expect, test } from 'vitest'
import { repository, seededDatabase } from '../support/databases.ts'

const list = resolve(repository, '../shared/data/hai-phong-units.csv')

describe('the administrative units', () => {
  test('are 114: 45 phường, 67 xã, 2 đặc khu', () => {
    const counts = Map.groupBy(listUnits(seededDatabase()), ({ type }) => type)
    expect([...counts].map(([type, units]) => [type, units.length]).sort()).toEqual(
      [
        ['phường', 45],
        ['xã', 67],
        ['đặc khu', 2],
      ].sort(),
    )
  })

  test('equal the list of the statistics office', ({ skip }) => {
    skip(!existsSync(list), `${list} is not at hand`)
    const { data } = Papa.parse<{ code: string; name: string; type: string }>(readFileSync(list, 'utf8'), {
      header: true,
      skipEmptyLines: true,
    })
    const listed = data.map(({ code, name, type }) => ({
      code,
      name,
      type,
      provinceCode: '31',
      formerNames: [],
    }))
    const byCode = (a: { code: string }, b: { code: string }) => a.code.localeCompare(b.code)
    expect(listUnits(seededDatabase()).sort(byCode)).toEqual(listed.sort(byCode))
  })

  test('are found by their code, and by nothing like it', () => {
    const db = seededDatabase()
    expect(findUnit(db, '11443')).toEqual({
      code: '11443',
      name: 'Kiến An',
      type: 'phường',
      provinceCode: '31',
    })
    expect(findUnit(db, '11443 ')).toBeUndefined()
    expect(findUnit(db, '%')).toBeUndefined()
  })

  test('are listed in Vietnamese order', () => {
    const names = listUnits(seededDatabase()).map(({ name }) => name)
    expect(names.indexOf('Cát Hải')).toBeLessThan(names.indexOf('Đồ Sơn'))
    expect(names).toEqual([...names].sort(new Intl.Collator('vi', { numeric: true }).compare))
  })
})

const found = (search: string) => listUnits(seededDatabase(), search).map(({ name }) => name)

describe('a search', () => {
  test('for the former commune An Phụ finds phường Trần Liễu first, and says why', () => {
    expect(listUnits(seededDatabase(), 'An Phụ')[0]).toEqual({
      code: '10729',
      name: 'Trần Liễu',
      type: 'phường',
      provinceCode: '31',
      formerNames: ['Phường An Phụ'],
    })
  })

  test.each(['cẩm giàng', 'Xã Cẩm Giàng', 'Cẩm Giàng'.normalize('NFD'), 'X. cẩm giàng'])(
    'for “%s” gives Cẩm Giàng before Cẩm Giang',
    (search) => {
      expect(found(search)).toEqual(['Cẩm Giàng', 'Cẩm Giang'])
    },
  )

  test('for “Cẩm Giang” gives it before Cẩm Giàng: two units, two codes', () => {
    expect(listUnits(seededDatabase(), 'Cẩm Giang').map(({ code }) => code)).toEqual(['10888', '10903'])
  })

  test.each(['kien an', 'KIẾN AN', 'phường Kiến An', 'p.kiến an', ' Kiến  An '])(
    'for “%s” gives Kiến An',
    (search) => {
      expect(found(search)[0]).toBe('Kiến An')
    },
  )

  test('takes d for đ and needs no marks', () => {
    expect(found('do son')).toEqual(['Đồ Sơn', 'Nam Đồ Sơn'])
  })

  test('gives a name that starts with the words before one that only contains them', () => {
    expect(found('an d').slice(0, 1)).toEqual(['An Dương'])
    expect(found('đồ sơn')[0]).toBe('Đồ Sơn')
  })

  test.each(['zzz', '%', '_', "'", '"; DROP TABLE units'])('for “%s” gives nothing', (search) => {
    expect(found(search)).toEqual([])
  })

  test('for nothing gives all units and no former names', () => {
    const all = listUnits(seededDatabase(), '  ')
    expect(all).toHaveLength(114)
    expect(all.every(({ formerNames }) => formerNames.length === 0)).toBe(true)
  })
})
