import type { FigureRevision } from '@moc57/shared/api'
import { revisionText } from '@moc57/web/indicators/revision-text.ts'
import { changeText, effectText, signedText } from '@moc57/web/measurements/revisions/wording.ts'
import { describe, expect, test } from 'vitest'

const figure = { value: null, numerator: null, denominator: null }
const effect = (
  without: NonNullable<FigureRevision['effect']>['without'],
  counted: NonNullable<FigureRevision['effect']>['with'],
) => ({ effect: { without, with: counted } }) as FigureRevision

test.each([
  [{ ...figure, value: 48.5 }, '48,5%'],
  [{ ...figure, value: 30, comparator: 'greaterThan' as const }, 'trên 30%'],
  [{ value: 66.6667, numerator: 2, denominator: 3 }, '66,67% (2 / 3)'],
  [{ value: null, numerator: 5, denominator: 0 }, 'không tính được'],
  [figure, 'bỏ trống'],
])('a revision of %j is written “%s”', (given, text) => expect(revisionText(given, '%')).toBe(text))

describe('the effect of a revision', () => {
  test.each([
    [
      effect({ value: null, status: 'noData' }, { value: 48, status: 'insufficientData' }),
      'Trạng thái đổi từ chưa có số liệu sang chưa đánh giá được (48%).',
    ],
    [
      effect({ value: 40, status: 'behind' }, { value: 42, status: 'behind' }),
      'Trạng thái giữ nguyên: chậm (42%).',
    ],
    [{ effect: null } as FigureRevision, 'Chưa được tính vào kết quả, không làm thay đổi trạng thái.'],
  ])('%#', (given, text) => expect(effectText(given, '%')).toBe(text))
})

test('a decision tells its reason, who took it and when in Viet Nam', () => {
  const change = {
    state: 'returned',
    by: 'phuong',
    at: '2026-11-22T03:00:00.000Z',
    reason: 'Thiếu nguồn',
  } as const
  expect(`${changeText(change)}, ${signedText(change)}`).toBe(
    'Trả lại: Thiếu nguồn, phuong, 10:00 22/11/2026',
  )
  expect(signedText({ ...change, by: 'seeds' })).toBe('nhập sẵn từ báo cáo, 10:00 22/11/2026')
})
