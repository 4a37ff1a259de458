import { Comparator, EvidenceType, MeasurementState, SubmissionAction } from '@moc57/shared'
import type { SQL } from 'drizzle-orm'
import { sql } from 'drizzle-orm'
import type { AnySQLiteColumn } from 'drizzle-orm/sqlite-core'
import { check, index, integer, sqliteTable, text, unique } from 'drizzle-orm/sqlite-core'
import { decimalText, tenThousandths } from './column-types.ts'
import { isOneOf, isQuarter, word } from './columns.ts'
import { documentId, period, unitCode } from './ground.ts'
import { indicatorNumber } from './plans.ts'

/** Append-only: a change is a new revision. */
export const measurements = sqliteTable(
  'measurements',
  {
    id: integer().primaryKey(),
    unitCode: unitCode().notNull(),
    indicatorNumber: indicatorNumber().notNull(),
    period: period().notNull(),
    revision: integer().notNull(),
    /** `null` where the denominator is 0 or the figure was taken back; of a share it is rounded, exact are its counts. */
    value: tenThousandths(),
    numerator: decimalText(),
    denominator: decimalText(),
    comparator: word(Comparator.options),
    documentId: documentId(),
    source: text(),
    quotation: text(),
    note: text(),
    reason: text(),
    /** The statement of the seeds it was loaded from. */
    statement: text().unique(),
    recordedBy: text().notNull(),
    recordedAt: text().notNull(),
  },
  (table) => [
    unique('measurements_revisions').on(table.unitCode, table.indicatorNumber, table.period, table.revision),
    check('measurements_period', isQuarter(table.period)),
    check('measurements_revision', sql`${table.revision} >= 1`),
    check('measurements_share', sql`(${table.numerator} IS NULL) = (${table.denominator} IS NULL)`),
    check('measurements_numerator', isDecimal(table.numerator)),
    check('measurements_denominator', isDecimal(table.denominator)),
    // A share has its value unless its denominator is 0; a figure without counts may be taken back.
    check(
      'measurements_value',
      sql`${table.denominator} IS NULL OR (${table.value} IS NULL) = (CAST(${table.denominator} AS REAL) = 0)`,
    ),
    check('measurements_comparator', isOneOf(table.comparator, Comparator.options)),
  ],
)

/** Append-only: the state of a measurement is its latest row. */
export const measurementStates = sqliteTable(
  'measurement_states',
  {
    id: integer().primaryKey(),
    measurementId: integer()
      .notNull()
      .references(() => measurements.id),
    state: word(MeasurementState.options).notNull(),
    by: text().notNull(),
    at: text().notNull(),
    reason: text(),
  },
  (table) => [
    index('measurement_states_of_a_measurement').on(table.measurementId),
    check('measurement_states_state', isOneOf(table.state, MeasurementState.options)),
  ],
)

/** Append-only. The file itself lies beside the database, under the hash of what is in it. */
export const evidence = sqliteTable(
  'evidence',
  {
    id: integer().primaryKey(),
    unitCode: unitCode().notNull(),
    indicatorNumber: indicatorNumber().notNull(),
    period: period().notNull(),
    name: text().notNull(),
    type: word(EvidenceType.options).notNull(),
    size: integer().notNull(),
    sha256: text().notNull(),
    by: text().notNull(),
    at: text().notNull(),
  },
  (table) => [
    index('evidence_of_a_figure').on(table.unitCode, table.indicatorNumber, table.period),
    check('evidence_period', isQuarter(table.period)),
    check('evidence_type', isOneOf(table.type, EvidenceType.options)),
    check('evidence_size', sql`${table.size} > 0`),
    check('evidence_sha256', sql`length(${table.sha256}) = 64 AND ${table.sha256} NOT GLOB '*[^0-9a-f]*'`),
  ],
)

/** Append-only: files that are shown to nobody any more, with the reason. */
export const evidenceWithdrawals = sqliteTable(
  'evidence_withdrawals',
  {
    evidenceId: integer()
      .primaryKey()
      .references(() => evidence.id),
    reason: text().notNull(),
    by: text().notNull(),
    at: text().notNull(),
  },
  (table) => [check('evidence_withdrawals_reason', sql`${table.reason} <> ''`)],
)

/** Append-only: withdrawn files whose bytes were erased; what was erased stays known by name and hash. */
export const evidenceErasures = sqliteTable('evidence_erasures', {
  evidenceId: integer()
    .primaryKey()
    .references(() => evidenceWithdrawals.evidenceId),
  by: text().notNull(),
  at: text().notNull(),
})

/** What was done with a quarter of a unit as a whole; append-only. */
export const submissionEvents = sqliteTable(
  'submission_events',
  {
    id: integer().primaryKey(),
    unitCode: unitCode().notNull(),
    period: period().notNull(),
    action: word(SubmissionAction.options).notNull(),
    reason: text(),
    by: text().notNull(),
    at: text().notNull(),
  },
  (table) => [
    index('submission_events_of_a_quarter').on(table.unitCode, table.period),
    check('submission_events_period', isQuarter(table.period)),
    check('submission_events_action', isOneOf(table.action, SubmissionAction.options)),
    check('submission_events_reason', sql`${table.reason} IS NOT NULL OR ${table.action} <> 'return'`),
  ],
)

/**
 * Append-only: the days that the city set for a quarter, and why. The latest revision stands; `reporting_periods` keeps
 * the days that the quarter started with.
 */
export const reportingPeriodChanges = sqliteTable(
  'reporting_period_changes',
  {
    id: integer().primaryKey(),
    period: period().notNull(),
    revision: integer().notNull(),
    fromDay: text().notNull(),
    toDay: text().notNull(),
    dueOn: text().notNull(),
    reason: text().notNull(),
    by: text().notNull(),
    at: text().notNull(),
  },
  (table) => [
    unique('reporting_period_changes_revisions').on(table.period, table.revision),
    check('reporting_period_changes_revision', sql`${table.revision} >= 1`),
    check(
      'reporting_period_changes_days',
      sql`${table.fromDay} <= ${table.toDay} AND ${table.toDay} <= ${table.dueOn}`,
    ),
    check('reporting_period_changes_reason', sql`${table.reason} <> ''`),
  ],
)

/** Not negative; `NULL` passes, as in every check. */
function isDecimal(column: AnySQLiteColumn): SQL {
  return sql`${column} GLOB '[0-9]*' AND ${column} NOT GLOB '*[^0-9.]*' AND ${column} NOT GLOB '*.*.*'`
}
