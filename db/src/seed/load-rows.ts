import { getTableColumns, sql } from 'drizzle-orm'
import type { SQLiteColumn, SQLiteTable } from 'drizzle-orm/sqlite-core'
import type { Database } from '../open/open.ts'

/** Puts a row into a reference table, or brings the row of the same key up to date; an equal row is not written. */
export function putRow<Table extends SQLiteTable>(
  db: Database,
  table: Table,
  key: SQLiteColumn[],
  row: Table['$inferInsert'],
): void {
  const columns: [string, SQLiteColumn][] = Object.entries(getTableColumns(table))
  const differs = columns.map(
    ([name, column]) => sql`${column} IS NOT ${sql.param(row[name as never], column)}`,
  )
  db.orm
    .insert(table)
    .values(row)
    .onConflictDoUpdate({ target: key, set: row, setWhere: sql.join(differs, sql` OR `) })
    .run()
}

/** Whether everything a seed says stands in the stored row. */
export function holds<Row extends object>(
  stored: Row,
  said: { [Name in keyof Row]?: Row[Name] | undefined },
): boolean {
  return Object.entries(said).every(([name, value]) => stored[name as keyof Row] === value)
}
