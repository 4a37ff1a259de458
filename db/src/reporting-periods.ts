import { firstPeriod, type ReportingPeriod, type ReportingWindow, shiftPeriod } from '@moc57/shared'
import { asc, eq, lt, max, sql } from 'drizzle-orm'
import type { Database } from './open.ts'
import { prepared } from './prepared.ts'
import { reportingPeriods } from './schema.ts'

export type PeriodWindow = ReportingWindow & { period: ReportingPeriod }

const columns = {
  period: reportingPeriods.period,
  from: reportingPeriods.fromDay,
  to: reportingPeriods.toDay,
  dueOn: reportingPeriods.dueOn,
}

/** Every quarter with its data window and due day, as the city has set them. */
export function listPeriods(db: Database): PeriodWindow[] {
  return db.orm.select(columns).from(reportingPeriods).orderBy(asc(reportingPeriods.period)).all()
}

const oneOfThem = prepared(({ orm }) =>
  orm
    .select(columns)
    .from(reportingPeriods)
    .where(eq(reportingPeriods.period, sql.placeholder('period')))
    .prepare(),
)

/** The data window and due day of a quarter. */
export function readPeriod(db: Database, period: ReportingPeriod): ReportingWindow {
  const found = oneOfThem(db).get({ period })
  if (!found) throw new Error(`no days of ${period}`)
  const { from, to, dueOn } = found
  return { from, to, dueOn }
}

const latestDue = prepared(({ orm }) =>
  orm
    .select({ period: max(reportingPeriods.period) })
    .from(reportingPeriods)
    .where(lt(reportingPeriods.dueOn, sql.placeholder('day')))
    .prepare(),
)

/** The latest quarter whose due day is earlier than the day; before the first one is due, the quarter before it. */
export function latestDuePeriod(db: Database, day: string): ReportingPeriod {
  return latestDue(db).get({ day })?.period ?? shiftPeriod(firstPeriod, -1)
}
