import { ProgressStatus, statusNote } from '@moc57/shared'
import { bulletScale, placeOn } from '@moc57/web/indicators/progress/bullet-scale.ts'
import { changesOf } from '@moc57/web/indicators/progress/changes.ts'
import { headlineOf } from '@moc57/web/indicators/progress/headline.ts'
import { sectionsOf, worstFirst } from '@moc57/web/indicators/progress/order.ts'
import { filterItems, toggleStatus } from '@moc57/web/indicators/progress/search.ts'
import {
  boundText,
  changeText,
  expectedText,
  gapCell,
  gapSentence,
  itemValueText,
  neededCell,
  tagsOf,
} from '@moc57/web/indicators/progress/wording.ts'
import { describe, expect, test } from 'vitest'
import { inEachStatus, progressItem } from '../../support/make-page.ts'
import { ceiling, measured, share, target, targets } from '../../support/make-progress.ts'

/** Its place among others is that of its status: the service has an order within a status as well. */
const inStatus = (status: ProgressStatus, number: number) =>
  progressItem(inEachStatus[status], {
    number,
    status,
    urgencyRank: ProgressStatus.options.indexOf(status) + 1,
  })
const climbing = (number: number, value: number) =>
  progressItem({ measurements: [measured('2025-Q4', 40), measured('2026-Q3', value)] }, { number })
const missing = (text: string) => ({ isMet: false, text, beyond: null, notes: [] })
const met = { isMet: true, text: 'Đã đạt', beyond: null, notes: [] }
const numbers = (items: readonly { number: number }[]) => items.map(({ number }) => number)

describe('worst first', () => {
  test('is the order that the service has reckoned', () => {
    const items = [3, 1, 2].map((urgencyRank, index) => ({ ...climbing(index + 1, 42), urgencyRank }))
    expect(numbers(items.sort(worstFirst))).toEqual([2, 3, 1])
  })

  describe('over all groups', () => {
    const groups = ['I', 'II', 'III'].map((code) => ({ code, name: code }))
    const shown = (items: Parameters<typeof sectionsOf>[1], order: 'worst' | 'plan' = 'worst') =>
      sectionsOf(groups, items, order).map((section) => [section.group?.code, ...numbers(section.items)])
    const items = [
      { ...inStatus('onTrack', 1), groupCode: 'I' },
      { ...inStatus('missed', 2), groupCode: 'I' },
      { ...inStatus('behind', 3), groupCode: 'II' },
    ]

    test('never puts a milder status above a worse one, so groups are given up for it', () => {
      expect(shown(items)).toEqual([[undefined, 2, 3, 1]])
    })

    test('keeps the headings of groups that stand together all the same', () => {
      expect(shown([...items.slice(1), { ...inStatus('noData', 4), groupCode: 'III' }])).toEqual([
        ['I', 2],
        ['II', 3],
        ['III', 4],
      ])
      expect(shown([{ ...inStatus('noData', 1), groupCode: 'II' }, inStatus('noData', 2)])).toHaveLength(2)
    })

    test('the order of the plan has its groups, without those that have no indicator', () => {
      expect(shown(items, 'plan')).toEqual([
        ['I', 1, 2],
        ['II', 3],
      ])
    })
  })
})

describe('the headline', () => {
  const told = (items: ReturnType<typeof progressItem>[], asOf = '2026-Q3') => {
    const { summary, worst, remark } = headlineOf(items, asOf)
    return [summary, worst?.number, remark]
  }

  test('counts what is achieved, then what is late, and names the most urgent', () => {
    const items = [
      inStatus('achieved', 1),
      inStatus('behind', 2),
      inStatus('lost', 3),
      inStatus('onTrack', 4),
      inStatus('noData', 5),
    ]
    expect(told(items)).toEqual([
      'Quý III/2026: 1 trong 5 chỉ tiêu đạt, 1 mất mốc đã đạt, 1 chậm, 1 chưa có số liệu',
      3,
      '',
    ])
  })

  test('tells what has to go faster where nothing is late', () => {
    const item = progressItem({ measurements: [measured('2025-Q4', 40), measured('2026-Q3', 46)] })
    expect(told([item])).toEqual(['Quý III/2026: 0 trong 1 chỉ tiêu đạt, 1 cần tăng tốc', 1, ''])
  })

  test.each<[string, ProgressStatus[], string]>([
    ['of all', ['achieved', 'onTrack'], 'Không có chỉ tiêu nào chậm.'],
    [
      'only of those that can be judged',
      ['achieved', 'insufficientData'],
      'Trong 1 chỉ tiêu đánh giá được, không có chỉ tiêu nào chậm.',
    ],
    ['of none that cannot', ['insufficientData'], 'Chưa đánh giá được tiến độ của chỉ tiêu nào.'],
  ])('says that nothing is late %s', (_, statuses, remark) =>
    expect(headlineOf(statuses.map(inStatus), '2026-Q3').remark).toBe(remark),
  )

  test('claims nothing where nothing was reported', () => {
    expect(told([inStatus('noData', 1), inStatus('noData', 2)])).toEqual([
      'Quý III/2026: chưa có số liệu nào được báo cáo cho 2 chỉ tiêu',
      undefined,
      '',
    ])
  })

  test('says how few figures there are where most are missing', () => {
    const items = [inStatus('achieved', 1), inStatus('noData', 2), inStatus('noData', 3)]
    expect(headlineOf(items, '2026-Q3').summary).toBe(
      'Quý III/2026: mới có số liệu của 1 trong 3 chỉ tiêu, 1 đạt',
    )
  })

  test('says which quarter its figures are of while the quarter in view has none', () => {
    expect(headlineOf([climbing(1, 42)], '2026-Q4').summary).toBe(
      'Quý IV/2026 chưa có số liệu mới; theo số liệu đến quý III/2026, 0 trong 1 chỉ tiêu đạt, 1 chậm',
    )
  })
})

