import { readFileSync } from 'node:fs'
import {
  type Direction,
  type IndicatorScale,
  parseTarget,
  problemInPrint,
  readingInWords,
  type TargetKind,
} from '@moc57/shared'
import fc from 'fast-check'
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
  const csv = readFileSync(new URL('../../../seeds/targets.csv', import.meta.url), 'utf8')
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
    ['người', '1.200 người', 'reach', 1200],
    ['người', '1,200 người', 'unread', null],
  ])('for an indicator in %s, "%s" reads as %s %s', (unitOfMeasure, ...reading) => {
    const naturalMaximum = unitOfMeasure === '%' ? 100 : null
    expectReading(reading[0], reading, { unitOfMeasure, naturalMaximum })
    expectReading(reading[0].normalize('NFD'), reading, { unitOfMeasure, naturalMaximum })
  })
})

describe('a text that cannot be read for certain', () => {
  test.each([
    ...[
      'dưới 5%',
      '<60%',
      '≤60%',
      'khoảng 50%',
      'gần 100%',
      '~80%',
      '80%+',
      '- 80%',
      'từ trên 80%',
      'tối thiểu 80 - 90%',
    ],
    ...[
      'trên 100%',
      '>100%',
      '80% và tăng dần',
      '80% (còn 7%)',
      '80% (năm 2030)',
      '80% vào năm 2030',
      '100%/năm',
    ],
    ...[
      '100% các đô thị loại IV',
      '80% hộ dân trở lên',
      '95%, riêng xã đảo 80%',
      'tăng lên 80%',
      '12/12',
      '31/12/2025',
    ],
    ...[
      'từ 80% đến dưới 90%',
      '5% mỗi năm',
      'ba mô hình',
      '0,12345%',
      '...',
      '…',
      '.',
      'Theo kế hoạch',
      'Phấn đấu …',
    ],
    ...['tăng 5%/năm', '60% hoặc 70%', '60%, 70%', '60%%', '≥≥60%', '60% - 70% - 80%'],
    ...['≥1.234%', '1.234%', '150%', '≥101%', '80 - 150%', '90 - 80%', '80 - 80%', '-60%', '≥-5%', '≥6O%'],
    ...[
      'Phấn đấu',
      'Phấn đấu -',
      'Hoàn thành',
      'không',
      'n/a',
      '?',
      '≥',
      '%',
      '--',
      '12%o',
      '12%0',
      'sáu mươi phần trăm',
    ],
    ...['60,,5%', '6.0.5%', '≥60‰', '1/2'],
  ])('"%s" is kept for a person and never guessed', (text) => {
    expect(parseTarget(text)).toMatchObject({ text, kind: 'unread', lower: null, upper: null })
  })

  test('what it aspires to is said even where the rest cannot be read', () => {
    expect(parseTarget('Phấn đấu khoảng 90%').aspirational).toBe(true)
    expect(parseTarget('Phấn đấuu 90%')).toMatchObject({ kind: 'unread', aspirational: false })
  })
})

const falling = { unitOfMeasure: '%', naturalMaximum: 100, direction: 'decrease' } as const
const rank = { unitOfMeasure: 'thứ hạng', naturalMaximum: null, direction: 'decrease' } as const
const counted = (unitOfMeasure: string, direction: Direction = 'increase'): IndicatorScale => ({
  unitOfMeasure,
  naturalMaximum: null,
  direction,
})

