import type { Assignment, LeadBody, Quarter } from '@moc57/shared'
import { and, asc, eq, getTableColumns, lte, type SQL, sql } from 'drizzle-orm'
import type { Database } from '../open/open.ts'
import { given, prepared } from '../open/prepared.ts'
import { latestOf } from '../schema/column-types.ts'
import { assignmentLeadBodies, assignments, leadBodies, leaderPositions, leaders } from '../schema/plans.ts'
import { isPlannedBefore } from '../sql/recorded-before.ts'
import { isPositionInForce, leaderColumns } from './leaders.ts'

const { unitCode: _, ...leadBodyColumns } = getTableColumns(leadBodies)

/** Who directs, answers for and follows each indicator of a unit in the quarter. Never borrowed from another unit. */
export function assignmentsInForce(
  db: Database,
  unitCode: string,
  asOf: Quarter,
  recordedBefore?: string,
): Map<number, Assignment> {
  const statements = ofUnit(db)
  const inForce =
    recordedBefore === undefined
      ? statements.inForce.all({ unitCode, asOf })
      : selectInForce(db, { asOf, recordedBefore }, eq(assignments.unitCode, unitCode)).all()
  const bodies = Map.groupBy(statements.bodies.all({ unitCode }), ({ assignmentId }) => assignmentId)
  return new Map(inForce.map((row) => [row.number, assignmentOf(row, bodies.get(row.id))]))
}

/** Words of print hold until a later change gives the leader another position; then `directingLeaderText` in SQL. */
const directingLeader = sql<string>`CASE
  WHEN ${leaderPositions.changeId} > coalesce(${assignments.changeId}, 0)
  THEN 'Đồng chí ' || ${leaders.name} || ', ' || ${leaderPositions.position}
  ELSE ${assignments.directingLeader} END`

type InForce = { asOf: Quarter | SQL; recordedBefore?: string }

/** Of each indicator the latest assignment of the quarter that meets the conditions. */
export const selectInForce = (db: Database, { asOf, recordedBefore }: InForce, ...conditions: SQL[]) =>
  db.orm
    .select({
      id: assignments.id,
      number: assignments.indicatorNumber,
      directingLeader,
      responsibleOfficer: assignments.responsibleOfficer,
      leadBody: assignments.leadBody,
      leader: leaderColumns,
      inForce: latestOf(assignments),
    })
    .from(assignments)
    .innerJoin(leaders, eq(leaders.id, assignments.leaderId))
    .leftJoin(leaderPositions, isPositionInForce(asOf, recordedBefore))
    .where(
      and(
        lte(assignments.effectiveFrom, asOf),
        isPlannedBefore(assignments.changeId, recordedBefore),
        ...conditions,
      ),
    )
    .groupBy(assignments.indicatorNumber)
    .orderBy(asc(assignments.indicatorNumber))

/** The lead bodies of assignments, each in its printed order. */
export const selectBodies = (db: Database, condition: SQL) =>
  db.orm
    .select({ assignmentId: assignmentLeadBodies.assignmentId, body: leadBodyColumns })
    .from(assignmentLeadBodies)
    .innerJoin(leadBodies, eq(leadBodies.id, assignmentLeadBodies.leadBodyId))
    .where(condition)
    .orderBy(asc(assignmentLeadBodies.position))

const ofUnit = prepared((db) => ({
  inForce: selectInForce(db, { asOf: given('asOf') }, eq(assignments.unitCode, given('unitCode'))).prepare(),
  bodies: selectBodies(db, eq(leadBodies.unitCode, given('unitCode'))).prepare(),
}))

type AssignmentRow = ReturnType<ReturnType<typeof selectInForce>['all']>[number]

export function assignmentOf(
  { id: _, number: __, inForce: ___, ...assignment }: AssignmentRow,
  bodies: readonly { body: LeadBody }[] = [],
): Assignment {
  return { ...assignment, leadBodies: bodies.map(({ body }) => body) }
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