describe('the scale of a bullet bar', () => {
  test.each<[string, number | null, number[], max: number, common: boolean]>([
    ['a share', 48, [60, 100], 100, true],
    ['a share without a value', null, [20, 35], 100, true],
    ['a share whose targets are all small', 2.9, [3, 3], 5, false],
    ['a share of which nothing is known', null, [], 100, true],
    ['a share with small targets that is far beyond them', 40, [3], 100, true],
  ])('%s (%d of %j) reaches to %d, common: %s', (_, value, bounds, max, common) => {
    const measurements = value === null ? [] : [measured('2026-Q3', value)]
    expect(bulletScale(progressItem({ targets: targets(...bounds), measurements }))).toEqual({ max, common })
  })

  test('what is not a share has a scale of its own', () => {
    const item = progressItem(
      { targets: targets(26), measurements: [measured('2026-Q3', 12)] },
      { unitOfMeasure: 'tổ', naturalMaximum: null },
    )
    expect(bulletScale(item)).toEqual({ max: 50, common: false })
  })

  test('a count reaches to its natural maximum, and is not pressed by targets of later years', () => {
    const item = (naturalMaximum: number | null, ...bounds: number[]) =>
      progressItem(
        {
          targets: bounds.map((bound, index) => target(2027 + index, bound)),
          measurements: [measured('2026-Q3', 12)],
        },
        { unitOfMeasure: 'tổ', naturalMaximum },
      )
    expect(bulletScale(item(30, 20, 26)).max).toBe(30)
    expect(bulletScale(item(null, 20, 1_250_000)).max).toBe(50)
    expect(bulletScale(item(900_000, 20, 1_250_000)).max).toBe(50)
  })

  test.each([
    [0, 0],
    [2.5, 50],
    [5, 100],
    [7, 100],
    [-1, 0],
  ])('%d stands at %d percent of a scale of 5', (figure, place) =>
    expect(placeOn({ max: 5, common: false }, figure)).toBe(place),
  )
})

