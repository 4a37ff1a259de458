import { readdirSync, rmSync, statSync } from 'node:fs'
import { basename, join } from 'node:path'
import { type BackupContent, backUp, type DataSet, evidenceFolder, removeLeftovers } from '@moc57/db'
import { type Backup, type BackupReason, backupName, outlivedBackups, readBackupName } from '@moc57/shared'

export type BackupTask = {
  databasePath: string
  folder: string
  dataSet: DataSet
  reason: BackupReason
  /** ISO 8601. */
  at: string
}

export type BackupResult = {
  content: BackupContent
  /** What killed runs had left, as names. */
  leftovers: string[]
  /** Older backups that have had their time. */
  outlived: string[]
}

export function targetOf({ folder, dataSet, reason, at }: BackupTask): string {
  return join(folder, backupName(dataSet, { at, reason }))
}

/** Tidies the folder, makes one backup and lets go those that have had their time; keeps its thread busy. */
export async function makeBackup(task: BackupTask): Promise<BackupResult> {
  const { databasePath, folder, dataSet, at } = task
  const leftovers = removeLeftovers(databasePath, folder, new Date(at)).map((path) => basename(path))
  const [newest] = backupsIn(folder, dataSet)
  const content = await backUp(databasePath, targetOf(task), {
    dataSet,
    // A file that is gone already is told, and no reason to do without a backup of all the rest.
    acceptsMissing: true,
    earlier: newest && join(folder, newest.name),
  })
  const outlived = outlivedBackups(backupsIn(folder, dataSet)).map(({ name }) => name)
  for (const name of outlived) {
    rmSync(join(folder, name), { force: true })
    rmSync(evidenceFolder(join(folder, name)), { recursive: true, force: true })
  }
  return { content, leftovers, outlived }
}

/** The backups of the data set in the folder, newest first. */
function backupsIn(folder: string, dataSet: DataSet): Backup[] {
  if (!statSync(folder, { throwIfNoEntry: false })?.isDirectory()) return []
  return newestFirst(readdirSync(folder), dataSet)
}

export function newestFirst(names: readonly string[], dataSet: DataSet): Backup[] {
  const backups = names.map((name) => readBackupName(dataSet, name)).filter((backup) => backup !== undefined)
  return backups.sort((a, b) => (a.at < b.at ? 1 : -1))
}
