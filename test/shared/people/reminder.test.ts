import {
  lastReminderDay,
  type RemindedRow,
  type Reminder,
  reminderSentence,
  remindersOfQuarter,
} from '@moc57/shared'
import { describe, expect, test } from 'vitest'

const window = { from: '2026-09-15', to: '2026-12-14', dueOn: '2026-12-16' }
const row = (
  number: number,
  state: RemindedRow['state'],
  rights: Partial<RemindedRow> = {},
): RemindedRow => ({
  number,
  state,
  mayEnter: true,
  mayDecide: false,
  ...rights,
})
const kindsOf = (rows: RemindedRow[], today: string, given: { isOpen?: boolean; maySubmit?: boolean } = {}) =>
  remindersOfQuarter(rows, {
    unitCode: '11443',
    period: '2026-Q4',
    today,
    window,
    isOpen: true,
    maySubmit: true,
    ...given,
  }).map(({ kind, numbers, isOverdue }) => [kind, numbers, isOverdue])

describe('a quarter asks who enters', () => {
  test.each<[string, string, unknown[]]>([
    ['before its window', '2026-09-14', []],
    ['on the first day, that it is open', '2026-09-15', [['opened', [], false]]],
    ['a week later, nothing', '2026-09-22', []],
    ['eight days before closing, nothing', '2026-12-06', []],
    ['seven days before closing, what is missing', '2026-12-07', [['owed', [1, 2], false]]],
    ['on the due day, still in time', '2026-12-16', [['owed', [1, 2], false]]],
    ['the day after, overdue', '2026-12-17', [['owed', [1, 2], true]]],
  ])('%s', (_, today, expected) => {
    expect(kindsOf([row(1, null), row(2, null)], today)).toEqual(expected)
  })

  test('for drafts to be submitted, but only who may submit', () => {
    const rows = [row(1, 'draft'), row(2, 'submitted')]
    expect(kindsOf(rows, '2026-12-10')).toEqual([['notSubmitted', [1], false]])
    expect(kindsOf(rows, '2026-12-10', { maySubmit: false })).toEqual([])
  })

  test('for returned figures at once', () => {
    expect(kindsOf([row(1, 'returned')], '2026-10-20')).toEqual([['returned', [1], false]])
  })

  test('for nothing once it takes no figures', () => {
    expect(kindsOf([row(1, null), row(2, 'returned')], '2027-01-05', { isOpen: false })).toEqual([])
  })

  test('for nothing of what they may not enter', () => {
    expect(kindsOf([row(1, null, { mayEnter: false })], '2026-12-10')).toEqual([])
  })
})

test('who decides is told of what waits, at any time and never as overdue', () => {
  const rows = [
    row(1, 'submitted', { mayEnter: false, mayDecide: true }),
    row(2, 'draft', { mayEnter: false }),
  ]
  expect(kindsOf(rows, '2027-01-05', { isOpen: false })).toEqual([['waiting', [1], false]])
})

test.each<[Partial<Reminder>, string]>([
  [{ kind: 'owed', numbers: [1, 2] }, 'Quý IV/2026: còn 2 chỉ tiêu chưa có số liệu, hạn 16/12/2026'],
  [
    { kind: 'returned', numbers: [3], isOverdue: true },
    'Quý IV/2026: 1 chỉ tiêu bị trả lại, cần sửa, quá hạn từ 16/12/2026',
  ],
  [{ kind: 'waiting', numbers: [1, 2, 3] }, 'Quý IV/2026: 3 chỉ tiêu chờ duyệt'],
  [{ kind: 'opened' }, 'Quý IV/2026: đã mở nhập số liệu, hạn 16/12/2026'],
])('%j is said as "%s"', (reminder, sentence) => {
  const whole: Reminder = {
    kind: 'owed',
    unitCode: '11443',
    period: '2026-Q4',
    numbers: [],
    dueOn: window.dueOn,
    isOverdue: false,
  }
  expect(reminderSentence({ ...whole, ...reminder })).toBe(sentence)
})

test.each([
  ['2026-11-23T00:29:59Z', '2026-11-20', 'on Monday before 07:30 it is still Friday'],
  ['2026-11-23T00:30:00Z', '2026-11-23', 'on Monday from 07:30 on it is Monday'],
  ['2026-11-22T03:00:00Z', '2026-11-20', 'on Sunday it is Friday'],
])('the reminder day of %s is %s: %s', (now, day) => {
  expect(lastReminderDay(new Date(now))).toBe(day)
})
