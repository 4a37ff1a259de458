import type { MilestoneTarget, Quarter, SourceDocument, TargetKind } from '@moc57/shared'
import { and, asc, desc, eq, lte, type SQL, sql } from 'drizzle-orm'
import type { Database } from '../open/open.ts'
import { given, prepared } from '../open/prepared.ts'
import { latestOf, orderInTime } from '../schema/column-types.ts'
import { documents } from '../schema/ground.ts'
import { targetReadings, targets } from '../schema/plans.ts'
import { isPlannedBefore, isReadingBefore } from '../sql/recorded-before.ts'
import { documentColumns, planOfUnit, referenceUnitCode } from './plans.ts'

type StatedTarget = Omit<MilestoneTarget, 'source' | 'wasInForce'> & {
  /** Stored as 0 or 1. */
  wasInForce: number
  unitCode: string
  number: number
  inForce: string
}

/**
 * The targets of a unit as seen from the quarter, by indicator and in order of time: the reference plan's, row by row
 * replaced by the unit's own. Of a milestone that has passed it is the target that was in force then: what was set later
 * judges nobody. With `recordedBefore` the plan as it was recorded before that instant.
 */
export function targetsInForce(
  db: Database,
  unitCode: string,
  asOf: Quarter,
  recordedBefore?: string,
): Map<number, MilestoneTarget[]> {
  const reference = referenceUnitCode(db)
  const stated =
    recordedBefore === undefined
      ? statedOfUnit(db).all({ unitCode, reference, asOf })
      : selectStated(
          db,
          recordedBefore,
          lte(targets.effectiveFrom, asOf),
          ofUnits(unitCode, reference),
          isPlannedBefore(targets.changeId, recordedBefore),
        ).all()
  const ofUnit = targetsOf(stated, reference)
  return new Map(stated.map(({ number }) => [number, ofUnit(unitCode, number)]))
}

/** The same for every unit, as a look-up by unit and indicator. */
export function targetsInForceOfCity(
  db: Database,
  asOf: Quarter,
  recordedBefore?: string,
): (unitCode: string, number: number) => MilestoneTarget[] {
  const isKnown = isPlannedBefore(targets.changeId, recordedBefore)
  return targetsOf(
    selectStated(db, recordedBefore, lte(targets.effectiveFrom, asOf), isKnown).all(),
    referenceUnitCode(db),
  )
}

/**
 * Puts the targets of a unit, and of the reference plan, together by unit and indicator. Units that state none of
 * their own share one list.
 */
export function targetsOf(stated: readonly StatedTarget[], reference: string) {
  const rows = Map.groupBy(stated, ({ unitCode, number }) => `${unitCode} ${number}`)
  const yardsticks = new Map<number, MilestoneTarget[]>()
  const yardstickOf = (number: number) => {
    const known = yardsticks.get(number) ?? sortedTargets([], rows.get(`${reference} ${number}`) ?? [])
    yardsticks.set(number, known)
    return known
  }
  return (unitCode: string, number: number): MilestoneTarget[] => {
    const own = rows.get(`${unitCode} ${number}`)
    if (!own) return yardstickOf(number)
    return sortedTargets(own, unitCode === reference ? [] : (rows.get(`${reference} ${number}`) ?? []))
  }
}

function sortedTargets(own: readonly StatedTarget[], yardstick: readonly StatedTarget[]): MilestoneTarget[] {
  const isInForce = ({ milestone, wasInForce }: StatedTarget, others: readonly StatedTarget[]) =>
    wasInForce === 1 || !others.some((other) => other.milestone === milestone && other.wasInForce === 1)
  const counted = own.filter((target) => isInForce(target, yardstick))
  const isReplaced = ({ milestone }: StatedTarget) => counted.some((target) => target.milestone === milestone)
  return [
    ...counted.map((target) => fromSource(target, 'own')),
    ...yardstick.flatMap((target) => (isReplaced(target) ? [] : fromSource(target, 'reference'))),
  ].sort((a, b) => a.milestone - b.milestone)
}

