import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { listAudit, openDatabase } from '@moc57/db'
import { expect, onTestFinished, test } from 'vitest'
import { repository, temporaryFolder } from './databases.ts'

const migrations = join(repository, 'db/migrations')
type Journal = { entries: { tag: string; when: number }[] }
const { entries } = JSON.parse(readFileSync(join(migrations, 'meta/_journal.json'), 'utf8')) as Journal

/** A file as the version before the migration left it. */
function fileBefore(migration: string, rows: string): string {
  const file = join(temporaryFolder(), 'moc57.db')
  const sqlite = new DatabaseSync(file)
  sqlite.exec(`PRAGMA application_id = ${0x4d433537};
    CREATE TABLE __drizzle_migrations (id INTEGER PRIMARY KEY, hash TEXT NOT NULL, created_at INTEGER) STRICT`)
  for (const { tag, when } of entries.slice(
    0,
    entries.findIndex(({ tag }) => tag === migration),
  )) {
    sqlite.exec(readFileSync(join(migrations, `${tag}.sql`), 'utf8'))
    sqlite.exec(`INSERT INTO __drizzle_migrations (hash, created_at) VALUES ('${tag}', ${when})`)
  }
  sqlite.exec(`INSERT INTO settings (key, value) VALUES ('data_set', 'real')`)
  sqlite.exec(rows)
  sqlite.close()
  return file
}

test('a file from before sign-in by a provider keeps its log of accounts, unchangeable, and its open sessions', () => {
  const at = '2026-11-22T03:00:00.000Z'
  const file = fileBefore(
    '0008_add_sign_in_by_provider',
    `INSERT INTO administrative_units (code, name, type, province_code, search_name)
       VALUES ('11443', 'Kiến An', 'phường', '31', 'kien an');
     INSERT INTO accounts (id, username, password_hash, must_change_password, role, unit_code, created_at)
       VALUES (1, 'admin', 'hash', 0, 'administrator', NULL, '${at}'), (2, 'vhxh', 'hash', 0, 'officer', '11443', '${at}');
     INSERT INTO account_events (id, username, action, by, at)
       VALUES (3, 'admin', 'created', 'start', '${at}'), (8, 'vhxh', 'signedIn', 'vhxh', '${at}');
     INSERT INTO sessions (token_hash, account_id, created_at, expires_at) VALUES ('token', 1, '${at}', '${at}')`,
  )
  const database = openDatabase(file, { dataSet: 'real' })
  onTestFinished(database.close)
  const everything = { unitCode: null, by: null, kind: null, since: null, until: null }
  expect(listAudit(database, everything).map(({ action, unitCode }) => [action, unitCode])).toEqual([
    ['signedIn', '11443'],
    ['created', null],
  ])
  expect(database.sqlite.prepare('SELECT id FROM account_events').pluck().all()).toEqual([3, 8])
  expect(() => database.sqlite.exec(`DELETE FROM account_events`)).toThrow(/append-only/)
  expect(() => database.sqlite.exec(`UPDATE account_events SET by = 'x'`)).toThrow(/append-only/)
  expect(database.sqlite.prepare('SELECT token_hash, method FROM sessions').all()).toEqual([
    { token_hash: 'token', method: 'password' },
  ])
})
