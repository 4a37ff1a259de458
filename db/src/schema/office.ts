import {
  Asker,
  BudgetField,
  BudgetKind,
  EvidenceType,
  ExplanationAction,
  InspectionKind,
  TaskStatus,
} from '@moc57/shared'
import { type SQL, sql } from 'drizzle-orm'
import {
  type AnySQLiteColumn,
  check,
  foreignKey,
  index,
  integer,
  primaryKey,
  sqliteTable,
  text,
  unique,
} from 'drizzle-orm/sqlite-core'
import { indicatorNumber, isOneOf, isQuarter, leadBodies, period, tasks, unitCode, word } from '../schema.ts'

/*
 * What an office does with the figures: explanations, assessments, inspections, tasks and the budget. All of it but
 * task_indicators is append-only; the migration adds STRICT and the triggers.
 */

const isDay = (column: AnySQLiteColumn): SQL =>
  sql`${column} GLOB '20[2-9][0-9]-[01][0-9]-[0-3][0-9]' AND ${column} >= '2025-01-01'`
/** Money in đồng: 15 digits at most, so that JavaScript keeps it exact. */
const isMoney = (column: AnySQLiteColumn): SQL => sql`${column} BETWEEN 0 AND 999999999999999`

/** A question on one figure of a unit. */
export const explanations = sqliteTable(
  'explanations',
  {
    id: integer().primaryKey(),
    unitCode: unitCode().notNull(),
    indicatorNumber: indicatorNumber().notNull(),
    period: period().notNull(),
    question: text().notNull(),
    askedAs: word(Asker.options).notNull(),
    addressee: text().notNull(),
    /** Whose accounts may answer; without one only the unit's officer. */
    leadBodyId: text().references(() => leadBodies.id),
    dueOn: text().notNull(),
    by: text().notNull(),
    at: text().notNull(),
  },
  (table) => [
    index('explanations_of_a_figure').on(table.unitCode, table.indicatorNumber, table.period),
    check('explanations_period', isQuarter(table.period)),
    check('explanations_asked_as', isOneOf(table.askedAs, Asker.options)),
    check('explanations_due_on', isDay(table.dueOn)),
  ],
)

/** The state of an explanation follows from its events: see `explanationState`. */
export const explanationEvents = sqliteTable(
  'explanation_events',
  {
    id: integer().primaryKey(),
    explanationId: integer()
      .notNull()
      .references(() => explanations.id),
    action: word(ExplanationAction.options).notNull(),
    cause: text(),
    measure: text(),
    doneBy: text(),
    reason: text(),
    dueOn: text(),
    by: text().notNull(),
    at: text().notNull(),
  },
  (table) => [
    index('explanation_events_of_an_explanation').on(table.explanationId),
    check('explanation_events_action', isOneOf(table.action, ExplanationAction.options)),
    check(
      'explanation_events_answer',
      sql`(${table.action} = 'answer') = (${table.cause} IS NOT NULL)
        AND (${table.action} = 'answer') = (${table.measure} IS NOT NULL)
        AND (${table.action} = 'answer') = (${table.doneBy} IS NOT NULL)`,
    ),
    check(
      'explanation_events_reason',
      sql`${table.reason} IS NOT NULL OR ${table.action} NOT IN ('return', 'withdraw')`,
    ),
    check('explanation_events_done_by', isDay(table.doneBy)),
    check(
      'explanation_events_due_on',
      sql`${table.dueOn} IS NULL OR (${table.action} = 'return' AND ${isDay(table.dueOn)})`,
    ),
  ],
)

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

/** Which indicators a task serves: our reading, the plan does not print it. Follows the seeds. */
export const taskIndicators = sqliteTable(
  'task_indicators',
  {
    unitCode: text().notNull(),
    taskNumber: integer().notNull(),
    indicatorNumber: indicatorNumber().notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.unitCode, table.taskNumber, table.indicatorNumber] }),
    foreignKey({
      columns: [table.unitCode, table.taskNumber],
      foreignColumns: [tasks.unitCode, tasks.number],
    }),
  ],
)

