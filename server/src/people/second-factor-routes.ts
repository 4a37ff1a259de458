import {
  beginSecondFactor as begin,
  clearSignInFailures,
  confirmSecondFactor as confirm,
  countRecoveryCodes,
  findAccount,
  findSecondFactor,
  recordSignInFailure,
  removeSecondFactor as remove,
} from '@moc57/db'
import {
  beginSecondFactor,
  confirmSecondFactor,
  readSecondFactor,
  removeSecondFactor,
} from '@moc57/shared/api'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import type { Context } from '../http/context.ts'
import { badField, conflict } from '../http/problem.ts'
import { ratedAs } from '../http/rates.ts'
import { shown } from './account-answer.ts'
import { attemptOf, logFailure, refuseWhenLocked } from './attempts.ts'
import {
  hashOfRecoveryCode,
  isCodeUsed,
  newRecoveryCodes,
  newSecret,
  stepOf,
  withDuty,
} from './second-factor.ts'

const alreadySet = 'Xác thực hai bước đã bật. Muốn đổi điện thoại, hãy bỏ rồi bật lại.'

/** One's own second factor: set up by a code, taken away by a code. */
export const secondFactorRoutes: FastifyPluginAsyncZod<Context> = async (
  app,
  { database, now, notice, isSecondFactorRequired: isRequired },
) => {
  app.route({
    ...readSecondFactor,
    handler: async ({ signedIn: account }) => {
      const setAt = findSecondFactor(database, account.id)?.confirmedAt ?? null
      return { notice, setAt, recoveryCodesLeft: countRecoveryCodes(database, account.id) }
    },
  })

  app.route({
    ...beginSecondFactor,
    config: ratedAs('signIn'),
    handler: async ({ signedIn: account }) => {
      const made = newSecret(account)
      if (!begin(database, account.id, made.secret)) throw conflict(alreadySet)
      return { notice, ...made }
    },
  })

  app.route({
    ...confirmSecondFactor,
    config: ratedAs('signIn'),
    handler: async ({ signedIn: account, body }) => {
      const factor = findSecondFactor(database, account.id)
      if (!factor) throw conflict('Chưa có mã QR nào chờ xác nhận. Hãy bấm bật xác thực hai bước lại từ đầu.')
      if (factor.confirmedAt) throw conflict(alreadySet)
      const { secret } = factor
      const step = stepOf(secret, body.code, now())
      if (step === undefined) {
        throw badField(
          '#/code',
          'Mã không khớp. Hãy nhập mã đang hiện trong ứng dụng; nếu vẫn sai, kiểm tra giờ của điện thoại.',
        )
      }
      const codes = newRecoveryCodes()
      const codeHashes = codes.map((code) => hashOfRecoveryCode(account, code))
      if (!confirm(database, account, { secret, step, codeHashes, at: now().toISOString() })) {
        throw conflict(alreadySet)
      }
      return { notice, user: { ...shown(account), secondFactor: 'set' as const }, recoveryCodes: codes }
    },
  })

  app.route({
    ...removeSecondFactor,
    config: ratedAs('signIn'),
    handler: async (request) => {
      const { signedIn: account, body } = request
      if (account.secondFactor !== 'set') throw conflict('Xác thực hai bước chưa bật.')
      const attempt = attemptOf(
        request,
        database,
        account.username,
        findAccount(database, account.username),
        now(),
      )
      refuseWhenLocked(database, attempt, now())
      recordSignInFailure(database, attempt)
      if (!isCodeUsed(database, account, body.code, now())) {
        logFailure(request, database, attempt, { account, now: now() })
        throw badField(
          '#/code',
          'Mã không đúng, hoặc đã dùng. Hãy chờ mã kế tiếp trong ứng dụng rồi nhập lại.',
        )
      }
      clearSignInFailures(database, attempt)
      remove(database, account, { by: account.username, at: attempt.at })
      const user = { ...shown(account), secondFactor: 'none' as const }
      return { notice, user: withDuty(user, { isRequired, method: account.method }) }
    },
  })
}
