import type { Database } from './open.ts'
import { prepared } from './prepared.ts'

/** One function of better-sqlite3 for all writes, as making one takes about as long as beginning a transaction. */
const transaction = prepared(({ sqlite }) => sqlite.transaction((write: () => unknown) => write()).immediate)

/**
 * Runs a write in a durable commit of its own: all of it is kept, or nothing when it throws. Within another one it is a
 * part of that, which what it throws has to undo.
 */
export function inOneCommit<Result>(db: Database, write: () => Result): Result {
  return db.sqlite.inTransaction ? write() : (transaction(db)(write) as Result)
}
