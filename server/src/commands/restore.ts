/** `npm run restore -- FILE`: puts a backup in the place of the present data, while the service runs or not. */
import { userInfo } from 'node:os'
import { restore } from '@moc57/db'
import { SettingsError } from '../env.ts'
import { backupFile, readBackupWords } from '../system/backup-file.ts'
import { backUpBeforeUpgrade } from '../system/before-upgrade.ts'
import { runForPeople } from './run-for-people.ts'

await runForPeople(async (settings, log) => {
  const { named, acceptsMissing } = readBackupWords()
  if (!named) throw new SettingsError('Hãy nêu tệp sao lưu: npm run restore -- TỆP')
  await backUpBeforeUpgrade(settings, log)
  const now = new Date()
  const keptAs = backupFile(settings, now, 'beforeRestore')
  const by = `máy chủ (${userInfo().username})`
  const asked = { ...settings, acceptsMissing, keptAs, by, at: now.toISOString() }
  const isKept = await restore(settings.databasePath, named, asked)
  log.info({ file: named, keptAs: isKept ? keptAs : null }, 'restored')
  if (isKept) console.log(`Số liệu trước khi khôi phục được giữ tại: ${keptAs}`)
  console.log(`Đã khôi phục từ ${named}. Máy chủ đang chạy thấy ngay, không cần khởi động lại.`)
})
