import { BackupAction } from '@moc57/shared'
import { check, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import { isOneOf, word } from './columns.ts'

/** Append-only: what was done with backups. A restored one tells of its restoring, and of nothing that came after it was made. */
export const backupEvents = sqliteTable(
  'backup_events',
  {
    id: integer().primaryKey(),
    action: word(BackupAction.options).notNull(),
    /** Names of files. */
    subject: text().notNull(),
    /** What it holds, or why it failed. */
    note: text(),
    by: text().notNull(),
    at: text().notNull(),
  },
  (table) => [check('backup_events_action', isOneOf(table.action, BackupAction.options))],
)
