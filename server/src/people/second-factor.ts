import { randomInt } from 'node:crypto'
import { type Database, findSecondFactor, type StoredAccount, useSecondProof } from '@moc57/db'
import {
  type Account,
  isRecoveryCode,
  needsSecondFactor,
  recoveryCodeCount,
  recoveryCodeLength,
  type SignInMethod,
} from '@moc57/shared'
import { generateSecret, generateURI, verifySync } from 'otplib'
import { hashOfToken } from './token.ts'

/** Seconds of a step, and how far the clocks of server and telephone may be apart. */
const period = 30

/** A new secret, and what an app reads it from. */
export function newSecret({ username }: Account): { secret: string; uri: string } {
  const secret = generateSecret()
  return { secret, uri: generateURI({ issuer: 'Mốc 57', label: username, secret, period }) }
}

/** The step of 30 seconds that the code of the secret belongs to: the present one, the one before or after; otherwise `undefined`. */
export function stepOf(secret: string, code: string, now: Date): number | undefined {
  const epoch = Math.floor(now.getTime() / 1000)
  const found = verifySync({ secret, token: code, epoch, period, epochTolerance: period })
  return found.valid && 'timeStep' in found ? found.timeStep : undefined
}

/** Codes for who has lost the telephone, as numbers; the database keeps their hashes. */
export function newRecoveryCodes(): string[] {
  const digit = () => randomInt(10)
  return Array.from({ length: recoveryCodeCount }, () =>
    Array.from({ length: recoveryCodeLength }, digit).join(''),
  )
}

/** Salted by the account: the same code of two accounts is kept as two. */
export function hashOfRecoveryCode({ id }: Pick<StoredAccount, 'id'>, code: string): string {
  return hashOfToken(`${id}:${code}`)
}

/** Uses the code up, of the app or of the recovery codes; false where it is wrong, or was used before. */
export function isCodeUsed(
  database: Database,
  account: Pick<StoredAccount, 'id' | 'username' | 'unitCode'>,
  code: string,
  now: Date,
): boolean {
  const at = now.toISOString()
  if (isRecoveryCode(code)) {
    return useSecondProof(database, account, { codeHash: hashOfRecoveryCode(account, code) }, at)
  }
  const factor = findSecondFactor(database, account.id)
  const step = factor?.confirmedAt ? stepOf(factor.secret, code, now) : undefined
  return step !== undefined && useSecondProof(database, account, { step }, at)
}

/**
 * The account as its session has it: where the service asks for second factors, who needs one has to set it up. Who came
 * in by a provider was asked there.
 */
export function withDuty<Known extends Account>(
  account: Known,
  { isRequired, method }: { isRequired: boolean; method: SignInMethod },
): Known {
  const isDue =
    isRequired && method === 'password' && account.secondFactor === 'none' && needsSecondFactor(account.role)
  return isDue ? { ...account, secondFactor: 'due' } : account
}
