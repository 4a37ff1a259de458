import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { isToBeMigrated, listAudit, openDatabase } from '@moc57/db'
import { expect, onTestFinished, test } from 'vitest'
import { repository, temporaryFolder } from '../../support/databases.ts'

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
  const everything = { unitCode: null, by: null, kind: null, since: null, until: null, withDrafts: true }
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

test('a file from before ceilings keeps its targets, reads those of a decreasing indicator from above, and stays unchangeable', () => {
  const at = '2026-11-22T03:00:00.000Z'
  const own = (number: number, direction: string) =>
    `(${number}, 'I', 'Tên', 'Tên', '%', 1000000, '${direction}', 'quarterly', 1)`
  const file = fileBefore(
    '0013_add_target_kinds',
    `INSERT INTO administrative_units (code, name, type, province_code, search_name)
       VALUES ('11443', 'Kiến An', 'phường', '31', 'kien an');
     INSERT INTO reporting_periods (period, from_day, to_day, due_on) VALUES ('2026-Q1', '2026-01-01', '2026-03-14', '2026-03-17');
     INSERT INTO documents (id, unit_code, kind, title) VALUES ('d', '11443', 'plan', 'Kế hoạch');
     INSERT INTO indicator_groups (code, name) VALUES ('I', 'Nhóm');
     INSERT INTO plan_changes (id, unit_code, effective_from, document_id, adopts, reason, recorded_by, recorded_at)
       VALUES (1, '11443', '2026-Q1', 'd', 0, 'Vì', 'vhxh', '${at}');
     INSERT INTO indicators (number, group_code, name, short_name, unit_of_measure, natural_maximum, direction, frequency, change_id)
       VALUES ${own(101, 'increase')}, ${own(102, 'decrease')};
     INSERT INTO targets (id, unit_code, indicator_number, milestone, text, kind, lower, upper, aspirational, effective_from, document_id, change_id)
       VALUES (4, '11443', 101, 2030, '≥90%', 'atLeast', 900000, NULL, 0, '2026-Q1', 'd', 1),
         (5, '11443', 102, 2026, '5%', 'reach', 50000, NULL, 1, '2026-Q1', 'd', 1),
         (6, '11443', 102, 2030, '≥3%', 'atLeast', 30000, NULL, 0, '2026-Q1', 'd', 1),
         (9, '11443', 102, 2035, '1 - 2%', 'range', 10000, 20000, 0, '2026-Q1', 'd', 1),
         (7, '11443', 102, 2040, 'dưới 2%', 'unread', NULL, NULL, 0, '2026-Q1', 'd', 1)`,
  )
  const database = openDatabase(file, { dataSet: 'real' })
  onTestFinished(database.close)
  const rows = database.sqlite.prepare(
    'SELECT id, text, kind, lower, upper, strict, object, aspirational FROM targets ORDER BY id',
  )
  expect(rows.raw().all()).toEqual([
    [4, '≥90%', 'atLeast', 900_000, null, 0, null, 0],
    [5, '5%', 'reach', null, 50_000, 0, null, 1],
    [6, '≥3%', 'unread', null, null, 0, null, 0],
    [7, 'dưới 2%', 'unread', null, null, 0, null, 0],
    [9, '1 - 2%', 'range', 10_000, 20_000, 0, null, 0],
  ])
  for (const statement of [
    'DELETE FROM targets',
    `UPDATE targets SET note = 'x'`,
    'REPLACE INTO targets SELECT * FROM targets',
  ]) {
    expect(() => database.sqlite.exec(statement)).toThrow(/append-only/)
  }
})

test('a file from before the last migration is told to be migrated, and one of today is not', () => {
  const file = fileBefore(entries.at(-1)?.tag ?? '', '')
  expect(isToBeMigrated(file, { dataSet: 'real' })).toBe(true)
  openDatabase(file, { dataSet: 'real' }).close()
  expect(isToBeMigrated(file, { dataSet: 'real' })).toBe(false)
})
