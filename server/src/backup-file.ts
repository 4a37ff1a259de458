import { dirname, join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { type Settings, SettingsError } from './env.ts'

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

const hoursAheadOfUtc = 7

/** Where a backup goes unless a file is named: `data/backup/moc57-real-20261122-101500.db`, in Vietnamese time. */
export function backupFile(
  { databasePath, dataSet }: Pick<Settings, 'databasePath' | 'dataSet'>,
  now: Date,
  mark = '',
): string {
  const local = new Date(now.getTime() + hoursAheadOfUtc * 3_600_000).toISOString()
  const [day, time] = [local.slice(0, 10), local.slice(11, 19)].map((part) => part.replace(/\D/g, ''))
  return join(dirname(databasePath), 'backup', `moc57-${dataSet}-${day}-${time}${mark}.db`)
}
