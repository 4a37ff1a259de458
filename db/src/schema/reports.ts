import { ReportSection } from '@moc57/shared'
import { type SQL, sql } from 'drizzle-orm'
import type { AnySQLiteColumn } from 'drizzle-orm/sqlite-core'
import { check, index, integer, sqliteTable, text, unique } from 'drizzle-orm/sqlite-core'
import { isOneOf, quarterPattern, word } from './columns.ts'
import { unitCode } from './ground.ts'

const reportPeriodCheck = (column: AnySQLiteColumn): SQL =>
  sql`${column} GLOB ${quarterPattern} OR ${column} GLOB ${sql.raw(`'[0-9][0-9][0-9][0-9]-H[12]'`)} OR ${column} GLOB ${sql.raw(`'[0-9][0-9][0-9][0-9]-Y'`)}`

/** Append-only: how the reports of a unit look; the latest revision is in force. */
export const reportSettings = sqliteTable(
  'report_settings',
  {
    id: integer().primaryKey(),
    unitCode: unitCode().notNull(),
    revision: integer().notNull(),
    placeName: text().notNull(),
    superior: text().notNull(),
    issuer: text().notNull(),
    symbol: text().notNull(),
    basis: text().notNull(),
    addressees: text().notNull(),
    authority: text().notNull(),
    signerTitle: text().notNull(),
    signerName: text().notNull(),
    recipients: text().notNull(),
    by: text().notNull(),
    at: text().notNull(),
  },
  (table) => [
    unique('report_settings_revisions').on(table.unitCode, table.revision),
    check('report_settings_revision', sql`${table.revision} >= 1`),
  ],
)

/** Append-only: what people wrote into a section of a unit's report; the latest revision stands. */
export const reportSections = sqliteTable(
  'report_sections',
  {
    id: integer().primaryKey(),
    unitCode: unitCode().notNull(),
    /** A quarter, a half-year `2026-H1` or a year `2026-Y`. */
    period: text().notNull(),
    section: word(ReportSection.options).notNull(),
    revision: integer().notNull(),
    text: text().notNull(),
    by: text().notNull(),
    at: text().notNull(),
  },
  (table) => [
    unique('report_sections_revisions').on(table.unitCode, table.period, table.section, table.revision),
    check('report_sections_period', reportPeriodCheck(table.period)),
    check('report_sections_section', isOneOf(table.section, ReportSection.options)),
    check('report_sections_revision', sql`${table.revision} >= 1`),
  ],
)

/** Append-only: reports as they were made, each with its whole content, from which its documents are drawn again. */
export const reports = sqliteTable(
  'reports',
  {
    id: integer().primaryKey(),
    unitCode: unitCode().notNull(),
    period: text().notNull(),
    isDraft: integer({ mode: 'boolean' }).notNull(),
    /** JSON of a `ReportContent`. */
    content: text().notNull(),
    by: text().notNull(),
    at: text().notNull(),
  },
  (table) => [
    index('reports_of_a_period').on(table.unitCode, table.period),
    check('reports_period', reportPeriodCheck(table.period)),
    check('reports_is_draft', sql`${table.isDraft} IN (0, 1)`),
    check('reports_content', sql`json_valid(${table.content})`),
  ],
)
