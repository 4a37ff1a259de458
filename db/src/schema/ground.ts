import { SourceDocument, UnitType } from '@moc57/shared'
import { sql } from 'drizzle-orm'
import { check, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import { isOneOf, isQuarter, word } from './columns.ts'

/** What the file itself says: which data set it holds and which units were loaded. */
export const settings = sqliteTable('settings', {
  key: text().primaryKey(),
  value: text().notNull(),
})

export const administrativeUnits = sqliteTable(
  'administrative_units',
  {
    code: text().primaryKey(),
    name: text().notNull(),
    type: word(UnitType.options).notNull(),
    provinceCode: text().notNull(),
    /** Folded; two units may share it, so it is never a key. */
    searchName: text().notNull(),
  },
  (table) => [
    check('administrative_units_code', sql`${table.code} GLOB '[0-9][0-9][0-9][0-9][0-9]'`),
    check('administrative_units_type', isOneOf(table.type, UnitType.options)),
  ],
)

export const unitCode = () => text().references(() => administrativeUnits.code)

/** The communes that were merged, wholly or in part, into a unit of 01/7/2025. */
export const formerUnits = sqliteTable(
  'former_units',
  {
    unitCode: unitCode().notNull(),
    /** With its type: "Xã An Phụ". */
    name: text().notNull(),
    district: text().notNull(),
    searchName: text().notNull(),
  },
  (table) => [primaryKey({ columns: [table.unitCode, table.name, table.district] })],
)

/** Data window and due day of each quarter: data, because the city may change them. */
export const reportingPeriods = sqliteTable(
  'reporting_periods',
  {
    period: text().primaryKey(),
    fromDay: text().notNull(),
    toDay: text().notNull(),
    dueOn: text().notNull(),
  },
  (table) => [
    check('reporting_periods_period', isQuarter(table.period)),
    check(
      'reporting_periods_days',
      sql`${table.fromDay} <= ${table.toDay} AND ${table.toDay} <= ${table.dueOn}`,
    ),
  ],
)

export const period = () => text().references(() => reportingPeriods.period)

const documentKinds = SourceDocument.shape.kind.options

export const documents = sqliteTable(
  'documents',
  {
    id: text().primaryKey(),
    unitCode: unitCode().notNull(),
    kind: word(documentKinds).notNull(),
    number: text(),
    issuedOn: text(),
    title: text().notNull(),
    note: text(),
  },
  (table) => [check('documents_kind', isOneOf(table.kind, documentKinds))],
)

export const documentId = () => text().references(() => documents.id)
