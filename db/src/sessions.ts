import type { Account, SignInMethod } from '@moc57/shared'
import { and, eq, gt, isNull, lte, sql } from 'drizzle-orm'
import { accountColumns } from './accounts.ts'
import type { Database } from './open.ts'
import { given, prepared } from './prepared.ts'
import { accounts, leadBodies, leaders, sessions } from './schema.ts'

/** The account that an open session belongs to. */
export type SessionAccount = Account & { id: number; tokenHash: string }

/** Opens a session, and forgets those that have run out. Instants in ISO 8601. */
export function openSession(
  db: Database,
  session: { tokenHash: string; accountId: number; method: SignInMethod; at: string; expiresAt: string },
): void {
  db.orm.transaction((transaction) => {
    transaction.delete(sessions).where(lte(sessions.expiresAt, session.at)).run()
    transaction
      .insert(sessions)
      .values({ ...session, createdAt: session.at })
      .run()
  })
}

/** A password set by somebody else is due before anything, but only from who came in by it. */
const mustChangePassword =
  sql<boolean>`${accounts.mustChangePassword} AND ${sessions.method} = 'password'`.mapWith(Boolean)

const openSessionByToken = prepared(({ orm }) =>
  orm
    .select({ ...accountColumns, mustChangePassword, tokenHash: sessions.tokenHash })
    .from(sessions)
    .innerJoin(accounts, eq(accounts.id, sessions.accountId))
    .leftJoin(leaders, eq(leaders.id, accounts.leaderId))
    .leftJoin(leadBodies, eq(leadBodies.id, accounts.leadBodyId))
    .where(
      and(
        eq(sessions.tokenHash, given('tokenHash')),
        gt(sessions.expiresAt, given('now')),
        isNull(accounts.disabledAt),
      ),
    )
    .prepare(),
)

export function findSession(db: Database, tokenHash: string, now: string): SessionAccount | undefined {
  return openSessionByToken(db).get({ tokenHash, now })
}

export function closeSession(db: Database, tokenHash: string): void {
  db.orm.delete(sessions).where(eq(sessions.tokenHash, tokenHash)).run()
}
