import { resolve } from 'node:path'
import type { Database as Sqlite } from 'better-sqlite3'
import { type MigrationMeta, readMigrationFiles } from 'drizzle-orm/migrator'

/** Marks a file as ours in its header: "MC57". */
export const applicationId = 0x4d433537

const ours: MigrationMeta[] = readMigrationFiles({
  migrationsFolder: resolve(import.meta.dirname, '../../migrations'),
})

/** Whether a later version of the application has migrated the file. */
export function isFromNewerVersion(sqlite: Sqlite): boolean {
  return appliedMigrations(sqlite).some(
    (applied) => !ours.some(({ folderMillis }) => folderMillis === applied),
  )
}

/** Whether a migration of ours is still to be done there. */
export function isFromOlderVersion(sqlite: Sqlite): boolean {
  const applied = appliedMigrations(sqlite)
  return ours.some(({ folderMillis }) => !applied.includes(folderMillis))
}

/**
 * Brings the tables to the present version, inside the caller's transaction. drizzle's own migrator creates its
 * table outside of one, and two services that start at once would both run it.
 */
export function migrate(sqlite: Sqlite): void {
  if (sqlite.pragma('application_id', { simple: true }) !== applicationId) {
    sqlite.pragma(`application_id = ${applicationId}`)
    sqlite.exec(
      'CREATE TABLE __drizzle_migrations (id INTEGER PRIMARY KEY, hash TEXT NOT NULL, created_at INTEGER) STRICT',
    )
  }
  const applied = appliedMigrations(sqlite)
  const record = sqlite.prepare('INSERT INTO __drizzle_migrations (hash, created_at) VALUES (?, ?)')
  for (const { sql, hash, folderMillis } of ours) {
    if (applied.includes(folderMillis)) continue
    sqlite.exec(sql.join('\n'))
    record.run(hash, folderMillis)
  }
}

/** By their moment, not their hash: a hash changes with the line ends of the checkout. */
function appliedMigrations(sqlite: Sqlite): number[] {
  return sqlite.prepare<[], number>('SELECT created_at FROM __drizzle_migrations').pluck().all()
}
