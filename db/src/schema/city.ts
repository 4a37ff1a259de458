import { sql } from 'drizzle-orm'
import { check, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core'

/**
 * The unit boundaries that the administrator has given, simplified for drawing; the latest row is in force. In the
 * database, so that a new file takes the place of the old one in one commit and a backup holds it. Append-only.
 */
export const boundaryFiles = sqliteTable(
  'boundary_files',
  {
    id: integer().primaryKey(),
    /** Of the file as it was given. */
    name: text().notNull(),
    size: integer().notNull(),
    /** A `Boundaries` as JSON. */
    content: text().notNull(),
    by: text().notNull(),
    at: text().notNull(),
  },
  (table) => [
    check('boundary_files_size', sql`${table.size} > 0`),
    check('boundary_files_content', sql`json_valid(${table.content})`),
  ],
)