describe('where less is better', () => {
  test.each<[string, TargetKind, number | null, number | null]>([
    ['không quá 5%', 'atMost', null, 5],
    ['≤5%', 'atMost', null, 5],
    ['từ 5% trở xuống', 'atMost', null, 5],
    ['giảm xuống còn 5%', 'atMost', null, 5],
    ['dưới 2%', 'lessThan', null, 2],
    ['giảm còn dưới 2%', 'lessThan', null, 2],
    ['còn 6%', 'reach', null, 6],
    ['5%', 'reach', null, 5],
    ['2 - 3%', 'range', 2, 3],
    ['giảm 5%', 'unread', null, null],
    ['giảm dưới 5%', 'unread', null, null],
    ['giảm từ 10% xuống 5%', 'unread', null, null],
    ['≥80%', 'unread', null, null],
    ['dưới 0%', 'unread', null, null],
    ['không còn hộ nghèo', 'unread', null, null],
  ])('"%s" reads as %s from %s to %s', (text, kind, lower, upper) => {
    expect(parseTarget(text, falling)).toMatchObject({ kind, lower, upper, strict: kind === 'lessThan' })
  })

  test('none left of what is counted is zero, and no target is not', () => {
    const households = counted('hộ', 'decrease')
    expect(parseTarget('không còn hộ nghèo', households)).toMatchObject({
      kind: 'reach',
      upper: 0,
      object: 'hộ nghèo',
    })
    for (const text of ['không có chỉ tiêu', 'không có', 'không còn hộ nghèo quá 5 năm']) {
      expect(parseTarget(text, households).kind).toBe('unread')
    }
    expect(parseTarget('không còn hộ nghèo', counted('hộ')).kind).toBe('unread')
  })

  test('a rank counts from the top', () => {
    expect(parseTarget('Top 3 cả nước', rank)).toMatchObject({ kind: 'atMost', upper: 3, object: 'cả nước' })
    expect(parseTarget('thuộc nhóm 30 địa phương dẫn đầu', rank)).toMatchObject({ kind: 'atMost', upper: 30 })
    for (const text of ['thuộc nhóm 30 địa phương', 'Top 3 - 5', 'Top 10 vào năm 2030']) {
      expect(parseTarget(text, rank).kind).toBe('unread')
    }
    expect(parseTarget('Top 3').kind).toBe('unread')
  })
})

test.each<[string, IndicatorScale, TargetKind, number | null]>([
  ['12/12 ấp', counted('ấp'), 'reach', 12],
  ['5/3 xã', counted('xã'), 'unread', null],
  ['2030', counted('hồ sơ'), 'unread', null],
  ['2.030 hồ sơ', counted('hồ sơ'), 'reach', 2030],
  ['75 000 hộ', counted('hộ'), 'reach', 75_000],
  ['1.125 điểm', counted('điểm'), 'unread', null],
  ['2 người/ 10.000 dân', counted('người/10.000 dân'), 'reach', 2],
  ['2 người', counted('người/10.000 dân'), 'unread', null],
  ['2 người trên 10.000 dân', counted('người'), 'unread', null],
  ['1,5 tỉ đồng', counted('tỷ đồng'), 'reach', 1.5],
  ['5 triệu đồng', counted('đồng'), 'unread', null],
  ['12 %o', counted('‰'), 'reach', 12],
  ['12‰', counted('%o'), 'reach', 12],
  ['30 m²/người', counted('m2/người'), 'reach', 30],
  ['２６ tổ', counted('tổ'), 'reach', 26],
  ['≥\u200b60 tổ', counted('tổ'), 'atLeast', 60],
])('"%s" of an indicator in %o reads as %s %s', (text, measured, kind, lower) => {
  expect(parseTarget(text, measured)).toMatchObject({ kind, lower })
})

test('a bound that is understood and cannot stand says why', () => {
  const problem = (text: string, measured: Partial<IndicatorScale> = {}) =>
    problemInPrint(text, { unitOfMeasure: '%', naturalMaximum: 100, direction: 'increase', ...measured })
      ?.code
  expect(problem('≥80%', falling)).toBe('againstDirection')
  expect(problem('không quá 5%')).toBe('againstDirection')
  expect(problem('còn 6%')).toBe('againstDirection')
  expect(problem('120%')).toBe('aboveMaximum')
  expect(problem('trên 100%')).toBe('neverMet')
  expect(problem('90 - 80%')).toBe('upsideDown')
  expect(problem('khoảng 80%')).toBeUndefined()
})

test('a text of 3,000 letters is unread', () => {
  for (const text of [
    'đạt '.repeat(750),
    '9'.repeat(3000),
    `80% ${'hộ '.repeat(1000)}(`,
    ' ('.repeat(1500),
  ]) {
    expect(parseTarget(text).kind).toBe('unread')
  }
})

