import {
  monthsOf,
  nextReportPeriod,
  quarterBefore,
  quartersOf,
  ReportPeriod,
  reportingWindow,
  reportPeriodInText,
  reportPeriodLabel,
  reportPeriodOf,
  reportWindow,
} from '@moc57/shared'
import { expect, test } from 'vitest'

test.each([
  [
    '2026-Q3',
    '2026-Q3',
    '2026-Q3',
    '2026-06-15',
    '2026-09-14',
    'quý III năm 2026',
    'Quý III/2026',
    '2026-Q4',
  ],
  [
    '2026-H1',
    '2026-Q1',
    '2026-Q2',
    '2025-12-15',
    '2026-06-14',
    '6 tháng đầu năm 2026',
    '6 tháng đầu năm 2026',
    '2026-H2',
  ],
  [
    '2026-H2',
    '2026-Q3',
    '2026-Q4',
    '2026-06-15',
    '2026-12-14',
    '6 tháng cuối năm 2026',
    '6 tháng cuối năm 2026',
    '2027-H1',
  ],
  ['2026-Y', '2026-Q1', '2026-Q4', '2025-12-15', '2026-12-14', 'năm 2026', 'Năm 2026', '2027-Y'],
  [
    '2026-9M',
    '2026-Q1',
    '2026-Q3',
    '2025-12-15',
    '2026-09-14',
    '9 tháng đầu năm 2026',
    '9 tháng đầu năm 2026',
    '2026-Y',
  ],
  [
    '2026-M01',
    '2026-Q1',
    '2026-Q1',
    '2025-12-15',
    '2026-01-14',
    'tháng 1 năm 2026',
    'Tháng 1/2026',
    '2026-M02',
  ],
  [
    '2026-M11',
    '2026-Q4',
    '2026-Q4',
    '2026-10-15',
    '2026-11-14',
    'tháng 11 năm 2026',
    'Tháng 11/2026',
    '2026-M12',
  ],
  [
    '2026-M12',
    '2026-Q4',
    '2026-Q4',
    '2026-11-15',
    '2026-12-14',
    'tháng 12 năm 2026',
    'Tháng 12/2026',
    '2027-M01',
  ],
])(
  '%s: its quarters, its data window (NĐ 09/2019, Điều 12), its words',
  (period, first, last, from, to, text, label, next) => {
    expect(ReportPeriod.parse(period)).toBe(period)
    expect(quartersOf(period)).toEqual({ first, last })
    expect(reportWindow(period, reportingWindow)).toMatchObject({ from, to })
    expect(reportPeriodInText(period)).toBe(text)
    expect(reportPeriodLabel(period)).toBe(label)
    expect(nextReportPeriod(period)).toBe(next)
  },
)

test.each([
  ['2026-Q3', '2026-Q2'],
  ['2026-H1', '2025-Q4'],
  ['2026-H2', '2026-Q2'],
  ['2026-Y', '2025-Q4'],
  ['2025-Q1', null],
  ['2025-Y', null],
])('%s is compared with %s', (period, before) => {
  expect(quarterBefore(period)).toBe(before)
})

test('a quarter lies in its half-year and its year', () => {
  expect(reportPeriodOf('half', '2026-Q2')).toBe('2026-H1')
  expect(reportPeriodOf('half', '2026-Q3')).toBe('2026-H2')
  expect(reportPeriodOf('year', '2026-Q3')).toBe('2026-Y')
  expect(reportPeriodOf('nine', '2026-Q3')).toBe('2026-9M')
  expect(monthsOf('2026-Q4')).toEqual(['2026-M10', '2026-M11', '2026-M12'])
  expect(reportPeriodOf('quarter', '2026-Q3')).toBe('2026-Q3')
})

test.each([
  '2024-Q4',
  '2024-Y',
  '1999-H1',
  '2051-Q1',
  '2026-H3',
  '2026-M13',
  '2026-M00',
  '2026-6M',
  '2026-Q5',
  '2026',
  '',
  '2026-Q3\n',
])('%j is no period of a report', (period) => {
  expect(ReportPeriod.safeParse(period).success).toBe(false)
})
