import { and, count, eq, gt, lt, type SQL, sql } from 'drizzle-orm'
import type { Database } from '../open/open.ts'
import { signInFailures } from '../schema/people.ts'

const cachedFor = 24 * 60 * 60 * 1000

/** Whose tries are counted together: those at a name from one device that it knows, or from all others (`null`). */
export type SignInCounter = { username: string; device: string | null }

/** Remembers a wrong password or code, and forgets those of more than a day ago; by the id it can be taken back. */
export function recordSignInFailure(
  db: Database,
  failure: SignInCounter & { address: string; at: string },
): number {
  const oldest = new Date(Date.parse(failure.at) - cachedFor).toISOString()
  return db.orm.transaction((transaction) => {
    transaction.delete(signInFailures).where(lt(signInFailures.at, oldest)).run()
    return transaction.insert(signInFailures).values(failure).returning({ id: signInFailures.id }).get().id
  })
}

/** How often sign-in failed since the instant, on the counter and from the address. */
export function signInFailuresSince(
  db: Database,
  { address, since, ...counter }: SignInCounter & { address: string; since: string },
): { ofCounter: number; ofAddress: number } {
  const isRecent = gt(signInFailures.at, since)
  const counted = (of: SQL | undefined) =>
    db.orm.select({ n: count() }).from(signInFailures).where(and(isRecent, of)).get()?.n ?? 0
  return { ofCounter: counted(isOn(counter)), ofAddress: counted(eq(signInFailures.address, address)) }
}

/** It was no failure after all; those before it still count. */
export function takeBackSignInFailure(db: Database, id: number): void {
  db.orm.delete(signInFailures).where(eq(signInFailures.id, id)).run()
}

/** All that is asked for was given: its counter starts anew. */
export function clearSignInFailures(db: Database, counter: SignInCounter): void {
  db.orm.delete(signInFailures).where(isOn(counter)).run()
}

const isOn = ({ username, device }: SignInCounter) =>
  and(eq(signInFailures.username, username), sql`${signInFailures.device} IS ${device}`)
