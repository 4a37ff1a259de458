import { createHmac } from 'node:crypto'
import { browserSecret, type Database } from '@moc57/db'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { ProblemError } from './problem.ts'

const cookieName = 'moc57_key'
/** Seconds, renewed whenever a page asks who is signed in: no longer than a session may lie unused. */
const longestKey = 12 * 60 * 60
/** The account that a page was made for, by its mark; the page sends it with every call. */
const pageHeader = 'moc57-account'

const derived = (database: Database, purpose: string, accountId: number) =>
  createHmac('sha256', browserSecret(database)).update(`${purpose} ${accountId}`).digest('hex')

/** Tells accounts apart in a browser without naming them. */
const markOf = (database: Database, accountId: number) => derived(database, 'mark', accountId).slice(0, 16)

/**
 * Hands the browser the key of the account, with which the pages encrypt what they store: work that was not sent yet,
 * and the page that opens without a connection. The key is the same at every sign-in, so its owner finds the work
 * again. It is a cookie that scripts can read, and lives beside the session's: the browser itself drops it when the
 * session has lain unused, without a connection too, and it is never stored with what it opens.
 */
export function handBrowserKey(
  request: FastifyRequest,
  reply: FastifyReply,
  database: Database,
  { accountId, endsWithBrowser }: { accountId: number; endsWithBrowser: boolean },
): void {
  reply.setCookie(cookieName, `${markOf(database, accountId)}.${derived(database, 'key', accountId)}`, {
    path: '/',
    sameSite: 'strict',
    secure: request.protocol === 'https',
    ...(!endsWithBrowser && { maxAge: longestKey }),
  })
}

/** Takes the key back; what was stored with it can be read by nobody until its account signs in again. */
export function forgetBrowserKey(reply: FastifyReply): void {
  reply.clearCookie(cookieName, { path: '/' })
}

export function hasBrowserKey({ cookies }: FastifyRequest): boolean {
  return cookies[cookieName] !== undefined
}

/** A page of one account never reads or writes as another that has signed in meanwhile, in another window. */
export function refuseOtherAccount({ headers, account }: FastifyRequest, database: Database): void {
  const mark = headers[pageHeader]
  if (mark === undefined || (account && mark === markOf(database, account.id))) return
  throw new ProblemError({
    status: 401,
    title: 'Phiên đăng nhập đã hết',
    detail: 'Trang này mở bằng một tài khoản không còn đăng nhập. Hãy đăng nhập lại bằng tài khoản đó.',
  })
}
