import { and, eq, gt, lte } from 'drizzle-orm'
import type { Database } from '../open/open.ts'
import { knownDevices } from '../schema/people.ts'

/** A browser as an account knows it, by the hash of the token in its cookie. */
export type KnownDevice = { tokenHash: string; accountId: number }

/** Remembers the browser, in the place of what it was known by before; forgets those not used for long. Instants in ISO 8601. */
export function rememberDevice(
  db: Database,
  { before, at, ...device }: KnownDevice & { before: string | null; at: string; expiresAt: string },
): void {
  db.orm.transaction((transaction) => {
    transaction.delete(knownDevices).where(lte(knownDevices.expiresAt, at)).run()
    if (before !== null) transaction.delete(knownDevices).where(eq(knownDevices.tokenHash, before)).run()
    transaction.insert(knownDevices).values(device).run()
  })
}

/** Whether the account has signed in from there, and not too long ago. */
export function isKnownDevice(db: Database, { tokenHash, accountId }: KnownDevice, now: string): boolean {
  const isIt = and(eq(knownDevices.tokenHash, tokenHash), eq(knownDevices.accountId, accountId))
  return (
    db.orm
      .select()
      .from(knownDevices)
      .where(and(isIt, gt(knownDevices.expiresAt, now)))
      .get() !== undefined
  )
}
