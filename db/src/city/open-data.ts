import type { Comparator, Quarter, TargetKind } from '@moc57/shared'
import { and, asc, eq, isNotNull, isNull, lte, max, or } from 'drizzle-orm'
import { isCurrentState } from '../measurements/measurements.ts'
import type { Database } from '../open/open.ts'
import { given, prepared } from '../open/prepared.ts'
import { selectStated } from '../plans/targets.ts'
import { measurementStates, measurements } from '../schema/measurements.ts'
import { indicators, targets } from '../schema/plans.ts'

/** A figure that the unit has approved; a later approved revision has taken the place of an earlier one. */
export type ApprovedFigure = {
  unitCode: string
  number: number
  period: Quarter
  value: number | null
  numerator: number | null
  denominator: number | null
  comparator: Comparator | null
  /** Instant in ISO 8601. */
  approvedAt: string
}

/** Of the reference list alone: what a unit follows on its own is compared with nobody. */
const isApproved = and(isCurrentState, eq(measurementStates.state, 'approved'), isNull(indicators.changeId))

const statements = prepared(({ orm }) => ({
  figures: orm
    .select({
      unitCode: measurements.unitCode,
      number: measurements.indicatorNumber,
      period: measurements.period,
      value: measurements.value,
      numerator: measurements.numerator,
      denominator: measurements.denominator,
      comparator: measurements.comparator,
      approvedAt: measurementStates.at,
      // SQLite takes the other columns from the row that has the maximum.
      revision: max(measurements.revision),
    })
    .from(measurements)
    .innerJoin(measurementStates, eq(measurementStates.measurementId, measurements.id))
    .innerJoin(indicators, eq(indicators.number, measurements.indicatorNumber))
    .where(and(isApproved, eq(measurements.period, given('period'))))
    .groupBy(measurements.unitCode, measurements.indicatorNumber)
    .having(or(isNotNull(measurements.value), isNotNull(measurements.denominator)))
    .orderBy(asc(measurements.unitCode), asc(measurements.indicatorNumber))
    .prepare(),
  periods: orm
    .selectDistinct({ period: measurements.period })
    .from(measurements)
    .innerJoin(measurementStates, eq(measurementStates.measurementId, measurements.id))
    .innerJoin(indicators, eq(indicators.number, measurements.indicatorNumber))
    .where(isApproved)
    .orderBy(asc(measurements.period))
    .prepare(),
}))

/** The approved figures of a quarter, by unit and indicator; none that was taken back. */
export function approvedFigures(db: Database, period: Quarter): ApprovedFigure[] {
  return statements(db)
    .figures.all({ period })
    .map(({ revision: _, ...figure }) => figure)
}

/** The quarters that have approved figures. */
export function approvedQuarters(db: Database): Quarter[] {
  return statements(db)
    .periods.all()
    .map(({ period }) => period)
}

/** A target as a plan states it; `unitCode` is whose plan. */
export type PublishedTarget = {
  unitCode: string
  number: number
  milestone: number
  text: string
  kind: TargetKind
  lower: number | null
  upper: number | null
  strict: boolean
  object: string | null
  aspirational: boolean
}

/** The targets that are in force in the quarter, of the reference plan and of every unit that has its own. */
export function publishedTargets(db: Database, asOf: Quarter): PublishedTarget[] {
  return selectStated(db, undefined, lte(targets.effectiveFrom, asOf))
    .all()
    .map(({ inForce: _, wasInForce: __, ...target }) => target)
    .sort((a, b) => a.unitCode.localeCompare(b.unitCode) || a.number - b.number || a.milestone - b.milestone)
}
