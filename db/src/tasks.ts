import type { Task } from '@moc57/shared'
import { asc, eq, getTableColumns } from 'drizzle-orm'
import { leaderColumns } from './assignments.ts'
import type { Database } from './open.ts'
import { leaders, tasks } from './schema.ts'

const { unitCode: _, leaderId: __, ...taskColumns } = getTableColumns(tasks)

/** The tasks of a unit's own plan. */
export function listTasks(db: Database, unitCode: string): Task[] {
  return db.orm
    .select({ ...taskColumns, leader: leaderColumns })
    .from(tasks)
    .innerJoin(leaders, eq(leaders.id, tasks.leaderId))
    .where(eq(tasks.unitCode, unitCode))
    .orderBy(asc(tasks.number))
    .all()
}
