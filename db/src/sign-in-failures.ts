import { and, count, eq, gt, lt } from 'drizzle-orm'
import type { Database } from './open.ts'
import { signInFailures } from './schema.ts'

const keptFor = 24 * 60 * 60 * 1000

/** Remembers a wrong password, and forgets those of more than a day ago. */
export function recordSignInFailure(
  db: Database,
  failure: { username: string; address: string; at: string },
): void {
  const oldest = new Date(Date.parse(failure.at) - keptFor).toISOString()
  db.orm.transaction((transaction) => {
    transaction.delete(signInFailures).where(lt(signInFailures.at, oldest)).run()
    transaction.insert(signInFailures).values(failure).run()
  })
}

/** How often sign-in failed since the instant, for the name and from the address. */
export function signInFailuresSince(
  db: Database,
  { username, address, since }: { username: string; address: string; since: string },
): { ofName: number; ofAddress: number } {
  const isRecent = gt(signInFailures.at, since)
  const counted = (of: ReturnType<typeof eq>) =>
    db.orm.select({ n: count() }).from(signInFailures).where(and(isRecent, of)).get()?.n ?? 0
  return {
    ofName: counted(eq(signInFailures.username, username)),
    ofAddress: counted(eq(signInFailures.address, address)),
  }
}

/** The right password was given: the name starts anew. */
export function clearSignInFailures(db: Database, username: string): void {
  db.orm.delete(signInFailures).where(eq(signInFailures.username, username)).run()
}
