import {
  closeSync,
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  openSync,
  renameSync,
  rmSync,
  statSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, dirname, join, resolve } from 'node:path'
import type { Database as Sqlite } from 'better-sqlite3'
import { DatabaseError, type DatabaseErrorCode, explainOpenError } from '../open/database-error.ts'
import { evidenceFolder } from '../open/evidence-store.ts'
import { type Database, type DataSet, inspect, openDatabase, openForReading } from '../open/open.ts'
import { recordBackupEvent } from './backup-events.ts'
import { copyFiles, EvidenceError, missingFiles, type NamedFile, namedFiles } from './backup-evidence.ts'

type Asked = {
  dataSet: DataSet
  /** Go on without the evidence that is missing or damaged, which is otherwise refused with an `EvidenceError`. */
  acceptsMissing?: boolean
}

/** What a backup holds. */
export type BackupContent = {
  /** Of the database alone. */
  bytes: number
  measurements: number
  accounts: number
  evidenceFiles: number
  /** Of these, how many are missing or damaged beside the database. */
  missingFiles: number
}

/**
 * Copies the database into a new file while others write to it, and the evidence that this copy names into a folder
 * beside it. The copy is complete and checked before it appears under its name; the database of it is one file alone,
 * without a log beside it. Copying and checking keep the thread that calls it busy.
 *
 * @param earlier a backup in the same folder: evidence that it holds already takes no room a second time
 */
export async function backUp(
  file: string,
  target: string,
  { dataSet, acceptsMissing = false, earlier }: Asked & { earlier?: string | undefined },
): Promise<BackupContent> {
  if (!isFilled(file)) throw new DatabaseError('missing', file)
  for (const path of [target, evidenceFolder(target)]) {
    if (existsSync(path)) throw new DatabaseError('exists', path)
  }
  const partial = partialOf(target)
  try {
    inspect(file, dataSet)
    mkdirSync(dirname(target), { recursive: true, mode: 0o700 })
    const { named, content } = await copyInto(partial, file)
    // A file is on disk before its row is committed, so what the copy names is there.
    const alike = earlier && evidenceFolder(earlier)
    await copyFiles(named, evidenceFolder(file), evidenceFolder(partial), alike)
    const missing = await missingFiles(named, evidenceFolder(partial))
    if (missing.length > 0 && !acceptsMissing) throw new EvidenceError(missing, file)
    if (existsSync(evidenceFolder(partial))) renameSync(evidenceFolder(partial), evidenceFolder(target))
    renameSync(partial, target)
    return { ...content, missingFiles: missing.length }
  } catch (error) {
    throw explainWritingError(error, target)
  } finally {
    removeCopy(partial)
  }
}

const troubleOfTarget: readonly DatabaseErrorCode[] = ['readOnly', 'cannotOpen', 'full']

function explainWritingError(error: unknown, target: string): unknown {
  const explained = explainOpenError(error, target)
  const isOfTarget =
    explained !== error && explained instanceof DatabaseError && troubleOfTarget.includes(explained.code)
  return isOfTarget ? new DatabaseError('notKept', target, error) : explained
}

/** Takes away what is left where the making of a backup was cut off. */
export function removeUnfinished(target: string): void {
  removeCopy(partialOf(target))
}

function partialOf(target: string): string {
  return join(dirname(target), `.${basename(target)}.part`)
}

function removeCopy(file: string): void {
  const parts = ['', '-journal', '-wal', '-shm'].map((side) => file + side)
  for (const path of [...parts, evidenceFolder(file)]) {
    if (existsSync(path)) rmSync(path, { recursive: true, force: true })
  }
}

/** All at once: between two steps a write of somebody else would make it begin anew. */
const everyPage = 0x7fffffff

async function copyInto(
  copy: string,
  file: string,
): Promise<{ named: NamedFile[]; content: Omit<BackupContent, 'missingFiles'> }> {
  rmSync(copy, { force: true })
  const source = openForReading(file)
  let before: Record<Counted, number>
  try {
    before = rowCounts(source)
    closeSync(openSync(copy, 'w', 0o600))
    await source.backup(copy, { progress: () => everyPage })
  } finally {
    source.close()
  }
  const written = openForReading(copy)
  try {
    written.pragma('journal_mode = DELETE')
    checkWhole(written, copy)
    const after = rowCounts(written)
    for (const table of countedTables) {
      if (after[table] < before[table]) throw new DatabaseError('broken', copy, `${table}: rows are missing`)
    }
    const named = namedFiles(written)
    const { measurements, accounts } = after
    return {
      named,
      content: { bytes: statSync(copy).size, measurements, accounts, evidenceFiles: named.length },
    }
  } finally {
    written.close()
  }
}

/** Tables that only ever grow; a database of an earlier version may lack some. */
const countedTables = ['measurements', 'measurement_states', 'plan_changes', 'evidence', 'accounts'] as const
type Counted = (typeof countedTables)[number]

function rowCounts(sqlite: Sqlite): Record<Counted, number> {
  const exists = sqlite.prepare<[string]>('SELECT 1 FROM sqlite_schema WHERE name = ?')
  const count = (table: Counted) =>
    exists.get(table) ? sqlite.prepare<[], number>(`SELECT count(*) FROM ${table}`).pluck().get() : 0
  return Object.fromEntries(countedTables.map((table) => [table, count(table) ?? 0])) as Record<
    Counted,
    number
  >
}

