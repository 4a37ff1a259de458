import {
  type Evidence,
  lastDayOf,
  parseTaskSchedule,
  type Quarter,
  type Task,
  type TaskUpdate,
  taskSituation,
} from '@moc57/shared'
import type { TaskItem } from '@moc57/shared/api'
import { and, asc, eq, getTableColumns, lte, max } from 'drizzle-orm'
import type { Database } from '../open/open.ts'
import { isPositionInForce, leaderColumns } from '../plans/leaders.ts'
import { leaderPositions, leaders } from '../schema/plans.ts'
import { taskDocuments, taskIndicators, tasks, taskUpdates } from '../schema/tasks.ts'
import { nextRevision } from '../sql/next-revision.ts'
import { inOneCommit } from '../sql/one-commit.ts'
import { isRecordedBefore } from '../sql/recorded-before.ts'

const { unitCode: _, leaderId: __, ...taskColumns } = getTableColumns(tasks)

/** The tasks of a unit's own plan, as printed, with the leaders' positions in the quarter. */
export function listTasks(db: Database, unitCode: string, asOf?: Quarter, recordedBefore?: string): Task[] {
  return db.orm
    .select({ ...taskColumns, leader: leaderColumns })
    .from(tasks)
    .innerJoin(leaders, eq(leaders.id, tasks.leaderId))
    .leftJoin(leaderPositions, isPositionInForce(asOf, recordedBefore))
    .where(eq(tasks.unitCode, unitCode))
    .orderBy(asc(tasks.number))
    .all()
}

/**
 * The tasks of a unit as of a quarter: as printed, as read, what was reported on them and how they stand on the last
 * day of the quarter, or today while it runs; with `recordedBefore` from what was recorded before that instant.
 */
export function taskProgress(
  db: Database,
  unitCode: string,
  { asOf, today, recordedBefore }: { asOf: Quarter; today: string; recordedBefore?: string | undefined },
): TaskItem[] {
  const reports = Map.groupBy(listReports(db, unitCode, asOf, recordedBefore), ({ taskNumber }) => taskNumber)
  const documents = Map.groupBy(listDocuments(db, unitCode, recordedBefore), ({ taskNumber }) => taskNumber)
  const served = Map.groupBy(
    db.orm.select().from(taskIndicators).where(eq(taskIndicators.unitCode, unitCode)).all(),
    ({ taskNumber }) => taskNumber,
  )
  const end = lastDayOf(asOf)
  const day = end < today ? end : today
  return listTasks(db, unitCode, asOf, recordedBefore).map((task) => {
    const reading = parseTaskSchedule(task.schedule)
    const inForce = reports.get(task.number) ?? []
    return {
      ...task,
      reading,
      standing: taskSituation(reading, inForce, day),
      reports: inForce,
      documents: documents.get(task.number) ?? [],
      indicators: (served.get(task.number) ?? []).map((row) => row.indicatorNumber).sort((a, b) => a - b),
    }
  })
}

const { id: ___, unitCode: ____, ...reportColumns } = getTableColumns(taskUpdates)

/** The reports in force up to a quarter, in order of their quarters. */
function listReports({ orm }: Database, unitCode: string, asOf: Quarter, recordedBefore: string | undefined) {
  return (
    orm
      // SQLite takes the other columns from the row that has the maximum.
      .select({ ...reportColumns, latest: max(taskUpdates.revision) })
      .from(taskUpdates)
      .where(
        and(
          eq(taskUpdates.unitCode, unitCode),
          lte(taskUpdates.period, asOf),
          isRecordedBefore(taskUpdates.at, recordedBefore),
        ),
      )
      .groupBy(taskUpdates.taskNumber, taskUpdates.period)
      .orderBy(asc(taskUpdates.period))
      .all()
  )
}

/** Every revision of what was reported on a task, oldest first. */
export function listTaskUpdates({ orm }: Database, unitCode: string, taskNumber: number): TaskUpdate[] {
  const { taskNumber: number, ...columns } = reportColumns
  return orm
    .select(columns)
    .from(taskUpdates)
    .where(and(eq(taskUpdates.unitCode, unitCode), eq(number, taskNumber)))
    .orderBy(asc(taskUpdates.id))
    .all()
}

export type NewTaskUpdate = Omit<typeof taskUpdates.$inferInsert, 'id' | 'revision'> & {
  /** The revision it was made on; 0 where there is none yet. */
  basedOn: number
}

/** Appends a report as a new revision. Throws `StaleError` when somebody else was faster. */
export function appendTaskUpdate(db: Database, { basedOn, ...report }: NewTaskUpdate): void {
  inOneCommit(db, () => {
    const { unitCode, taskNumber, period } = report
    const ofIt = and(
      eq(taskUpdates.unitCode, unitCode),
      eq(taskUpdates.taskNumber, taskNumber),
      eq(taskUpdates.period, period),
    )
    const revision = nextRevision(db, taskUpdates, ofIt, { revised: 'task', basedOn })
    db.orm
      .insert(taskUpdates)
      .values({ ...report, revision })
      .run()
  })
}

const { unitCode: _____, ...documentColumns } = getTableColumns(taskDocuments)

function listDocuments({ orm }: Database, unitCode: string, recordedBefore: string | undefined) {
  return orm
    .select(documentColumns)
    .from(taskDocuments)
    .where(and(eq(taskDocuments.unitCode, unitCode), isRecordedBefore(taskDocuments.at, recordedBefore)))
    .orderBy(asc(taskDocuments.id))
    .all()
}

export function findTaskDocument(
  { orm }: Database,
  unitCode: string,
  taskNumber: number,
  id: number,
): Omit<Evidence, 'period'> | undefined {
  return orm
    .select(documentColumns)
    .from(taskDocuments)
    .where(
      and(
        eq(taskDocuments.unitCode, unitCode),
        eq(taskDocuments.taskNumber, taskNumber),
        eq(taskDocuments.id, id),
      ),
    )
    .get()
}

/** Records a product document that is already on disk. */
export function addTaskDocument(
  { orm }: Database,
  document: Omit<typeof taskDocuments.$inferInsert, 'id'>,
): Omit<Evidence, 'period'> {
  return orm.insert(taskDocuments).values(document).returning(documentColumns).get()
}
