import { type Database, latestDuePeriod } from '@moc57/db'
import { periodOfDay, type ReportingPeriod, startOfDayInVietnam, todayInVietnam } from '@moc57/shared'

/** The day in Viet Nam, and what the table of reporting periods says on it. */
export type Calendar = {
  today: string
  currentPeriod: ReportingPeriod
  /** The latest quarter whose due day has passed: later ones may still be reported. */
  closed: ReportingPeriod
  /** The same on an earlier day, by the days of the periods as they were known then. */
  closedOn: (day: string) => ReportingPeriod
}

export function calendarAt(database: Database, now: Date): Calendar {
  const today = todayInVietnam(now)
  const closedOn = (day: string) => latestDuePeriod(database, day, startOfDayInVietnam(day, 1))
  return { today, currentPeriod: periodOfDay(today), closed: latestDuePeriod(database, today), closedOn }
}
