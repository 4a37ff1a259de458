import { EvidenceType, TaskStatus } from '@moc57/shared'
import { sql } from 'drizzle-orm'
import {
  check,
  foreignKey,
  index,
  integer,
  primaryKey,
  sqliteTable,
  text,
  unique,
} from 'drizzle-orm/sqlite-core'
import { isDay, isMoney, isOneOf, isQuarter, word } from './columns.ts'
import { period, unitCode } from './ground.ts'
import { indicatorNumber, leaderId } from './plans.ts'

export const tasks = sqliteTable(
  'tasks',
  {
    unitCode: unitCode().notNull(),
    number: integer().notNull(),
    name: text().notNull(),
    directingLeader: text().notNull(),
    responsible: text().notNull(),
    product: text().notNull(),
    schedule: text().notNull(),
    leaderId: leaderId().notNull(),
  },
  (table) => [primaryKey({ columns: [table.unitCode, table.number] })],
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
export const taskUpdates = sqliteTable(
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
