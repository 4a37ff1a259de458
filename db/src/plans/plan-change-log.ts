import type { MadePlanChange } from '@moc57/shared/api'
import { and, asc, desc, eq, inArray, lt, lte, sql } from 'drizzle-orm'
import { alias } from 'drizzle-orm/sqlite-core'
import type { Database } from '../open/open.ts'
import { documents } from '../schema/ground.ts'
import {
  assignments,
  indicators,
  leaderPositions,
  leaders,
  planChanges,
  targets,
  withdrawnIndicators,
} from '../schema/plans.ts'
import { positionBefore } from './leaders.ts'
import { documentColumns, referenceUnitCode } from './plans.ts'

/** Every change of a unit's plan with what it changed, the latest first. */
export function listPlanChanges(db: Database, unitCode: string): MadePlanChange[] {
  const { orm } = db
  const ofUnit = eq(planChanges.unitCode, unitCode)
  const stated = byChange(
    orm
      .select({
        changeId: targets.changeId,
        number: targets.indicatorNumber,
        milestone: targets.milestone,
        before: textBefore(db, unitCode),
        text: targets.text,
        kind: targets.kind,
        lower: targets.lower,
        upper: targets.upper,
        strict: targets.strict,
        object: targets.object,
        aspirational: targets.aspirational,
      })
      .from(targets)
      .innerJoin(planChanges, eq(planChanges.id, targets.changeId))
      .where(ofUnit)
      .orderBy(asc(targets.indicatorNumber), asc(targets.milestone))
      .all(),
  )
  const assigned = byChange(
    orm
      .select({
        changeId: assignments.changeId,
        number: assignments.indicatorNumber,
        directingLeader: assignments.directingLeader,
        responsibleOfficer: assignments.responsibleOfficer,
        leadBody: assignments.leadBody,
      })
      .from(assignments)
      .innerJoin(planChanges, eq(planChanges.id, assignments.changeId))
      .where(ofUnit)
      .orderBy(asc(assignments.indicatorNumber))
      .all(),
  )
  const added = byChange(
    orm
      .select({ changeId: indicators.changeId, number: indicators.number, name: indicators.name })
      .from(indicators)
      .innerJoin(planChanges, eq(planChanges.id, indicators.changeId))
      .where(ofUnit)
      .all(),
  )
  const withdrawn = byChange(
    orm
      .select({ changeId: withdrawnIndicators.changeId, number: withdrawnIndicators.indicatorNumber })
      .from(withdrawnIndicators)
      .innerJoin(planChanges, eq(planChanges.id, withdrawnIndicators.changeId))
      .where(ofUnit)
      .all(),
  )
  const positions = byChange(
    orm
      .select({
        changeId: leaderPositions.changeId,
        leader: leaders.name,
        before: positionBefore,
        position: leaderPositions.position,
      })
      .from(leaderPositions)
      .innerJoin(leaders, eq(leaders.id, leaderPositions.leaderId))
      .innerJoin(planChanges, eq(planChanges.id, leaderPositions.changeId))
      .where(ofUnit)
      .orderBy(asc(leaderPositions.id))
      .all(),
  )
  return selectChanges(db)
    .where(ofUnit)
    .orderBy(desc(planChanges.id))
    .all()
    .map((change) => ({
      ...change,
      targets: stated(change.id),
      assignments: assigned(change.id),
      positions: positions(change.id),
      added: added(change.id),
      withdrawn: withdrawn(change.id).map(({ number }) => number),
    }))
}

const earlier = alias(targets, 'earlier')

/** What a target of the change replaced: the unit's own or, where it had none, the reference plan's; null for none. */
function textBefore(db: Database, unitCode: string) {
  const replaced = db.orm
    .select({ text: earlier.text })
    .from(earlier)
    .where(
      and(
        inArray(earlier.unitCode, [unitCode, referenceUnitCode(db)]),
        eq(earlier.indicatorNumber, targets.indicatorNumber),
        eq(earlier.milestone, targets.milestone),
        lte(earlier.effectiveFrom, targets.effectiveFrom),
        lt(earlier.id, targets.id),
      ),
    )
    .orderBy(desc(eq(earlier.unitCode, unitCode)), desc(earlier.effectiveFrom), desc(earlier.id))
    .limit(1)
  return sql<string | null>`${replaced}`
}

const selectChanges = ({ orm }: Database) =>
  orm
    .select({
      id: planChanges.id,
      effectiveFrom: planChanges.effectiveFrom,
      document: documentColumns,
      adopts: planChanges.adopts,
      reason: planChanges.reason,
      recordedBy: planChanges.recordedBy,
      recordedAt: planChanges.recordedAt,
    })
    .from(planChanges)
    .innerJoin(documents, eq(documents.id, planChanges.documentId))

function byChange<Row extends { changeId: number | null }>(
  rows: readonly Row[],
): (id: number) => Omit<Row, 'changeId'>[] {
  const grouped = Map.groupBy(rows, ({ changeId }) => changeId)
  return (id) => (grouped.get(id) ?? []).map(({ changeId: _, ...row }) => row)
}
