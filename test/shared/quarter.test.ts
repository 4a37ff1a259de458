import {
  milestoneQuarter,
  Quarter,
  quarterInText,
  quarterLabel,
  quarterNumber,
  quarterOfDay,
  quarterOfNumber,
  quartersBetween,
  reportingWindow,
  shiftQuarter,
  todayInVietnam,
} from '@moc57/shared'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { anyQuarter } from '../support/arbitrary-progress.ts'

describe('the window of a quarter (Nghị định 09/2019, Điều 12)', () => {
  test.each([
    ['2026-Q1', '2025-12-15', '2026-03-14'],
    ['2026-Q2', '2026-03-15', '2026-06-14'],
    ['2026-Q3', '2026-06-15', '2026-09-14'],
    ['2026-Q4', '2026-09-15', '2026-12-14'],
    ['2025-Q1', '2024-12-15', '2025-03-14'],
    ['2028-Q1', '2027-12-15', '2028-03-14'],
  ])('%s runs from %s to %s', (period, from, to) =>
    expect(reportingWindow(period)).toMatchObject({ from, to }),
  )

  test('the windows leave no day out and count none twice', () => {
    const dayAfter = (day: string) => new Date(Date.parse(day) + 86_400_000).toISOString().slice(0, 10)
    fc.assert(
      fc.property(anyQuarter(2025, 2049), (period) => {
        const { to } = reportingWindow(period)
        expect(reportingWindow(shiftQuarter(period, 1)).from).toBe(dayAfter(to))
      }),
    )
  })
})

describe('a quarter is due two working days after its window closed', () => {
  test.each([
    ['Monday', '2026-Q3', '2026-09-16'],
    ['Tuesday', '2027-Q3', '2027-09-16'],
    ['Wednesday', '2028-Q2', '2028-06-16'],
    ['Thursday', '2028-Q3', '2028-09-18'],
    ['Friday', '2025-Q1', '2025-03-18'],
    ['Saturday', '2026-Q1', '2026-03-17'],
    ['Sunday', '2026-Q2', '2026-06-16'],
  ])('closed on a %s, %s is due on %s', (_, period, dueOn) =>
    expect(reportingWindow(period).dueOn).toBe(dueOn),
  )

  /** Sakamoto's rule, 0 for Sunday: no Date in it. */
  function dayOfWeek(day: string): number {
    const [year = 0, month = 0, date = 0] = day.split('-').map(Number)
    const shifted = month < 3 ? year - 1 : year
    const offset = [0, 3, 2, 5, 0, 3, 5, 1, 4, 6, 2, 4][month - 1] ?? 0
    const leaps = Math.floor(shifted / 4) - Math.floor(shifted / 100) + Math.floor(shifted / 400)
    return (shifted + leaps + offset + date) % 7
  }

  test('never on a Saturday or a Sunday, and with exactly one working day in between', () => {
    fc.assert(
      fc.property(anyQuarter(2025, 2050), (period) => {
        const { to, dueOn } = reportingWindow(period)
        const month = to.slice(0, 8)
        const between = []
        for (let date = 15; `${month}${date}` < dueOn; date += 1) between.push(dayOfWeek(`${month}${date}`))
        expect([0, 6]).not.toContain(dayOfWeek(dueOn))
        expect(between.filter((day) => day !== 0 && day !== 6)).toHaveLength(1)
      }),
    )
  })
})

describe('the day and the quarter of today', () => {
  test.each([
    ['2026-11-22T16:59:59.999Z', '2026-11-22'],
    ['2026-11-22T17:00:00.000Z', '2026-11-23'],
    ['2026-12-31T17:00:00.000Z', '2027-01-01'],
    ['2027-03-04T20:00:00.000Z', '2027-03-05'],
  ])('%s is %s in Asia/Ho_Chi_Minh', (instant, day) => expect(todayInVietnam(new Date(instant))).toBe(day))

  test.each([
    ['2026-01-01', '2026-Q1'],
    ['2026-03-31', '2026-Q1'],
    ['2026-04-01', '2026-Q2'],
    ['2026-06-30', '2026-Q2'],
    ['2026-07-01', '2026-Q3'],
    ['2026-09-30', '2026-Q3'],
    ['2026-10-01', '2026-Q4'],
    ['2026-12-31', '2026-Q4'],
  ])('%s lies in %s', (day, period) => expect(quarterOfDay(day)).toBe(period))
})

