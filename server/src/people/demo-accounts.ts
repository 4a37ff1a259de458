import { createAccount, type Database, type NewAccount } from '@moc57/db'
import { hashPassword, randomPassword } from './password.ts'

type DemoAccount = Pick<NewAccount, 'username' | 'role' | 'unitCode' | 'leaderId' | 'leadBodyId'> & {
  who: string
  /** Of nobody: invented, and marked so wherever it is shown. */
  invented: string
  position: string
}

const unitCode = '11443'

/** One of each role beside the administrator, for phường Kiến An. */
const demoAccounts: DemoAccount[] = [
  {
    who: 'Thành phố',
    username: 'thanhpho',
    role: 'city',
    invented: 'Phạm Quốc Bảo',
    position: 'chuyên viên Sở Khoa học và Công nghệ',
  },
  {
    who: 'Lãnh đạo phường',
    username: 'lanhdao',
    role: 'leader',
    unitCode,
    leaderId: 'tran-thi-phuong',
    invented: 'Vũ Thị Thanh Mai',
    position: 'Phó Chủ tịch UBND phường',
  },
  {
    who: 'Phòng VHXH, nhập số liệu',
    username: 'vhxh',
    role: 'officer',
    unitCode,
    invented: 'Nguyễn Thị Hạnh',
    position: 'chuyên viên phòng VHXH',
  },
  {
    who: 'Công an phường, nhập số liệu',
    username: 'congan',
    role: 'bodyOfficer',
    unitCode,
    leadBodyId: 'cong-an',
    invented: 'Đỗ Văn Hùng',
    position: 'cán bộ Công an phường',
  },
]

/** Makes the accounts to try the sample data with; returns the text that tells their passwords, once. */
export async function createDemoAccounts(database: Database, now: Date): Promise<string> {
  const lines = await Promise.all(
    demoAccounts.map(async ({ who, invented, ...account }) => {
      const password = randomPassword()
      createAccount(
        database,
        {
          ...account,
          fullName: `${invented} (minh họa)`,
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
