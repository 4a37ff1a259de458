import { readFileSync } from 'node:fs'
import { parseTarget, type TargetKind } from '@moc57/shared'
import Papa from 'papaparse'
import { describe, expect, test } from 'vitest'

type Reading = [
  text: string,
  kind: TargetKind,
  lower: number | null,
  upper?: number | undefined,
  aspirational?: 'phấn đấu',
]

function expectReading(printed: string, [text, kind, lower, upper, aspirational]: Reading, unit = {}) {
  expect(parseTarget(printed, unit)).toMatchObject({
    text,
    kind,
    lower,
    upper: upper ?? null,
    aspirational: aspirational !== undefined,
  })
}

/** Every text that Phụ lục 01 prints in a cell of a milestone, read by a person. */
const annexReadings: Reading[] = [
  ['-', 'none', null],
  ['≥10%', 'atLeast', 10],
  ['≥20%', 'atLeast', 20],
  ['≥30%', 'atLeast', 30],
  ['≥40%', 'atLeast', 40],
  ['≥50%', 'atLeast', 50],
  ['≥60%', 'atLeast', 60],
  ['≥70%', 'atLeast', 70],
  ['≥80%', 'atLeast', 80],
  ['≥85%', 'atLeast', 85],
  ['≥90%', 'atLeast', 90],
  ['≥95%', 'atLeast', 95],
  ['≥100%', 'atLeast', 100],
  ['Phấn đấu ít nhất 3%', 'atLeast', 3, undefined, 'phấn đấu'],
  ['Đạt ít nhất 3%', 'atLeast', 3],
  ['Đạt 3%', 'reach', 3],
  ['2%', 'reach', 2],
  ['15%', 'reach', 15],
  ['20%', 'reach', 20],
  ['25%', 'reach', 25],
  ['30%', 'reach', 30],
  ['35%', 'reach', 35],
  ['50%', 'reach', 50],
  ['60%', 'reach', 60],
  ['70%', 'reach', 70],
  ['80%', 'reach', 80],
  ['90%', 'reach', 90],
  ['95%', 'reach', 95],
  ['97%', 'reach', 97],
  ['100%', 'reach', 100],
  ['80 - 90%', 'range', 80, 90],
  ['45-50%', 'range', 45, 50],
  ['50-55%', 'range', 50, 55],
]

describe('the targets of Phụ lục 01', () => {
  const csv = readFileSync(new URL('../../seeds/targets.csv', import.meta.url), 'utf8')
  const cells = Papa.parse<Record<string, string>>(csv, { header: true, skipEmptyLines: true }).data.flatMap(
    ({ number: _, ...milestones }) => Object.values(milestones),
  )

  test.each(annexReadings)('"%s" reads as %s %s', (...reading) => expectReading(reading[0], reading))

  test('all 155 cells hold a text of this table', () => {
    expect(cells).toHaveLength(155)
    expect([...new Set(cells)].sort()).toEqual(annexReadings.map(([text]) => text).sort())
  })

  test('13 cells set no target, 3 a range, 2 an aspiration, and none is left unread', () => {
    const readings = cells.map((text) => parseTarget(text))
    const count = (kind: TargetKind) => readings.filter((reading) => reading.kind === kind).length
    expect([count('none'), count('range'), count('unread')]).toEqual([13, 3, 0])
    expect(readings.filter(({ aspirational }) => aspirational)).toHaveLength(2)
  })
})

test.each<Reading>([
  ['đạt 100%', 'reach', 100],
  ['Tối thiểu 70%', 'atLeast', 70],
  ['tối thiểu 3%', 'atLeast', 3],
])('"%s" of another commune reads as %s %s', (...reading) => expectReading(reading[0], reading))

