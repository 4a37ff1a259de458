import { type Measurement, type ProgressStatus, reportingWindow, type Submission } from '@moc57/shared'
import type { ApprovalRow } from '@moc57/shared/api'
import {
  changesOf,
  debtsOf,
  othersWaiting,
  seenFigures,
  waitingRows,
} from '@moc57/web/measurements/approval/approval-rows.ts'
import {
  changeSentence,
  countsText,
  debtsSentence,
  figureText,
  quarterSentence,
  submissionSummary,
} from '@moc57/web/measurements/approval/wording.ts'
import { describe, expect, test } from 'vitest'
import { recorded } from '../../support/make-page.ts'
import { measured, share } from '../../support/make-progress.ts'
import { makeEntryRow } from './entry-support.ts'

const period = '2026-Q4'
const figure = (value: number | null, overrides: Partial<Measurement> = {}): Measurement => ({
  ...recorded(measured(period, value)),
  state: 'submitted',
  ...overrides,
})

function row(number: number, current: Measurement | null, overrides: Partial<ApprovalRow> = {}): ApprovalRow {
  return {
    ...makeEntryRow({ number, current, previous: { period: '2026-Q3', value: 45 } }),
    assignment: null,
    status: { before: 'behind', counted: 'behind', proposed: 'behind' },
    ...overrides,
  }
}

const led = (...bodies: string[]): Pick<ApprovalRow, 'assignment'> => ({
  assignment: {
    directingLeader: '',
    responsibleOfficer: '',
    leadBody: '',
    leader: { id: 'phuong', name: 'Trần Thị Phương', position: 'PCT' },
    leadBodies: bodies.map((name) => ({ id: name, name })),
  },
})
const moved = (before: ProgressStatus, proposed: ProgressStatus) => ({
  status: { before, counted: before, proposed },
})
const numbers = (rows: readonly { number: number }[]) => rows.map(({ number }) => number)

describe('what waits', () => {
  test('is what was submitted and not decided on, the worst first', () => {
    const rows = [
      row(1, figure(48), moved('behind', 'achieved')),
      row(2, figure(48, { state: 'draft' })),
      row(3, figure(40), moved('behind', 'regressing')),
      row(4, figure(48, { state: 'approved' })),
      row(5, figure(48), moved('behind', 'achieved')),
      row(6, null),
    ]
    expect(numbers(waitingRows(rows))).toEqual([3, 1, 5])
  })

  test('is decided on as it was seen', () => {
    expect(seenFigures(waitingRows([row(1, figure(48, { revision: 3 }))]))).toEqual([
      { number: 1, revision: 3 },
    ])
  })

  test('tells which leader the rest waits for', () => {
    const rows = [row(1, figure(48), led('VHXH')), row(2, figure(48), led('Công an')), row(3, figure(48))]
    expect(othersWaiting(waitingRows(rows))).toEqual([
      { leader: 'Trần Thị Phương', count: 2 },
      { leader: null, count: 1 },
    ])
  })
})

test('what changed since the quarter before: worse first, and a figure that was taken back is none', () => {
  const { moved: shown, ...counts } = changesOf([
    row(1, figure(48), moved('behind', 'onTrack')),
    row(2, figure(45)),
    row(3, figure(40), moved('onTrack', 'regressing')),
    row(4, figure(null), moved('behind', 'noData')),
    row(5, figure(10), { previous: null, ...moved('noData', 'insufficientData') }),
    row(6, null, moved('behind', 'onTrack')),
  ])
  expect(shown.map(({ row: { number }, isWorse }) => [number, isWorse])).toEqual([
    [3, true],
    [5, true],
    [1, false],
  ])
  expect(counts).toEqual({ better: 1, worse: 1, unchanged: 1 })
})

test('who owes data: the body that owes the most first, an indicator of two bodies counted for both', () => {
  const rows = [
    row(1, null, led('VHXH')),
    row(2, figure(null), led('VHXH', 'Công an')),
    row(3, null),
    row(4, figure(0), led('VHXH')),
  ]
  expect(debtsOf(rows).map(({ body, rows: owed }) => [body?.name ?? null, ...numbers(owed)])).toEqual([
    ['VHXH', 1, 2],
    ['Công an', 2],
    [null, 3],
  ])
  expect(debtsSentence(rows, true)).toBe(
    '3 trong 4 chỉ tiêu đồng chí chỉ đạo chưa được nhập. Chỉ tiêu có nhiều cơ quan chủ trì được tính cho từng cơ quan.',
  )
  expect(debtsSentence(rows.slice(2), false)).toBe('1 trong 2 chỉ tiêu chưa được nhập.')
  expect(debtsSentence(rows.slice(3), false)).toBe('Đủ 1 chỉ tiêu.')
})