describe('a line of the list', () => {
  const own = { source: 'own' } as Parameters<typeof tagsOf>[1]
  const reference = { source: 'reference' } as Parameters<typeof tagsOf>[1]

  test("says once that an indicator is the unit's own, whatever the plan", () => {
    const item = progressItem({ targets: [{ ...target(2030, 26), source: 'own' }] }, { number: 101 })
    for (const plan of [own, reference]) {
      expect(tagsOf(item, plan, ['overdue']).map(({ text }) => text)).toEqual(['Chỉ tiêu riêng'])
    }
  })

  test('shows a gap with its sign in words, and none where there is no value', () => {
    expect(gapCell(climbing(1, 42))).toEqual(missing('58'))
    expect(gapCell(inStatus('achieved', 1))).toEqual({ ...met, beyond: 'vượt 5' })
    expect(gapCell(inStatus('noData', 1))).toBeUndefined()
    expect(gapCell(progressItem({ measurements: [measured('2026-Q3', 100)] }))).toEqual(met)
  })

  test('a value known only as "trên 30%" misses less than the difference', () => {
    const item = progressItem({
      targets: targets(null, 60),
      measurements: [measured('2026-Q3', 30, { comparator: 'greaterThan' })],
    })
    expect(gapCell(item)).toEqual(missing('dưới 30'))
  })

  test('tells what became of a milestone, what is overdue, and targets of its own', () => {
    const item = progressItem({ closed: '2026-Q3', measurements: [measured('2025-Q4', 40)] })
    expect(tagsOf(item, own, []).map(({ text }) => text)).toEqual(['Quá hạn báo cáo', '2025: không đạt'])
    expect(tagsOf(item, own, ['overdue']).map(({ text }) => text)).toEqual(['2025: không đạt'])
    const set = { ...target(2026, 70), text: 'Tối thiểu 70%', source: 'own' as const }
    const unset = { ...target(2030, null), source: 'own' as const }
    const withOwn = progressItem({ targets: [set, unset], measurements: [] })
    expect(tagsOf(withOwn, reference, ['overdue']).map(({ text }) => text)).toEqual([
      'Mục tiêu riêng 2026: Tối thiểu 70%',
      'Không đặt chỉ tiêu 2030',
    ])
  })

  describe('of an indicator that is better the lower it is', () => {
    const late = (value: number, before = value) =>
      progressItem(
        {
          indicator: { direction: 'decrease' },
          targets: [ceiling(2025, 8), ceiling(2030, 5)],
          measurements: [measured('2025-Q4', 12), measured('2026-Q2', before), measured('2026-Q3', value)],
        },
        { previous: { asOf: '2026-Q2', value: before, status: 'behind' } },
      )

    test('says "giảm" where something is left, and how far it stays under the ceiling', () => {
      expect(gapCell(late(8))).toEqual(missing('giảm 3'))
      expect(neededCell(late(8))).toMatch(/^giảm 0,/)
      expect(gapSentence(late(8))).toMatch(/^Cần giảm thêm 3 điểm phần trăm, cần giảm 0,\d+ điểm mỗi quý$/)
      expect(gapCell(late(4))).toEqual({ ...met, beyond: 'thấp hơn mức cho phép 1' })
      expect(gapSentence(late(4))).toBe('Đã đạt, thấp hơn mức cho phép 1 điểm phần trăm')
      expect(boundText(late(8))).toBe('không quá 5%')
    })

    test('takes a fall as better and a rise as worse, in words and in the count of changes', () => {
      expect(changeText(late(8, 9), '2026-Q3')).toEqual({ worse: false, text: '▼ −1 (tốt lên)' })
      expect(changeText(late(9, 8), '2026-Q3')).toEqual({ worse: true, text: '▲ +1 (kém đi)' })
      const { better, worse } = changesOf([late(8, 9), late(9, 8), late(7, 9)], '2026-Q3')
      expect([better, worse]).toEqual([2, 1])
    })
  })

  test('at a strict bound nothing is met, and the words say what is', () => {
    const at95 = { targets: [{ ...target(2030, 95), strict: true }], measurements: [measured('2026-Q3', 95)] }
    expect(gapCell(progressItem(at95))).toEqual(missing('cần trên 95%'))
    expect(gapSentence(progressItem(at95))).toBe('Mới bằng 95%, cần trên 95%')
    expect(boundText(progressItem(at95))).toBe('trên 95%')
  })

  test('at a ceiling that the source only says is passed nothing is met', () => {
    const above5 = {
      indicator: { direction: 'decrease' as const },
      targets: [ceiling(2030, 5)],
      measurements: [{ ...measured('2026-Q3', 5), comparator: 'greaterThan' as const }],
    }
    expect(gapCell(progressItem(above5))).toEqual(missing('cần không quá 5%'))
    expect(gapSentence(progressItem(above5))).toBe('Trên 5%, cần không quá 5%')
  })

  test('a due milestone that was missed is met by a value that has come up to it since', () => {
    const since = {
      asOf: '2026-Q2',
      targets: targets(60),
      measurements: [measured('2025-Q4', 40), measured('2026-Q2', 60)],
    }
    expect(gapCell(progressItem(since))?.notes).toEqual(['xét 40% tại quý IV/2025', 'nay đã đạt'])
  })

  test("a due milestone is told by the figure it was judged on, with today's beside it", () => {
    const item = progressItem({
      asOf: '2026-Q2',
      targets: targets(60),
      measurements: [measured('2025-Q4', 40), measured('2026-Q2', 48)],
    })
    expect(item.status).toBe('missed')
    expect(gapCell(item)).toEqual({ ...missing('20'), notes: ['xét 40% tại quý IV/2025', 'nay thiếu 12'] })
    expect(gapSentence(item)).toBe('Còn thiếu 20 điểm phần trăm, xét 40% tại quý IV/2025, nay thiếu 12')
  })

  test('the level asked for is named with the quarter of the figure where that is an earlier one', () => {
    const item = progressItem({
      asOf: '2026-Q4',
      measurements: [measured('2025-Q4', 40), measured('2026-Q3', 49)],
    })
    expect(expectedText(item, '2026-Q3')).toBe('cần có 49%')
    expect(expectedText(climbing(1, 36.9007), '2026-Q3')).toBe('cần có 49%')
    expect(expectedText(item, '2026-Q4')).toBe('cần có 49% tại quý III/2026')
  })

  test('a value and the level asked for show no more decimals than tell them apart', () => {
    const line = (value: number, expected: number) => {
      const item = climbing(1, value)
      return { ...item, pace: { ...item.pace, expected } }
    }
    const told = (item: ReturnType<typeof line>) => [itemValueText(item), expectedText(item, '2026-Q3')]
    expect(told(line(56.9007, 61.5133))).toEqual(['56,9%', 'cần có 61,5%'])
    expect(told(line(62.0412, 62.0577))).toEqual(['62,041%', 'cần có 62,058%'])
  })

  test('"Đúng tiến độ" just short of its level says so, and what cannot be judged says why', () => {
    const noteAt = (value: number) => statusNote(climbing(1, value), '2026-Q3')
    expect([noteAt(48.9), noteAt(49)]).toEqual(['sát mức cần có', null])
    expect(statusNote(inStatus('insufficientData', 1), '2026-Q3')).toBe('chưa có số liệu sau mốc 2025')
    const first = progressItem({ measurements: [measured('2026-Q3', 48)] })
    expect(statusNote(first, '2026-Q3')).toBe('mới có một số liệu')
    const old = progressItem({
      asOf: '2027-Q4',
      measurements: [measured('2025-Q4', 40), measured('2026-Q3', 48)],
    })
    expect(statusNote(old, '2027-Q4')).toBe('số liệu quá cũ')
  })

  test('does not remark that its path starts at the first figure before any milestone has come', () => {
    const item = progressItem({
      targets: targets(null, 10),
      measurements: [measured('2026-Q1', 5), measured('2026-Q3', 6)],
    })
    expect(item.flags).toContain('assumedBaseline')
    expect(tagsOf(item, own, [])).toEqual([])
  })
})

