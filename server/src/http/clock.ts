import { type Database, latestDueQuarter } from '@moc57/db'
import { type Quarter, quarterOfDay, startOfDayInVietnam, todayInVietnam } from '@moc57/shared'

/** The day in Viet Nam, and what the table of reporting periods says on it. */
export type Calendar = {
  today: string
  currentQuarter: Quarter
  /** The latest quarter whose due day has passed: later ones may still be reported. */
  closed: Quarter
  /** The same on an earlier day, by the days of the periods as they were known then. */
  closedOn: (day: string) => Quarter
}

export function calendarAt(database: Database, now: Date): Calendar {
  const today = todayInVietnam(now)
  const closedOn = (day: string) => latestDueQuarter(database, day, startOfDayInVietnam(day, 1))
  return { today, currentQuarter: quarterOfDay(today), closed: latestDueQuarter(database, today), closedOn }
}
