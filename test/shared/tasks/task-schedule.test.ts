import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { isResponsibleFor, lastDayOf, parseTaskSchedule, type TaskUpdate, taskSituation } from '@moc57/shared'
import Papa from 'papaparse'
import { describe, expect, test } from 'vitest'
import { seedsFolder } from '../../support/service.ts'

describe('a printed schedule', () => {
  test.each([
    ['Hoàn thành trước tháng 9/2025', 'before', '2025-08-31'],
    ['Hoàn thành trong tháng 10/2025', 'within', '2025-10-31'],
    ['Hoàn thành trong năm 2026', 'within', '2026-12-31'],
    ['Hoàn thành trong năm 2027', 'within', '2027-12-31'],
    ['trước năm 2027.', 'before', '2026-12-31'],
    ['Trong tháng 02/2028', 'within', '2028-02-29'],
    ['Trước tháng 1/2026', 'before', '2025-12-31'],
    ['Hằng năm', 'yearly', null],
    ['hàng  năm', 'yearly', null],
    ['Thường xuyên', 'continuous', null],
    ['Hằng năm'.normalize('NFD'), 'yearly', null],
  ])('“%s” is %s, due on %s', (printed, kind, dueOn) => {
    expect(parseTaskSchedule(printed)).toEqual({ kind, dueOn })
  })

  test.each([
    '',
    'Sớm',
    'Hoàn thành trong tháng 13/2025',
    'Trong tháng 0/2026',
    'Trước 2026',
    'Trong năm 20266',
    'Năm 2026 hoặc 2027',
    'Trong năm 1926',
  ])('“%s” is left to a person', (printed) => {
    expect(parseTaskSchedule(printed)).toEqual({ kind: 'unread', dueOn: null })
  })

  test('is read for every task of Phụ lục 02', () => {
    const text = readFileSync(join(seedsFolder, 'tasks.csv'), 'utf8')
    const { data } = Papa.parse<{ schedule: string }>(text, { header: true, skipEmptyLines: true })
    const kinds = data.map(({ schedule }) => parseTaskSchedule(schedule).kind)
    expect(kinds).toHaveLength(12)
    expect(kinds).not.toContain('unread')
  })
})

describe('the standing of a task', () => {
  const report = (period: string, status: TaskUpdate['status'], completedOn: string | null = null) => ({
    period,
    status,
    completedOn,
  })
  const within2026 = parseTaskSchedule('Hoàn thành trong năm 2026')

  test('without a report is not started by anybody’s word, and overdue from the day after its last', () => {
    expect(taskSituation(within2026, [], '2026-12-31')).toMatchObject({ status: null, isOverdue: false })
    expect(taskSituation(within2026, [], '2027-01-01')).toMatchObject({ status: null, isOverdue: true })
  })

  test('that was completed is never overdue, and late when its day came after the printed one', () => {
    const inTime = [report('2026-Q4', 'completed', '2026-12-31')]
    expect(taskSituation(within2026, inTime, '2027-05-01')).toMatchObject({ isOverdue: false, isLate: false })
    const late = [report('2027-Q1', 'completed', '2027-01-02')]
    expect(taskSituation(within2026, late, '2027-05-01')).toMatchObject({ isOverdue: false, isLate: true })
  })

  test('follows the latest report: one that is taken up again counts as open', () => {
    const reopened = [report('2026-Q1', 'completed', '2026-03-01'), report('2026-Q2', 'inProgress')]
    expect(taskSituation(within2026, reopened, '2027-01-01')).toMatchObject({
      status: 'inProgress',
      isOverdue: true,
    })
  })

  test('of a yearly task begins anew each year and tells the years that were not completed', () => {
    const yearly = parseTaskSchedule('Hằng năm')
    const reports = [report('2025-Q4', 'inProgress'), report('2026-Q4', 'completed', '2026-12-01')]
    expect(taskSituation(yearly, reports, '2026-12-15')).toEqual({
      status: 'completed',
      dueOn: '2026-12-31',
      isOverdue: false,
      isLate: false,
      missedYears: [2025],
    })
    expect(taskSituation(yearly, reports, '2027-01-15')).toMatchObject({ status: null, missedYears: [2025] })
  })

  test('of a continuous task has no day to miss', () => {
    const standing = taskSituation(parseTaskSchedule('Thường xuyên'), [], '2049-01-01')
    expect(standing).toMatchObject({ dueOn: null, isOverdue: false, missedYears: [] })
  })

  test('a past view is judged on the last day of its quarter', () => {
    expect(['2026-Q1', '2026-Q2', '2026-Q3', '2026-Q4'].map(lastDayOf)).toEqual([
      '2026-03-31',
      '2026-06-30',
      '2026-09-30',
      '2026-12-31',
    ])
  })
})

test.each([
  ['Đồng chí Trưởng Công an phường', 'Công an phường', true],
  ['Đồng chí Trưởng phòng Văn hóa – Xã hội', 'Phòng Văn hóa - Xã hội phường', true],
  [
    'Đồng chí Trưởng phòng Kinh tế, Hạ tầng và Đô thị phường',
    'Phòng Kinh tế, Hạ tầng và Đô thị phường',
    true,
  ],
  ['Đồng chí Thủ trưởng các phòng, ban, ngành, đơn vị.', 'Các phòng, ban, ngành, đơn vị', true],
  ['Đồng chí Trưởng Công an phường', 'Phòng Văn hóa - Xã hội phường', false],
  ['Đồng chí Thủ trưởng các phòng, ban, ngành, đơn vị.', 'Công an phường', false],
])('“%s” names %s: %s', (responsible, name, isNamed) => {
  expect(isResponsibleFor(responsible, { id: 'x', name })).toBe(isNamed)
})
