import { foldText, formatMoment, type Role, roleLabels } from '@moc57/shared'
import type { ListedAccount } from './queries.ts'

export const roleNotes: Record<Role, string> = {
  administrator: 'Quản lý tài khoản, xem mọi đơn vị, mở và khóa kỳ báo cáo.',
  city: 'Mở và khóa kỳ báo cáo của các đơn vị, xem nhật ký; không xem số nháp.',
  leader: 'Duyệt hoặc trả lại chỉ tiêu được phân công chỉ đạo.',
  officer: 'Nhập mọi chỉ tiêu của đơn vị và trình duyệt.',
  bodyOfficer: 'Nhập chỉ tiêu của cơ quan mình; không trình duyệt.',
}

/** "Phường Kiến An, Trần Thị Phương": where an account works, and as whom. */
export function placeText(
  { unitCode, leader, leadBody }: Pick<ListedAccount, 'unitCode' | 'leader' | 'leadBody'>,
  unitNameOf: (unitCode: string) => string,
): string {
  return [unitCode && unitNameOf(unitCode), leader, leadBody].filter(Boolean).join(', ')
}

/** Where an account stands, in words. */
export function accountState({ disabledAt, mustChangePassword, secondFactor }: ListedAccount): string {
  if (disabledAt) return `Đã khóa từ ${formatMoment(disabledAt)}`
  if (mustChangePassword) return 'Chưa đổi mật khẩu lần đầu'
  return secondFactor === 'set' ? 'Đang dùng, xác thực hai bước' : 'Đang dùng'
}

/** The accounts that have the words in their name, person, body, role or unit. */
export function findAccounts(
  accounts: readonly ListedAccount[],
  words: string,
  unitNameOf: (unitCode: string) => string,
): ListedAccount[] {
  const asked = foldText(words)
  return accounts.filter(({ username, fullName, position, leader, leadBody, role, unitCode }) =>
    [username, fullName, position, leader, leadBody, roleLabels[role], unitCode && unitNameOf(unitCode)].some(
      (text) => foldText(text ?? '').includes(asked),
    ),
  )
}
