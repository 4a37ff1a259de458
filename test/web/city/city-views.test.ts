import type { AdministrativeUnit, MovementKind, ProgressStatus } from '@moc57/shared'
import { countStanding } from '@moc57/shared'
import { type ComparisonItem, type MovementItem, sortedMoves } from '@moc57/shared/api'
import { cellLabel, cellLook, cellWords } from '@moc57/web/city/heat-map/heat-cell.ts'
import { groupSpans, heatRows, itemsOfGroup } from '@moc57/web/city/heat-map/heat-rows.ts'
import { headline } from '@moc57/web/city/movement/movement-words.ts'
import {
  extremes,
  movementSentence,
  noRankSentence,
  stateSentence,
} from '@moc57/web/city/ranking/indicator-words.ts'
import { rankedRows, rowGroups, scaleEnd } from '@moc57/web/city/ranking/ranked-rows.ts'
import { describe, expect, test } from 'vitest'

const names = ['Ái Quốc', 'Ăn', 'An Biên', 'Đồ Sơn', 'Dương Kinh']
const units = names.map(
  (name, index): AdministrativeUnit => ({ code: `1000${index}`, name, type: 'phường', provinceCode: '31' }),
)

type Cell = { status?: ProgressStatus; value?: number | null; gap?: number | null; rank?: number | null }

function item(cells: readonly Cell[], overrides: Partial<ComparisonItem> = {}): ComparisonItem {
  return {
    number: 1,
    shortName: 'Phủ sóng 5G trên địa bàn',
    unitOfMeasure: '%',
    naturalMaximum: 100,
    direction: 'increase',
    groupCode: 'I',
    city: { value: null, method: null, units: 0, ofQuarter: 0 },
    value: cells.map(({ value }) => value ?? null),
    period: cells.map(({ value }) => (value == null ? null : '2026-Q3')),
    comparator: cells.map(() => null),
    status: cells.map(({ status }) => status ?? 'noData'),
    milestone: cells.map(() => 2030),
    bound: cells.map(({ value, gap }) => (value == null || gap == null ? null : value + gap)),
    strict: cells.map(() => false),
    gap: cells.map(({ gap }) => gap ?? null),
    missingShare: cells.map(({ gap }) => (gap == null ? null : Math.max(0, gap) / 100)),
    verdict: cells.map(() => null),
    rank: cells.map(({ rank }) => rank ?? null),
    flags: cells.map(() => []),
    ...overrides,
  }
}

const ofStatus = (...statuses: ProgressStatus[]) => item(statuses.map((status) => ({ status })))

describe('the rows of the heat map', () => {
  const items = [
    ofStatus('achieved', 'behind', 'achieved', 'noData', 'missed'),
    ofStatus('onTrack', 'onTrack', 'noData', 'noData', 'behind'),
  ]
  const order = (by: 'ten' | 'thu-tu' | undefined) =>
    heatRows({ units, items }, by).map(({ unit, good, judged }) => `${unit.name} ${good}/${judged}`)

  test('stand worst first, units that cannot be judged last', () =>
    expect(order(undefined)).toEqual([
      'Dương Kinh 0/2',
      'Ăn 1/2',
      'Ái Quốc 2/2',
      'An Biên 1/1',
      'Đồ Sơn 0/0',
    ]))

  test('stand by name as Vietnamese sorts', () =>
    expect(order('ten').map((row) => row.replace(/ \d.*/, ''))).toEqual([
      'Ái Quốc',
      'An Biên',
      'Ăn',
      'Dương Kinh',
      'Đồ Sơn',
    ]))

  test('stand in official order', () =>
    expect(order('thu-tu').map((row) => row.replace(/ \d.*/, ''))).toEqual(names))

  test('count the units that stand well on an indicator', () =>
    expect(
      countStanding([
        'achieved',
        'insufficientData',
        'noData',
        'behind',
        'unreadTarget',
        'notYetDue',
        'noTarget',
      ]),
    ).toEqual({
      good: 1,
      bad: 0,
      judged: 2,
    }))

  test('can be of one group; an unknown group leaves all of them', () => {
    const two = [item([]), item([], { number: 6, groupCode: 'II' })]
    expect(itemsOfGroup(two, 'II').map(({ number }) => number)).toEqual([6])
    expect(itemsOfGroup(two, 'X')).toHaveLength(2)
    expect(groupSpans([...two, two[1] as ComparisonItem])).toEqual([
      { code: 'I', span: 1 },
      { code: 'II', span: 2 },
    ])
  })
})

