import {
  type CountedMeasurement,
  exactValue,
  type Measurement,
  type MeasurementState,
  type Quarter,
  round,
  toNumber,
  valuePlaces,
} from '@moc57/shared'
import { and, asc, eq, inArray, lte, max, type SQL, sql } from 'drizzle-orm'
import type { SQLiteColumn } from 'drizzle-orm/sqlite-core'
import type { Database } from '../open/open.ts'
import { given, prepared } from '../open/prepared.ts'
import { isOneOf } from '../schema/columns.ts'
import { documents } from '../schema/ground.ts'
import { measurementStates, measurements } from '../schema/measurements.ts'
import { inOneCommit } from '../sql/one-commit.ts'
import { isStateBefore } from '../sql/recorded-before.ts'
import { StaleError } from '../sql/stale-error.ts'

/** The counted measurements of a unit by indicator, at most one a period, in order of time. */
export type CountedByIndicator = Map<number, CountedMeasurement[]>

/** Only these count: in figures, in statuses, for the city and for the public. */
export const countedStates: MeasurementState[] = ['approved', 'unverified']

/**
 * What a unit has measured up to the quarter: of each period the latest revision that counts, or that counted before
 * the instant `recordedBefore`.
 */
export function countedMeasurements(
  db: Database,
  unitCode: string,
  asOf: Quarter,
  recordedBefore?: string,
): CountedByIndicator {
  if (recordedBefore === undefined)
    return byIndicator(ofUnitQuarter(db).counted.all({ unitCode, period: asOf }))
  const ofUnit = eq(measurements.unitCode, unitCode)
  return byIndicator(selectCountedBefore(db, recordedBefore, lte(measurements.period, asOf), ofUnit).all())
}

/** The same for every unit that has measured anything, by unit. */
export function countedMeasurementsOfCity(
  db: Database,
  asOf: Quarter,
  recordedBefore?: string,
): Map<string, CountedByIndicator> {
  const rows = selectCountedBefore(db, recordedBefore, lte(measurements.period, asOf)).all()
  const units = Map.groupBy(rows, ({ unitCode }) => unitCode)
  return new Map([...units].map(([unitCode, rows]) => [unitCode, byIndicator(rows)]))
}

type CountedRow = CountedMeasurement & { unitCode: string; number: number; revision: number | null }

function byIndicator(rows: readonly CountedRow[]): CountedByIndicator {
  const counted = rows.map(({ revision: _, ...row }) => row)
  return Map.groupBy(counted, ({ number }) => number)
}

/** The state of a measurement is the latest row of its log. */
export const isCurrentState = isStateBefore(undefined)

/** Of each indicator and quarter of a unit the latest revision that counts, in order of time. */
export const selectCounted = (db: Database, ...conditions: SQL[]) =>
  selectCountedBefore(db, undefined, ...conditions)

const selectCountedBefore = (db: Database, recordedBefore: string | undefined, ...conditions: SQL[]) =>
  db.orm
    .select({
      unitCode: measurements.unitCode,
      number: measurements.indicatorNumber,
      period: measurements.period,
      value: measurements.value,
      numerator: measurements.numerator,
      denominator: measurements.denominator,
      comparator: measurements.comparator,
      state: measurementStates.state,
      // SQLite takes the other columns from the row that has the maximum.
      revision: max(measurements.revision),
    })
    .from(measurements)
    .innerJoin(measurementStates, eq(measurementStates.measurementId, measurements.id))
    .where(and(isStateBefore(recordedBefore), isOneOf(measurementStates.state, countedStates), ...conditions))
    .groupBy(measurements.unitCode, measurements.indicatorNumber, measurements.period)
    .orderBy(asc(measurements.unitCode), asc(measurements.indicatorNumber), asc(measurements.period))

const revisionColumns = {
  period: measurements.period,
  revision: measurements.revision,
  value: measurements.value,
  numerator: measurements.numerator,
  denominator: measurements.denominator,
  comparator: measurements.comparator,
  state: measurementStates.state,
  source: sql<string | null>`coalesce(${measurements.source}, ${documents.title})`,
  quotation: measurements.quotation,
  note: measurements.note,
  reason: measurements.reason,
  recordedBy: measurements.recordedBy,
  recordedAt: measurements.recordedAt,
}

export const selectRevisions = <Columns extends Record<string, SQLiteColumn | SQL>>(
  db: Database,
  columns: Columns,
) =>
  db.orm
    .select({ ...revisionColumns, ...columns })
    .from(measurements)
    .innerJoin(measurementStates, eq(measurementStates.measurementId, measurements.id))
    .leftJoin(documents, eq(documents.id, measurements.documentId))

/**
 * The revisions of an indicator of a unit up to the quarter, oldest first: those the public may see, or with drafts
 * for the unit itself; with `recordedBefore` in the states that they had before that instant.
 */
export function listRevisions(
  db: Database,
  unitCode: string,
  number: number,
  asOf: Quarter,
  { withDrafts, recordedBefore }: { withDrafts: boolean; recordedBefore?: string | undefined },
): Measurement[] {
  return selectRevisions(db, {})
    .where(
      and(
        isStateBefore(recordedBefore),
        eq(measurements.unitCode, unitCode),
        eq(measurements.indicatorNumber, number),
        lte(measurements.period, asOf),
        withDrafts ? undefined : inArray(measurementStates.state, countedStates),
      ),
    )
    .orderBy(asc(measurements.period), asc(measurements.revision))
    .all()
}

