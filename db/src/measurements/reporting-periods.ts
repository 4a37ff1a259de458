import { firstQuarter, type Quarter, type ReportingWindow, shiftQuarter } from '@moc57/shared'
import { asc, eq } from 'drizzle-orm'
import type { Database } from '../open/open.ts'
import { prepared } from '../open/prepared.ts'
import { reportingPeriodChanges } from '../schema/measurements.ts'
import { nextRevision } from '../sql/next-revision.ts'
import { inOneCommit } from '../sql/one-commit.ts'

/** A quarter with its days as they stand; revision 0 are the days that it started with. */
export type PeriodDays = ReportingWindow & { period: Quarter; revision: number }

type Known = { before: string | null }

/** The days that the city set last, or had set last before the instant. */
const periods = `
  SELECT p.period, coalesce(c.revision, 0) AS revision, coalesce(c.from_day, p.from_day) AS "from",
    coalesce(c.to_day, p.to_day) AS "to", coalesce(c.due_on, p.due_on) AS dueOn
  FROM reporting_periods AS p LEFT JOIN reporting_period_changes AS c ON c.id = (
    SELECT max(id) FROM reporting_period_changes WHERE period = p.period AND (:before IS NULL OR at < :before)
  )`

const statements = prepared(({ sqlite }) => ({
  list: sqlite.prepare<[Known], PeriodDays>(`${periods} ORDER BY p.period`),
  one: sqlite.prepare<[Known & { period: Quarter }], PeriodDays>(`${periods} WHERE p.period = :period`),
  latestDue: sqlite
    .prepare<[Known & { day: string }], Quarter | null>(
      `SELECT max(period) FROM (${periods}) WHERE dueOn < :day`,
    )
    .pluck(),
}))

/** Every quarter with its data window and due day, as the city has set them. */
export function listPeriods(db: Database): PeriodDays[] {
  return statements(db).list.all({ before: null })
}

/** The data window and due day of a quarter, as they stand or as they stood before the instant. */
export function readReportingWindow(db: Database, period: Quarter, recordedBefore?: string): ReportingWindow {
  const found = statements(db).one.get({ period, before: recordedBefore ?? null })
  if (!found) throw new Error(`no days of ${period}`)
  const { from, to, dueOn } = found
  return { from, to, dueOn }
}

/**
 * The latest quarter whose due day is earlier than the day, by the days as they stand or stood before the instant;
 * before the first one is due, the quarter before it.
 */
export function latestDueQuarter(db: Database, day: string, recordedBefore?: string): Quarter {
  return (
    statements(db).latestDue.get({ day, before: recordedBefore ?? null }) ?? shiftQuarter(firstQuarter, -1)
  )
}

const changes = {
  period: reportingPeriodChanges.period,
  revision: reportingPeriodChanges.revision,
  from: reportingPeriodChanges.fromDay,
  to: reportingPeriodChanges.toDay,
  dueOn: reportingPeriodChanges.dueOn,
  reason: reportingPeriodChanges.reason,
  by: reportingPeriodChanges.by,
  at: reportingPeriodChanges.at,
}

/** Every change of the days of a quarter, oldest first. */
export function listPeriodChanges({ orm }: Database) {
  return orm.select(changes).from(reportingPeriodChanges).orderBy(asc(reportingPeriodChanges.id)).all()
}

export type NewPeriodChange = Omit<ReturnType<typeof listPeriodChanges>[number], 'revision'> & {
  /** The revision it was made on; 0 for the days that the quarter started with. */
  basedOn: number
}

/** Sets the days of a quarter. Throws `StaleError` when somebody else was faster. */
export function appendPeriodChange(db: Database, { basedOn, from, to, ...given }: NewPeriodChange): void {
  inOneCommit(db, () => {
    const ofIt = eq(reportingPeriodChanges.period, given.period)
    const revision = nextRevision(db, reportingPeriodChanges, ofIt, { revised: 'quarterDays', basedOn })
    db.orm
      .insert(reportingPeriodChanges)
      .values({ ...given, fromDay: from, toDay: to, revision })
      .run()
  })
}
