import { and, count, eq, gt, lt, type SQL, sql } from 'drizzle-orm'
import type { Database } from './open.ts'
import { signInFailures } from './schema.ts'

const keptFor = 24 * 60 * 60 * 1000

/** Whose tries are counted together: those at a name from one device that it knows, or from all others (`null`). */
export type SignInCounter = { username: string; device: string | null }

/** Remembers a wrong password, and forgets those of more than a day ago. */
export function recordSignInFailure(
  db: Database,
  failure: SignInCounter & { address: string; at: string },
): void {
  const oldest = new Date(Date.parse(failure.at) - keptFor).toISOString()
  db.orm.transaction((transaction) => {
    transaction.delete(signInFailures).where(lt(signInFailures.at, oldest)).run()
    transaction.insert(signInFailures).values(failure).run()
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

/** The right password was given: its counter starts anew. */
export function clearSignInFailures(db: Database, counter: SignInCounter): void {
  db.orm.delete(signInFailures).where(isOn(counter)).run()
}

const isOn = ({ username, device }: SignInCounter) =>
  and(eq(signInFailures.username, username), sql`${signInFailures.device} IS ${device}`)
