/** A reporting quarter such as `2026-Q3`. It sorts as text and is never a Date. */
export type Quarter = string

/** What a quarter's figures cover and when they are due; days as `2026-09-14`. */
export type ReportingWindow = { from: string; to: string; dueOn: string }

/** The first quarter that can be asked for: Resolution 57-NQ/TW is of 22/12/2024, its plans count from 2025. */
export const firstQuarter = '2025-Q1'
/** The last one: five years beyond the last milestone. */
export const lastQuarter = '2050-Q4'

export const quarterForm = /^\d{4}-Q[1-4]$/

/** Whether the text names a quarter that can be asked for. */
export function isQuarter(text: string): boolean {
  return quarterForm.test(text) && text >= firstQuarter && text <= lastQuarter
}

/** Quarters counted from year 0, so that a difference is a number of quarters. */
export function quarterNumber(period: Quarter): number {
  return Number(period.slice(0, 4)) * 4 + Number(period.slice(6)) - 1
}

export function quarterOfNumber(quarter: number): Quarter {
  return `${Math.floor(quarter / 4)}-Q${(quarter % 4) + 1}`
}

export function shiftQuarter(period: Quarter, quarters: number): Quarter {
  return quarterOfNumber(quarterNumber(period) + quarters)
}

/** Every quarter from the first to the last, both included. */
export function quartersBetween(first: Quarter, last: Quarter): Quarter[] {
  const start = quarterNumber(first)
  return Array.from({ length: quarterNumber(last) - start + 1 }, (_, index) => quarterOfNumber(start + index))
}

/** Viet Nam keeps UTC+7 the whole year (Quyết định 134/2002/QĐ-TTg). */
const hoursAheadOfUtc = 7

/** The calendar day `2026-11-22` in Viet Nam. */
export function todayInVietnam(now: Date): string {
  return isoDay(now.getTime() + hoursAheadOfUtc * 3_600_000)
}

/** The instant in ISO 8601 at which a day `2026-11-22`, or one some days later, begins in Viet Nam. */
export function startOfDayInVietnam(day: string, daysLater = 0): string {
  const midnight = Date.parse(`${day}T00:00:00Z`) - hoursAheadOfUtc * 3_600_000
  return new Date(midnight + daysLater * 24 * 3_600_000).toISOString()
}

/** The calendar quarter that a day `2026-11-22` lies in. */
export function quarterOfDay(day: string): Quarter {
  return `${day.slice(0, 4)}-Q${Math.ceil(Number(day.slice(5, 7)) / 3)}`
}

const workingDaysToDue = 2

/**
 * What the table of reporting periods starts with: the data window of a quarter (Nghị định 09/2019/NĐ-CP, Điều 12: from the 15th of the month before the quarter to
 * the 14th of its last month) and the due day two working days after closing (Điều 8 and 13 leave it to the city;
 * two days is the product's default). Public holidays are not counted: the city edits the days in the table, and the table alone is read.
 */
export function reportingWindow(period: Quarter): ReportingWindow {
  const year = Number(period.slice(0, 4))
  const lastMonth = Number(period.slice(6)) * 3 - 1
  const due = new Date(Date.UTC(year, lastMonth, 14))
  for (let left = workingDaysToDue; left > 0; ) {
    due.setUTCDate(due.getUTCDate() + 1)
    if (due.getUTCDay() !== 0 && due.getUTCDay() !== 6) left -= 1
  }
  return {
    from: isoDay(Date.UTC(year, lastMonth - 3, 15)),
    to: isoDay(Date.UTC(year, lastMonth, 14)),
    dueOn: isoDay(due.getTime()),
  }
}

/** A day `2026-11-22` some days later, or earlier. */
export function shiftDay(day: string, days: number): string {
  return isoDay(Date.parse(`${day}T00:00:00Z`) + days * 24 * 3_600_000)
}

function isoDay(time: number): string {
  return new Date(time).toISOString().slice(0, 10)
}

const romanQuarter = ['I', 'II', 'III', 'IV'] as const

/** "Quý III/2026", for tables and headings. */
export function quarterLabel(period: Quarter): string {
  return `Quý ${romanQuarter[quarterNumber(period) % 4]}/${period.slice(0, 4)}`
}

/** "quý III năm 2026", for running text. */
export function quarterInText(period: Quarter): string {
  return `quý ${romanQuarter[quarterNumber(period) % 4]} năm ${period.slice(0, 4)}`
}
