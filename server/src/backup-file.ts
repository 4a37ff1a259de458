import { dirname, join } from 'node:path'
import type { Settings } from './env.ts'

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