describe('a cell of the heat map', () => {
  const cells = item([
    { status: 'behind', value: 48, gap: 52 },
    { status: 'achieved', value: 100, gap: 0 },
    { status: 'achieved', value: 62.5, gap: -2.5 },
    { status: 'noData' },
    { status: 'noTarget', value: 5 },
    { status: 'needsAcceleration', value: 59.96, gap: 0.04 },
    { status: 'noTarget' },
  ])

  test.each([
    [0, undefined, { symbol: 'behind', text: null, band: null, met: false }],
    [3, undefined, { symbol: 'noData', text: null, band: null, met: false }],
    [0, 'con-thieu', { symbol: null, text: '52', band: 4, met: false }],
    [1, 'con-thieu', { symbol: null, text: 'đạt', band: null, met: true }],
    [2, 'con-thieu', { symbol: null, text: '+2,5', band: null, met: true }],
    [3, 'con-thieu', { symbol: 'noData', text: null, band: null, met: false }],
    [4, 'con-thieu', { symbol: 'noTarget', text: null, band: null, met: false }],
    [5, 'con-thieu', { symbol: null, text: '0,04', band: 0, met: false }],
    [0, 'gia-tri', { symbol: null, text: '48', band: 2, met: false }],
    [1, 'gia-tri', { symbol: null, text: '100', band: 4, met: false }],
    [3, 'gia-tri', { symbol: 'noData', text: null, band: null, met: false }],
    // As in its label, so that what misses the target never looks as if it met it.
    [5, 'gia-tri', { symbol: null, text: '59,96', band: 2, met: false }],
    [6, 'gia-tri', { symbol: 'noTarget', text: null, band: null, met: false }],
  ] as const)('%i shown by %s', (place, mode, look) => expect(cellLook(cells, place, mode)).toEqual(look))

  test('is told in words; what is missing is no number', () => {
    expect(cellLabel(cells, 0)).toBe('Chậm, 48%, còn thiếu 52 điểm phần trăm')
    expect(cellLabel(cells, 1)).toBe('Đạt, 100%, vừa đạt')
    expect(cellLabel(cells, 3)).toBe('Chưa có số liệu')
    expect(cellWords(cells, 0)).toBe('Chậm, 48% (Quý III/2026), mốc 2030: còn thiếu 52 điểm phần trăm')
  })

  test('does not round a value up to the bound that it misses', () =>
    expect(cellWords(cells, 5)).toContain('59,96% (Quý III/2026), mốc 2030: còn thiếu 0,04 điểm'))

  test('where less is better the low value is the strong one, and the gap is what to take off', () => {
    const hours = {
      direction: 'decrease',
      unitOfMeasure: 'giờ',
      naturalMaximum: null,
      bound: [5, 5, 5],
    } as const
    const column = item(
      [
        { status: 'missed', value: 8, gap: 3 },
        { status: 'achieved', value: 1, gap: -4 },
        { status: 'achieved', value: 5, gap: 0 },
      ],
      { ...hours, bound: [...hours.bound], missingShare: [0.375, 0, 0] },
    )
    const look = (mode: 'con-thieu' | 'gia-tri') => [0, 1, 2].map((place) => cellLook(column, place, mode))
    expect(look('gia-tri').map(({ band }) => band)).toEqual([0, 4, 1])
    expect(look('con-thieu')).toMatchObject([
      { text: '3', band: 3, met: false },
      { text: '+4', met: true },
      { text: 'đạt', met: true },
    ])
    expect(cellWords(column, 0)).toBe('Không đạt, 8 giờ (Quý III/2026), mốc 2030: cần giảm thêm 3 giờ')
    expect(cellWords(column, 1)).toContain('thấp hơn mức cho phép 4 giờ')
    const strict = item([{ status: 'onTrack', value: 95, gap: 0 }], { strict: [true], bound: [95] })
    expect(cellLook(strict, 0, 'con-thieu')).toMatchObject({ text: 'bằng', met: false })
    expect(cellWords(strict, 0)).toContain('mới bằng 95%, cần trên 95%')
  })

  test.each(['unreadTarget', 'notYetDue', 'noTarget', 'noData'] as const)(
    'without a figure %s shows its own shape',
    (status) => {
      const column = item([{ status }])
      for (const mode of [undefined, 'con-thieu', 'gia-tri'] as const) {
        expect(cellLook(column, 0, mode).symbol).toBe(status)
      }
    },
  )

  test('a column of zeros has the palest shade', () =>
    expect(cellLook(item([{ status: 'behind', value: 0, gap: 100 }]), 0, 'gia-tri').band).toBe(0))
})

