import {
  parseTarget,
  type ReportLine,
  reportSentence,
  reportSentences,
  reportSummary,
  withoutBound,
} from '@moc57/shared'
import { describe, expect, test } from 'vitest'
import { measured, share } from '../../support/make-progress.ts'

const to2030 = targetOf('100%')

/** A printed target as it is read. */
function targetOf(text: string, reading: Parameters<typeof parseTarget>[1] = {}, milestone = 2030) {
  return { ...parseTarget(text, reading), milestone }
}

function line(overrides: Partial<ReportLine> = {}): ReportLine {
  return {
    number: 1,
    shortName: 'Phủ sóng 5G trên địa bàn',
    unitOfMeasure: '%',
    direction: 'increase',
    period: '2026-Q3',
    current: measured('2026-Q3', 48),
    previous: measured('2026-Q2', 45),
    next: to2030,
    status: 'onTrack',
    urgency: { status: overrides.status ?? 'onTrack', missingShare: null, missingPerQuarter: null },
    ...overrides,
  }
}

const target = (text: string, unitOfMeasure = '%', milestone = 2030) => ({
  next: targetOf(text, { unitOfMeasure, naturalMaximum: unitOfMeasure === '%' ? 100 : null }, milestone),
})
const now = (value: number | null, overrides = {}) => ({ current: measured('2026-Q3', value, overrides) })
const before = (value: number, overrides = {}) => ({ previous: measured('2026-Q2', value, overrides) })
const ceiling = { next: targetOf('≤10%', { direction: 'decrease' }) }
const groups = { unitOfMeasure: 'tổ', ...target('≥124 tổ', 'tổ') }

