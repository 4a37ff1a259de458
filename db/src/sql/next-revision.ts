import { max, type SQL } from 'drizzle-orm'
import type { SQLiteColumn, SQLiteTable } from 'drizzle-orm/sqlite-core'
import type { Database } from '../open/open.ts'
import { StaleRevisionError } from './stale-revision-error.ts'

/**
 * The number of the revision that follows those which meet the condition. Throws `StaleRevisionError` when the change
 * was made on an older one than the latest; 0 for none.
 */
export function nextRevision(
  { orm }: Database,
  table: SQLiteTable & { revision: SQLiteColumn },
  ofIt: SQL | undefined,
  basedOn: number,
): number {
  const latest = orm
    .select({ revision: max(table.revision) })
    .from(table)
    .where(ofIt)
    .get()
  if ((latest?.revision ?? 0) !== basedOn) throw new StaleRevisionError(undefined)
  return basedOn + 1
}
