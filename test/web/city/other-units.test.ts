import type { AdministrativeUnit } from '@moc57/shared'
import type { ComparisonItem } from '@moc57/shared/api'
import { citySentence } from '@moc57/web/city/city-words.ts'
import { rankSentence } from '@moc57/web/city/other-units/summary.ts'
import { shortList, type UnitRow, unitRows } from '@moc57/web/city/other-units/unit-rows.ts'
import { bins } from '@moc57/web/lib/bins.ts'
import { describe, expect, test } from 'vitest'

type Cell = Pick<UnitRow, 'value' | 'rank'> & Partial<Pick<UnitRow, 'flags'>>

const unit = (code: string, name: string): AdministrativeUnit => ({
  code,
  name,
  type: 'phường',
  provinceCode: '31',
})
const itemOf = (cells: readonly Cell[]): ComparisonItem => ({
  number: 1,
  shortName: 'Phủ sóng 5G trên địa bàn',
  unitOfMeasure: '%',
  naturalMaximum: 100,
  direction: 'increase',
  groupCode: 'I',
  city: { value: null, method: null, units: 0, ofQuarter: 0 },
  value: cells.map(({ value }) => value),
  period: cells.map(({ value }) => (value === null ? null : '2026-Q3')),
  comparator: cells.map(() => null),
  status: cells.map(({ value }) => (value === null ? 'noData' : 'behind')),
  milestone: cells.map(() => 2030),
  bound: cells.map(() => 100),
  strict: cells.map(() => false),
  gap: cells.map(({ value }) => (value === null ? null : 100 - value)),
  missingShare: cells.map(() => null),
  verdict: cells.map(() => null),
  rank: cells.map(({ rank }) => rank),
  flags: cells.map(({ flags }) => flags ?? []),
})
/** Units 0, 1, 2 … in this order with these values and ranks; `here` is the one in view. */
const rowsOf = (cells: readonly Cell[], here = 0) =>
  unitRows(
    cells.map((_, index) => unit(String(index), `Đơn vị ${index}`)),
    itemOf(cells),
    String(here),
  )
const ranked = (count: number) =>
  Array.from({ length: count }, (_, index) => ({ value: 100 - index, rank: index + 1 }))
const unranked = { value: null, rank: null }
const stale: Cell = { value: 99, rank: null, flags: ['stale'] }
const codes = (rows: readonly UnitRow[]) => rows.map(({ unit }) => unit.code)

describe('the units', () => {
  test('stand by rank, then those that nobody ranks, then those without a value', () => {
    const rows = rowsOf([unranked, { value: 5, rank: null }, { value: 90, rank: 2 }, { value: 95, rank: 1 }])
    expect(codes(rows)).toEqual(['3', '2', '1', '0'])
  })

  test('of one rank stand in Vietnamese order', () => {
    const names = ['Đồ Sơn', 'Dương Kinh', 'Ăn', 'An Biên']
    const units = names.map((name, index) => unit(String(index), name))
    const rows = unitRows(units, itemOf(names.map(() => ({ value: 80, rank: 1 }))), '0')
    expect(rows.map(({ unit }) => unit.name)).toEqual(['An Biên', 'Ăn', 'Dương Kinh', 'Đồ Sơn'])
  })

  const shown = (items: ReturnType<typeof shortList>) =>
    items.map((item) => (item.kind === 'unit' ? item.row.unit.code : `+${item.count}`))

  test.each<[string, Cell[], number, string[]]>([
    ['few are all shown', ranked(4), 2, ['0', '1', '2', '3']],
    [
      'many are cut to both ends and the neighbours of the one in view',
      ranked(20),
      10,
      ['0', '1', '2', '+5', '8', '9', '10', '11', '12', '+4', '17', '18', '19'],
    ],
    ['the first of many has its neighbours', ranked(20), 0, ['0', '1', '2', '+14', '17', '18', '19']],
    ['those without a value are left out', [...ranked(2), unranked, unranked], 0, ['0', '1']],
    ['nobody is shown where nobody has a value', [unranked, unranked], 0, []],
  ])('%s', (_, cells, here, expected) => expect(shown(shortList(rowsOf(cells, here)))).toEqual(expected))
})