describe('the sentence of an indicator', () => {
  test.each<[string, Partial<ReportLine>, string]>([
    [
      'a rise towards the milestone',
      {},
      'đạt 48%, tăng 3 điểm phần trăm so với quý II năm 2026; còn thiếu 52 điểm phần trăm so với mục tiêu năm 2030 (100%).',
    ],
    [
      'a fall',
      before(50.5),
      'đạt 48%, giảm 2,5 điểm phần trăm so với quý II năm 2026; còn thiếu 52 điểm phần trăm so với mục tiêu năm 2030 (100%).',
    ],
    [
      'no change',
      before(48),
      'đạt 48%, không đổi so với quý II năm 2026; còn thiếu 52 điểm phần trăm so với mục tiêu năm 2030 (100%).',
    ],
    [
      'zero is a value',
      { ...now(0), ...before(0) },
      'đạt 0%, không đổi so với quý II năm 2026; còn thiếu 100 điểm phần trăm so với mục tiêu năm 2030 (100%).',
    ],
    [
      'the first value ever',
      { previous: null },
      'đạt 48%, lần đầu có số liệu; còn thiếu 52 điểm phần trăm so với mục tiêu năm 2030 (100%).',
    ],
    [
      'the last figure before is two quarters old',
      { previous: measured('2026-Q1', 45) },
      'đạt 48%, tăng 3 điểm phần trăm so với quý I năm 2026; còn thiếu 52 điểm phần trăm so với mục tiêu năm 2030 (100%).',
    ],
    [
      'no data at all',
      { current: null, previous: null, status: 'noData' },
      'chưa có số liệu để so với mục tiêu năm 2030 (100%).',
    ],
    [
      'no data and no target',
      { current: null, previous: null, next: null, status: 'noTarget' },
      'chưa có số liệu.',
    ],
    [
      'no data of the period, an older figure',
      { current: measured('2026-Q1', 45) },
      'chưa có số liệu của quý III năm 2026, số liệu gần nhất (quý I năm 2026) là 45%; còn thiếu 55 điểm phần trăm so với mục tiêu năm 2030 (100%).',
    ],
    [
      'no target',
      { next: null, status: 'noTarget' },
      'đạt 48%, tăng 3 điểm phần trăm so với quý II năm 2026; kế hoạch không đặt mục tiêu.',
    ],
    ['a denominator of 0', { current: share('2026-Q3', 0, 0) }, 'chưa tính được kết quả vì mẫu số bằng 0.'],
    [
      'met exactly',
      { ...now(100), status: 'achieved' },
      'đạt 100%, tăng 55 điểm phần trăm so với quý II năm 2026; đạt mục tiêu năm 2030 (100%).',
    ],
    [
      'met and more',
      { ...now(62.5), ...target('≥60%'), status: 'achieved' },
      'đạt 62,5%, tăng 17,5 điểm phần trăm so với quý II năm 2026; vượt 2,5 điểm phần trăm so với mục tiêu năm 2030 (≥60%).',
    ],
    [
      'within a range',
      { ...now(85), ...target('80 - 90%'), status: 'achieved' },
      'đạt 85%, tăng 40 điểm phần trăm so với quý II năm 2026; đạt mục tiêu năm 2030 (80 - 90%).',
    ],
    [
      'above a range',
      { ...now(92), ...target('80 - 90%'), status: 'achieved' },
      'đạt 92%, tăng 47 điểm phần trăm so với quý II năm 2026; vượt 2 điểm phần trăm so với mục tiêu năm 2030 (80 - 90%).',
    ],
    [
      'a target in words',
      { ...now(2.4), ...before(2.1), ...target('Phấn đấu ít nhất 3%') },
      'đạt 2,4%, tăng 0,3 điểm phần trăm so với quý II năm 2026; còn thiếu 0,6 điểm phần trăm so với mục tiêu năm 2030 (phấn đấu ít nhất 3%).',
    ],
    [
      'a milestone that was missed',
      {
        period: '2025-Q4',
        current: measured('2025-Q4', 40),
        previous: measured('2025-Q3', 38),
        ...target('≥60%', '%', 2025),
        status: 'missed',
      },
      'đạt 40%, tăng 2 điểm phần trăm so với quý III năm 2025; không đạt mục tiêu năm 2025 (≥60%), còn thiếu 20 điểm phần trăm.',
    ],
    [
      'a level that was lost',
      { ...now(93.75), ...before(100), status: 'lost' },
      'đạt 93,75%, giảm 6,25 điểm phần trăm so với quý II năm 2026; không giữ được mức đã đạt, còn thiếu 6,25 điểm phần trăm so với mục tiêu năm 2030 (100%).',
    ],
    [
      'a figure that nobody has verified',
      now(48, { state: 'unverified' }),
      'đạt 48% (số liệu trích từ báo cáo, chưa xác minh), tăng 3 điểm phần trăm so với quý II năm 2026; còn thiếu 52 điểm phần trăm so với mục tiêu năm 2030 (100%).',
    ],
    [
      'a draft',
      now(48, { state: 'submitted' }),
      'đạt 48% (số liệu chưa được duyệt), tăng 3 điểm phần trăm so với quý II năm 2026; còn thiếu 52 điểm phần trăm so với mục tiêu năm 2030 (100%).',
    ],
    [
      'a bound instead of a value',
      now(80, { comparator: 'greaterThan' }),
      'đạt trên 80%, quý II năm 2026 là 45%; còn thiếu dưới 20 điểm phần trăm so với mục tiêu năm 2030 (100%).',
    ],
    [
      'a bound that meets the target',
      { ...now(70, { comparator: 'greaterThan' }), ...target('≥60%'), status: 'achieved' },
      'đạt trên 70%, quý II năm 2026 là 45%; vượt trên 10 điểm phần trăm so với mục tiêu năm 2030 (≥60%).',
    ],
    [
      'a bound before',
      before(40, { comparator: 'greaterThan' }),
      'đạt 48%, quý II năm 2026 là trên 40%; còn thiếu 52 điểm phần trăm so với mục tiêu năm 2030 (100%).',
    ],
    [
      'an own unit of measure',
      { ...groups, ...now(121), ...before(118) },
      'đạt 121 tổ, tăng 3 tổ so với quý II năm 2026; còn thiếu 3 tổ so với mục tiêu năm 2030 (≥124 tổ).',
    ],
    [
      'thousands of people',
      {
        unitOfMeasure: 'người',
        ...now(12_345),
        ...before(12_000),
        next: { ...to2030, text: '15.000 người', lower: 15_000 },
      },
      'đạt 12.345 người, tăng 345 người so với quý II năm 2026; còn thiếu 2.655 người so với mục tiêu năm 2030 (15.000 người).',
    ],
    [
      'less is better',
      { direction: 'decrease', ...now(12), ...before(15), ...ceiling },
      'là 12%, giảm 3 điểm phần trăm so với quý II năm 2026; cần giảm thêm 2 điểm phần trăm so với mục tiêu năm 2030 (≤10%).',
    ],
    [
      'a ceiling that is kept',
      { direction: 'decrease', ...now(8), ...before(8), ...ceiling, status: 'achieved' },
      'là 8%, không đổi so với quý II năm 2026; thấp hơn mức cho phép 2 điểm phần trăm so với mục tiêu năm 2030 (≤10%).',
    ],
    [
      'a strict bound that is only touched',
      { ...now(95), ...before(94), next: { ...to2030, text: 'trên 95%', lower: 95, strict: true } },
      'đạt 95%, tăng 1 điểm phần trăm so với quý II năm 2026; mới bằng 95%, cần trên 95% theo mục tiêu năm 2030 (trên 95%).',
    ],
    [
      'a strict ceiling that is only touched',
      {
        direction: 'decrease',
        ...now(10),
        ...before(12),
        next: targetOf('dưới 10%', { direction: 'decrease' }),
      },
      'là 10%, giảm 2 điểm phần trăm so với quý II năm 2026; mới bằng 10%, cần dưới 10% theo mục tiêu năm 2030 (dưới 10%).',
    ],
    [
      'a ceiling that is broken by a bound',
      { direction: 'decrease', ...now(10, { comparator: 'greaterThan' }), ...before(12), ...ceiling },
      'là trên 10%, quý II năm 2026 là 12%; trên 10%, cần không quá 10% theo mục tiêu năm 2030 (≤10%).',
    ],
    [
      'a target that nobody could read',
      { next: { milestone: 2030, ...withoutBound('unread', 'theo lộ trình') }, status: 'unreadTarget' },
      'đạt 48%, tăng 3 điểm phần trăm so với quý II năm 2026; chưa đọc được mục tiêu năm 2030 (theo lộ trình).',
    ],
    [
      'a stage that has not begun',
      { ...now(0), ...before(0), status: 'notYetDue' },
      'đạt 0%, không đổi so với quý II năm 2026; chưa đến giai đoạn thực hiện mục tiêu năm 2030 (100%).',
    ],
    [
      'a half-year',
      { period: '2026-H1', current: measured('2026-Q2', 48), previous: measured('2025-Q4', 40) },
      'đạt 48%, tăng 8 điểm phần trăm so với quý IV năm 2025; còn thiếu 52 điểm phần trăm so với mục tiêu năm 2030 (100%).',
    ],
    [
      'a year without figures in it',
      { period: '2026-Y', current: measured('2025-Q4', 48), previous: measured('2025-Q4', 48) },
      'chưa có số liệu của năm 2026, số liệu gần nhất (quý IV năm 2025) là 48%; còn thiếu 52 điểm phần trăm so với mục tiêu năm 2030 (100%).',
    ],
    [
      'a target of an own year',
      { ...now(62), ...before(60), ...target('Tối thiểu 70%', '%', 2026) },
      'đạt 62%, tăng 2 điểm phần trăm so với quý II năm 2026; còn thiếu 8 điểm phần trăm so với mục tiêu năm 2026 (tối thiểu 70%).',
    ],
  ])('%s', (_, overrides, expected) => {
    expect(reportSentence(line(overrides))).toBe(`Chỉ tiêu 1. Phủ sóng 5G trên địa bàn: ${expected}`)
  })
})

