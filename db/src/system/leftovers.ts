import { existsSync, readdirSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { evidenceFolder } from '../open/evidence-store.ts'

/** Milliseconds without a change after which nobody is working on it any more. */
const abandonedAfter = 3_600_000

/**
 * Removes what killed runs have left: backups that were never finished, evidence of a backup without its database, the
 * working copy of a restore, evidence that was never received whole.
 *
 * @returns the paths that were removed
 */
export function removeLeftovers(databaseFile: string, backupFolder: string, now: Date): string[] {
  const unfinished = entriesOf(backupFolder).filter(
    (name) =>
      /^\.moc57-.*\.db\.part/.test(name) ||
      (/^moc57-.*\.db-evidence$/.test(name) &&
        !existsSync(join(backupFolder, name.replace(/-evidence$/, '')))),
  )
  const restores = entriesOf(tmpdir()).filter((name) => name.startsWith('moc57-restore-'))
  const evidence = evidenceFolder(databaseFile)
  const unreceived = entriesOf(evidence).flatMap((folder) =>
    entriesOf(join(evidence, folder))
      .filter((name) => name.endsWith('.part'))
      .map((name) => join(evidence, folder, name)),
  )
  const abandoned = [
    ...unfinished.map((name) => join(backupFolder, name)),
    ...restores.map((name) => join(tmpdir(), name)),
    ...unreceived,
  ].filter((path) => now.getTime() - lastChange(path) > abandonedAfter)
  return abandoned.filter(canRemove)
}

/** What belongs to somebody else, or is held open, waits for another time. */
function canRemove(path: string): boolean {
  try {
    rmSync(path, { recursive: true, force: true })
    return true
  } catch {
    return false
  }
}

function entriesOf(folder: string): string[] {
  return statSync(folder, { throwIfNoEntry: false })?.isDirectory() ? readdirSync(folder) : []
}

function lastChange(path: string): number {
  const below = entriesOf(path).map((name) => lastChange(join(path, name)))
  return below.reduce(
    (latest, at) => Math.max(latest, at),
    statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? 0,
  )
}
