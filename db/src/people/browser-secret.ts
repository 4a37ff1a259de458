import { randomBytes } from 'node:crypto'
import type { Database } from '../open/open.ts'
import { prepared } from '../open/prepared.ts'

const statements = prepared(({ sqlite }) => ({
  read: sqlite.prepare<[], string>(`SELECT value FROM settings WHERE key = 'browser_secret'`).pluck(),
  make: sqlite.prepare<[string]>(`INSERT OR IGNORE INTO settings (key, value) VALUES ('browser_secret', ?)`),
}))

/**
 * What the keys of browsers are made from: made once for a file and carried along in its backups, so that work that a
 * browser has not sent yet can still be read after a restore.
 */
export function browserSecret(db: Database): string {
  const { read, make } = statements(db)
  const known = read.get()
  if (known) return known
  make.run(randomBytes(32).toString('base64url'))
  return browserSecret(db)
}
