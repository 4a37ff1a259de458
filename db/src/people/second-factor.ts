import { and, count, eq, isNotNull, isNull, lt, ne } from 'drizzle-orm'
import type { Database } from '../open/open.ts'
import { recoveryCodes, secondFactors, sessions, signInFailures } from '../schema/people.ts'
import type { Deed } from '../sql/deed.ts'
import { inOneCommit } from '../sql/one-commit.ts'
import { logAccount, type StoredAccount } from './accounts.ts'

type Owner = Pick<StoredAccount, 'id' | 'username' | 'unitCode'>

/** Opens a sign-in once: the step of 30 seconds of a code from the app, or the hash of a recovery code. */
export type SecondProof = { step: number } | { codeHash: string }

/** What is stored of the account's second factor: its secret in base32, and since when it counts; `null` while it waits for its first code. */
export function findSecondFactor(
  { orm }: Database,
  accountId: number,
): { secret: string; confirmedAt: string | null } | undefined {
  const { secret, confirmedAt } = secondFactors
  return orm
    .select({ secret, confirmedAt })
    .from(secondFactors)
    .where(eq(secondFactors.accountId, accountId))
    .get()
}

/** How many recovery codes the account has not used. */
export function countRecoveryCodes({ orm }: Database, accountId: number): number {
  const found = orm
    .select({ n: count() })
    .from(recoveryCodes)
    .where(eq(recoveryCodes.accountId, accountId))
    .get()
  return found?.n ?? 0
}

/** Puts a secret by until its first code comes, in place of one that still waits; false where a factor counts already. */
export function beginSecondFactor({ orm }: Database, accountId: number, secret: string): boolean {
  const { changes } = orm
    .insert(secondFactors)
    .values({ accountId, secret, lastStep: 0 })
    .onConflictDoUpdate({
      target: secondFactors.accountId,
      set: { secret },
      setWhere: isNull(secondFactors.confirmedAt),
    })
    .run()
  return changes === 1
}

/**
 * The secret counts from now on, with new recovery codes; every session of the account but one ends, as it was opened
 * without. False where the secret no longer waits.
 */
export function confirmSecondFactor(
  db: Database,
  owner: Owner & { tokenHash: string },
  { secret, step, codeHashes, at }: { secret: string; step: number; codeHashes: string[]; at: string },
): boolean {
  const { id: accountId, username, unitCode, tokenHash } = owner
  return inOneCommit(db, () => {
    const { changes } = db.orm
      .update(secondFactors)
      .set({ confirmedAt: at, lastStep: step })
      .where(
        and(
          eq(secondFactors.accountId, accountId),
          eq(secondFactors.secret, secret),
          isNull(secondFactors.confirmedAt),
        ),
      )
      .run()
    if (changes === 0) return false
    db.orm
      .insert(recoveryCodes)
      .values(codeHashes.map((codeHash) => ({ accountId, codeHash })))
      .run()
    db.orm
      .delete(sessions)
      .where(and(eq(sessions.accountId, accountId), ne(sessions.tokenHash, tokenHash)))
      .run()
    logAccount(db.orm, { username, action: 'secondFactorSet', by: username, at, unitCode })
    return true
  })
}

/** Uses the proof up; false where it was used before, also by a request at the same time. A recovery code is logged. */
export function useSecondProof(db: Database, owner: Owner, proof: SecondProof, at: string): boolean {
  const { id: accountId, username, unitCode } = owner
  if ('step' in proof) {
    const { changes } = db.orm
      .update(secondFactors)
      .set({ lastStep: proof.step })
      .where(
        and(
          eq(secondFactors.accountId, accountId),
          isNotNull(secondFactors.confirmedAt),
          lt(secondFactors.lastStep, proof.step),
        ),
      )
      .run()
    return changes === 1
  }
  return inOneCommit(db, () => {
    const { changes } = db.orm
      .delete(recoveryCodes)
      .where(and(eq(recoveryCodes.accountId, accountId), eq(recoveryCodes.codeHash, proof.codeHash)))
      .run()
    if (changes === 0) return false
    logAccount(db.orm, { username, action: 'recoveryCodeUsed', by: username, at, unitCode })
    return true
  })
}

/**
 * The account signs in with its password alone again. Where somebody else takes the factor away, the sessions end and
 * wrong codes are forgotten: whoever lost it signs in now, whoever found it does not stay. False where there was none.
 */
export function removeSecondFactor(db: Database, owner: Owner, { by, at }: Deed): boolean {
  const { id: accountId, username, unitCode } = owner
  return inOneCommit(db, () => {
    db.orm.delete(recoveryCodes).where(eq(recoveryCodes.accountId, accountId)).run()
    const removed = db.orm
      .delete(secondFactors)
      .where(eq(secondFactors.accountId, accountId))
      .returning({ confirmedAt: secondFactors.confirmedAt })
      .get()
    if (!removed?.confirmedAt) return false
    if (by !== username) {
      db.orm.delete(sessions).where(eq(sessions.accountId, accountId)).run()
      db.orm.delete(signInFailures).where(eq(signInFailures.username, username)).run()
    }
    logAccount(db.orm, { username, action: 'secondFactorRemoved', by, at, unitCode })
    return true
  })
}
