import { lastClosedPeriod, periodOfDay, type ReportingPeriod, todayInVietnam } from '@moc57/shared'

/** The day, its quarter and the last quarter whose data window has closed, in Viet Nam. */
export type Calendar = { today: string; currentPeriod: ReportingPeriod; lastClosed: ReportingPeriod }

export function calendarAt(now: Date): Calendar {
  const today = todayInVietnam(now)
  return { today, currentPeriod: periodOfDay(today), lastClosed: lastClosedPeriod(today) }
}