describe('the sentence on the rank', () => {
  test.each<[string, Cell[], string]>([
    [
      'names rank and how many are ranked',
      [...ranked(9), unranked],
      'Phường Đơn vị 0 xếp hạng 1 trong 9 đơn vị có số liệu; 1 đơn vị chưa có hoặc có số liệu cũ hơn 4 quý.',
    ],
    [
      'says who shares it',
      [
        { value: 80, rank: 1 },
        { value: 80, rank: 1 },
        { value: 70, rank: 3 },
      ],
      'Phường Đơn vị 0 xếp hạng 1 (đồng hạng với 1 đơn vị) trong 3 đơn vị có số liệu.',
    ],
    [
      'says why this unit has none',
      [unranked, ...ranked(9)],
      'Phường Đơn vị 0 chưa có số liệu nên không có hạng; 9 trong 10 đơn vị được xét.',
    ],
    [
      'says that its value is too old',
      [stale, ...ranked(9)],
      'Phường Đơn vị 0 có số liệu cũ hơn 4 quý nên không có hạng; 9 trong 10 đơn vị được xét.',
    ],
    [
      'counts values that are too old as missing',
      [{ value: 80, rank: null }, stale],
      '2 trong 2 đơn vị có số liệu. Không xếp hạng, vì hơn 20% số đơn vị (1 trong 2) chưa có số liệu hoặc số liệu cũ hơn 4 quý.',
    ],
    [
      'says why nobody is ranked',
      [{ value: 80, rank: null }, unranked],
      '1 trong 2 đơn vị có số liệu. Không xếp hạng, vì hơn 20% số đơn vị (1 trong 2) chưa có số liệu.',
    ],
    [
      'says that nobody has reported',
      [unranked, unranked],
      'Chưa đơn vị nào trong 2 đơn vị có số liệu về chỉ tiêu này.',
    ],
  ])('%s', (_, cells, sentence) => expect(rankSentence(rowsOf(cells))).toBe(sentence))
})

describe('the figure of the city', () => {
  test.each([
    ['ratioOfSums', 'Toàn thành phố: 66,7% (tổng tử số chia tổng mẫu số của 3 đơn vị).'],
    ['median', 'Toàn thành phố: 66,7% (trung vị của 3 đơn vị, vì có đơn vị chỉ báo cáo tỷ lệ).'],
  ] as const)('says how it was made (%s)', (method, sentence) =>
    expect(citySentence({ value: 66.6667, method, units: 3, ofQuarter: 3 }, '%', 'Toàn thành phố')).toBe(
      sentence,
    ),
  )

  test('is not told of one unit, or of none', () => {
    expect(citySentence({ value: 50, method: 'median', units: 1, ofQuarter: 1 }, '%', '')).toBeNull()
    expect(citySentence({ value: null, method: null, units: 0, ofQuarter: 0 }, '%', '')).toBeNull()
  })
})

describe('the distribution', () => {
  const counts = (values: number[], here = 0) =>
    bins(
      rowsOf(
        values.map((value) => ({ value, rank: null })),
        here,
      ),
    ).map(({ from, to, count, here }) => `${from}-${to}: ${count}${here ? ' here' : ''}`)

  test('counts every unit once, the upper end in the last interval', () => {
    expect(counts([0, 10, 55, 100])).toEqual([
      '0-10: 1 here',
      '10-20: 1',
      '20-30: 0',
      '30-40: 0',
      '40-50: 0',
      '50-60: 1',
      '60-70: 0',
      '70-80: 0',
      '80-90: 0',
      '90-100: 1',
    ])
  })

  test('of small shares has small intervals', () =>
    expect(counts([0.3, 0.1], 1)).toEqual(['0-0.1: 0', '0.1-0.2: 1 here', '0.2-0.3: 1']))

  test('of zeros is one interval', () => expect(counts([0, 0])).toEqual(['0-0.1: 2 here']))
})
