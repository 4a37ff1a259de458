import { lastClosedPeriod, periodOfDay, type ReportingPeriod, todayInVietnam } from '@moc57/shared'

/** The day, its quarter and the last quarter whose data window has closed, in Viet Nam. */
export type Calendar = { today: string; currentPeriod: ReportingPeriod; lastClosed: ReportingPeriod }

/** Of the day that was asked for last: every request asks, and the answer holds all day. */
let latest: Calendar | undefined

export function calendarAt(now: Date): Calendar {
  const today = todayInVietnam(now)
  if (latest?.today !== today)
    latest = { today, currentPeriod: periodOfDay(today), lastClosed: lastClosedPeriod(today) }
  return latest
}
