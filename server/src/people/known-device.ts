import { type Database, isKnownDevice, rememberDevice } from '@moc57/db'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { hashOfToken, newToken } from './token.ts'

/** Sent where one signs in, and nowhere else. */
const cookiePath = '/api/session'
const keptDays = 365
/** One for each account, so that several people at one PC each keep theirs. */
const cookieName = (accountId: number) => `moc57_device_${accountId}`

/**
 * The browser's mark of having signed in to the account before, as the server keeps it; `null` of any other. It opens
 * nothing: it has its own count of wrong passwords, so that strangers who guess at the name do not lock its owner out
 * (OWASP, "Slow Down Online Guessing Attacks with Device Cookies"). Of another account, made up or run out it is worth
 * nothing.
 */
export function knownDevice(
  request: FastifyRequest,
  database: Database,
  accountId: number,
  now: Date,
): string | null {
  const token = request.cookies[cookieName(accountId)]
  const tokenHash = token === undefined ? null : hashOfToken(token)
  if (tokenHash === null || !isKnownDevice(database, { tokenHash, accountId }, now.toISOString())) return null
  return tokenHash
}

/** Gives the browser a new mark for the account that has just signed in; a copy of the one before is worth nothing. */
export function markDevice(
  request: FastifyRequest,
  reply: FastifyReply,
  database: Database,
  { accountId, now }: { accountId: number; now: Date },
): void {
  const token = newToken()
  const expires = new Date(now.getTime() + keptDays * 24 * 60 * 60 * 1000)
  rememberDevice(database, {
    tokenHash: hashOfToken(token),
    accountId,
    before: knownDevice(request, database, accountId, now),
    at: now.toISOString(),
    expiresAt: expires.toISOString(),
  })
  reply.setCookie(cookieName(accountId), token, {
    path: cookiePath,
    httpOnly: true,
    // Lax, not Strict: coming back from a sign-in provider is a navigation from another site.
    sameSite: 'lax',
    secure: request.protocol === 'https',
    expires,
  })
}
