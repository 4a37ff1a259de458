import type { Leader, Quarter } from '@moc57/shared'
import { eq, type SQL, sql } from 'drizzle-orm'
import type { Database } from '../open/open.ts'
import { leaderPositions, leaders, planChanges } from '../schema/plans.ts'

/** Joined with `leader_positions` by `isPositionInForce`. */
export const leaderColumns = {
  id: leaders.id,
  name: leaders.name,
  position: sql<string>`coalesce(${leaderPositions.position}, ${leaders.position})`,
}

/**
 * Whether the row is the leader's position in the quarter, or the last one without a quarter; with `recordedBefore` as it
 * was recorded before that instant. A leader whose position never changed has none.
 */
export function isPositionInForce(asOf?: Quarter | SQL, recordedBefore?: string): SQL {
  const isBegun = asOf === undefined ? sql`` : sql`AND change.effective_from <= ${asOf}`
  const isKnown = recordedBefore === undefined ? sql`` : sql`AND change.recorded_at < ${recordedBefore}`
  return sql`${leaderPositions.id} = ${latestPosition(sql`given.id`, sql`${isBegun} ${isKnown}`)}`
}

/** What the leader was in the quarter of the change that gives another position, before it. */
export const positionBefore = sql<string>`coalesce(${latestPosition(
  sql`given.position`,
  sql`AND given.id < ${leaderPositions.id} AND change.effective_from <= ${planChanges.effectiveFrom}`,
)}, ${leaders.position})`

/** Of the positions `given` to the leader by a `change` the last one that meets the conditions. */
function latestPosition(column: SQL, conditions: SQL): SQL {
  return sql`(
    SELECT ${column} FROM leader_positions AS given JOIN plan_changes AS change ON change.id = given.change_id
    WHERE given.leader_id = ${leaders.id} ${conditions}
    ORDER BY change.effective_from DESC, given.id DESC LIMIT 1
  )`
}

/** The leaders of a unit, in the order its plan names them, as `isPositionInForce` says. */
export function listLeaders(
  db: Database,
  unitCode: string,
  asOf?: Quarter,
  recordedBefore?: string,
): Leader[] {
  return db.orm
    .select(leaderColumns)
    .from(leaders)
    .leftJoin(leaderPositions, isPositionInForce(asOf, recordedBefore))
    .where(eq(leaders.unitCode, unitCode))
    .orderBy(sql`${leaders}.rowid`)
    .all()
}
