/** `npm run backup [-- FILE]`: copies the database into one checked file, while the service runs. */
import { resolve } from 'node:path'
import { backUp } from '@moc57/db'
import { backupFile } from './backup-file.ts'
import { readSettings } from './env.ts'
import { runForPeople } from './run-for-people.ts'

await runForPeople(async () => {
  const settings = readSettings(process.env)
  const [named] = process.argv.slice(2)
  const target = named ? resolve(named) : backupFile(settings, new Date())
  await backUp(settings.databasePath, target, settings)
  console.log(`Đã sao lưu và kiểm tra: ${target}`)
})
