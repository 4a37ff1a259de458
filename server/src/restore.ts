/** `npm run restore -- FILE`: puts a backup in the place of the present data, while the service runs or not. */
import { restore } from '@moc57/db'
import { backupFile, readBackupWords } from './backup-file.ts'
import { readSettings, SettingsError } from './env.ts'
import { runForPeople } from './run-for-people.ts'

await runForPeople(async () => {
  const settings = readSettings(process.env)
  const { named, acceptsMissing } = readBackupWords()
  if (!named) throw new SettingsError('Hãy nêu tệp sao lưu: npm run restore -- TỆP')
  const keptAs = backupFile(settings, new Date(), '-truoc-khi-khoi-phuc')
  const isKept = await restore(settings.databasePath, named, { ...settings, acceptsMissing, keptAs })
  if (isKept) console.log(`Số liệu trước khi khôi phục được giữ tại: ${keptAs}`)
  console.log(`Đã khôi phục từ ${named}. Máy chủ đang chạy thấy ngay, không cần khởi động lại.`)
})
