import {
  type AccountRights,
  listAccounts as all,
  changeAccount as change,
  createAccount as create,
  type Database,
  type Deed,
  findAccount,
  findUnit,
  inOneCommit,
  LastAdministratorError,
  listLeadBodies,
  listLeaders,
  removeSecondFactor,
  type StoredAccount,
} from '@moc57/db'
import {
  type AdministrativeUnit,
  type Input,
  type LeadBody,
  type Leader,
  namesBody,
  namesLeader,
  type Role,
  roleLabels,
  unitTitle,
  worksInUnit,
} from '@moc57/shared'
import {
  changeAccount,
  changeRights,
  createAccount,
  listAccounts,
  resetSecondFactor,
} from '@moc57/shared/api'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import type { Context } from '../http/context.ts'
import { badField, conflict, notFound, ProblemError } from '../http/problem.ts'
import { shown } from './account-answer.ts'
import { hashPassword } from './password.ts'
import { refuseWeakPassword } from './password-check.ts'

export const accountRoutes: FastifyPluginAsyncZod<Context> = async (app, { database, notice }) => {
  const listed = (account: StoredAccount) => ({ ...shown(account), disabledAt: account.disabledAt })
  const known = (username: string): StoredAccount => {
    const account = findAccount(database, username)
    if (!account) throw notFound(`Không có tài khoản “${username}”.`)
    return account
  }

  app.route({
    ...listAccounts,
    handler: async () => {
      return { notice, items: all(database).map(listed) }
    },
  })

  app.route({
    ...createAccount,
    handler: async ({ body, deed }) => {
      const { username, password, fullName = null, position = null } = body
      if (position !== null && fullName === null)
        throw badField('#/fullName', 'Hãy ghi họ và tên cùng với chức vụ.')
      const rights = rightsOf(database, body)
      const passwordHash = await hashOfFirst(database, password, { username, fullName })
      // From here on nothing waits, so two requests for one name cannot both find it free.
      if (findAccount(database, username)) {
        throw new ProblemError({
          status: 409,
          title: 'Trùng tên đăng nhập',
          detail: `Đã có tài khoản “${username}”. Hãy chọn tên khác.`,
        })
      }
      const { by, at: createdAt } = deed
      const made = { username, passwordHash, ...stored(rights), fullName, position, createdAt }
      create(database, { ...made, mustChangePassword: true }, by)
      return { notice, user: shown(known(username)) }
    },
  })

  app.route({
    ...changeAccount,
    handler: async ({ params, body, deed }) => {
      const before = known(params.username)
      const name = nameAfter(before, body)
      if (body.disabled === true && before.username === deed.by) {
        throw badField('#/disabled', 'Không thể tự khóa tài khoản đang dùng.')
      }
      const passwordHash = body.password && (await hashOfFirst(database, body.password, before))
      inOneCommit(database, () => {
        if (passwordHash)
          change(database, before.username, { action: 'passwordReset', passwordHash, ...deed })
        if (body.disabled !== undefined) switchAccount(database, before, body.disabled, deed)
        if (name) renameAccount(database, before, name, deed)
      })
      return { notice, user: listed(known(before.username)) }
    },
  })

  app.route({
    ...resetSecondFactor,
    handler: async ({ params, deed }) => {
      const owner = known(params.username)
      if (owner.username === deed.by) {
        throw conflict('Xác thực hai bước của chính mình được bỏ bằng mã, ở trang Tài khoản của tôi.')
      }
      if (!removeSecondFactor(database, owner, deed)) {
        throw conflict(`Tài khoản “${owner.username}” chưa bật xác thực hai bước.`)
      }
      return { notice, user: listed(known(owner.username)) }
    },
  })

  app.route({
    ...changeRights,
    handler: async ({ params, body, deed }) => {
      const before = known(params.username)
      const { username } = before
      const rights = rightsOf(database, body)
      const subject = `${inWords(rightsOf(database, before))} → ${inWords(rights)}`
      keepingAnAdministrator('#/role', () =>
        change(database, username, {
          action: 'rightsChanged',
          rights: stored(rights),
          subject,
          ...deed,
        }),
      )
      return { notice, user: listed(known(username)) }
    },
  })
}

/** The hash of a password that somebody else gives an account; a weak one is refused. */
async function hashOfFirst(
  database: Database,
  password: string,
  account: Pick<StoredAccount, 'username' | 'fullName'>,
): Promise<string> {
  await refuseWeakPassword(database, { password, account, use: 'first', pointer: '#/password' })
  return hashPassword(password)
}

type AccountInput = Input<typeof changeAccount>['body']
type FullName = Name & { fullName: string }