/** What a unit states on a task in a quarter; the latest revision stands. */
export const taskReports = sqliteTable(
  'task_reports',
  {
    id: integer().primaryKey(),
    unitCode: text().notNull(),
    taskNumber: integer().notNull(),
    period: period().notNull(),
    revision: integer().notNull(),
    status: word(TaskStatus.options).notNull(),
    note: text().notNull(),
    result: text(),
    /** In đồng. */
    spent: integer(),
    people: integer(),
    completedOn: text(),
    reason: text(),
    by: text().notNull(),
    at: text().notNull(),
  },
  (table) => [
    foreignKey({
      columns: [table.unitCode, table.taskNumber],
      foreignColumns: [tasks.unitCode, tasks.number],
    }),
    unique('task_reports_revisions').on(table.unitCode, table.taskNumber, table.period, table.revision),
    check('task_reports_period', isQuarter(table.period)),
    check('task_reports_revision', sql`${table.revision} >= 1`),
    check('task_reports_status', isOneOf(table.status, TaskStatus.options)),
    check('task_reports_spent', isMoney(table.spent)),
    check('task_reports_people', sql`${table.people} >= 0`),
    check(
      'task_reports_completed_on',
      sql`(${table.completedOn} IS NOT NULL) = (${table.status} = 'completed')`,
    ),
    check('task_reports_day', isDay(table.completedOn)),
  ],
)

/** The product documents of a task; the files lie where the evidence lies. */
export const taskDocuments = sqliteTable(
  'task_documents',
  {
    id: integer().primaryKey(),
    unitCode: text().notNull(),
    taskNumber: integer().notNull(),
    name: text().notNull(),
    type: word(EvidenceType.options).notNull(),
    size: integer().notNull(),
    sha256: text().notNull(),
    by: text().notNull(),
    at: text().notNull(),
  },
  (table) => [
    foreignKey({
      columns: [table.unitCode, table.taskNumber],
      foreignColumns: [tasks.unitCode, tasks.number],
    }),
    index('task_documents_of_a_task').on(table.unitCode, table.taskNumber),
    check('task_documents_type', isOneOf(table.type, EvidenceType.options)),
    check('task_documents_size', sql`${table.size} > 0`),
    check(
      'task_documents_sha256',
      sql`length(${table.sha256}) = 64 AND ${table.sha256} NOT GLOB '*[^0-9a-f]*'`,
    ),
  ],
)

/** The ledger of a unit's year. Line 0 is the total of all spending, the others are for KHCN, ĐMST, CĐS. */
export const budgetLines = sqliteTable(
  'budget_lines',
  {
    id: integer().primaryKey(),
    unitCode: unitCode().notNull(),
    year: integer().notNull(),
    line: integer().notNull(),
    revision: integer().notNull(),
    field: word(BudgetField.options),
    kind: word(BudgetKind.options),
    title: text(),
    /** In đồng; `null` where nothing is known, which is not 0. */
    planned: integer(),
    allocated: integer(),
    disbursed: integer(),
    source: text(),
    reason: text(),
    isRemoved: integer({ mode: 'boolean' }).notNull(),
    by: text().notNull(),
    at: text().notNull(),
  },
  (table) => [
    unique('budget_lines_revisions').on(table.unitCode, table.year, table.line, table.revision),
    check('budget_lines_year', sql`${table.year} BETWEEN 2025 AND 2050`),
    check('budget_lines_line', sql`${table.line} >= 0 AND ${table.revision} >= 1`),
    check(
      'budget_lines_total',
      sql`(${table.line} = 0) = (${table.field} IS NULL) AND (${table.line} = 0) = (${table.kind} IS NULL)
        AND (${table.line} = 0) = (${table.title} IS NULL)`,
    ),
    check('budget_lines_field', isOneOf(table.field, BudgetField.options)),
    check('budget_lines_kind', isOneOf(table.kind, BudgetKind.options)),
    check('budget_lines_planned', isMoney(table.planned)),
    check('budget_lines_allocated', isMoney(table.allocated)),
    check('budget_lines_disbursed', isMoney(table.disbursed)),
    check('budget_lines_is_removed', sql`${table.isRemoved} IN (0, 1)`),
  ],
)
