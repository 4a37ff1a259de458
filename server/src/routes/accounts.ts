import {
  listAccounts as all,
  changeAccount as change,
  createAccount as create,
  type Database,
  findAccount,
  findUnit,
  listLeadBodies,
  listLeaders,
  type StoredAccount,
} from '@moc57/db'
import { foldName, type Role } from '@moc57/shared'
import { changeAccount, createAccount, listAccounts } from '@moc57/shared/api'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { authorize } from '../authorize.ts'
import { hashPassword } from '../password.ts'
import { badField, notFound, ProblemError } from '../problem.ts'
import { shown } from './session.ts'

export const accountRoutes: FastifyPluginAsyncZod<{ database: Database; now: () => Date }> = async (
  app,
  { database, now },
) => {
  const listed = (account: StoredAccount) => ({ ...shown(account), disabledAt: account.disabledAt })
  const known = (username: string): StoredAccount => {
    const account = findAccount(database, username)
    if (!account) throw notFound(`Không có tài khoản “${username}”.`)
    return account
  }

  app.route({
    ...listAccounts,
    handler: async ({ account }) => {
      authorize(account, 'manageAccounts')
      return { items: all(database).map(listed) }
    },
  })

  app.route({
    ...createAccount,
    handler: async ({ account, body }) => {
      authorize(account, 'manageAccounts')
      const { username, password, role } = body
      if (findAccount(database, username)) {
        throw new ProblemError({
          status: 409,
          title: 'Trùng tên đăng nhập',
          detail: `Đã có tài khoản “${username}”. Hãy chọn tên khác.`,
        })
      }
      create(
        database,
        {
          username,
          passwordHash: await hashPassword(password),
          mustChangePassword: true,
          role,
          ...placeOf(database, role, body),
          createdAt: now().toISOString(),
        },
        account.username,
      )
      return { user: shown(known(username)) }
    },
  })

  app.route({
    ...changeAccount,
    handler: async ({ account, params, body }) => {
      authorize(account, 'manageAccounts')
      const deed = { by: account.username, at: now().toISOString() }
      const { username } = known(params.username)
      if (body.disabled === true && username === account.username) {
        throw badField('#/disabled', 'Không thể tự khóa tài khoản đang dùng.')
      }
      if (body.password !== undefined) {
        const passwordHash = await hashPassword(body.password)
        change(database, username, { action: 'passwordReset', passwordHash, ...deed })
      }
      if (body.disabled !== undefined) {
        change(database, username, { action: body.disabled ? 'disabled' : 'enabled', ...deed })
      }
      return { user: listed(known(username)) }
    },
  })
}

const withoutUnit: Role[] = ['administrator', 'city']

type Place = {
  unitCode?: string | null | undefined
  leader?: string | null | undefined
  leadBody?: string | null | undefined
}

/** The unit of an account, and who it is in that unit's plan; what does not fit its role is refused. */
function placeOf(database: Database, role: Role, { unitCode, leader, leadBody }: Place) {
  if (withoutUnit.includes(role)) {
    if (unitCode || leader || leadBody)
      throw badField('#/unitCode', 'Vai trò này không thuộc đơn vị nào; hãy bỏ trống.')
    return {}
  }
  if (!unitCode || !findUnit(database, unitCode)) {
    throw badField('#/unitCode', 'Hãy chọn đơn vị của tài khoản (mã 5 chữ số).')
  }
  if (leader && role !== 'leader') throw badField('#/leader', 'Chỉ tài khoản lãnh đạo gắn với một lãnh đạo.')
  if (leadBody && role !== 'bodyOfficer')
    throw badField('#/leadBody', 'Chỉ tài khoản cơ quan gắn với một cơ quan chủ trì.')
  if (role === 'bodyOfficer' && !leadBody)
    throw badField('#/leadBody', 'Hãy chọn cơ quan chủ trì của tài khoản.')
  return {
    unitCode,
    leaderId: leader ? idOf(listLeaders(database, unitCode), leader, '#/leader') : null,
    leadBodyId: leadBody ? idOf(listLeadBodies(database, unitCode), leadBody, '#/leadBody') : null,
  }
}

function idOf(named: readonly { id: string; name: string }[], asked: string, pointer: string): string {
  const found = named.find(({ name }) => foldName(name) === foldName(asked))
  if (found) return found.id
  const names = named.map(({ name }) => name).join('; ')
  throw badField(
    pointer,
    `Kế hoạch của đơn vị không nêu “${asked}”. ${names ? `Có: ${names}.` : 'Đơn vị chưa phân công.'}`,
  )
}
