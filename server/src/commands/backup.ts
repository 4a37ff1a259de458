/** `npm run backup [-- FILE]`: copies the database into a checked file, its evidence beside it, while the service runs. */
import { backUp } from '@moc57/db'
import { backupFile, readBackupWords } from '../system/backup-file.ts'
import { runForPeople } from './run-for-people.ts'

await runForPeople(async (settings, log) => {
  const { named, acceptsMissing } = readBackupWords()
  const target = named ?? backupFile(settings, new Date(), 'byHand')
  await backUp(settings.databasePath, target, { ...settings, acceptsMissing })
  log.info({ file: target }, 'backup made')
  console.log(`Đã sao lưu và kiểm tra: ${target}`)
})
