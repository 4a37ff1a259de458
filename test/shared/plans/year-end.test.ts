import { countOutcomes, type YearOutcome, yearEndOf, yearEndSentence, yearEndWords } from '@moc57/shared'
import { describe, expect, test } from 'vitest'
import { progressItem } from '../../support/make-page.ts'
import { measured, target, targets, unread } from '../../support/make-progress.ts'

type Input = Parameters<typeof progressItem>[0]

/** The year's end as it is seen once quý III/2026 is due. */
const closed = '2026-Q3'
function ended(year: number, input: Input) {
  const asOf = `${year}-Q4`
  const item = progressItem({ ...input, asOf, closed })
  const isOver = asOf <= closed
  const end = yearEndOf(item, year, isOver)
  return { ...end, words: yearEndWords({ ...end, unitOfMeasure: '%', direction: item.direction }, isOver) }
}

describe('a year that the plan prints a target for', () => {
  test.each<[value: number, outcome: YearOutcome, words: string]>([
    [60, 'met', 'vừa đạt'],
    [40, 'missed', 'còn thiếu 20 điểm phần trăm'],
    [72.5, 'met', 'vượt 12,5 điểm phần trăm'],
  ])('%d of at least 60 is %s: %s', (value, outcome, words) => {
    expect(ended(2025, { measurements: [measured('2025-Q4', value)] })).toMatchObject({ outcome, words })
  })

  test('is not reported without a figure, and unread where nobody could read it', () => {
    expect(ended(2025, { measurements: [] }).outcome).toBe('notReported')
    expect(ended(2025, { measurements: [], targets: [unread(2025, 'theo lộ trình')] }).outcome).toBe('unread')
  })

  test('is being collected until its last quarter is due', () => {
    const input = {
      targets: [target(2025, 60), target(2026, 70), target(2030, 85)],
      measurements: [measured('2026-Q3', 68)],
    }
    expect(ended(2026, input)).toMatchObject({ outcome: 'collecting', judged: null })
    expect(
      yearEndOf(progressItem({ ...input, asOf: '2026-Q4', closed: '2026-Q4' }), 2026, true),
    ).toMatchObject({
      outcome: 'missed',
      judged: { period: '2026-Q3', value: 68, gap: 2 },
    })
  })
})

describe('a year that it prints none for', () => {
  const plan = targets(60, 100)
  test('is never met or missed: its status stands with the level that the path asked', () => {
    const input = { targets: plan, measurements: [measured('2025-Q4', 60), measured('2026-Q2', 66)] }
    expect(ended(2026, input)).toMatchObject({
      outcome: 'noTargetThisYear',
      target: null,
      expected: 64,
      words: 'Trạng thái đến nay: đúng tiến độ, cần có 64% tại quý II/2026',
    })
    const over = { targets: targets(null, 60), measurements: [measured('2025-Q3', 72)] }
    expect(ended(2025, over).words).toBe('Trạng thái cuối năm: đạt')
  })

  test('is not reported once it is over and nothing was measured in it', () => {
    const measurements = [measured('2025-Q4', 60)]
    const input = { targets: [target(2024, 50), target(2028, 70)], measurements: [measured('2024-Q4', 60)] }
    expect(ended(2025, input).outcome).toBe('notReported')
    expect(ended(2025, { ...input, measurements: [] }).words).toBe('')
    expect(ended(2026, { targets: plan, measurements }).outcome).toBe('noTargetThisYear')
  })

  test('asks nothing of a stage that has not begun, nor of an indicator without any target', () => {
    expect(ended(2025, { targets: targets(null, null, 100), measurements: [] }).outcome).toBe(
      'noTargetThisYear',
    )
    expect(ended(2025, { targets: targets(null, null, null), measurements: [] }).outcome).toBe(
      'noTargetThisYear',
    )
  })
})

test('the counts name every indicator', () => {
  const items = (['met', 'met', 'missed', 'collecting', 'unread', 'noTargetThisYear'] as const).map(
    (outcome) => ({
      outcome,
    }),
  )
  const counts = countOutcomes(items)
  expect(yearEndSentence({ year: 2026, isOver: false, counts, items })).toBe(
    'Năm 2026 đang thu số liệu, chưa kết luận: trong 6 chỉ tiêu có 2 đạt, 1 không đạt, 1 đang thu số liệu, 1 chưa đọc được mục tiêu, 1 không đặt chỉ tiêu cho năm này.',
  )
})
