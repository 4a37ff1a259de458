import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { type Database, type DataSet, loadSampleData, openDatabase, seedDatabase } from '@moc57/db'
import { onTestFinished } from 'vitest'

export const repository = resolve(import.meta.dirname, '../..')
export const seedsFolder = join(repository, 'seeds')
export const now = new Date('2026-11-22T03:00:00Z')

/** A folder that is gone when the test is over. */
export function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'moc57-db-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  return folder
}

/** An empty database with the real migrations. */
export function emptyDatabase(dataSet: DataSet = 'real', file = ':memory:'): Database {
  const db = openDatabase(file, { dataSet })
  if (file !== ':memory:') onTestFinished(db.close)
  return db
}

/** A database with the seeds of the repository. */
export function seededDatabase(dataSet: DataSet = 'real', file?: string): Database {
  const db = emptyDatabase(dataSet, file)
  seedDatabase(db, { seedsFolder, now })
  return db
}

export function sampleDatabase(): Database {
  const db = seededDatabase('sample')
  loadSampleData(db)
  return db
}

let sample: Database | undefined

/** One sample database for all tests of a file that only read. */
export function sharedSample(): Database {
  sample ??= sampleDatabase()
  return sample
}

/** Every row of every table, to compare what a database holds. */
export function contents({ sqlite }: Database): Record<string, unknown[]> {
  const tables = sqlite
    .prepare<[], string>(`SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name`)
    .pluck()
    .all()
  return Object.fromEntries(
    tables.map((table) => [table, sqlite.prepare(`SELECT * FROM "${table}"`).raw().all()]),
  )
}

/** How many rows this connection has written since it was opened. */
export function rowsWritten({ sqlite }: Database): unknown {
  return sqlite.prepare('SELECT total_changes()').pluck().get()
}
