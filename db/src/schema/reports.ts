import { mostAddressees, ReportKind, ReportSection } from '@moc57/shared'
import { type SQL, sql } from 'drizzle-orm'
import type { AnySQLiteColumn } from 'drizzle-orm/sqlite-core'
import { blob, check, index, integer, sqliteTable, text, unique } from 'drizzle-orm/sqlite-core'
import { isOneOf, quarterPattern, word } from './columns.ts'
import { unitCode } from './ground.ts'

const reportPeriodCheck = (column: AnySQLiteColumn): SQL =>
  sql`${column} GLOB ${quarterPattern} OR ${column} GLOB ${sql.raw(`'[0-9][0-9][0-9][0-9]-H[12]'`)} OR ${column} GLOB ${sql.raw(`'[0-9][0-9][0-9][0-9]-M[01][0-9]'`)} OR ${column} GLOB ${sql.raw(`'[0-9][0-9][0-9][0-9]-9M'`)} OR ${column} GLOB ${sql.raw(`'[0-9][0-9][0-9][0-9]-Y'`)}`

/**
 * Append-only: how the reports of a unit look, for each kind of report and each body they go to; the latest revision is
 * in force.
 */
export const reportSettings = sqliteTable(
  'report_settings',
  {
    id: integer().primaryKey(),
    unitCode: unitCode().notNull(),
    kind: word(ReportKind.options).notNull(),
    /** Which of the bodies that the unit reports to: 1 is the first. */
    addressee: integer().notNull(),
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
    unique('report_settings_revisions').on(table.unitCode, table.kind, table.addressee, table.revision),
    check('report_settings_kind', isOneOf(table.kind, ReportKind.options)),
    check(
      'report_settings_addressee',
      sql`${table.addressee} BETWEEN 1 AND ${sql.raw(String(mostAddressees))}`,
    ),
    check('report_settings_revision', sql`${table.revision} >= 1`),
  ],
)

/** Append-only: what people wrote into a section of a unit's report; the latest revision stands. */
export const reportSections = sqliteTable(
  'report_sections',
  {
    id: integer().primaryKey(),
    unitCode: unitCode().notNull(),
    /** A month `2026-M10`, a quarter, a half-year `2026-H1`, nine months `2026-9M` or a year `2026-Y`. */
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

/**
 * Append-only: the Word templates of a unit; the latest revision is in force, and one without a document puts the
 * product's own back.
 */
export const reportTemplates = sqliteTable(
  'report_templates',
  {
    id: integer().primaryKey(),
    unitCode: unitCode().notNull(),
    revision: integer().notNull(),
    name: text(),
    document: blob({ mode: 'buffer' }),
    by: text().notNull(),
    at: text().notNull(),
  },
  (table) => [
    unique('report_templates_revisions').on(table.unitCode, table.revision),
    check('report_templates_revision', sql`${table.revision} >= 1`),
    check('report_templates_document', sql`(${table.document} IS NULL) = (${table.name} IS NULL)`),
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
    /** The number of its own that the paper carries, by which anybody finds what it said. */
    code: text().notNull().unique('reports_code'),
    /** The template it is drawn with; NULL for the product's own. */
    templateId: integer().references(() => reportTemplates.id),
    addressee: integer().notNull(),
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
