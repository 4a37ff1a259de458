import { join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { type BackupReason, backupName } from '@moc57/shared'
import { type Settings, SettingsError } from '../env.ts'

const options = { 'thieu-minh-chung': { type: 'boolean', default: false } } as const

/** What backing up and restoring are asked: which file, and whether to go on without evidence that is missing. */
export function readBackupWords(): { named: string | undefined; acceptsMissing: boolean } {
  try {
    const { values, positionals } = parseArgs({ options, allowPositionals: true })
    const [named] = positionals
    return { named: named && resolve(named), acceptsMissing: values['thieu-minh-chung'] }
  } catch (cause) {
    throw new SettingsError('Chỉ nêu được một tệp và --thieu-minh-chung.', { cause })
  }
}

/** Where a backup goes unless a file is named. */
export function backupFile(
  { backupFolder, dataSet }: Pick<Settings, 'backupFolder' | 'dataSet'>,
  now: Date,
  reason: BackupReason,
): string {
  return join(backupFolder, backupName(dataSet, { at: now.toISOString(), reason }))
}
