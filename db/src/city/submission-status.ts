import type { MeasurementState, Quarter } from '@moc57/shared'
import { and, asc, eq, max, min, sql } from 'drizzle-orm'
import { isCurrentState } from '../measurements/measurements.ts'
import type { Database } from '../open/open.ts'
import { given, prepared } from '../open/prepared.ts'
import { isOneOf } from '../schema/columns.ts'
import { measurementStates, measurements } from '../schema/measurements.ts'

/** How far a cell of a quarter has come. */
export type SubmittedFigure = {
  unitCode: string
  number: number
  /** Of the latest revision; `null` where that has no figure, since it was taken back. */
  state: MeasurementState | null
  /** When a figure was first sent up, and when one was first approved; ISO 8601. */
  submittedAt: string | null
  approvedAt: string | null
}

const statements = prepared(({ orm }) => ({
  latest: orm
    .select({
      unitCode: measurements.unitCode,
      number: measurements.indicatorNumber,
      state: measurementStates.state,
      hasFigure: sql<number>`${measurements.value} IS NOT NULL OR ${measurements.denominator} IS NOT NULL`,
      // SQLite takes the other columns from the row that has the maximum.
      revision: max(measurements.revision),
    })
    .from(measurements)
    .innerJoin(measurementStates, eq(measurementStates.measurementId, measurements.id))
    .where(and(isCurrentState, eq(measurements.period, given('period'))))
    .groupBy(measurements.unitCode, measurements.indicatorNumber)
    .orderBy(asc(measurements.unitCode), asc(measurements.indicatorNumber))
    .prepare(),
  firsts: orm
    .select({
      unitCode: measurements.unitCode,
      number: measurements.indicatorNumber,
      submittedAt: min(measurementStates.at),
      approvedAt: sql<
        string | null
      >`min(CASE WHEN ${measurementStates.state} <> 'submitted' THEN ${measurementStates.at} END)`,
    })
    .from(measurements)
    .innerJoin(measurementStates, eq(measurementStates.measurementId, measurements.id))
    .where(
      and(
        isOneOf(measurementStates.state, ['submitted', 'approved', 'unverified']),
        eq(measurements.period, given('period')),
      ),
    )
    .groupBy(measurements.unitCode, measurements.indicatorNumber)
    .prepare(),
}))

/** Every cell of a quarter that any unit has entered. */
export function submittedFigures(db: Database, period: Quarter): SubmittedFigure[] {
  const { latest, firsts } = statements(db)
  const key = ({ unitCode, number }: { unitCode: string; number: number }) => `${unitCode} ${number}`
  const sent = new Map(firsts.all({ period }).map((first) => [key(first), first]))
  return latest.all({ period }).map(({ revision: _, hasFigure, state, ...cell }) => ({
    ...cell,
    state: hasFigure ? state : null,
    submittedAt: sent.get(key(cell))?.submittedAt ?? null,
    approvedAt: sent.get(key(cell))?.approvedAt ?? null,
  }))
}
