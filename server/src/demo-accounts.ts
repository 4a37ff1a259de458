import { createAccount, type Database, type NewAccount } from '@moc57/db'
import { hashPassword, randomPassword } from './password.ts'

type DemoAccount = Pick<NewAccount, 'username' | 'role' | 'unitCode' | 'leaderId' | 'leadBodyId'> & {
  who: string
}

const unitCode = '11443'

/** One of each role beside the administrator, for phường Kiến An. */
const demoAccounts: DemoAccount[] = [
  { who: 'Thành phố', username: 'thanhpho', role: 'city' },
  { who: 'Lãnh đạo phường', username: 'lanhdao', role: 'leader', unitCode, leaderId: 'tran-thi-phuong' },
  { who: 'Phòng VHXH, nhập số liệu', username: 'vhxh', role: 'officer', unitCode },
  {
    who: 'Công an phường, nhập số liệu',
    username: 'congan',
    role: 'bodyOfficer',
    unitCode,
    leadBodyId: 'cong-an',
  },
]

/** Makes the accounts to try the sample data with; returns the text that tells their passwords, once. */
export async function createDemoAccounts(database: Database, now: Date): Promise<string> {
  const lines = await Promise.all(
    demoAccounts.map(async ({ who, ...account }) => {
      const password = randomPassword()
      createAccount(
        database,
        {
          ...account,
          passwordHash: await hashPassword(password),
          mustChangePassword: false,
          createdAt: now.toISOString(),
        },
        'start',
      )
      return `  ${account.username.padEnd(10)} ${password}   ${who}`
    }),
  )
  return ['Tài khoản dùng thử của phường Kiến An (mật khẩu chỉ in một lần):', ...lines].join('\n')
}
