import { z } from 'zod'
import { longest } from '../api/fields.ts'

/**
 * administrator: runs the service. city: reads all units, locks periods. leader: a vice-chair, approves the indicators
 * assigned to them. officer: VHXH, enters all of the unit. bodyOfficer: enters the indicators of their body.
 */
export const Role = z.enum(['administrator', 'city', 'leader', 'officer', 'bodyOfficer'])
export type Role = z.infer<typeof Role>

/** What a role is for, short enough for a list and the log of accounts. */
export const roleLabels: Record<Role, string> = {
  administrator: 'Quản trị',
  city: 'Thành phố',
  leader: 'Lãnh đạo đơn vị',
  officer: 'Nhập số liệu của đơn vị',
  bodyOfficer: 'Nhập số liệu của một cơ quan',
}

/** Whether an account of the role works in one unit; the administrator and the city have none. */
export function worksInUnit(role: Role): boolean {
  return role !== 'administrator' && role !== 'city'
}

/**
 * A code from an app beside the password. none: the password is enough. due: nothing else is allowed until it is set up.
 */
export const SecondFactor = z.enum(['none', 'due', 'set'])
export type SecondFactor = z.infer<typeof SecondFactor>

/** Whether the account reads or changes so much that a password alone is too little. */
export function needsSecondFactor(role: Role): boolean {
  return !worksInUnit(role)
}

/** Who is signed in, as the account itself sees it. */
export const Account = z
  .object({
    username: z.string(),
    role: Role,
    unitCode: z.string().nullable(),
    leader: z.string().nullable().meta({ description: "A leader's name in the plan of the unit" }),
    leadBody: z.string().nullable().meta({ description: "A body's name in the plan of the unit" }),
    fullName: z.string().nullable().meta({ description: 'How others see the account' }),
    position: z.string().nullable(),
    mustChangePassword: z.boolean().meta({ description: 'Nothing else is allowed until it is changed' }),
    secondFactor: SecondFactor,
  })
  .meta({ id: 'Account' })
export type Account = z.infer<typeof Account>

/** Whether the account has something to set up before it may do anything. */
export function isHeldUp({ mustChangePassword, secondFactor }: Account): boolean {
  return mustChangePassword || secondFactor === 'due'
}

/** A name to sign in with: it is typed on phones, so letters without marks, digits, and . _ - inside. */
export const usernameForm = /^[a-z0-9](?:[a-z0-9._-]{0,38}[a-z0-9])?$/i

/** `usernameForm` as a field of a call, in lower case. */
export const Username = z
  .string()
  .regex(usernameForm, 'Tên đăng nhập gồm chữ không dấu, chữ số và . _ -, dài không quá 40 ký tự')
  .transform((name) => name.toLowerCase())

/** Signs that a new password has at least. */
export const shortestPassword = 10

/** What is wrong with the length of a new password; `null` where nothing is. */
export function problemOfLength(password: string): string | null {
  if (password.length < shortestPassword) return `Mật khẩu phải có ít nhất ${shortestPassword} ký tự`
  return password.length > longest.password ? `Mật khẩu không quá ${longest.password} ký tự` : null
}

/** A new password: long rather than intricate (NIST SP 800-63B, 5.1.1.2), and checked for how soon it is guessed. Compared in NFC, so that every keyboard can type it. */
export const NewPassword = z
  .string()
  .check(({ value, issues }) => {
    const problem = problemOfLength(value)
    if (problem) issues.push({ code: 'custom', message: problem, input: value })
  })
  .meta({ minLength: shortestPassword, maxLength: longest.password })

/** What the log of accounts tells. */
export const AccountAction = z.enum([
  'created',
  'passwordChanged',
  'passwordReset',
  'disabled',
  'enabled',
  'rightsChanged',
  'nameChanged',
  'secondFactorSet',
  'secondFactorRemoved',
  'recoveryCodeUsed',
  'sessionsEnded',
  'signedIn',
  'signedInByProvider',
  'refusedByProvider',
  'locked',
])
export type AccountAction = z.infer<typeof AccountAction>

/** By what a session was opened: the account's own password, or an OpenID Connect provider that knows the person. */
export const SignInMethod = z.enum(['password', 'provider'])
export type SignInMethod = z.infer<typeof SignInMethod>
