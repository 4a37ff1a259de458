import { type Database, latestDuePeriod } from '@moc57/db'
import { periodOfDay, type ReportingPeriod, todayInVietnam } from '@moc57/shared'

/** The day in Viet Nam, and what the table of reporting periods says on it. */
export type Calendar = {
  today: string
  currentPeriod: ReportingPeriod
  /** The latest quarter whose due day has passed: later ones may still be reported. */
  closed: ReportingPeriod
  /** The same as it was on an earlier day. */
  closedOn: (day: string) => ReportingPeriod
}

export function calendarAt(database: Database, now: Date): Calendar {
  const today = todayInVietnam(now)
  const closedOn = (day: string) => latestDuePeriod(database, day)
  return { today, currentPeriod: periodOfDay(today), closed: closedOn(today), closedOn }
}
