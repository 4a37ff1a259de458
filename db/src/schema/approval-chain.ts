import { sql } from 'drizzle-orm'
import { check, integer, sqliteTable, text, unique } from 'drizzle-orm/sqlite-core'
import { unitCode } from './ground.ts'

/**
 * Append-only: what was approved and which reports were made, a chain a unit. The content is canonical JSON that holds
 * the hash of the link before; the hash is its SHA-256, so that a digit altered anywhere is found.
 */
export const approvalLinks = sqliteTable(
  'approval_links',
  {
    id: integer().primaryKey(),
    unitCode: unitCode().notNull(),
    /** From 1. */
    sequence: integer().notNull(),
    hash: text().notNull(),
    /** JSON of a `ChainContent`. */
    content: text().notNull(),
    at: text().notNull(),
  },
  (table) => [
    unique('approval_links_sequence').on(table.unitCode, table.sequence),
    check('approval_links_number', sql`${table.sequence} >= 1`),
    check('approval_links_hash', sql`length(${table.hash}) = 64 AND ${table.hash} NOT GLOB '*[^0-9a-f]*'`),
    check('approval_links_content', sql`json_valid(${table.content})`),
  ],
)
