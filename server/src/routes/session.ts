import {
  changeAccount,
  clearSignInFailures,
  closeOtherSessions,
  closeSession,
  type Database,
  findAccount,
  listSessions as listOpenSessions,
  logSignIn,
  recordSignInFailure,
  type SessionAccount,
  type SignInCounter,
  type StoredAccount,
  signInFailuresSince,
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
import type { FastifyRequest } from 'fastify'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { shown } from '../account-answer.ts'
import type { Context } from '../context.ts'
import { handBrowserKey } from '../http/browser-key.ts'
import { ratedAs } from '../http/rates.ts'
import { knownDevice } from '../known-device.ts'
import { hashPassword, isPassword } from '../password.ts'
import { refuseWeakPassword } from '../people/password-check.ts'
import { sessionMoment } from '../people/session-times.ts'
import { forgetSession, startSession } from '../plugins/session.ts'
import { badField, conflict, ProblemError } from '../problem.ts'

const lockMinutes = 15
/** By turns, so that many who sign in at once are not taken for many who guess: an attempt counts until it is checked. */
const passwordCheck = { turn: 'password', ...ratedAs('signIn') } as const
const mostFailures = { ofCounter: 5, ofAddress: 30 }

/** Takes as long as a real one to check, so that the time does not tell which names exist. */
const hashOfNobody = await hashPassword('no account has this password')

export const sessionRoutes: FastifyPluginAsyncZod<Context> = async (app, { database, now, notice }) => {
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
      const { username, password, onSharedDevice } = request.body
      const asked = findAccount(database, username.toLowerCase())
      const attempt = attemptOf(request, database, username, asked, now())
      refuseWhenLocked(database, attempt, now())
      // Counted before the slow check, so that many at once cannot slip by; the right password clears it.
      recordSignInFailure(database, attempt)
      const isRight = await isPassword(password, asked?.passwordHash ?? hashOfNobody)
      // Read anew: while the password was checked it may have been reset, or the account barred.
      const account = asked && findAccount(database, attempt.username)
      if (!account || !isRight || account.passwordHash !== asked.passwordHash || account.disabledAt) {
        const failed = { account: account?.username ?? null, address: request.ip }
        request.log.warn(failed, 'sign-in failed')
        if (account && logLock(database, attempt, now())) request.log.warn(failed, 'sign-in locked')
        throw new ProblemError({
          status: 401,
          title: 'Không đăng nhập được',
          detail: 'Tên đăng nhập hoặc mật khẩu không đúng. Hãy thử lại; quên mật khẩu thì báo quản trị.',
        })
      }
      clearSignInFailures(database, attempt)
      logSignIn(database, account.username, 'signedIn', attempt.at)
      request.log.info({ account: account.username, address: request.ip }, 'signed in')
      startSession(request, reply, database, {
        accountId: account.id,
        method: 'password',
        onSharedDevice,
        now: now(),
      })
      return { notice, user: shown(account) }
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
      const signedIn = request.account
      refuseNobody(signedIn)
      const account = findAccount(database, signedIn.username)
      refuseNobody(account)
      const attempt = attemptOf(request, database, account.username, account, now())
      refuseWhenLocked(database, attempt, now())
      recordSignInFailure(database, attempt)
      if (!(await isPassword(currentPassword, account.passwordHash))) {
        const failed = { account: account.username, address: request.ip }
        request.log.warn(failed, 'sign-in failed')
        if (logLock(database, attempt, now())) request.log.warn(failed, 'sign-in locked')
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
      return { notice, user: { ...shown(account), mustChangePassword: false } }
    },
  })

  const sessionsOf = ({ id, tokenHash }: SessionAccount) =>
    listOpenSessions(database, id, sessionMoment(now())).map(({ tokenHash: other, ...session }) => ({
      ...session,
      isThisOne: other === tokenHash,
    }))

  app.route({
    ...listSessions,
    handler: async ({ account }) => {
      refuseNobody(account)
      return { notice, items: sessionsOf(account) }
    },
  })

  app.route({
    ...endOtherSessions,
    handler: async ({ account }) => {
      refuseNobody(account)
      closeOtherSessions(database, account, now().toISOString())
      return { notice, items: sessionsOf(account) }
    },
  })

  app.route({
    ...nameMyself,
    handler: async ({ account, body }) => {
      refuseNobody(account)
      if (account.fullName !== null) {
        throw conflict('Tài khoản đã có họ tên. Cần sửa thì báo quản trị.')
      }
      changeAccount(database, account.username, {
        action: 'nameChanged',
        name: body,
        subject: `${body.fullName}, ${body.position}`,
        by: account.username,
        at: now().toISOString(),
      })
      return { notice, user: { ...shown(account), ...body } }
    },
  })
}

function refuseNobody<Somebody>(account: Somebody | null | undefined): asserts account is Somebody {
  if (account) return
  throw new ProblemError({
    status: 401,
    title: 'Chưa đăng nhập',
    detail: 'Hãy đăng nhập rồi thao tác lại.',
  })
}

type Attempt = SignInCounter & { address: string; at: string }

function attemptOf(
  request: FastifyRequest,
  database: Database,
  username: string,
  account: StoredAccount | undefined,
  now: Date,
): Attempt {
  return {
    username: username.toLowerCase(),
    device: account ? knownDevice(request, database, account.id, now) : null,
    address: request.ip,
    at: now.toISOString(),
  }
}

/**
 * Guessing one password is stopped by the name, trying one password on many names by the address. Where the account
 * has signed in before, it is stopped by what was tried there alone: strangers lock each other out, not the owner.
 */
function refuseWhenLocked(database: Database, attempt: Attempt, now: Date): void {
  const failures = failuresOfLate(database, attempt, now)
  const isAddressLocked = attempt.device === null && failures.ofAddress >= mostFailures.ofAddress
  if (failures.ofCounter < mostFailures.ofCounter && !isAddressLocked) return
  throw new ProblemError(
    {
      status: 429,
      title: 'Tạm khóa đăng nhập',
      detail: `Đăng nhập sai quá nhiều lần. Hãy thử lại sau ${lockMinutes} phút hoặc báo quản trị.`,
    },
    lockMinutes * 60,
  )
}

/**
 * The failure that locks a name goes into the log, where the administrator sees who is being guessed at; whether it was
 * this one.
 */
function logLock(database: Database, attempt: Attempt, now: Date): boolean {
  if (failuresOfLate(database, attempt, now).ofCounter !== mostFailures.ofCounter) return false
  logSignIn(database, attempt.username, 'locked', attempt.at)
  return true
}

function failuresOfLate(database: Database, { username, device, address }: Attempt, now: Date) {
  const since = new Date(now.getTime() - lockMinutes * 60_000).toISOString()
  return signInFailuresSince(database, { username, device, address, since })
}