test('counts that are known are told as an office writes them, with what the target counts', () => {
  const next = targetOf('100% cán bộ, công chức')
  const counted = line({ current: share('2026-Q3', 45, 50), previous: share('2026-Q2', 40, 50), next })
  expect(reportSentence(counted)).toContain('45/50 cán bộ, công chức, đạt 90%, tăng 10 điểm phần trăm')
})

describe('the sentences of a group', () => {
  const unmeasured = { current: null, previous: null }

  test('say once what several indicators share, after those that have something of their own', () => {
    const lines = [
      line({ number: 4, status: 'notYetDue', ...now(0), ...target('100%', '%', 2035) }),
      line({ number: 5, status: 'notYetDue', ...unmeasured, next: null }),
      line({ number: 6, current: measured('2026-Q1', 45) }),
      line({ number: 7 }),
      line({ number: 8, status: 'noData', ...unmeasured }),
      line({ number: 9, status: 'noData', ...unmeasured }),
    ]
    const name = 'Phủ sóng 5G trên địa bàn'
    expect(reportSentences(lines)).toEqual([
      `Chỉ tiêu 7. ${name}: đạt 48%, tăng 3 điểm phần trăm so với quý II năm 2026; còn thiếu 52 điểm phần trăm so với mục tiêu năm 2030 (100%).`,
      `Chưa có số liệu quý III năm 2026, số liệu gần nhất như sau: chỉ tiêu 6. ${name}: 45% (quý I năm 2026), còn thiếu 55 điểm phần trăm so với mục tiêu năm 2030 (100%).`,
      `Chưa có số liệu: chỉ tiêu 8. ${name}; chỉ tiêu 9. ${name}.`,
      `Chưa đến giai đoạn thực hiện: chỉ tiêu 4. ${name} (mục tiêu năm 2035: 100%); chỉ tiêu 5. ${name}.`,
    ])
  })

  test('do not say of each indicator that it is the first time, where the summary says it of all', () => {
    const first = line({ previous: null })
    expect(reportSentences([first], true)[0]).toContain('đạt 48%; còn thiếu')
    expect(reportSummary([first], true)[1]).toBe(
      'Đây là kỳ đầu tiên có số liệu nên chưa so sánh với kỳ trước.',
    )
  })
})

