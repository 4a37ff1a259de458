import type { Database } from '../open/open.ts'
import { prepared } from '../open/prepared.ts'

/** One function of better-sqlite3 for all writes, as making one takes about as long as beginning a transaction. */
const transaction = prepared(({ sqlite }) => sqlite.transaction((write: () => unknown) => write()).immediate)

const commits = new WeakMap<Database, number>()

/** How many commits were made here since the file was opened. */
export function commitsOf(db: Database): number {
  return commits.get(db) ?? 0
}

/**
 * Runs a write in a durable commit of its own: all of it is kept, or nothing when it throws. Within another one it is a
 * part of that, which what it throws has to undo.
 */
export function inOneCommit<Result>(db: Database, write: () => Result): Result {
  if (db.sqlite.inTransaction) return write()
  const result = transaction(db)(write) as Result
  commits.set(db, commitsOf(db) + 1)
  return result
}
