import { backUp, isToBeMigrated } from '@moc57/db'
import type { Settings } from '../env.ts'
import type { Log } from '../http/log.ts'
import { backupFile } from './backup-file.ts'

/** Keeps a database of an earlier version as it is, before whoever asks opens it and thereby changes its tables. */
export async function backUpBeforeUpgrade(
  settings: Pick<Settings, 'databasePath' | 'dataSet' | 'backupFolder'>,
  log: Log,
): Promise<void> {
  const { databasePath, dataSet } = settings
  if (!isToBeMigrated(databasePath, { dataSet })) return
  const target = backupFile(settings, new Date(), 'beforeUpgrade')
  // What is missing already is no reason to stay with the old version.
  await backUp(databasePath, target, { dataSet, acceptsMissing: true })
  log.info({ file: target }, 'backed up before an upgrade')
  console.log(`Đã sao lưu trước khi nâng cấp tệp dữ liệu: ${target}`)
}
