import type { AdministrativeUnit, Quarter, SourceDocument } from '@moc57/shared'
import { and, desc, eq, getTableColumns, lte, or } from 'drizzle-orm'
import { unitColumns } from '../administrative-units.ts'
import type { Database } from '../open/open.ts'
import { prepared } from '../open/prepared.ts'
import { administrativeUnits, documents } from '../schema/ground.ts'
import { planChanges, plans } from '../schema/plans.ts'
import { isRecordedBefore } from '../sql/recorded-before.ts'

/** The columns of a source document, without the unit it is of. */
const { unitCode: _, ...documentColumns } = getTableColumns(documents)

export { documentColumns }

/** The plan that a unit is measured by, and whose it is. */
export type PlanOfUnit = {
  source: 'own' | 'reference'
  unit: AdministrativeUnit
  document: SourceDocument
}

/**
 * The unit's own plan that was in force in the quarter or, where it had none, the reference plan as a yardstick; with
 * `recordedBefore` as it was recorded before that instant.
 */
export function planOfUnit(
  db: Database,
  unitCode: string,
  asOf: Quarter,
  recordedBefore?: string,
): PlanOfUnit {
  return adoptedPlan(db, unitCode, asOf, recordedBefore) ?? loadedPlan(db, unitCode, asOf, recordedBefore)
}

/** The document by which the unit last adopted a plan. */
function adoptedPlan(
  db: Database,
  unitCode: string,
  asOf: Quarter,
  recordedBefore: string | undefined,
): PlanOfUnit | undefined {
  const adopted = db.orm
    .select({ unit: unitColumns, document: documentColumns })
    .from(planChanges)
    .innerJoin(administrativeUnits, eq(administrativeUnits.code, planChanges.unitCode))
    .innerJoin(documents, eq(documents.id, planChanges.documentId))
    .where(
      and(
        eq(planChanges.unitCode, unitCode),
        eq(planChanges.adopts, true),
        lte(planChanges.effectiveFrom, asOf),
        isRecordedBefore(planChanges.recordedAt, recordedBefore),
      ),
    )
    .orderBy(desc(planChanges.effectiveFrom), desc(planChanges.id))
    .limit(1)
    .get()
  return adopted && { source: 'own', ...adopted }
}

function loadedPlan(
  db: Database,
  unitCode: string,
  asOf: Quarter,
  recordedBefore: string | undefined,
): PlanOfUnit {
  const isOwn = eq(plans.unitCode, unitCode)
  const plan = db.orm
    .select({ unit: unitColumns, document: documentColumns })
    .from(plans)
    .innerJoin(administrativeUnits, eq(administrativeUnits.code, plans.unitCode))
    .innerJoin(documents, eq(documents.id, plans.documentId))
    .where(or(isOwn, eq(plans.isReference, true)))
    .orderBy(desc(isOwn))
    .get()
  if (!plan) throw new Error('no reference plan: the seeds are not loaded')
  if (plan.unit.code === unitCode) return { source: 'own', ...plan }
  return { ...plan, ...adoptedPlan(db, plan.unit.code, asOf, recordedBefore), source: 'reference' }
}

const reference = prepared(({ orm }) =>
  orm.select({ unitCode: plans.unitCode }).from(plans).where(eq(plans.isReference, true)).prepare(),
)

/** The unit whose plan the others are measured by. */
export function referenceUnitCode(db: Database): string {
  const found = reference(db).get()
  if (!found) throw new Error('no reference plan: the seeds are not loaded')
  return found.unitCode
}
