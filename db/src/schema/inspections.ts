import { InspectionKind } from '@moc57/shared'
import { sql } from 'drizzle-orm'
import { check, index, integer, sqliteTable, text, unique } from 'drizzle-orm/sqlite-core'
import { isDay, isOneOf, isQuarter, word } from './columns.ts'
import { period, unitCode } from './ground.ts'
import { indicatorNumber } from './plans.ts'

/** An assessment in words; the latest revision stands. */
export const assessments = sqliteTable(
  'assessments',
  {
    id: integer().primaryKey(),
    unitCode: unitCode().notNull(),
    indicatorNumber: indicatorNumber().notNull(),
    period: period().notNull(),
    revision: integer().notNull(),
    text: text().notNull(),
    reason: text(),
    by: text().notNull(),
    at: text().notNull(),
  },
  (table) => [
    unique('assessments_revisions').on(table.unitCode, table.indicatorNumber, table.period, table.revision),
    check('assessments_period', isQuarter(table.period)),
    check('assessments_revision', sql`${table.revision} >= 1`),
  ],
)

export const inspections = sqliteTable(
  'inspections',
  {
    id: integer().primaryKey(),
    unitCode: unitCode().notNull(),
    kind: word(InspectionKind.options).notNull(),
    heldOn: text().notNull(),
    findings: text().notNull(),
    demand: text(),
    dueOn: text(),
    by: text().notNull(),
    at: text().notNull(),
  },
  (table) => [
    index('inspections_of_a_unit').on(table.unitCode),
    check('inspections_kind', isOneOf(table.kind, InspectionKind.options)),
    check('inspections_held_on', isDay(table.heldOn)),
    check('inspections_due_on', isDay(table.dueOn)),
    check('inspections_demand', sql`${table.demand} IS NOT NULL OR ${table.dueOn} IS NULL`),
  ],
)

/** The indicators and tasks that an inspection looked at: one of the two in each row. */
export const inspectionSubjects = sqliteTable(
  'inspection_subjects',
  {
    id: integer().primaryKey(),
    inspectionId: integer()
      .notNull()
      .references(() => inspections.id),
    indicatorNumber: indicatorNumber(),
    taskNumber: integer(),
  },
  (table) => [
    index('inspection_subjects_of_an_inspection').on(table.inspectionId),
    check(
      'inspection_subjects_one',
      sql`(${table.indicatorNumber} IS NULL) <> (${table.taskNumber} IS NULL)`,
    ),
  ],
)

export const inspectionFollowUps = sqliteTable(
  'inspection_follow_ups',
  {
    id: integer().primaryKey(),
    inspectionId: integer()
      .notNull()
      .references(() => inspections.id),
    note: text().notNull(),
    isDone: integer({ mode: 'boolean' }).notNull(),
    by: text().notNull(),
    at: text().notNull(),
  },
  (table) => [
    index('inspection_follow_ups_of_an_inspection').on(table.inspectionId),
    check('inspection_follow_ups_is_done', sql`${table.isDone} IN (0, 1)`),
  ],
)
