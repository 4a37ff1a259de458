import {
  changeAccount,
  clearSignInFailures,
  closeOtherSessions,
  closeSession,
  findAccount,
  listSessions as listOpenSessions,
  logSignIn,
  recordSignInFailure,
  type SessionAccount,
  takeBackSignInFailure,
} from '@moc57/db'
import { isNearlyOld, nearlyOldPassword } from '@moc57/shared'
import {
  changePassword,
  endOtherSessions,
  listSessions,
  nameMyself,
  readSession,
  signIn,
  signOut,
} from '@moc57/shared/api'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { requireAccount } from '../http/authorize.ts'
import { handBrowserKey } from '../http/browser-key.ts'
import type { Context } from '../http/context.ts'
import { badField, conflict, ProblemError } from '../http/problem.ts'
import { ratedAs } from '../http/rates.ts'
import { shown } from './account-answer.ts'
import { attemptOf, logFailure, refuseWhenLocked } from './attempts.ts'
import { hashPassword, isPassword } from './password.ts'
import { refuseWeakPassword } from './password-check.ts'
import { isCodeUsed, withDuty } from './second-factor.ts'
import { forgetSession, startSession } from './session.ts'
import { sessionMoment } from './session-times.ts'

/** By turns, so that many who sign in at once are not taken for many who guess: an attempt counts until it is checked. */
const passwordCheck = { turn: 'password', ...ratedAs('signIn') } as const

/** Takes as long as a real one to check, so that the time does not tell which names exist. */
const hashOfNobody = await hashPassword('no account has this password')

export const sessionRoutes: FastifyPluginAsyncZod<Context> = async (
  app,
  { database, now, notice, isSecondFactorRequired: isRequired },
) => {
  app.route({
    ...readSession,
    handler: async (request, reply) => {
      const { account } = request
      if (account) {
        const { id: accountId, onSharedDevice: endsWithBrowser } = account
        handBrowserKey(request, reply, database, { accountId, endsWithBrowser })
      }
      return { notice, user: account && shown(account) }
    },
  })

  app.route({
    ...signIn,
    config: passwordCheck,
    handler: async (request, reply) => {
      const { username, password, code, onSharedDevice } = request.body
      const asked = findAccount(database, username.toLowerCase())
      const attempt = attemptOf(request, database, username, asked, now())
      refuseWhenLocked(database, attempt, now())
      // Counted before the slow check, so that many at once cannot slip by; the right password clears it.
      const counted = recordSignInFailure(database, attempt)
      const isRight = await isPassword(password, asked?.passwordHash ?? hashOfNobody)
      // Read anew: while the password was checked it may have been reset, or the account barred.
      const account = asked && findAccount(database, attempt.username)
      if (!account || !isRight || account.passwordHash !== asked.passwordHash || account.disabledAt) {
        logFailure(request, database, attempt, { account, now: now() })
        throw new ProblemError({
          status: 401,
          title: 'Không đăng nhập được',
          detail: 'Tên đăng nhập hoặc mật khẩu không đúng. Hãy thử lại; quên mật khẩu thì báo quản trị.',
        })
      }
      if (account.secondFactor === 'set') {
        if (code === undefined) {
          takeBackSignInFailure(database, counted)
          throw codeWanted('Hãy nhập mã 6 chữ số đang hiện trong ứng dụng xác thực, hoặc một mã dự phòng.')
        }
        if (!isCodeUsed(database, account, code, now())) {
          logFailure(request, database, attempt, { account, now: now() })
          throw codeWanted('Mã không đúng, hoặc đã dùng. Hãy chờ mã kế tiếp trong ứng dụng rồi nhập lại.')
        }
      }
      // Only now: who knows the password alone cannot begin anew to guess codes.
      clearSignInFailures(database, attempt)
      logSignIn(database, account.username, 'signedIn', attempt.at)
      request.log.info({ account: account.username, address: request.ip }, 'signed in')
      startSession(request, reply, database, {
        accountId: account.id,
        method: 'password',
        onSharedDevice,
        now: now(),
      })
      return { notice, user: shown(withDuty(account, { isRequired, method: 'password' })) }
    },
  })

  app.route({
    ...signOut,
    handler: async ({ account }, reply) => {
      if (account) closeSession(database, account.tokenHash)
      forgetSession(reply)
      return { notice, user: null }
    },
  })

  app.route({
    ...changePassword,
    config: passwordCheck,
    handler: async (request, reply) => {
      const { currentPassword, newPassword } = request.body
      const { signedIn } = request
      const account = findAccount(database, signedIn.username)
      requireAccount(account)
      const attempt = attemptOf(request, database, account.username, account, now())
      refuseWhenLocked(database, attempt, now())
      recordSignInFailure(database, attempt)
      if (!(await isPassword(currentPassword, account.passwordHash))) {
        logFailure(request, database, attempt, { account, now: now() })
        throw badField('#/currentPassword', 'Mật khẩu hiện tại không đúng.')
      }
      clearSignInFailures(database, attempt)
      if (isNearlyOld(newPassword, currentPassword)) throw badField('#/newPassword', nearlyOldPassword)
      if (newPassword.toLowerCase().includes(account.username)) {
        throw badField('#/newPassword', 'Mật khẩu mới không được chứa tên đăng nhập.')
      }
      await refuseWeakPassword(database, {
        password: newPassword,
        account,
        use: 'own',
        pointer: '#/newPassword',
      })
      const passwordHash = await hashPassword(newPassword)
      if (findAccount(database, account.username)?.passwordHash !== account.passwordHash) {
        throw conflict('Mật khẩu vừa được đặt lại ở nơi khác. Hãy đăng nhập lại bằng mật khẩu mới.')
      }
      changeAccount(database, account.username, {
        action: 'passwordChanged',
        passwordHash,
        by: account.username,
        at: attempt.at,
      })
      startSession(request, reply, database, {
        accountId: account.id,
        method: 'password',
        onSharedDevice: signedIn.onSharedDevice,
        now: now(),
      })
      const user = { ...shown(account), mustChangePassword: false }
      return { notice, user: withDuty(user, { isRequired, method: 'password' }) }
    },
  })

  const sessionsOf = ({ id, tokenHash }: SessionAccount) =>
    listOpenSessions(database, id, sessionMoment(now())).map(({ tokenHash: other, ...session }) => ({
      ...session,
      isThisOne: other === tokenHash,
    }))

  app.route({
    ...listSessions,
    handler: async ({ signedIn: account }) => {
      return { notice, items: sessionsOf(account) }
    },
  })

  app.route({
    ...endOtherSessions,
    handler: async ({ signedIn: account }) => {
      closeOtherSessions(database, account, now().toISOString())
      return { notice, items: sessionsOf(account) }
    },
  })

  app.route({
    ...nameMyself,
    handler: async ({ signedIn: account, body, deed }) => {
      if (account.fullName !== null) {
        throw conflict('Tài khoản đã có họ tên. Cần sửa thì báo quản trị.')
      }
      changeAccount(database, account.username, {
        action: 'nameChanged',
        name: body,
        subject: `${body.fullName}, ${body.position}`,
        ...deed,
      })
      return { notice, user: { ...shown(account), ...body } }
    },
  })
}

/** The password was right: the page asks for the code in a second step. */
function codeWanted(detail: string): ProblemError {
  return new ProblemError({
    status: 401,
    title: 'Cần mã xác thực',
    detail,
    errors: [{ pointer: '#/code', detail }],
  })
}
