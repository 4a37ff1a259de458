import type { ReportingPeriod, ReportingWindow } from '@moc57/shared'
import { asc } from 'drizzle-orm'
import type { Database } from './open.ts'
import { reportingPeriods } from './schema.ts'

export type PeriodWindow = ReportingWindow & { period: ReportingPeriod }

/** Every quarter with its data window and due day, as the city has set them. */
export function listPeriods(db: Database): PeriodWindow[] {
  return db.orm
    .select({
      period: reportingPeriods.period,
      from: reportingPeriods.fromDay,
      to: reportingPeriods.toDay,
      dueOn: reportingPeriods.dueOn,
    })
    .from(reportingPeriods)
    .orderBy(asc(reportingPeriods.period))
    .all()
}
