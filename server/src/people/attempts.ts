import {
  type Database,
  logSignIn,
  type SignInCounter,
  type StoredAccount,
  signInFailuresSince,
} from '@moc57/db'
import type { FastifyRequest } from 'fastify'
import { ProblemError } from '../http/problem.ts'
import { knownDevice } from './known-device.ts'

const lockMinutes = 15
const mostFailures = { ofCounter: 5, ofAddress: 30 }

/** One try at a password or a code. */
export type Attempt = SignInCounter & { address: string; at: string }

/** What the try is counted by; the account is the one that the username stands for, if it is anybody's. */
export function attemptOf(
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
export function refuseWhenLocked(database: Database, attempt: Attempt, now: Date): void {
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
 * A wrong password or code stands in the program's log; the one that locks the name of an account also in the log that
 * people read, where the administrator sees who is being guessed at.
 */
export function logFailure(
  request: FastifyRequest,
  database: Database,
  attempt: Attempt,
  { account, now }: { account: Pick<StoredAccount, 'username'> | undefined; now: Date },
): void {
  const failed = { account: account?.username ?? null, address: attempt.address }
  request.log.warn(failed, 'sign-in failed')
  if (!account || failuresOfLate(database, attempt, now).ofCounter !== mostFailures.ofCounter) return
  logSignIn(database, attempt.username, 'locked', attempt.at)
  request.log.warn(failed, 'sign-in locked')
}

function failuresOfLate(database: Database, { username, device, address }: Attempt, now: Date) {
  const since = new Date(now.getTime() - lockMinutes * 60_000).toISOString()
  return signInFailuresSince(database, { username, device, address, since })
}
