import { compareSubmissionStatus, isDueIn, submissionStatusOf } from '@moc57/shared'
import { describe, expect, test } from 'vitest'

const quarter = { from: '2026-06-15', dueOn: '2026-09-16' }

describe('how a unit keeps to the due day', () => {
  test.each<[string, (string | null)[], string, string]>([
    ['before the window opens', [null], '2026-06-14', 'notBegun'],
    ['nothing yet, not due', [null, null], '2026-09-16', 'silent'],
    ['a part, not due', ['2026-09-01T00:00:00.000Z', null], '2026-09-16', 'partial'],
    ['a part, a day after', ['2026-09-01T00:00:00.000Z', null], '2026-09-17', 'partial'],
    [
      'all in the last minute of the due day in Viet Nam',
      ['2026-09-16T16:59:59.999Z'],
      '2026-12-01',
      'onTime',
    ],
    [
      'the last one at midnight',
      ['2026-09-01T00:00:00.000Z', '2026-09-16T17:00:00.000Z'],
      '2026-12-01',
      'late',
    ],
    ['nothing to report', [], '2026-09-01', 'onTime'],
  ])('%s', (_, reported, today, standing) => {
    expect(submissionStatusOf({ reported, today, ...quarter })).toBe(standing)
  })
})

test('yearly indicators are due with the last quarter alone', () => {
  expect(['2026-Q1', '2026-Q3', '2026-Q4'].map((period) => isDueIn(period, 'yearly'))).toEqual([
    false,
    false,
    true,
  ])
  expect(isDueIn('2026-Q1', 'quarterly')).toBe(true)
})

test('who owes the most comes first, then by name', () => {
  const unit = (name: string, standing: 'silent' | 'onTime', owed: number[]) => ({
    unit: { name },
    standing,
    owed,
  })
  const sorted = [
    unit('B', 'onTime', []),
    unit('Ă', 'silent', [1]),
    unit('A', 'silent', [1]),
    unit('C', 'silent', [1, 2]),
  ].sort(compareSubmissionStatus)
  expect(sorted.map(({ unit }) => unit.name)).toEqual(['C', 'A', 'Ă', 'B'])
})
