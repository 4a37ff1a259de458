import type { MadePlanChange } from '@moc57/shared/api'
import { asc, desc, eq } from 'drizzle-orm'
import type { Database } from './open.ts'
import { documentColumns } from './plans.ts'
import { assignments, documents, indicators, planChanges, targets, withdrawnIndicators } from './schema.ts'

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
        text: targets.text,
        kind: targets.kind,
        lower: targets.lower,
        upper: targets.upper,
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
  return selectChanges(db)
    .where(ofUnit)
    .orderBy(desc(planChanges.id))
    .all()
    .map((change) => ({
      ...change,
      targets: stated(change.id),
      assignments: assigned(change.id),
      added: added(change.id),
      withdrawn: withdrawn(change.id).map(({ number }) => number),
    }))
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
