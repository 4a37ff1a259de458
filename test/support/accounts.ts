import { createAccount, type NewAccount } from '@moc57/db'
import { hashPassword } from '@moc57/server/password'
import type { Role } from '@moc57/shared'
import type { InjectOptions } from 'fastify'
import { type Service, testDay } from './service.ts'

export const password = 'mật khẩu dùng thử'
/** Hashing is slow on purpose, so every test account shares one hash. */
const passwordHash = await hashPassword(password)

/** Makes an account that has already changed its password. */
export function makeAccount(
  { database }: Service,
  account: Partial<NewAccount> & { username: string; role: Role },
): void {
  createAccount(
    database,
    { passwordHash, mustChangePassword: false, createdAt: testDay.toISOString(), ...account },
    'test',
  )
}

/** One account of each role, in and around Kiến An. */
const cast = {
  admin: { role: 'administrator' },
  city: { role: 'city' },
  phuong: { role: 'leader', unitCode: '11443', leaderId: 'tran-thi-phuong' },
  lam: { role: 'leader', unitCode: '11443', leaderId: 'nguyen-tung-lam' },
  officer: { role: 'officer', unitCode: '11443' },
  police: { role: 'bodyOfficer', unitCode: '11443', leadBodyId: 'cong-an' },
  spare: { role: 'city' },
  neighbour: { role: 'officer', unitCode: '11680' },
  neighbour_leader: { role: 'leader', unitCode: '11680' },
} satisfies Record<string, Partial<NewAccount> & { role: Role }>
export type Person = keyof typeof cast

/** An answer that a test looks into field by field. */
// biome-ignore lint/suspicious/noExplicitAny: which fields there are is what the test is about
export type Any = any

/** What others see of the cast; `spare` has no name yet. */
export const called: Record<Person, string> = {
  admin: 'Lương Văn Can, quản trị hệ thống',
  city: 'Phan Thị Kim Ngân, chuyên viên Sở KH&CN',
  phuong: 'Trần Thị Phương, Phó Chủ tịch UBND phường',
  lam: 'Nguyễn Tùng Lâm, Phó Chủ tịch UBND phường',
  officer: 'Nguyễn Thị Hạnh, chuyên viên phòng VHXH',
  police: 'Đỗ Văn Hùng, cán bộ Công an phường',
  spare: 'Thành phố',
  neighbour: 'Bùi Thị Lan, công chức xã Kiến Thụy',
  neighbour_leader: 'Hoàng Văn Thái, Phó Chủ tịch UBND xã',
}

/** The same as an account has it. */
export function nameOf(username: Person): Pick<NewAccount, 'fullName' | 'position'> {
  const [fullName = null, position = null] = username === 'spare' ? [] : called[username].split(', ')
  return { fullName, position }
}

/** Sends requests as one of the cast, or as the public. */
export type Client = (
  method: 'GET' | 'POST' | 'PUT' | 'DELETE',
  url: string,
  payload?: object,
) => Promise<{
  status: number
  headers: Record<string, unknown>
  body: Record<string, unknown> & { [field: string]: never }
  /** The answer as it came: a file is no JSON, and its `body` is empty. */
  raw: Buffer
}>

/** Signs in before its first request, since a password is slow to check on purpose; every request carries the session. */
export function clientOf({ app }: Service, username?: Person): Client {
  let session: Promise<string> | undefined
  const signIn = async () => {
    const answer = await app.inject({ method: 'POST', url: '/api/session', payload: { username, password } })
    return String(answer.headers['set-cookie']).split(';')[0] ?? ''
  }
  return async (method, url, payload) => {
    session ??= username ? signIn() : undefined
    const request: InjectOptions = {
      method,
      url,
      headers: session ? { cookie: await session } : {},
      ...(payload && { payload }),
    }
    const answer = await app.inject(request)
    const { statusCode: status, headers, rawPayload: raw } = answer
    return { status, headers, body: /json/.test(String(headers['content-type'])) ? answer.json() : {}, raw }
  }
}

/** Makes the whole cast, each of whom signs in when first wanted. */
export async function signInCast(service: Service): Promise<Record<Person | 'public', Client>> {
  for (const [username, account] of Object.entries(cast)) {
    makeAccount(service, { username, ...nameOf(username as Person), ...account })
  }
  const names = Object.keys(cast) as Person[]
  const clients = Object.fromEntries(names.map((name) => [name, clientOf(service, name)]))
  return { ...(clients as Record<Person, Client>), public: clientOf(service) }
}