describe('the numbers of a sentence', () => {
  test('are differences of the values as they are printed, so that a reader can check them', () => {
    const sentence = reportSentence(
      line({ current: share('2026-Q3', 1, 3), previous: share('2026-Q2', 1, 7), ...target('≥50%') }),
    )
    expect(sentence).toContain('đạt 33,33%, tăng 19,04 điểm phần trăm')
    expect(sentence).toContain('còn thiếu 16,67 điểm phần trăm')
  })

  test('do not round a miss up to the target', () => {
    const sentence = reportSentence(line({ ...now(59.996), ...before(50), ...target('≥60%') }))
    expect(sentence).toContain('đạt 59,996%')
    expect(sentence).toContain('còn thiếu 0,004 điểm phần trăm')
  })

  test('do not round a change away', () => {
    expect(reportSentence(line({ ...now(48.001), ...before(48) }))).toContain('tăng 0,001 điểm phần trăm')
  })
})

test('the summary counts every indicator once, and names those that need attention or have no figure', () => {
  const lines = [
    line({ number: 1, status: 'achieved' }),
    line({ number: 2, status: 'behind', ...before(50) }),
    line({ number: 3, status: 'lost', ...before(48) }),
    line({ number: 4, status: 'noData', current: null, previous: null }),
  ]
  expect(reportSummary(lines)).toEqual([
    'Trong tổng số 04 chỉ tiêu có: 01 chỉ tiêu đạt mục tiêu; 01 chỉ tiêu chậm tiến độ; 01 chỉ tiêu không giữ được mức đã đạt; 01 chỉ tiêu chưa có số liệu.',
    'So với kỳ trước: 01 chỉ tiêu tăng; 01 chỉ tiêu giảm; 01 chỉ tiêu không đổi; 01 chỉ tiêu chưa so sánh được.',
    'Cần tập trung chỉ đạo: chỉ tiêu 3 và 2.',
    'Chưa có số liệu của kỳ báo cáo: chỉ tiêu 4.',
  ])
})
