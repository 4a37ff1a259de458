import { BudgetField, BudgetKind } from '@moc57/shared'
import { sql } from 'drizzle-orm'
import { check, integer, sqliteTable, text, unique } from 'drizzle-orm/sqlite-core'
import { isMoney, isOneOf, word } from './columns.ts'
import { unitCode } from './ground.ts'

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