/** A revision as the office works with it. */
export type StoredRevision = Measurement & {
  id: number
  number: number
  /** Why it was given its present state: the leader's words for a returned one. */
  stateReason: string | null
}

export const storedColumns = {
  id: measurements.id,
  number: measurements.indicatorNumber,
  stateReason: measurementStates.reason,
}

/** Every revision of a unit's quarter, oldest first, whatever its state. */
export function revisionsOfQuarter(db: Database, unitCode: string, period: Quarter): StoredRevision[] {
  return ofUnitQuarter(db).revisions.all({ unitCode, period })
}

/** What every look at a unit's quarter reads; a file of many units reads it for each of them. */
const ofUnitQuarter = prepared((db) => {
  const ofUnit = eq(measurements.unitCode, given('unitCode'))
  const period = given('period')
  return {
    counted: selectCounted(db, lte(measurements.period, period), ofUnit).prepare(),
    revisions: selectRevisions(db, storedColumns)
      .where(and(isCurrentState, ofUnit, eq(measurements.period, period)))
      .orderBy(asc(measurements.indicatorNumber), asc(measurements.revision))
      .prepare(),
  }
})

/** The latest revision of each indicator in a unit's quarter, whatever its state. */
export function latestRevisions(
  db: Database,
  unitCode: string,
  period: Quarter,
): Map<number, StoredRevision> {
  return new Map(revisionsOfQuarter(db, unitCode, period).map((revision) => [revision.number, revision]))
}

/** A figure to be kept: a plain value, a share as two counts, or none where a figure is taken back. */
export type NewRevision = {
  unitCode: string
  number: number
  period: Quarter
  figure: { value: number | null } | { numerator: number; denominator: number }
  state: MeasurementState
  by: string
  /** Instant in ISO 8601. */
  at: string
  comparator?: Measurement['comparator']
  documentId?: string
  source?: string
  quotation?: string | null
  note?: string | null
  reason?: string
  statement?: string
  /** The revision that the change was made on, 0 for none; unchecked where it is left out. */
  basedOn?: number
}

const statements = prepared(({ orm }) => ({
  latestRevision: orm
    .select({ revision: max(measurements.revision) })
    .from(measurements)
    .where(
      and(
        eq(measurements.unitCode, given('unitCode')),
        eq(measurements.indicatorNumber, given('number')),
        eq(measurements.period, given('period')),
      ),
    )
    .prepare(),
  insert: orm
    .insert(measurements)
    .values({
      unitCode: sql.placeholder('unitCode'),
      indicatorNumber: sql.placeholder('number'),
      period: sql.placeholder('period'),
      revision: sql.placeholder('revision'),
      value: sql.placeholder('value'),
      numerator: sql.placeholder('numerator'),
      denominator: sql.placeholder('denominator'),
      comparator: sql.placeholder('comparator'),
      documentId: sql.placeholder('documentId'),
      source: sql.placeholder('source'),
      quotation: sql.placeholder('quotation'),
      note: sql.placeholder('note'),
      reason: sql.placeholder('reason'),
      statement: sql.placeholder('statement'),
      recordedBy: sql.placeholder('by'),
      recordedAt: sql.placeholder('at'),
    })
    .returning({ id: measurements.id })
    .prepare(),
  insertState: orm
    .insert(measurementStates)
    .values({
      measurementId: sql.placeholder('id'),
      state: sql.placeholder('state'),
      by: sql.placeholder('by'),
      at: sql.placeholder('at'),
    })
    .prepare(),
}))

const unstated = {
  comparator: null,
  documentId: null,
  source: null,
  quotation: null,
  note: null,
  reason: null,
  statement: null,
}

/**
 * Appends a figure as the next revision of its quarter, with the first row of its log of states; returns the revision.
 * Throws `StaleError` when it was made on an older one.
 */
export function appendRevision(db: Database, { figure, basedOn, ...given }: NewRevision): number {
  return inOneCommit(db, () => {
    const { latestRevision, insert, insertState } = statements(db)
    const latest = latestRevision.get(given)?.revision ?? 0
    if (basedOn !== undefined && basedOn !== latest) {
      throw new StaleError('measurement', latestRevisions(db, given.unitCode, given.period).get(given.number))
    }
    const revision = latest + 1
    const { id } = insert.get({ ...unstated, ...given, ...storedFigure(figure), revision })
    insertState.run({ ...given, id })
    return revision
  })
}

/** Appends many figures in one commit: all of them, or none when one was made on an older revision. */
export function appendRevisions(db: Database, revisions: readonly NewRevision[]): void {
  inOneCommit(db, () => {
    for (const revision of revisions) appendRevision(db, revision)
  })
}

function storedFigure(figure: NewRevision['figure']) {
  const whole = { value: null, numerator: null, denominator: null, ...figure }
  const exact = exactValue(whole)
  return { ...whole, value: exact && toNumber(round(exact, valuePlaces)) }
}