function checkWhole(sqlite: Sqlite, file: string): void {
  const found = sqlite.pragma('integrity_check(1)', { simple: true })
  if (found !== 'ok') throw new DatabaseError('broken', file, found)
  const orphans = sqlite.pragma('foreign_key_check') as unknown[]
  if (orphans.length > 0) throw new DatabaseError('broken', file, orphans[0])
}

/**
 * Puts what a backup holds in the place of what the database holds, in one commit that a running service sees in its
 * next answer. What was there is first kept as a backup in the file `keptAs`, up to the last write before. A backup that
 * cannot be worked with is refused and nothing changes; one of an older version is brought to the present one. Evidence
 * is only ever added: under the hash of what is in it, it is the same file before and after. The restored data tell who
 * restored them, when and from which file.
 *
 * @returns whether there was anything to keep
 */
export async function restore(
  file: string,
  backup: string,
  { dataSet, acceptsMissing = false, keptAs, by, at }: Asked & { keptAs: string; by: string; at: string },
): Promise<boolean> {
  if (!isFilled(backup)) throw new DatabaseError('missing', backup)
  if (resolve(backup) === resolve(file)) throw new DatabaseError('inUse', file)
  const folder = mkdtempSync(join(tmpdir(), 'moc57-restore-'))
  try {
    const wanted = await openCopy(backup, join(folder, basename(backup)), dataSet)
    try {
      const named = namedFiles(wanted.sqlite)
      const missing = await missingFiles(named, evidenceFolder(backup), evidenceFolder(file))
      if (missing.length > 0 && !acceptsMissing) throw new EvidenceError(missing, backup)
      const isKept = isFilled(file)
      recordBackupEvent(wanted, {
        action: 'restored',
        subject: basename(backup),
        note: isKept ? `Số liệu trước đó được giữ tại ${basename(keptAs)}` : null,
        by,
        at,
      })
      // Makes the file where there is none, and refuses one that is not to be written over.
      openDatabase(file, { dataSet, replacesLost: true }).close()
      await copyFiles(named, evidenceFolder(backup), evidenceFolder(file))
      if (isKept) await copyEvidenceAhead(file, keptAs)
      // What the present data lack is no reason to refuse the backup that has it.
      const keep = async () => {
        await backUp(file, keptAs, { dataSet, acceptsMissing: true })
      }
      await replace(file, wanted.sqlite, isKept ? keep : async () => {})
      const restored = openDatabase(file, { dataSet })
      restored.sqlite.pragma('wal_checkpoint(FULL)')
      restored.close()
      return isKept
    } finally {
      wanted.close()
    }
  } catch (error) {
    throw explainOpenError(error, file)
  } finally {
    rmSync(folder, { recursive: true, force: true })
    removeCopy(partialOf(keptAs))
  }
}

/** The bulk of what will be kept is copied while the service may still write; little is then left to wait for. */
async function copyEvidenceAhead(file: string, keptAs: string): Promise<void> {
  const present = openForReading(file)
  try {
    await copyFiles(namedFiles(present), evidenceFolder(file), evidenceFolder(partialOf(keptAs)))
  } finally {
    present.close()
  }
}

/** Opens a copy of the backup, so that the backup itself stays as it is, wherever it lies. */
async function openCopy(backup: string, copy: string, dataSet: DataSet): Promise<Database> {
  try {
    for (const side of ['', '-wal', '-journal']) {
      if (existsSync(backup + side)) copyFileSync(backup + side, copy + side)
    }
    if (inspect(copy, dataSet) === 'empty') throw new DatabaseError('broken', backup)
    const opened = openDatabase(copy, { dataSet })
    checkWhole(opened.sqlite, backup)
    return opened
  } catch (error) {
    const explained = explainOpenError(error, backup)
    if (!(explained instanceof DatabaseError)) throw error
    throw new DatabaseError(explained.code, backup, explained.cause)
  }
}

const patience = 10_000
const pagesAtOnce = 10_000

/**
 * Writes every page of one database over another. From its first step on no other connection can write there, so what
 * is kept then misses nothing; readers see the old state until the one commit at the end.
 */
async function replace(file: string, wanted: Sqlite, keep: () => Promise<void>): Promise<void> {
  const deadline = Date.now() + patience
  let keeping: 'not begun' | 'begun' | 'done' = 'not begun'
  let failure: unknown
  const keepOnce = async () => {
    keeping = 'begun'
    await keep().catch((error) => {
      failure = error
    })
    keeping = 'done'
  }
  const progress = () => {
    if (failure) throw failure
    if (keeping === 'not begun') keepOnce()
    return keeping === 'done' ? pagesAtOnce : 0
  }
  for (;;) {
    const { totalPages } = await wanted.backup(file, { progress })
    // Without a page it has not even begun: another connection was writing.
    if (totalPages > 0) return
    if (Date.now() > deadline) throw new DatabaseError('busy', file)
    await new Promise((resume) => setTimeout(resume, 20))
  }
}

function isFilled(file: string): boolean {
  return existsSync(file) && statSync(file).size > 0
}
