import type { Assignment, LeadBody, Leader, ReportingPeriod } from '@moc57/shared'
import { and, asc, eq, getTableColumns, lte, max, sql } from 'drizzle-orm'
import type { Database } from './open.ts'
import { assignmentLeadBodies, assignments, leadBodies, leaders } from './schema.ts'

const { unitCode: _, ...leaderColumns } = getTableColumns(leaders)
const { unitCode: __, ...leadBodyColumns } = getTableColumns(leadBodies)

export { leaderColumns }

/** Who directs, answers for and follows each indicator of a unit in the quarter. Never borrowed from another unit. */
export function assignmentsInForce(
  db: Database,
  unitCode: string,
  asOf: ReportingPeriod,
): Map<number, Assignment> {
  const inForce = db.orm
    .select({
      id: assignments.id,
      number: assignments.indicatorNumber,
      directingLeader: assignments.directingLeader,
      responsibleOfficer: assignments.responsibleOfficer,
      leadBody: assignments.leadBody,
      leader: leaderColumns,
      // SQLite takes the other columns from the row that has the maximum.
      effectiveFrom: max(assignments.effectiveFrom),
    })
    .from(assignments)
    .innerJoin(leaders, eq(leaders.id, assignments.leaderId))
    .where(and(eq(assignments.unitCode, unitCode), lte(assignments.effectiveFrom, asOf)))
    .groupBy(assignments.indicatorNumber)
    .orderBy(asc(assignments.indicatorNumber))
    .all()
  const bodies = bodiesByAssignment(db, unitCode)
  return new Map(
    inForce.map(({ id, number, effectiveFrom: _, ...assignment }) => [
      number,
      { ...assignment, leadBodies: bodies.get(id)?.map(({ body }) => body) ?? [] },
    ]),
  )
}

function bodiesByAssignment(db: Database, unitCode: string) {
  const rows = db.orm
    .select({ assignmentId: assignmentLeadBodies.assignmentId, body: leadBodyColumns })
    .from(assignmentLeadBodies)
    .innerJoin(leadBodies, eq(leadBodies.id, assignmentLeadBodies.leadBodyId))
    .where(eq(leadBodies.unitCode, unitCode))
    .orderBy(asc(assignmentLeadBodies.position))
    .all()
  return Map.groupBy(rows, ({ assignmentId }) => assignmentId)
}

/** The leaders of a unit, in the order its plan names them. */
export function listLeaders(db: Database, unitCode: string): Leader[] {
  return db.orm
    .select(leaderColumns)
    .from(leaders)
    .where(eq(leaders.unitCode, unitCode))
    .orderBy(sql`rowid`)
    .all()
}

/** The lead bodies of a unit, in the order its plan names them. */
export function listLeadBodies(db: Database, unitCode: string): LeadBody[] {
  return db.orm
    .select(leadBodyColumns)
    .from(leadBodies)
    .where(eq(leadBodies.unitCode, unitCode))
    .orderBy(sql`rowid`)
    .all()
}
