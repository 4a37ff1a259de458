import type { Account, SignInMethod } from '@moc57/shared'
import { and, desc, eq, gt, isNull, lte, ne, sql } from 'drizzle-orm'
import type { Database } from '../open/open.ts'
import { given, prepared } from '../open/prepared.ts'
import { accounts, sessions } from '../schema/people.ts'
import { leadBodies, leaders } from '../schema/plans.ts'
import { accountColumns, logAccount } from './accounts.ts'

/** The account that an open session belongs to. */
export type SessionAccount = Account & {
  id: number
  tokenHash: string
  method: SignInMethod
  /** To within some minutes. */
  lastUsedAt: string
  /** It ends with the browser. */
  onSharedDevice: boolean
}

/** Instants in ISO 8601: who was last there before `idleSince`, at a shared PC `sharedIdleSince`, is signed out. */
export type SessionMoment = { now: string; idleSince: string; sharedIdleSince: string }

/** Opens a session, and forgets those that have run out. Instants in ISO 8601. */
export function openSession(
  db: Database,
  session: {
    tokenHash: string
    accountId: number
    method: SignInMethod
    onSharedDevice: boolean
    at: string
    expiresAt: string
  },
): void {
  db.orm.transaction((transaction) => {
    transaction.delete(sessions).where(lte(sessions.expiresAt, session.at)).run()
    transaction
      .insert(sessions)
      .values({ ...session, createdAt: session.at, lastUsedAt: session.at })
      .run()
  })
}

/** A password set by somebody else is due before anything, but only from who came in by it. */
const mustChangePassword =
  sql<boolean>`${accounts.mustChangePassword} AND ${sessions.method} = 'password'`.mapWith(Boolean)

const isOpen = and(
  gt(sessions.expiresAt, given('now')),
  sql`${sessions.lastUsedAt} > iif(${sessions.onSharedDevice}, ${given('sharedIdleSince')}, ${given('idleSince')})`,
)

const openSessionByToken = prepared(({ orm }) =>
  orm
    .select({
      ...accountColumns,
      mustChangePassword,
      tokenHash: sessions.tokenHash,
      method: sessions.method,
      lastUsedAt: sessions.lastUsedAt,
      onSharedDevice: sessions.onSharedDevice,
    })
    .from(sessions)
    .innerJoin(accounts, eq(accounts.id, sessions.accountId))
    .leftJoin(leaders, eq(leaders.id, accounts.leaderId))
    .leftJoin(leadBodies, eq(leadBodies.id, accounts.leadBodyId))
    .where(and(eq(sessions.tokenHash, given('tokenHash')), isOpen, isNull(accounts.disabledAt)))
    .prepare(),
)

export function findSession(
  db: Database,
  tokenHash: string,
  moment: SessionMoment,
): SessionAccount | undefined {
  return openSessionByToken(db).get({ tokenHash, ...moment })
}

/** Notes that the session was used. */
export function noteSessionUse(db: Database, tokenHash: string, at: string): void {
  db.orm.update(sessions).set({ lastUsedAt: at }).where(eq(sessions.tokenHash, tokenHash)).run()
}

const openSessionsOfAccount = prepared(({ orm }) =>
  orm
    .select({
      tokenHash: sessions.tokenHash,
      startedAt: sessions.createdAt,
      lastUsedAt: sessions.lastUsedAt,
      method: sessions.method,
      onSharedDevice: sessions.onSharedDevice,
    })
    .from(sessions)
    .where(and(eq(sessions.accountId, given('accountId')), isOpen))
    .orderBy(desc(sessions.lastUsedAt))
    .prepare(),
)

/** The open sessions of an account, the one used last first. */
export function listSessions(db: Database, accountId: number, moment: SessionMoment) {
  return openSessionsOfAccount(db).all({ accountId, ...moment })
}

/** Ends every session of the account but one, and logs it; returns how many. */
export function closeOtherSessions(
  db: Database,
  { id, username, unitCode, tokenHash }: SessionAccount,
  at: string,
): number {
  return db.orm.transaction((transaction) => {
    const { changes } = transaction
      .delete(sessions)
      .where(and(eq(sessions.accountId, id), ne(sessions.tokenHash, tokenHash)))
      .run()
    logAccount(transaction, { username, action: 'sessionsEnded', by: username, at, unitCode })
    return changes
  })
}

export function closeSession(db: Database, tokenHash: string): void {
  db.orm.delete(sessions).where(eq(sessions.tokenHash, tokenHash)).run()
}
