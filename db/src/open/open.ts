import { accessSync, closeSync, constants, existsSync, mkdirSync, openSync, statSync } from 'node:fs'
import { dirname, join } from 'node:path'
import BetterSqlite3, { type Database as Sqlite } from 'better-sqlite3'
import { type BetterSQLite3Database, drizzle } from 'drizzle-orm/better-sqlite3'
import { DatabaseError, explainOpenError } from './database-error.ts'
import { putLogAside, tracesOfEarlierData } from './earlier-data.ts'
import { applicationId, isFromNewerVersion, isFromOlderVersion, migrate } from './migrations.ts'

/** Real figures and sample figures never share a file. */
export type DataSet = 'real' | 'sample'

export type Database = {
  orm: BetterSQLite3Database
  sqlite: Sqlite
  file: string
  dataSet: DataSet
  close: () => void
}

const busyTimeout = 5000

type Opening = {
  dataSet: DataSet
  /** Where backups lie; `backup` beside the file where it is left out. */
  backupFolder?: string | undefined
  /** Make a new file also where the data that were there are lost, as a restore does. */
  replacesLost?: boolean
}

/**
 * Opens the database at the path, or makes it, and brings its tables to the present version. A file that it cannot
 * work with it leaves as it is and throws a `DatabaseError`; so it does where a new file would take the place of lost data.
 *
 * @param file a path, or ':memory:'
 */
export function openDatabase(
  file: string,
  { dataSet, backupFolder = join(dirname(file), 'backup'), replacesLost = false }: Opening,
): Database {
  try {
    if (file !== ':memory:') {
      if (inspect(file, dataSet) === 'empty') {
        const traces = tracesOfEarlierData(file, dataSet, backupFolder)
        if (traces.length > 0 && !replacesLost) throw new DatabaseError('lost', file, traces)
        if (replacesLost) putLogAside(file)
      }
      makeFolder(dirname(file))
      // SQLite opens a read-only file without a word and fails at the first measurement.
      if (existsSync(file)) accessSync(file, constants.W_OK)
    }
    const sqlite = openForWriting(file, dataSet)
    return {
      orm: drizzle(sqlite, { casing: 'snake_case' }),
      sqlite,
      file,
      dataSet,
      close: () => sqlite.close(),
    }
  } catch (error) {
    throw explainOpenError(error, file)
  }
}

/** Step by step: the `recursive` of Node never ends where the system lets nobody make a folder, as below /proc. */
export function makeFolder(folder: string): void {
  if (existsSync(folder)) return
  makeFolder(dirname(folder))
  mkdirSync(folder, { mode: 0o700 })
}

/** SQLite takes a shorter file for an empty one and would write over it. */
const smallestDatabase = 512

/** Reads, and only reads, whether an existing file is one to work with. */
export function inspect(file: string, dataSet: DataSet): 'empty' | 'filled' {
  const size = existsSync(file) ? statSync(file).size : 0
  if (size === 0) return 'empty'
  if (size < smallestDatabase) throw new DatabaseError('broken', file)
  const sqlite = openForReading(file)
  try {
    const owner = sqlite.pragma('application_id', { simple: true })
    if (owner === 0 && hasNoTables(sqlite)) return 'empty'
    if (owner !== applicationId) throw new DatabaseError('otherApplication', file)
    if (isFromNewerVersion(sqlite)) throw new DatabaseError('newerVersion', file)
    const found = sqlite.pragma('quick_check(1)', { simple: true })
    if (found !== 'ok') throw new DatabaseError('broken', file, found)
    if (storedDataSet(sqlite) !== dataSet) throw new DatabaseError('otherDataSet', file)
    return 'filled'
  } finally {
    sqlite.close()
  }
}

/** Whether opening the file will change its tables: it is one of ours, of an earlier version. */
export function isToBeMigrated(file: string, { dataSet }: { dataSet: DataSet }): boolean {
  try {
    if (inspect(file, dataSet) === 'empty') return false
    const sqlite = openForReading(file)
    try {
      return isFromOlderVersion(sqlite)
    } finally {
      sqlite.close()
    }
  } catch (error) {
    throw explainOpenError(error, file)
  }
}

/**
 * Closing takes what a killed program left in the log into the file, unless only reading; closing after only reading
 * leaves a new log behind. So it only reads where there is a log, and leaves nothing where there is none.
 */
export function openForReading(file: string): Sqlite {
  const readonly = existsSync(`${file}-wal`) || existsSync(`${file}-journal`)
  return new BetterSqlite3(file, { readonly, fileMustExist: true, timeout: busyTimeout })
}

/** A file whose making was cut off before its tables were committed. */
function hasNoTables(sqlite: Sqlite): boolean {
  return sqlite.prepare('SELECT 1 FROM sqlite_schema').get() === undefined
}

function openForWriting(file: string, dataSet: DataSet): Sqlite {
  // SQLite gives the log and its index the rights of the file.
  if (file !== ':memory:' && !existsSync(file)) closeSync(openSync(file, 'wx', 0o600))
  const sqlite = new BetterSqlite3(file, { timeout: busyTimeout })
  try {
    sqlite.pragma('journal_mode = WAL')
    // A committed measurement survives a power cut, not only a crash of the process.
    sqlite.pragma('synchronous = FULL')
    sqlite.pragma('foreign_keys = ON')
    sqlite
      .transaction(() => {
        migrate(sqlite)
        if (storedDataSet(sqlite) === undefined) {
          sqlite.prepare(`INSERT INTO settings (key, value) VALUES ('data_set', ?)`).run(dataSet)
        }
      })
      .immediate()
    return sqlite
  } catch (error) {
    sqlite.close()
    throw error
  }
}

function storedDataSet(sqlite: Sqlite): string | undefined {
  return sqlite.prepare<[], string>(`SELECT value FROM settings WHERE key = 'data_set'`).pluck().get()
}
