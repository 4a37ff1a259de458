import type { AdministrativeUnit, SourceDocument } from '@moc57/shared'
import { desc, eq, getTableColumns, or } from 'drizzle-orm'
import { unitColumns } from './administrative-units.ts'
import type { Database } from './open.ts'
import { prepared } from './prepared.ts'
import { administrativeUnits, documents, plans } from './schema.ts'

/** The columns of a source document, without the unit it is of. */
const { unitCode: _, ...documentColumns } = getTableColumns(documents)

export { documentColumns }

/** The plan that a unit is measured by, and whose it is. */
export type PlanOfUnit = {
  source: 'own' | 'reference'
  unit: AdministrativeUnit
  document: SourceDocument
}

/** The unit's own plan or, where it has none, the reference plan as a yardstick. */
export function planOfUnit(db: Database, unitCode: string): PlanOfUnit {
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
  return { source: plan.unit.code === unitCode ? 'own' : 'reference', ...plan }
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