describe('one indicator over all units', () => {
  const ranked = item([
    { value: 40, gap: 60, rank: 3, status: 'behind' },
    { value: 90, gap: 10, rank: 1, status: 'onTrack' },
    { value: 90, gap: 10, rank: 1, status: 'onTrack' },
    { status: 'noData' },
    { value: 10, gap: 90, rank: 4, status: 'behind' },
  ])
  const movement = {
    before: [38, 91, 90, null, 5],
    kind: ['up', 'down', 'same', 'noData', 'up'] satisfies MovementKind[],
  } as MovementItem
  const rows = rankedRows(units, ranked, movement)

  test('ties share a rank and stand by name, what has no value stands last', () =>
    expect(rows.map(({ rank, unit }) => `${rank} ${unit.name}`)).toEqual([
      '1 An Biên',
      '1 Ăn',
      '3 Ái Quốc',
      '4 Dương Kinh',
      'null Đồ Sơn',
    ]))

  test('is read in bands; a tie is never divided', () =>
    expect(rowGroups(rows).map(({ band, rows }) => [band, rows.length])).toEqual([
      ['leading', 2],
      ['lower', 1],
      ['trailing', 1],
      [null, 1],
    ]))

  test('has one scale, the whole of it where a value reaches over half of it', () => {
    expect(scaleEnd(rows, 100)).toBe(100)
    const small = rankedRows(units, item([{ value: 2, gap: 1 }]), undefined)
    expect(scaleEnd(small, 100)).toBeCloseTo(3.3)
    expect(scaleEnd([], 100)).toBe(1)
  })

  test('is told in sentences', () => {
    expect(stateSentence(rows, '2026-Q3')).toBe(
      'Quý III/2026: 4 trong 5 đơn vị có số liệu, 0 đã đạt mốc kế tiếp.',
    )
    expect(movementSentence(rows, '2026-Q2')).toBe('So với quý II/2026: 2 tốt lên, 1 không đổi, 1 kém đi.')
    expect(extremes(rows, 'increase')).toEqual([
      'Tăng nhiều nhất: phường Dương Kinh +5; phường Ái Quốc +2.',
      'Giảm nhiều nhất: phường Ăn −1.',
    ])
    expect(extremes(rows, 'decrease')).toEqual([
      'Tăng nhiều nhất (kém đi): phường Dương Kinh +5; phường Ái Quốc +2.',
      'Giảm nhiều nhất (tốt lên): phường Ăn −1.',
    ])
  })

  test('says why nobody is ranked, and nothing where there is a ranking or no value at all', () => {
    const unranked = rankedRows(units, item([{ value: 1 }, { value: 2 }, { value: 3 }, {}, {}]), undefined)
    expect(noRankSentence(unranked)).toContain('hơn 20% số đơn vị (2 trong 5) chưa có số liệu')
    expect(unranked.map(({ unit }) => unit.name)).toEqual([
      'Ái Quốc',
      'An Biên',
      'Ăn',
      'Dương Kinh',
      'Đồ Sơn',
    ])
    expect(noRankSentence(rows)).toBeNull()
    expect(noRankSentence(rankedRows(units, item([{}, {}, {}, {}, {}]), undefined))).toBeNull()
  })
})

describe('the movement', () => {
  const movement = {
    notice: null,
    from: '2026-Q2',
    to: '2026-Q3',
    knownOn: null,
    units,
    items: [
      {
        number: 1,
        shortName: 'Phủ sóng 5G trên địa bàn',
        unitOfMeasure: '%',
        direction: 'increase' as const,
        groupCode: 'I',
        city: { before: item([]).city, after: item([]).city },
        before: [90, 100, 40, null, 50],
        after: [100, 99, 45, 20, 50],
        change: [10, -1, 5, null, 0],
        kind: ['newlyMet', 'lost', 'up', 'first', 'notReported'] satisfies MovementKind[],
      },
    ],
  }

  test('is told in one sentence', () =>
    expect(headline(movement)).toBe(
      'Từ quý II/2026 đến quý III/2026, trong 5 kết quả: 1 mới đạt mốc, 1 tốt lên, 1 có số liệu lần đầu, 1 không có số liệu mới, 1 mất mốc đã đạt.',
    ))

  test('lists first what lost a milestone and what newly met one', () => {
    expect(
      sortedMoves(movement, ['lost', 'newlyMet']).map(({ unit, kind }) => `${unit.name} ${kind}`),
    ).toEqual(['Ăn lost', 'Ái Quốc newlyMet'])
    expect(
      sortedMoves(movement, ['first']).map(({ unit, before, change }) => [unit.name, before, change]),
    ).toEqual([['Đồ Sơn', null, null]])
    expect(sortedMoves(movement, ['down'])).toEqual([])
  })
})
