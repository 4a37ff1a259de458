/** `npm run doctor`: looks through everything the service rests on and changes nothing; 1 where something is wrong. */
import { readSettings } from '../env.ts'
import { type Finding, findings } from './findings.ts'
import { runForPeople } from './run-for-people.ts'

const marks: Record<Finding['kind'], string> = { good: 'Tốt ', note: 'Lưu ý', wrong: 'SAI ' }

await runForPeople(async () => {
  const settings = readSettings(process.env)
  console.log(`Mốc 57, kiểm tra ${settings.databasePath}\n`)
  const found = await findings(settings, new Date())
  for (const { kind, subject, words } of found) console.log(`${marks[kind].padEnd(6)}${subject}: ${words}`)
  const wrong = found.filter(({ kind }) => kind === 'wrong').length
  console.log(
    wrong > 0
      ? `\n${wrong} điều cần xử lý như ghi ở trên.`
      : '\nKhông thấy điều gì sai; không có gì bị thay đổi.',
  )
  process.exitCode = wrong > 0 ? 1 : 0
})
