import { existsSync, readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import type { Database as Sqlite } from 'better-sqlite3'
import { explainOpenError } from '../open/database-error.ts'
import { evidenceFolder } from '../open/evidence-store.ts'
import { type DataSet, inspect, openForReading } from '../open/open.ts'
import { missingFiles, type NamedFile, namedFiles } from './backup-evidence.ts'

/** What is found in a database file and its evidence, without changing either. */
export type Examination = {
  /** What SQLite says of damaged pages and indexes. */
  damage: string[]
  /** Rows that refer to a row that is not there, by their table. */
  orphans: { table: string; rows: number }[]
  /** How many files the database names. */
  evidenceFiles: number
  /** Named, and not there or no longer what their hash says. */
  missingEvidence: NamedFile[]
  /** In the folder, and named by nothing: left by a restore, or by a save that was cut off. */
  unnamedFiles: number
  /** ISO 8601, of the newest deed that is recorded. */
  lastDeedAt: string | undefined
}

/** Reads all of a database, also while a service has it open; throws a `DatabaseError` where it is none to work with. */
export async function examineDatabase(
  file: string,
  { dataSet }: { dataSet: DataSet },
): Promise<Examination | 'empty'> {
  try {
    return inspect(file, dataSet) === 'empty' ? 'empty' : await examine(file)
  } catch (error) {
    throw explainOpenError(error, file)
  }
}

async function examine(file: string): Promise<Examination> {
  const sqlite = openForReading(file)
  try {
    const damage = sqlite.prepare<[], string>('PRAGMA integrity_check(20)').pluck().all()
    const named = namedFiles(sqlite)
    return {
      damage: damage.filter((found) => found !== 'ok'),
      orphans: orphansIn(sqlite),
      evidenceFiles: named.length,
      missingEvidence: await missingFiles(named, evidenceFolder(file)),
      unnamedFiles: unnamedIn(evidenceFolder(file), named),
      lastDeedAt: lastDeedIn(sqlite),
    }
  } finally {
    sqlite.close()
  }
}

function orphansIn(sqlite: Sqlite): Examination['orphans'] {
  return sqlite
    .prepare<[], Examination['orphans'][number]>(
      'SELECT "table", count(*) AS rows FROM pragma_foreign_key_check GROUP BY 1 ORDER BY 1',
    )
    .all()
}

function unnamedIn(folder: string, named: readonly NamedFile[]): number {
  if (!existsSync(folder)) return 0
  const names = new Set(named.map(({ sha256 }) => sha256))
  return readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter(
    (path) => !names.has(path.slice(-64)) && statSync(join(folder, path)).isFile(),
  ).length
}

/** Every table that tells of deeds has their moment in a column `at`. */
function lastDeedIn(sqlite: Sqlite): string | undefined {
  const tables = sqlite
    .prepare<[], string>(
      `SELECT m.name FROM sqlite_schema m, pragma_table_info(m.name) c WHERE m.type = 'table' AND c.name = 'at'`,
    )
    .pluck()
    .all()
  const moments = tables.map((table) =>
    sqlite.prepare<[], string | null>(`SELECT max(at) FROM "${table}"`).pluck().get(),
  )
  return moments
    .filter((moment) => moment != null)
    .sort()
    .at(-1)
}