describe('a figure that waits', () => {
  test.each([
    [figure(48.5), '48,5%', undefined],
    [figure(30, { comparator: 'greaterThan' }), 'trên 30%', undefined],
    [{ ...recorded(share(period, 2, 3)) }, '66,67%', '2 / 3'],
    [figure(null), 'không tính được', undefined],
  ])('%# is written as %s', (measurement, text, counts) => {
    expect([figureText(measurement, '%'), countsText(measurement)]).toEqual([text, counts])
  })

  test.each<[number | null, ApprovalRow['previous'], string]>([
    [48.2, { period: '2026-Q3', value: 45 }, '▲ +3,2 điểm phần trăm so với quý III/2026 (45%)'],
    [99.4, { period: '2026-Q3', value: 91.65 }, '▲ +7,75 điểm phần trăm so với quý III/2026 (91,65%)'],
    [40, { period: '2026-Q1', value: 45 }, '▼ −5 điểm phần trăm so với quý I/2026 (45%)'],
    [45, { period: '2026-Q3', value: 45 }, 'Không đổi so với quý III/2026 (45%)'],
    [null, { period: '2026-Q3', value: 45 }, 'Trước đó: quý III/2026 (45%)'],
    [45, null, 'Chưa có số liệu của các quý trước'],
  ])('%d after %j tells its change', (value, previous, sentence) => {
    expect(changeSentence(row(1, figure(value), { previous }))).toBe(sentence)
  })

  test.each([
    [8, '▲ +3 giờ so với quý III/2026 (5 giờ), kém đi'],
    [4.95, '▼ −0,05 giờ so với quý III/2026 (5 giờ), tốt lên'],
    [4.9996, '▼ −0,0004 giờ so với quý III/2026 (5 giờ), tốt lên'],
    [5, 'Không đổi so với quý III/2026 (5 giờ)'],
  ])('%d where less is better says which way is better', (value, sentence) => {
    const hours = { direction: 'decrease', unitOfMeasure: 'giờ' } as const
    const moved = row(1, figure(value), { previous: { period: '2026-Q3', value: 5 }, ...hours })
    expect(changeSentence(moved)).toBe(sentence)
    const { better, worse } = changesOf([moved])
    expect([better, worse]).toEqual(value === 5 ? [0, 0] : value < 5 ? [1, 0] : [0, 1])
  })
})

describe('the quarter in words', () => {
  const submission = (overrides: Partial<Submission>): Submission => ({
    period,
    state: 'partlyApproved',
    isOpen: true,
    window: reportingWindow(period),
    isDue: false,
    counts: { missing: 2, draft: 1, submitted: 14, returned: 2, approved: 12 },
    events: [],
    ...overrides,
  })

  test('counts what was submitted, and of it what was approved', () => {
    expect(submissionSummary(submission({}))).toBe('Quý IV/2026: đã trình 26/31, đã duyệt 12')
  })

  test.each<[Partial<Submission>, string]>([
    [
      {},
      'Quý IV/2026: đã trình 26/31, đã duyệt 12; 2 trả lại chờ sửa, 1 nháp chưa trình, 2 chưa nhập. Hạn gửi ngày 16/12/2026.',
    ],
    [
      { state: 'approved', counts: { missing: 0, draft: 0, submitted: 0, returned: 0, approved: 31 } },
      'Quý IV/2026: đã trình 31/31, đã duyệt 31. Hạn gửi ngày 16/12/2026.',
    ],
    [
      {
        state: 'locked',
        isOpen: false,
        counts: { missing: 0, draft: 0, submitted: 0, returned: 0, approved: 31 },
      },
      'Quý IV/2026: đã trình 31/31, đã duyệt 31. Kỳ đã khóa.',
    ],
    [
      {
        state: 'closed',
        isOpen: false,
        counts: { missing: 31, draft: 0, submitted: 0, returned: 0, approved: 0 },
      },
      'Quý IV/2026: đã trình 0/31, đã duyệt 0; 31 chưa nhập. Kỳ đã đóng.',
    ],
    [{ state: 'notBegun', isOpen: false }, 'Quý IV/2026 chưa bắt đầu; nhập được từ ngày 15/09/2026.'],
  ])('%#', (overrides, sentence) => {
    expect(quarterSentence(submission(overrides))).toBe(sentence)
  })
})
