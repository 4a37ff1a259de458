import { latestDueQuarter, listPeriods, readReportingWindow, seedDatabase } from '@moc57/db'
import { expect, test } from 'vitest'
import { now, seededDatabase, seedsFolder } from '../../support/databases.ts'

test('the reporting periods run from 2025-Q1 to 2050-Q4 with the days of Nghị định 09/2019', () => {
  const periods = listPeriods(seededDatabase())
  expect(periods).toHaveLength(26 * 4)
  expect(periods.at(0)?.period).toBe('2025-Q1')
  expect(periods.at(-1)?.period).toBe('2050-Q4')
  expect(periods.find(({ period }) => period === '2026-Q3')).toEqual({
    period: '2026-Q3',
    from: '2026-06-15',
    to: '2026-09-14',
    dueOn: '2026-09-16',
    revision: 0,
  })
})

test('a due day that the city has moved stays moved when the seeds are loaded again', () => {
  const db = seededDatabase()
  db.sqlite.exec(`UPDATE reporting_periods SET due_on = '2026-09-30' WHERE period = '2026-Q3'`)
  seedDatabase(db, { seedsFolder, now })
  expect(readReportingWindow(db, '2026-Q3').dueOn).toBe('2026-09-30')
})

test.each([
  ['2025-01-01', '2024-Q4'],
  ['2026-09-16', '2026-Q2'],
  ['2026-09-17', '2026-Q3'],
  ['2026-12-16', '2026-Q3'],
  ['2026-12-31', '2026-Q4'],
  ['2027-03-16', '2026-Q4'],
  ['2027-03-17', '2027-Q1'],
])('on %s the latest quarter whose due day has passed is %s', (day, period) =>
  expect(latestDueQuarter(seededDatabase(), day)).toBe(period),
)

test('a quarter whose due day the city has moved is still collected until then', () => {
  const db = seededDatabase()
  db.sqlite.exec(`UPDATE reporting_periods SET due_on = '2026-09-30' WHERE period = '2026-Q3'`)
  expect(latestDueQuarter(db, '2026-09-30')).toBe('2026-Q2')
  expect(latestDueQuarter(db, '2026-10-01')).toBe('2026-Q3')
})
