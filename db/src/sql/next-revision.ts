import { max, type SQL } from 'drizzle-orm'
import type { SQLiteColumn, SQLiteTable } from 'drizzle-orm/sqlite-core'
import type { Database } from '../open/open.ts'
import { type Revised, StaleError } from './stale-error.ts'

/**
 * The number of the revision that follows those which meet the condition. Throws `StaleError` when the change was
 * made on an older one than the latest; 0 for none.
 */
export function nextRevision(
  { orm }: Database,
  table: SQLiteTable & { revision: SQLiteColumn },
  ofIt: SQL | undefined,
  { revised, basedOn }: { revised: Revised; basedOn: number },
): number {
  const latest = orm
    .select({ revision: max(table.revision) })
    .from(table)
    .where(ofIt)
    .get()
  if ((latest?.revision ?? 0) !== basedOn) throw new StaleError(revised)
  return basedOn + 1
}
