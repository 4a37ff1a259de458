/** `npm run reset-password [-- NAME]`: a new first password, without a second factor, for the administrator, or another, who lost theirs. */
import { existsSync } from 'node:fs'
import { changeAccount, findAccount, openDatabase, removeSecondFactor } from '@moc57/db'
import { SettingsError } from '../env.ts'
import { hashPassword, randomPassword } from '../people/password.ts'
import { backUpBeforeUpgrade } from '../system/before-upgrade.ts'
import { runForPeople } from './run-for-people.ts'

await runForPeople(async (settings, log) => {
  const { databasePath, dataSet } = settings
  const [username = 'admin'] = process.argv.slice(2)
  if (!existsSync(databasePath)) throw new SettingsError(`Không có tệp dữ liệu ${databasePath}.`)
  await backUpBeforeUpgrade(settings, log)
  const database = openDatabase(databasePath, { dataSet })
  try {
    const account = findAccount(database, username.toLowerCase())
    if (!account) throw new SettingsError(`Không có tài khoản “${username}” trong ${databasePath}.`)
    const password = randomPassword()
    const deed = { by: 'máy chủ', at: new Date().toISOString() }
    changeAccount(database, account.username, {
      action: 'passwordReset',
      passwordHash: await hashPassword(password),
      ...deed,
    })
    const hadFactor = removeSecondFactor(database, account, deed)
    if (account.disabledAt) changeAccount(database, account.username, { action: 'enabled', ...deed })
    log.warn({ account: account.username }, 'password reset')
    console.log(
      `Tài khoản ${account.username}, mật khẩu mới: ${password} (chỉ in một lần, phải đổi khi đăng nhập)`,
    )
    if (hadFactor) console.log('Xác thực hai bước của tài khoản đã được bỏ; hãy bật lại sau khi đăng nhập.')
  } finally {
    database.close()
  }
})
