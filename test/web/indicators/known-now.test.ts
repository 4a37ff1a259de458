import { knownNow, knownNowSentence } from '@moc57/web/indicators/progress/known-now.ts'
import type { UnitProgress } from '@moc57/web/indicators/progress/queries.ts'
import { expect, test } from 'vitest'
import { progressItem } from '../../support/make-page.ts'
import { measured, targets } from '../../support/make-progress.ts'

const before = measured('2025-Q4', 40)
const item = (number: number, ...later: Parameters<typeof measured>[]) =>
  progressItem({ measurements: [before, ...later.map((given) => measured(...given))] }, { number })
const page = (...items: ReturnType<typeof item>[]) => ({ asOf: '2026-Q3', items }) as unknown as UnitProgress

const cases = [
  ['nothing', item(1), item(1), undefined],
  [
    'a figure that came later',
    item(1),
    item(1, ['2026-Q3', 48.25]),
    ['40% (Quý IV/2025), chưa đánh giá được', '48,25%, cần tăng tốc'],
  ],
  [
    'a correction that one decimal would hide',
    item(1, ['2026-Q3', 48.25]),
    item(1, ['2026-Q3', 48.21]),
    ['48,25%, cần tăng tốc', '48,21%, cần tăng tốc'],
  ],
  [
    'a zero that had been missing',
    progressItem({ measurements: [] }),
    progressItem({ measurements: [measured('2026-Q3', 0)] }),
    ['chưa có số liệu', '0%, chưa đánh giá được'],
  ],
  [
    'a bound that has become a figure',
    item(1, ['2026-Q3', 48, { comparator: 'greaterThan' }]),
    item(1, ['2026-Q3', 48]),
    ['trên 48%, cần tăng tốc', '48%, cần tăng tốc'],
  ],
] as const

test.each(cases)('an indicator since which %s has changed', (_, then, now, texts) => {
  const known = knownNow(page(then), page(now)).get(1)
  expect(known && [known.onDay, known.today]).toEqual(texts)
})

test('a status that another target has changed is told with the same figure', () => {
  const of = (...bounds: number[]) =>
    page(progressItem({ measurements: [before, measured('2026-Q3', 60)], targets: targets(...bounds) }))
  expect(knownNow(of(60, 60), of(60, 100)).get(1)).toEqual({
    onDay: '60%, đạt',
    today: expect.stringMatching(/^60%, (?!đạt)/),
  })
})

test('the page says how many differ, and what the plan has gained or lost', () => {
  const [one, two, own] = [item(1), item(2), item(101)]
  expect(knownNowSentence(page(one, two), page(one, two))).toBe('Hiện nay cả 2 chỉ tiêu vẫn như ngày đó.')
  expect(knownNowSentence(page(one, two), page(one, item(2, ['2026-Q3', 50]), own))).toBe(
    'Hiện nay 1 trong 2 chỉ tiêu có kết quả hoặc trạng thái khác, ghi rõ tại từng dòng; kế hoạch có thêm chỉ tiêu 101.',
  )
  expect(knownNow(page(one, own), page(one)).get(101)?.today).toBe('không còn trong kế hoạch')
})
