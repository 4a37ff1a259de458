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
import { namesBody, namesLeader, type Role } from '@moc57/shared'
import { changeAccount, createAccount, listAccounts } from '@moc57/shared/api'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { shown } from '../account-answer.ts'
import { authorize } from '../authorize.ts'
import type { Context } from '../context.ts'
import { hashPassword } from '../password.ts'
import { badField, notFound, ProblemError } from '../problem.ts'

export const accountRoutes: FastifyPluginAsyncZod<Context> = async (app, { database, now, notice }) => {
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
      return { notice, items: all(database).map(listed) }
    },
  })

  app.route({
    ...createAccount,
    handler: async ({ account, body }) => {
      authorize(account, 'manageAccounts')
      const { username, password, role } = body
      const place = placeOf(database, role, body)
      const passwordHash = await hashPassword(password)
      // From here on nothing waits, so two requests for one name cannot both find it free.
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
          passwordHash,
          mustChangePassword: true,
          role,
          ...place,
          createdAt: now().toISOString(),
        },
        account.username,
      )
      return { notice, user: shown(known(username)) }
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
      return { notice, user: listed(known(username)) }
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
    leaderId: leader
      ? idOf(listLeaders(database, unitCode), (one) => namesLeader(leader, one), '#/leader')
      : null,
    leadBodyId: leadBody
      ? idOf(listLeadBodies(database, unitCode), (one) => namesBody(leadBody, one), '#/leadBody')
      : null,
  }
}

function idOf<Named extends { id: string; name: string }>(
  named: readonly Named[],
  isMeant: (one: Named) => boolean,
  pointer: string,
): string {
  const found = named.find(isMeant)
  if (found) return found.id
  const names = named.map(({ name }) => name).join('; ')
  const known = names ? `Kế hoạch của đơn vị có: ${names}.` : 'Đơn vị chưa phân công.'
  throw badField(pointer, `Không có tên này trong kế hoạch. ${known}`)
}
