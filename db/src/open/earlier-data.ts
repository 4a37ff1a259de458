import { existsSync, readdirSync, renameSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { evidenceFolder } from './evidence-store.ts'

/**
 * What lies beside a missing or empty database file and shows that there were data: a log, evidence, backups. SQLite
 * would take such a file for a new one, and delete the log.
 */
export function tracesOfEarlierData(file: string, dataSet: string, backupFolder: string): string[] {
  const log = `${file}-wal`
  const backup = namesIn(backupFolder).find(
    (name) => name.startsWith(`moc57-${dataSet}-`) && name.endsWith('.db'),
  )
  return [
    ...(statSync(log, { throwIfNoEntry: false })?.size ? [log] : []),
    ...(namesIn(evidenceFolder(file)).length > 0 ? [evidenceFolder(file)] : []),
    ...(backup ? [join(backupFolder, backup)] : []),
  ]
}

/** Keeps the log of a lost file, which belongs to no file that takes its place. */
export function putLogAside(file: string): void {
  const log = `${file}-wal`
  if (existsSync(log)) renameSync(log, `${log}-${Date.now()}`)
}

function namesIn(folder: string): string[] {
  return statSync(folder, { throwIfNoEntry: false })?.isDirectory() ? readdirSync(folder) : []
}