/** The name that the account is to have, where that is another; a position needs a name beside it. */
function nameAfter(before: StoredAccount, { fullName, position }: AccountInput): FullName | undefined {
  const name = {
    fullName: fullName ?? before.fullName,
    position: position === undefined ? before.position : position,
  }
  if (position && name.fullName === null) throw badField('#/fullName', 'Hãy ghi họ và tên cùng với chức vụ.')
  return name.fullName === null || isSameName(name, before) ? undefined : { ...name, fullName: name.fullName }
}

function switchAccount(db: Database, { username }: StoredAccount, isDisabled: boolean, deed: Deed): void {
  keepingAnAdministrator('#/disabled', () =>
    change(db, username, { action: isDisabled ? 'disabled' : 'enabled', ...deed }),
  )
}

function renameAccount(db: Database, before: StoredAccount, name: FullName, deed: Deed): void {
  const subject = `${nameInWords(before)} → ${nameInWords(name)}`
  change(db, before.username, { action: 'nameChanged', name, subject, ...deed })
}

/** Tells at the field why the last administrator who can sign in stays one. */
function keepingAnAdministrator(pointer: string, change: () => void): void {
  try {
    change()
  } catch (error) {
    if (!(error instanceof LastAdministratorError)) throw error
    throw badField(
      pointer,
      'Đây là tài khoản quản trị duy nhất còn dùng được. Hãy tạo hoặc mở lại một tài khoản quản trị khác trước.',
    )
  }
}

type Place = {
  unitCode?: string | null | undefined
  leader?: string | null | undefined
  leadBody?: string | null | undefined
}
type Rights = { role: Role; unit?: AdministrativeUnit; leader?: Leader | null; leadBody?: LeadBody | null }

/** The rights of an account, with who it is in its unit's plan; what does not fit its role is refused. */
function rightsOf(database: Database, { role, unitCode, leader, leadBody }: Place & { role: Role }): Rights {
  if (!worksInUnit(role)) {
    if (unitCode || leader || leadBody)
      throw badField('#/unitCode', 'Vai trò này không thuộc đơn vị nào; hãy bỏ trống.')
    return { role }
  }
  const unit = unitCode ? findUnit(database, unitCode) : undefined
  if (!unit) throw badField('#/unitCode', 'Hãy chọn đơn vị của tài khoản (mã 5 chữ số).')
  if (leader && role !== 'leader') throw badField('#/leader', 'Chỉ tài khoản lãnh đạo gắn với một lãnh đạo.')
  if (leadBody && role !== 'bodyOfficer')
    throw badField('#/leadBody', 'Chỉ tài khoản cơ quan gắn với một cơ quan chủ trì.')
  if (role === 'bodyOfficer' && !leadBody)
    throw badField('#/leadBody', 'Hãy chọn cơ quan chủ trì của tài khoản.')
  return {
    role,
    unit,
    leader: leader
      ? meant(listLeaders(database, unit.code), (one) => namesLeader(leader, one), '#/leader')
      : null,
    leadBody: leadBody
      ? meant(listLeadBodies(database, unit.code), (one) => namesBody(leadBody, one), '#/leadBody')
      : null,
  }
}

function meant<Named extends { name: string }>(
  named: readonly Named[],
  isMeant: (one: Named) => boolean,
  pointer: string,
): Named {
  const found = named.find(isMeant)
  if (found) return found
  const names = named.map(({ name }) => name).join('; ')
  const known = names ? `Kế hoạch của đơn vị có: ${names}.` : 'Đơn vị chưa phân công.'
  throw badField(pointer, `Không có tên này trong kế hoạch. ${known}`)
}

const stored = ({ role, unit, leader, leadBody }: Rights): AccountRights => ({
  role,
  unitCode: unit?.code ?? null,
  leaderId: leader?.id ?? null,
  leadBodyId: leadBody?.id ?? null,
})

type Name = Pick<StoredAccount, 'fullName' | 'position'>

function isSameName(a: Name, b: Name): boolean {
  return a.fullName === b.fullName && a.position === b.position
}

/** "Nguyễn Thị Hạnh, chuyên viên phòng VHXH": as the log keeps it. */
function nameInWords({ fullName, position }: Name): string {
  return [fullName, position].filter(Boolean).join(', ') || 'chưa có họ tên'
}

/** "Lãnh đạo đơn vị, phường Kiến An, Nguyễn Tùng Lâm": as the log keeps it, whatever is renamed later. */
function inWords({ role, unit, leader, leadBody }: Rights): string {
  return [roleLabels[role], unit && unitTitle(unit), leader?.name, leadBody?.name].filter(Boolean).join(', ')
}