describe('names of a period', () => {
  test.each([
    ['2026-Q1', 'Quý I/2026', 'quý I năm 2026'],
    ['2026-Q2', 'Quý II/2026', 'quý II năm 2026'],
    ['2026-Q3', 'Quý III/2026', 'quý III năm 2026'],
    ['2030-Q4', 'Quý IV/2030', 'quý IV năm 2030'],
  ])('%s is "%s" in a table and "%s" in text', (period, label, text) => {
    expect(quarterLabel(period)).toBe(label)
    expect(quarterInText(period)).toBe(text)
  })
})

describe('what counts as a period', () => {
  test.each(['2025-Q1', '2025-Q4', '2026-Q3', '2045-Q4'])('%s is one', (period) =>
    expect(Quarter.safeParse(period)).toMatchObject({ success: true, data: period }),
  )

  test.each([
    ...[
      '2026-Q5',
      '2026-Q0',
      '1999-Q1',
      '0000-Q1',
      '9999-Q4',
      '2026',
      '2026-3',
      '2026Q3',
      '2026-q3',
      'Q3-2026',
    ],
    ...[
      '2026-Q3 ',
      ' 2026-Q3',
      '2026-Q3\n',
      '2026-Q33',
      '2026-09',
      '26-Q3',
      'quý III năm 2026',
      '',
      '２０２６-Q3',
    ],
  ])('%j is refused with words that say how to write it', (text) => {
    const { success, error } = Quarter.safeParse(text)
    expect(success).toBe(false)
    expect(error?.issues.map(({ message }) => message).join()).toMatch(/^Kỳ báo cáo .*20\d\d-Q/)
  })

  test.each([20263, null, undefined, { period: '2026-Q3' }])('%j is refused', (value) =>
    expect(Quarter.safeParse(value).success).toBe(false),
  )
})

describe('counting quarters', () => {
  test('quarters count from year 0, so that a difference is a number of quarters', () => {
    expect(quarterNumber('2025-Q1')).toBe(8100)
    expect(quarterNumber('2030-Q4') - quarterNumber('2025-Q4')).toBe(20)
  })

  test.each([
    ['2026-Q3', 1, '2026-Q4'],
    ['2026-Q4', 1, '2027-Q1'],
    ['2026-Q1', -1, '2025-Q4'],
    ['2026-Q2', 0, '2026-Q2'],
    ['2025-Q4', 20, '2030-Q4'],
    ['2030-Q4', -20, '2025-Q4'],
  ])('%s moved by %i is %s', (period, quarters, moved) => expect(shiftQuarter(period, quarters)).toBe(moved))

  test('the periods of a span hold both of its ends, in order', () => {
    expect(quartersBetween('2025-Q3', '2026-Q2')).toEqual(['2025-Q3', '2025-Q4', '2026-Q1', '2026-Q2'])
    expect(quartersBetween('2026-Q1', '2026-Q1')).toEqual(['2026-Q1'])
    expect(quartersBetween('2026-Q2', '2026-Q1')).toEqual([])
  })

  test('a milestone is judged on the last quarter of its year', () =>
    expect([2025, 2026, 2045].map(milestoneQuarter)).toEqual(['2025-Q4', '2026-Q4', '2045-Q4']))

  test('a period comes back from its number, and moving there and back changes nothing', () => {
    fc.assert(
      fc.property(anyQuarter(2025, 2050), fc.integer({ min: -400, max: 400 }), (period, quarters) => {
        expect(quarterOfNumber(quarterNumber(period))).toBe(period)
        expect(shiftQuarter(shiftQuarter(period, quarters), -quarters)).toBe(period)
        expect(quarterNumber(shiftQuarter(period, quarters)) - quarterNumber(period)).toBe(quarters)
      }),
    )
  })

  test('periods sort as text in the order of time', () => {
    fc.assert(
      fc.property(anyQuarter(2025, 2050), anyQuarter(2025, 2050), (a, b) => {
        expect(a < b).toBe(quarterNumber(a) < quarterNumber(b))
      }),
    )
  })
})
