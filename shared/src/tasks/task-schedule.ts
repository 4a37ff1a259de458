import { z } from 'zod'
import { type Quarter, quarterNumber } from '../quarter.ts'
import { normalizeText } from '../text.ts'
import { TaskStatus, type TaskUpdate } from './task.ts'

/**
 * How a printed schedule of Phụ lục 02 is read: before a month or year ("trước tháng 9/2025": its last good day is
 * 31/8), within one, every year, all the time, or a text that a person has to read.
 */
export const TaskSchedule = z
  .object({
    kind: z.enum(['before', 'within', 'yearly', 'continuous', 'unread']),
    dueOn: z
      .string()
      .nullable()
      .meta({ description: 'The last day in time; null where the text gives none' }),
  })
  .meta({ id: 'TaskSchedule' })
export type TaskSchedule = z.infer<typeof TaskSchedule>

const unread: TaskSchedule = { kind: 'unread', dueOn: null }
const earliestYear = 2020
const latestYear = 2050

/** Reads a schedule as the plan prints it; what it cannot read for certain is kept as `unread`, never guessed. */
export function parseTaskSchedule(printed: string): TaskSchedule {
  const words = normalizeText(printed)
    .toLowerCase()
    .replace(/[.;]+$/, '')
    .replace(/^hoàn thành /, '')
  if (/^h[ằà]ng năm$/.test(words)) return { kind: 'yearly', dueOn: null }
  if (words === 'thường xuyên') return { kind: 'continuous', dueOn: null }
  const match = /^(trước|trong) (?:tháng (\d{1,2})\s*[/-]\s*|năm )(\d{4})$/.exec(words)
  if (!match) return unread
  const kind = match[1] === 'trước' ? 'before' : 'within'
  const year = Number(match[3])
  const month = match[2] === undefined ? undefined : Number(match[2])
  if (year < earliestYear || year > latestYear || month === 0 || (month ?? 1) > 12) return unread
  // Months count from 0 here, and day 0 is the last day of the month before.
  const [first, next] = month === undefined ? [0, 12] : [month - 1, month]
  const due = new Date(Date.UTC(year, kind === 'before' ? first : next, 0))
  return { kind, dueOn: due.toISOString().slice(0, 10) }
}

/** Where a task stands on a day, told from its printed schedule and from what the unit reported on it. */
export const TaskSituation = z
  .object({
    status: TaskStatus.nullable().meta({ description: 'As last reported; null where nothing was reported' }),
    dueOn: z.string().nullable().meta({ description: "Of a yearly task the end of the day's year" }),
    isOverdue: z.boolean().meta({ description: 'The day has passed and it is not completed' }),
    isLate: z.boolean().meta({ description: 'It was completed after its day' }),
    missedYears: z.array(z.int()).meta({
      description: 'Of a yearly task: past years from 2025 on without a report that it was completed',
    }),
  })
  .meta({ id: 'TaskSituation' })
export type TaskSituation = z.infer<typeof TaskSituation>

type Report = Pick<TaskUpdate, 'period' | 'status' | 'completedOn'>

/** The standing on a day `2026-11-22` from the reports in force up to then, in order of their quarters. */
export function taskSituation(
  schedule: TaskSchedule,
  reports: readonly Report[],
  day: string,
): TaskSituation {
  const year = Number(day.slice(0, 4))
  if (schedule.kind === 'yearly') {
    const ofYear = (asked: number) => reports.filter(({ period }) => yearOf(period) === asked)
    const isMissed = (asked: number) => ofYear(asked).every(({ status }) => status !== 'completed')
    const past = Array.from({ length: year - firstYear }, (_, index) => firstYear + index)
    return {
      status: lastStatus(ofYear(year)),
      dueOn: `${year}-12-31`,
      isOverdue: false,
      isLate: false,
      missedYears: past.filter(isMissed),
    }
  }
  const { dueOn } = schedule
  const status = lastStatus(reports)
  const completedOn = status === 'completed' ? reports.at(-1)?.completedOn : null
  return {
    status,
    dueOn,
    isOverdue: dueOn !== null && status !== 'completed' && day > dueOn,
    isLate: dueOn !== null && completedOn != null && completedOn > dueOn,
    missedYears: [],
  }
}

const firstYear = 2025

function lastStatus(reports: readonly Report[]): TaskStatus | null {
  return reports.at(-1)?.status ?? null
}

function yearOf(period: Quarter): number {
  return Math.floor(quarterNumber(period) / 4)
}

/** The last day of a calendar quarter; a view of a past quarter is judged on it. */
export function lastDayOf(period: Quarter): string {
  const afterLastMonth = (quarterNumber(period) % 4) * 3 + 3
  return new Date(Date.UTC(yearOf(period), afterLastMonth, 0)).toISOString().slice(0, 10)
}
