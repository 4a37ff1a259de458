import type { Database } from '../open/open.ts'
import { prepared } from '../open/prepared.ts'

const versions = prepared(({ sqlite }) => ({
  /** Another one when another connection has committed. */
  others: sqlite.prepare<[], number>('PRAGMA data_version').pluck(),
  /** Counts the rows that this connection has written. */
  own: sqlite.prepare<[], number>('SELECT total_changes()').pluck(),
}))

/** A token that is another one after every committed write, by this connection or by another. */
export function dataVersion(db: Database): string {
  const { others, own } = versions(db)
  return `${others.get()}.${own.get()}`
}

/** Another one after every commit of another connection; our own leave it alone. */
export function versionOfOthers(db: Database): number {
  return versions(db).others.get() ?? 0
}