test('what changed since last quarter: worse first, and every figure of the quarter counted once', () => {
  const before = (value: number | null, status: ProgressStatus) => ({ asOf: '2026-Q2', value, status })
  const items = [
    { ...climbing(1, 49), previous: before(44, 'behind') },
    { ...climbing(2, 42), previous: before(46, 'onTrack') },
    { ...climbing(3, 42), previous: before(42, 'behind') },
    { ...inStatus('insufficientData', 4), previous: before(40, 'insufficientData') },
  ]
  const { statuses, ...counts } = changesOf(items, '2026-Q3')
  expect(statuses.map(({ item, worse }) => [item.number, worse])).toEqual([
    [2, true],
    [1, false],
  ])
  expect(counts).toEqual({ since: '2026-Q2', better: 1, worse: 1, unchanged: 1, unreported: 1 })
})

test('filters keep what leader, body and group all leave', () => {
  const leader = { id: 'phuong', name: 'Phương', position: 'PCT' }
  const body = { id: 'vhxh', name: 'Phòng VHXH' }
  const printed = { directingLeader: '', responsibleOfficer: '', leadBody: '' }
  const items = [
    { ...climbing(1, 42), assignment: { ...printed, leader, leadBodies: [body] } },
    { ...climbing(2, 42), assignment: { ...printed, leader, leadBodies: [] }, groupCode: 'II' },
    climbing(3, 42),
  ]
  expect(numbers(filterItems(items, {}))).toEqual([1, 2, 3])
  expect(numbers(filterItems(items, { lanhDao: 'phuong' }))).toEqual([1, 2])
  expect(numbers(filterItems(items, { lanhDao: 'phuong', coQuan: 'vhxh' }))).toEqual([1])
  expect(numbers(filterItems(items, { coQuan: 'vhxh', nhom: 'II' }))).toEqual([])
})

test('a status is switched on and off in the address', () => {
  expect(toggleStatus([], 'behind')).toBe('behind')
  expect(toggleStatus(['missed'], 'behind')).toBe('missed,behind')
  expect(toggleStatus(['missed', 'behind'], 'missed')).toBe('behind')
  expect(toggleStatus(['behind'], 'behind')).toBeUndefined()
})

test('a share keeps its two figures apart from its rounding', () => {
  expect(gapCell(progressItem({ measurements: [share('2026-Q3', 2, 3)] }))).toEqual(missing('33,3'))
})