describe('texts that plans of communes, provinces and ministries print', () => {
  const tsv = readFileSync(new URL('target-texts.tsv', import.meta.url), 'utf8')
  const rows = Papa.parse<Record<string, string>>(tsv, {
    header: true,
    delimiter: '\t',
    quoteChar: '\0',
    skipEmptyLines: true,
  }).data.map((row) => ({
    ...row,
    text: row.text ?? '',
    measured: {
      unitOfMeasure: row.unitOfMeasure ?? '',
      naturalMaximum: row.naturalMaximum ? Number(row.naturalMaximum) : null,
      direction: row.direction as Direction,
    },
    wanted: ['kind', 'lower', 'upper', 'strict', 'object', 'aspirational'].map((column) => row[column] ?? ''),
    also: /also=(\S+?)\.?(?:\s|$)/.exec(row.note ?? '')?.[1]?.split(',') ?? [],
  }))

  test('are 193', () => expect(rows).toHaveLength(193))

  test.each(rows)(
    '"$text" ($measured.unitOfMeasure, $measured.direction)',
    ({ text, measured, wanted, also }) => {
      const { kind, lower, upper, strict, object, aspirational } = parseTarget(text, measured)
      const read = [kind, lower, upper, strict, object, aspirational].map((cell) => String(cell ?? ''))
      const isAlsoRight = also.includes(kind) || also.includes(`${kind}:${lower ?? upper}`)
      if (!isAlsoRight) expect(read).toEqual(wanted)
    },
  )

  test.each(rows)('what is read of "$text" says the same in words', ({ text, measured }) => {
    const target = parseTarget(text, measured)
    if (target.kind === 'unread') return
    const { text: _, ...again } = parseTarget(readingInWords(target, measured), measured)
    const { text: __, ...once } = target
    expect(again).toEqual(once)
  })
})

describe('whatever is printed', () => {
  const unit = fc.constantFrom(
    '%',
    'tổ',
    'người',
    'ha',
    'điểm',
    '‰',
    '%/năm',
    '/100.000 dân',
    'thứ hạng',
    'có/chưa',
  )
  const direction = fc.constantFrom<Direction>('increase', 'decrease')
  const measured = fc.tuple(unit, direction).map(
    ([unitOfMeasure, direction]): IndicatorScale => ({
      unitOfMeasure,
      direction,
      naturalMaximum: unitOfMeasure === '%' ? 100 : null,
    }),
  )
  const words = [
    ...[
      '≥',
      '>',
      '≤',
      '<',
      'trên',
      'dưới',
      'từ',
      'đến',
      '-',
      'ít nhất',
      'không quá',
      'tối đa',
      'còn',
      'giảm xuống',
    ],
    ...[
      'đạt',
      'trở lên',
      'trở xuống',
      'Phấn đấu',
      'hộ dân',
      'tăng',
      '(',
      ')',
      '/',
      ',',
      'Top',
      'nhóm',
      'không có',
    ],
    ...['%', 'tổ', 'người', 'ha', 'điểm', '‰', '/năm', '/100.000 dân', 'Có', 'Hoàn thành', 'không còn'],
  ]
  const number = fc.oneof(
    fc.nat(120).map(String),
    fc.constantFrom('1.234', '12.5', '0,125', '04', '2030', '1.234.567', '1,234', '99,99'),
  )
  const text = fc
    .array(fc.oneof(fc.constantFrom(...words), number), { maxLength: 6 })
    .map((parts) => parts.join(' '))

  test('what is read says the same in words, and can stand', () => {
    fc.assert(
      fc.property(text, measured, (text, measured) => {
        const { text: _, ...target } = parseTarget(text, measured)
        if (target.kind === 'unread') return
        const { text: __, ...again } = parseTarget(readingInWords(target, measured), measured)
        expect(again).toEqual(target)
        expect(target.strict).toBe(target.kind === 'moreThan' || target.kind === 'lessThan')
      }),
      { numRuns: 20_000 },
    )
  })

  test('a bound is a number that stands in the text, or a word for one or none', () => {
    fc.assert(
      fc.property(text, measured, (text, measured) => {
        const { kind, lower, upper } = parseTarget(text, measured)
        for (const bound of [lower, upper]) {
          if (bound === null) continue
          const isPrinted = [text.replace(/[. ]/g, ''), text.replaceAll('.', ',')].some((digits) =>
            digits.includes(String(bound).replace('.', ',')),
          )
          const isSaid = /^(?:Phấn đấu )?(?:Có|Hoàn thành|đạt|không (?:còn|có) )/u.test(text) && bound <= 1
          expect(isPrinted || isSaid, `${text}: ${kind} ${bound}`).toBe(true)
        }
      }),
      { numRuns: 20_000 },
    )
  })

  test('letters without a digit have no bound, but for the few words that say one', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 60 }), measured, (text, measured) => {
        fc.pre(!/\p{Nd}/u.test(text))
        const { kind, lower, upper } = parseTarget(text, measured)
        expect([lower, upper], kind).toEqual([null, null])
      }),
      { numRuns: 5000 },
    )
  })
})
