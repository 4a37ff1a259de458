/** `npm run verify [-- PACKAGE.zip]`: checks the chains of what was approved, or of a package, and changes nothing; 1 where one breaks. */
import { existsSync, readFileSync } from 'node:fs'
import { isToBeMigrated, openDatabase, unitsWithChains, verifyChain } from '@moc57/db'
import { chainBreakText } from '@moc57/shared'
import { type Settings, SettingsError } from '../env.ts'
import { packageProblems } from '../reports/quarter-package.ts'
import { runForPeople } from './run-for-people.ts'

await runForPeople(async (settings) => {
  const [file] = process.argv.slice(2)
  if (file) verifyPackage(file)
  else verifyFile(settings)
})

/** A package of figures that was carried here, which needs no data file to be checked. */
function verifyPackage(file: string): void {
  if (!existsSync(file)) throw new SettingsError(`Không có tệp ${file}.`)
  const problems = packageProblems(readFileSync(file))
  for (const problem of problems) console.log(`SAI   ${problem}`)
  if (problems.length === 0) console.log('Gói số liệu nguyên vẹn: các tệp và chuỗi duyệt đều khớp.')
  process.exitCode = problems.length > 0 ? 1 : 0
}

function verifyFile({ databasePath, dataSet }: Settings): void {
  if (!existsSync(databasePath)) throw new SettingsError(`Không có tệp dữ liệu ${databasePath}.`)
  if (isToBeMigrated(databasePath, { dataSet }))
    throw new SettingsError(
      'Tệp dữ liệu của phiên bản cũ. Hãy khởi động phần mềm một lần (npm start) rồi kiểm chứng.',
    )
  const database = openDatabase(databasePath, { dataSet })
  try {
    const units = unitsWithChains(database)
    const checked = units.map((unitCode) => verifyChain(database, unitCode))
    const breaks = checked.flatMap(({ firstBreak }) => firstBreak ?? [])
    const sum = (of: 'links' | 'figures') => checked.reduce((total, one) => total + one[of], 0)
    console.log(
      `Mốc 57, kiểm chứng ${databasePath}: ${units.length} đơn vị, ${sum('links')} mắt xích, ${sum('figures')} số liệu đã duyệt.\n`,
    )
    for (const found of breaks) console.log(`SAI   Đơn vị ${found.unitCode}, ${chainBreakText(found)}`)
    console.log(
      breaks.length > 0
        ? `\n${breaks.length} đơn vị có chuỗi bị đứt. Giữ nguyên tệp, đối chiếu với bản sao lưu gần nhất.`
        : 'Mọi chuỗi đều liền mạch: số liệu đã duyệt và báo cáo đã lập không bị sửa.',
    )
    process.exitCode = breaks.length > 0 ? 1 : 0
  } finally {
    database.close()
  }
}