test.each<[printed: string, ...Reading]>([
  ['≥ 60 %', '≥ 60 %', 'atLeast', 60],
  ['>=60%', '>=60%', 'atLeast', 60],
  ['≥2,5%', '≥2,5%', 'atLeast', 2.5],
  ['≥2.5%', '≥2.5%', 'atLeast', 2.5],
  ['ít nhất 0,5%', 'ít nhất 0,5%', 'atLeast', 0.5],
  ['ĐẠT ÍT NHẤT 3%', 'ĐẠT ÍT NHẤT 3%', 'atLeast', 3],
  ['0%', '0%', 'reach', 0],
  ['100%.', '100%.', 'reach', 100],
  ['80–90%', '80–90%', 'range', 80, 90],
  ['80 — 90%', '80 — 90%', 'range', 80, 90],
  ['80% - 90%', '80% - 90%', 'range', 80, 90],
  ['2,5 - 3,5%', '2,5 - 3,5%', 'range', 2.5, 3.5],
  ['Từ 80 đến 90%', 'Từ 80 đến 90%', 'range', 80, 90],
  ['Phấn đấu 100%', 'Phấn đấu 100%', 'reach', 100, undefined, 'phấn đấu'],
  ['Phấn đấu đạt ít nhất 3%', 'Phấn đấu đạt ít nhất 3%', 'atLeast', 3, undefined, 'phấn đấu'],
  ['phấn đấu 80 - 90%', 'phấn đấu 80 - 90%', 'range', 80, 90, 'phấn đấu'],
  ['–', '–', 'none', null],
  ['—', '—', 'none', null],
  [' - ', '-', 'none', null],
])('another way to write it, "%s", keeps "%s" and reads as %s %s', (printed, ...reading) =>
  expectReading(printed, reading),
)

describe('text as Excel hands it over', () => {
  test.each(annexReadings)('"%s" reads the same in decomposed letters', (...reading) =>
    expectReading(reading[0].normalize('NFD'), reading),
  )

  test.each<[printed: string, ...Reading]>([
    ['≥\u00a060\u00a0%', '≥ 60 %', 'atLeast', 60],
    ['\u00a0100%\u00a0', '100%', 'reach', 100],
    ['80\u00a0-\u00a090%', '80 - 90%', 'range', 80, 90],
    ['Phấn\u00a0đấu\u00a0ít\u00a0nhất\u00a03%', 'Phấn đấu ít nhất 3%', 'atLeast', 3, undefined, 'phấn đấu'],
    ['Đạt\n ít  nhất\t3%', 'Đạt ít nhất 3%', 'atLeast', 3],
    ['≥\u202f60%', '≥ 60%', 'atLeast', 60],
    ['\u00a0-\u00a0', '-', 'none', null],
  ])('%j is stored as "%s" and reads as %s %s', (printed, ...reading) => expectReading(printed, reading))
})

describe('units of measure other than the share', () => {
  test.each<[unitOfMeasure: string, ...Reading]>([
    ['tổ', '26 tổ', 'reach', 26],
    ['tổ', '≥3 tổ', 'atLeast', 3],
    ['người', '5 - 7 người', 'range', 5, 7],
    ['người', 'Tối thiểu 145 người', 'atLeast', 145],
    ['người', '1.234.567 người', 'reach', 1_234_567],
    ['dịch vụ', '385 dịch vụ', 'reach', 385],
    ['dịch vụ', 'Phấn đấu đạt 385 dịch vụ', 'reach', 385, undefined, 'phấn đấu'],
    ['dịch vụ', '-', 'none', null],
    ['tổ', '60%', 'unread', null],
    ['%', '26 tổ', 'unread', null],
    ['người', '26 tổ', 'unread', null],
    ['người', '1.200 người', 'unread', null],
  ])('for an indicator in %s, "%s" reads as %s %s', (unitOfMeasure, ...reading) => {
    const naturalMaximum = unitOfMeasure === '%' ? 100 : null
    expectReading(reading[0], reading, { unitOfMeasure, naturalMaximum })
    expectReading(reading[0].normalize('NFD'), reading, { unitOfMeasure, naturalMaximum })
  })
})

describe('a text that cannot be read for certain', () => {
  test.each([
    ...['trên 90%', '>60%', 'dưới 5%', '<60%', '≤60%', 'khoảng 50%', 'gần 100%', 'Phấn đấu trên 90%'],
    ...['tăng 5%/năm', '60% hoặc 70%', '60%, 70%', '≥60% dân số', '60%%', '≥≥60%', '60% - 70% - 80%'],
    ...['≥1.234%', '1.234%', '150%', '≥101%', '80 - 150%', '90 - 80%', '80 - 80%', '-60%', '≥-5%', '≥6O%'],
    ...['Phấn đấu', 'Phấn đấu -', 'Hoàn thành', 'không', 'n/a', '?', '≥', '%', '--', 'sáu mươi phần trăm'],
    ...['60,,5%', '6.0.5%', '≥60‰', '1/2'],
  ])('"%s" is kept for a person and never guessed', (text) => {
    expect(parseTarget(text)).toMatchObject({ text, kind: 'unread', lower: null, upper: null })
  })

  test('what it aspires to is said even where the rest cannot be read', () => {
    expect(parseTarget('Phấn đấu trên 90%').aspirational).toBe(true)
    expect(parseTarget('Phấn đấuu 90%')).toMatchObject({ kind: 'unread', aspirational: false })
  })
})
