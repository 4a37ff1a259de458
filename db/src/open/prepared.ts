import { type SQL, sql } from 'drizzle-orm'
import type { Database } from './open.ts'

/** Prepares statements once for each open database. */
export function prepared<Statements>(prepare: (db: Database) => Statements): (db: Database) => Statements {
  const statements = new WeakMap<Database, Statements>()
  return (db) => {
    const known = statements.get(db)
    if (known) return known
    const made = prepare(db)
    statements.set(db, made)
    return made
  }
}

/**
 * A value that is given at each run. As a subquery: SQLite plans a statement that sorts or groups anew for every plain
 * parameter that it compares, which takes longer than running it.
 */
export function given(name: string): SQL {
  return sql`(SELECT ${sql.placeholder(name)})`
}
