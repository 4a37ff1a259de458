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
