import type { Assignment, CountedMeasurement, FigureKey, Indicator, MilestoneTarget } from '@moc57/shared'
import { and, desc, eq, lte, type SQL, sql } from 'drizzle-orm'
import { selectIndicatorsOfUnit } from '../indicators/indicators.ts'
import type { Database } from '../open/open.ts'
import { given, prepared } from '../open/prepared.ts'
import { assignmentOf, selectBodies, selectInForce } from '../plans/assignments.ts'
import { referenceUnitCode } from '../plans/plans.ts'
import { ofUnits, selectStated, targetsOf } from '../plans/targets.ts'
import { isOneOf } from '../schema/columns.ts'
import { measurementStates, measurements } from '../schema/measurements.ts'
import { assignmentLeadBodies, assignments, indicators, targets } from '../schema/plans.ts'
import {
  isCurrentState,
  type StoredRevision,
  selectCounted,
  selectRevisions,
  storedColumns,
} from './measurements.ts'

/** What a save of one cell has to know. */
export type StoredCell = {
  indicator: Indicator
  latest: StoredRevision | undefined
  approved: StoredRevision | undefined
  /** What not every save needs is read when it is asked for: here the figures up to the quarter, in order of time. */
  counted: () => readonly CountedMeasurement[]
  targets: () => readonly MilestoneTarget[]
  assignment: () => Assignment | null
}

const unitCode = given('unitCode')
const number = given('number')
const period = given('period')

const statements = prepared((db) => ({
  indicator: selectIndicatorsOfUnit(db, sql`${indicators.number} = ${number}`).prepare(),
  latest: selectOfCell(db).prepare(),
  approved: selectOfCell(db, isOneOf(measurementStates.state, ['approved'])).prepare(),
  counted: selectCounted(
    db,
    eq(measurements.unitCode, unitCode),
    eq(measurements.indicatorNumber, number),
    lte(measurements.period, period),
  ).prepare(),
  targets: selectStated(
    db,
    undefined,
    ofUnits(unitCode, given('reference')),
    eq(targets.indicatorNumber, number),
    lte(targets.effectiveFrom, period),
  ).prepare(),
  assignment: selectInForce(
    db,
    { asOf: period },
    eq(assignments.unitCode, unitCode),
    eq(assignments.indicatorNumber, number),
  ).prepare(),
  bodies: selectBodies(db, eq(assignmentLeadBodies.assignmentId, given('id'))).prepare(),
}))

const selectOfCell = (db: Database, isAsked?: SQL) =>
  selectRevisions(db, storedColumns)
    .where(
      and(
        isCurrentState,
        eq(measurements.unitCode, unitCode),
        eq(measurements.indicatorNumber, number),
        eq(measurements.period, period),
        isAsked,
      ),
    )
    .orderBy(desc(measurements.revision))

/** One cell, as quickly as it can be read: saving is what an office does most. */
export function findCell(db: Database, cell: FigureKey): StoredCell | undefined {
  const { indicator, latest, approved, counted, targets, assignment, bodies } = statements(db)
  const found = indicator.get(cell)
  if (!found) return undefined
  const latestOne = latest.get(cell)
  return {
    indicator: found,
    latest: latestOne,
    approved: latestOne && approved.get(cell),
    counted: () => counted.all(cell),
    targets: () => {
      const reference = referenceUnitCode(db)
      return targetsOf(targets.all({ ...cell, reference }), reference)(cell.unitCode, cell.number)
    },
    assignment: () => {
      const assigned = assignment.get(cell)
      return assigned ? assignmentOf(assigned, bodies.all({ id: assigned.id })) : null
    },
  }
}

/** The latest revision of a cell, whatever its state. */
export function latestRevision(db: Database, cell: FigureKey): StoredRevision | undefined {
  return statements(db).latest.get(cell)
}
