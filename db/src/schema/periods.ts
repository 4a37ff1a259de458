import { sql } from 'drizzle-orm'
import { check, integer, sqliteTable, text, unique } from 'drizzle-orm/sqlite-core'
import { period } from '../schema.ts'

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
