import { eq, isNull, lt, or, type SQL, sql } from 'drizzle-orm'
import type { SQLiteColumn } from 'drizzle-orm/sqlite-core'
import { measurementStates, measurements } from '../schema/measurements.ts'
import { planChanges, targetReadings, targets } from '../schema/plans.ts'

/** The state that a measurement had before the instant, or has today where none is given: the latest row of its log. */
export function isStateBefore(instant: string | undefined): SQL {
  const isKnown = instant === undefined ? sql`` : sql`AND later.at < ${instant}`
  return sql`${measurementStates.id} = (
    SELECT max(later.id) FROM ${measurementStates} AS later
    WHERE later.measurement_id = ${measurements.id} ${isKnown}
  )`
}

/** Whether a row, which tells its instant in that column, was recorded before the instant; any was where none is given. */
export function isRecordedBefore(at: SQLiteColumn, instant: string | undefined): SQL | undefined {
  return instant === undefined ? undefined : lt(at, instant)
}

/** Whether a row of a plan was recorded before the instant. What came with the seeds has no change and always was. */
export function isPlannedBefore(changeId: SQLiteColumn, instant: string | undefined): SQL | undefined {
  if (instant === undefined) return undefined
  const change = sql`SELECT 1 FROM ${planChanges} WHERE ${eq(planChanges.id, changeId)} AND ${lt(planChanges.recordedAt, instant)}`
  return or(isNull(changeId), sql`EXISTS (${change})`)
}

/**
 * The reading that a person had given a target before the instant, or has given by today where none is given. It goes
 * with the printed text: wherever the unit prints the same for the milestone again, it is read the same.
 */
export function isReadingBefore(instant: string | undefined): SQL {
  const isKnown = instant === undefined ? sql`` : sql`AND later.recorded_at < ${instant}`
  // Few readings, many targets: only for one that was not read are the readings looked through.
  return sql`${targetReadings.id} = iif(${targets.kind} = 'unread', (
    SELECT max(later.id) FROM ${targetReadings} AS later CROSS JOIN ${targets} AS same ON same.id = later.target_id
    WHERE same.unit_code = ${targets.unitCode} AND same.indicator_number = ${targets.indicatorNumber}
      AND same.milestone = ${targets.milestone} AND same.text = ${targets.text} ${isKnown}
  ), NULL)`
}
