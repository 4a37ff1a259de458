import cookie from '@fastify/cookie'
import {
  closeSession,
  type Database,
  findSession,
  noteSessionUse,
  openSession,
  type SessionAccount,
} from '@moc57/db'
import type { SignInMethod } from '@moc57/shared'
import type { FastifyReply, FastifyRequest } from 'fastify'
import plugin from 'fastify-plugin'
import { isWrite, sessionCookieName } from '../http/account.ts'
import { forgetBrowserKey, handBrowserKey, hasBrowserKey, refuseOtherAccount } from '../http/browser-key.ts'
import { ProblemError } from '../http/problem.ts'
import { markDevice } from './known-device.ts'
import { withDuty } from './second-factor.ts'
import { isUseToBeNoted, longestSession, sessionMoment } from './session-times.ts'
import { hashOfToken, newToken } from './token.ts'

type Options = {
  database: Database
  now: () => Date
  isSecondFactorRequired: boolean
  publicUrl: string | undefined
}

/**
 * Sessions live on the server: the cookie holds a random token, the database its hash, so a copy of the database opens
 * no session and a revoked one ends at once. The cookie is HttpOnly and SameSite=Lax; a write must also come from our
 * own pages.
 */
export const session = plugin<Options>(async (app, options) => {
  const { database, now, isSecondFactorRequired: isRequired, publicUrl } = options
  const publicOrigin = publicUrl && new URL(publicUrl).origin

  await app.register(cookie)
  app.decorateRequest('account', null)

  app.addHook('onRequest', async (request, reply) => {
    if (isWrite(request) && isFromElsewhere(request, publicOrigin)) {
      throw new ProblemError({
        status: 403,
        title: 'Yêu cầu từ trang khác',
        detail: 'Chỉ các trang của Mốc 57 được gửi lệnh ghi. Hãy mở trực tiếp trang Mốc 57 rồi thao tác lại.',
      })
    }
    const token = request.cookies[sessionCookieName]
    const at = now()
    const account = token ? findSession(database, hashOfToken(token), sessionMoment(at)) : undefined
    request.account = account ? withDuty(account, { isRequired, method: account.method }) : null
    // A session that has ended leaves nothing to open, whatever was asked for.
    if (!account && (token || hasBrowserKey(request))) forgetSession(reply)
    refuseOtherAccount(request, database)
    if (account && isUse(request) && isUseToBeNoted(account, at)) noteUse(request, database, account, at)
  })
})

/** Reading goes on where nothing can be written: the session then ends the sooner. */
function noteUse(request: FastifyRequest, database: Database, { tokenHash }: SessionAccount, at: Date): void {
  try {
    noteSessionUse(database, tokenHash, at.toISOString())
  } catch (error) {
    request.log.warn(error, 'the use of a session was not noted')
  }
}

/** An open page asks by itself who is signed in; that it lies there is no use of the session. */
function isUse({ method, routeOptions }: FastifyRequest): boolean {
  return method !== 'GET' || routeOptions.url !== '/api/session'
}

/** Browsers state the origin of every write; programs that are no browser carry no cookie of somebody else. */
function isFromElsewhere({ headers }: FastifyRequest, publicOrigin: string | undefined): boolean {
  const { origin, host } = headers
  if (origin && origin === publicOrigin) return false
  if (origin) return origin !== `http://${host}` && origin !== `https://${host}`
  const site = headers['sec-fetch-site']
  return site !== undefined && site !== 'same-origin' && site !== 'none'
}

/**
 * Opens a new session for the account and ends the one it takes the place of; the token never existed before, so none
 * can be fixed from outside. From then on the account knows the browser.
 */
export function startSession(
  request: FastifyRequest,
  reply: FastifyReply,
  database: Database,
  {
    accountId,
    method,
    onSharedDevice = false,
    now,
  }: {
    accountId: number
    method: SignInMethod
    /** The cookie then goes with the browser. */
    onSharedDevice?: boolean | undefined
    now: Date
  },
): void {
  if (request.account) closeSession(database, request.account.tokenHash)
  const token = newToken()
  const expires = new Date(now.getTime() + longestSession)
  openSession(database, {
    tokenHash: hashOfToken(token),
    accountId,
    method,
    onSharedDevice,
    at: now.toISOString(),
    expiresAt: expires.toISOString(),
  })
  reply.setCookie(sessionCookieName, token, {
    path: '/',
    httpOnly: true,
    sameSite: 'lax',
    secure: request.protocol === 'https',
    ...(!onSharedDevice && { expires }),
  })
  handBrowserKey(request, reply, database, { accountId, endsWithBrowser: onSharedDevice })
  markDevice(request, reply, database, { accountId, now })
}

/** Takes the cookies back. */
export function forgetSession(reply: FastifyReply): void {
  forgetBrowserKey(reply)
  reply.clearCookie(sessionCookieName, { path: '/' })
}