function fromSource(
  { unitCode: _, number: __, inForce: ___, wasInForce, ...target }: StatedTarget,
  source: MilestoneTarget['source'],
): MilestoneTarget {
  return { ...target, source, wasInForce: wasInForce === 1 }
}

export const ofUnits = (one: string | SQL, other: string | SQL): SQL =>
  sql`${targets.unitCode} IN (${one}, ${other})`

/** Whether a target was set by the quarter of its milestone. */
const setInTime = sql<number>`(${targets.effectiveFrom} <= (${targets.milestone} || '-Q4'))`

/** The target in force of one milestone first: the latest set in time, then the latest. */
export const inForceFirst = [desc(setInTime), desc(targets.effectiveFrom), desc(targets.id)]

/** As a person settled it, otherwise as it was read. */
const readingColumns = {
  kind: sql<TargetKind>`coalesce(${targetReadings.kind}, ${targets.kind})`,
  lower: sql<
    number | null
  >`iif(${targetReadings.id} IS NULL, ${targets.lower}, ${targetReadings.lower})`.mapWith(targets.lower),
  upper: sql<
    number | null
  >`iif(${targetReadings.id} IS NULL, ${targets.upper}, ${targetReadings.upper})`.mapWith(targets.upper),
  strict: sql<boolean>`coalesce(${targetReadings.kind}, ${targets.kind}) IN ('moreThan', 'lessThan')`.mapWith(
    Boolean,
  ),
}

/** Of each unit, indicator and milestone the latest target that meets the conditions, set in time before set later. */
export const selectStated = (
  db: Database,
  recordedBefore: string | undefined,
  ...conditions: (SQL | undefined)[]
) =>
  db.orm
    .select({
      unitCode: targets.unitCode,
      number: targets.indicatorNumber,
      milestone: targets.milestone,
      text: targets.text,
      ...readingColumns,
      object: targets.object,
      aspirational: targets.aspirational,
      wasInForce: setInTime,
      // SQLite takes the other columns of the group from the row that has the maximum.
      inForce: sql<string>`max(${setInTime} || ${orderInTime(targets)})`,
    })
    .from(targets)
    .leftJoin(targetReadings, isReadingBefore(recordedBefore))
    .where(and(...conditions))
    .groupBy(targets.unitCode, targets.indicatorNumber, targets.milestone)
    .orderBy(asc(targets.indicatorNumber))

const statedOfUnit = prepared((db) =>
  selectStated(
    db,
    undefined,
    lte(targets.effectiveFrom, given('asOf')),
    ofUnits(given('unitCode'), given('reference')),
  ).prepare(),
)

/** Where a unit states a target of its own. */
export type TargetSource = {
  milestone: number
  document: SourceDocument
  quotation: string | null
  note: string | null
}

/**
 * Where the unit's own targets of an indicator are stated, unless that is the table of its own plan; with
 * `recordedBefore` as it was recorded before that instant.
 */
export function ownTargetSources(
  db: Database,
  unitCode: string,
  number: number,
  asOf: Quarter,
  recordedBefore?: string,
): TargetSource[] {
  const plan = planOfUnit(db, unitCode, asOf, recordedBefore)
  return db.orm
    .select({
      milestone: targets.milestone,
      document: documentColumns,
      quotation: targets.quotation,
      note: targets.note,
      inForce: latestOf(targets),
    })
    .from(targets)
    .innerJoin(documents, eq(documents.id, targets.documentId))
    .where(
      and(
        eq(targets.unitCode, unitCode),
        eq(targets.indicatorNumber, number),
        lte(targets.effectiveFrom, asOf),
        isPlannedBefore(targets.changeId, recordedBefore),
      ),
    )
    .groupBy(targets.milestone)
    .orderBy(asc(targets.milestone))
    .all()
    .filter(({ document }) => plan.source === 'reference' || document.id !== plan.document.id)
    .map(({ inForce: _, ...source }) => source)
}
