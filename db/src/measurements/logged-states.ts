import type { CountedMeasurement, Measurement, MeasurementState, Quarter } from '@moc57/shared'
import { and, asc, eq, lte } from 'drizzle-orm'
import type { Database } from '../open/open.ts'
import { measurementStates, measurements } from '../schema/measurements.ts'
import { countedStates, selectRevisions } from './measurements.ts'

/** A state that a revision was given: the revision, and who gave it the state, when and why. */
export type LoggedState = Measurement & {
  id: number
  /** Counts up over the whole database. */
  stateId: number
  by: string
  at: string
  stateReason: string | null
}

/** Every state that the revisions of a unit's indicator were given up to the quarter, in the order of events. */
export function listLoggedStates(
  db: Database,
  unitCode: string,
  number: number,
  asOf: Quarter,
): LoggedState[] {
  return selectRevisions(db, {
    id: measurements.id,
    stateId: measurementStates.id,
    by: measurementStates.by,
    at: measurementStates.at,
    stateReason: measurementStates.reason,
  })
    .where(
      and(
        eq(measurements.unitCode, unitCode),
        eq(measurements.indicatorNumber, number),
        lte(measurements.period, asOf),
      ),
    )
    .orderBy(asc(measurementStates.id))
    .all()
}

export function isCounted(state: MeasurementState): boolean {
  return countedStates.includes(state)
}

/** What counted when the log had come this far: of each quarter the latest revision that was in a counted state. */
export function countedAt(log: readonly LoggedState[], stateId: number): CountedMeasurement[] {
  const known = new Map(log.filter((entry) => entry.stateId <= stateId).map((entry) => [entry.id, entry]))
  const counted = new Map<Quarter, LoggedState>()
  for (const entry of known.values()) {
    const other = counted.get(entry.period)
    if (isCounted(entry.state) && (!other || other.revision < entry.revision))
      counted.set(entry.period, entry)
  }
  return [...counted.values()]
}
