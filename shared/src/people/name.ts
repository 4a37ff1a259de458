import { z } from 'zod'
import { normalizeText } from '../text.ts'
import type { Account, Role } from './account.ts'

const longestName = 100

const nameField = (missing: string, tooLong: string) =>
  z.string().overwrite(normalizeText).min(1, missing).max(longestName, tooLong)

/** "Nguyễn Thị Hạnh" */
export const FullName = nameField('Hãy ghi họ và tên', `Họ và tên không quá ${longestName} ký tự`)
/** "chuyên viên phòng VHXH" */
export const JobTitle = nameField('Hãy ghi chức vụ', `Chức vụ không quá ${longestName} ký tự`)

/** What a person is called by until the full name is given. */
export const roleWords: Record<Role, string> = {
  administrator: 'Quản trị',
  city: 'Thành phố',
  leader: 'Lãnh đạo',
  officer: 'Người nhập số liệu',
  bodyOfficer: 'Người nhập số liệu',
}

/** As far as others know an account; the title of its unit is "phường Kiến An". */
export type Person = Pick<Account, 'role' | 'leadBody' | 'fullName' | 'position'> & {
  unitTitle: string | null
}

/** How colleagues see the person: "Nguyễn Thị Hạnh, chuyên viên phòng VHXH"; without a name, the role and the body. Never the username. */
export function personName({ role, leadBody, unitTitle, fullName, position }: Person): string {
  const words = fullName === null ? [roleWords[role], leadBody ?? unitTitle] : [fullName, position]
  return words.filter(Boolean).join(', ')
}

/** How the public sees the person: the body or the unit alone. */
export function bodyName({ role, leadBody, unitTitle }: Person): string {
  return leadBody ?? unitTitle ?? roleWords[role]
}
