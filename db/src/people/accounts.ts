import type { Account, AccountAction, SecondFactor } from '@moc57/shared'
import { and, asc, count, eq, isNull, like, sql } from 'drizzle-orm'
import type { Database } from '../open/open.ts'
import { accountEvents, accounts, secondFactors, sessions, signInFailures } from '../schema/people.ts'
import { leadBodies, leaders } from '../schema/plans.ts'
import type { Deed } from '../sql/deed.ts'
import { inOneCommit } from '../sql/one-commit.ts'

/** An account with what signing in needs. */
export type StoredAccount = Account & { id: number; passwordHash: string; disabledAt: string | null }

/** What an account may do and where; a leader and a body by their ids in the unit's plan. */
export type AccountRights = Pick<
  typeof accounts.$inferSelect,
  'role' | 'unitCode' | 'leaderId' | 'leadBodyId'
>

/** An account to be made. */
export type NewAccount = Pick<AccountRights, 'role'> &
  Partial<AccountRights> &
  Pick<
    typeof accounts.$inferInsert,
    'username' | 'passwordHash' | 'mustChangePassword' | 'createdAt' | 'fullName' | 'position'
  >

/** Whether it has to be set up depends on how the service is set up, which a session knows. */
const secondFactor = sql<SecondFactor>`iif(EXISTS (SELECT 1 FROM ${secondFactors}
  WHERE ${secondFactors.accountId} = ${accounts.id} AND ${secondFactors.confirmedAt} IS NOT NULL), 'set', 'none')`

export const accountColumns = {
  id: accounts.id,
  username: accounts.username,
  role: accounts.role,
  unitCode: accounts.unitCode,
  leader: leaders.name,
  leadBody: leadBodies.name,
  fullName: accounts.fullName,
  position: accounts.position,
  mustChangePassword: accounts.mustChangePassword,
  secondFactor,
}

/** Makes the account; its username must not be taken. */
export function createAccount(db: Database, account: NewAccount, by: string): void {
  db.orm.transaction((transaction) => {
    transaction.insert(accounts).values(account).run()
    const { username, unitCode, createdAt } = account
    logAccount(transaction, { username, action: 'created', by, at: createdAt, unitCode })
  })
}

const selectAccounts = (db: Database) =>
  db.orm
    .select({ ...accountColumns, passwordHash: accounts.passwordHash, disabledAt: accounts.disabledAt })
    .from(accounts)
    .leftJoin(leaders, eq(leaders.id, accounts.leaderId))
    .leftJoin(leadBodies, eq(leadBodies.id, accounts.leadBodyId))

export function listAccounts(db: Database): StoredAccount[] {
  return selectAccounts(db).orderBy(asc(accounts.username)).all()
}

/** @param username in lower case */
export function findAccount(db: Database, username: string): StoredAccount | undefined {
  return selectAccounts(db).where(eq(accounts.username, username)).get()
}

/** Whether anybody can sign in yet. */
export function hasAccounts(db: Database): boolean {
  return db.orm.select({ one: sql`1` }).from(accounts).limit(1).get() !== undefined
}

/**
 * What is changed of an account; other rights and names come with what they were and are in words. Any of them but a
 * name ends its sessions.
 */
export type AccountChange = Deed &
  (
    | { action: 'passwordChanged' | 'passwordReset'; passwordHash: string }
    | { action: 'disabled' | 'enabled' }
    | { action: 'rightsChanged'; rights: AccountRights; subject: string }
    | { action: 'nameChanged'; name: { fullName: string; position: string | null }; subject: string }
  )

/** Nobody could make an administrator again. */
export class LastAdministratorError extends Error {
  override readonly name = 'LastAdministratorError'
}

/** Who can really sign in as an administrator: an account without a password of its own opens nothing. */
const ableAdministrator = and(
  eq(accounts.role, 'administrator'),
  isNull(accounts.disabledAt),
  like(accounts.passwordHash, '$argon2id$%'),
)

/**
 * Changes the account, logs it and ends its sessions, all or nothing. Throws `LastAdministratorError` where no
 * administrator who can sign in would be left; within the commit, so that two at once cannot bar each other.
 */
export function changeAccount(db: Database, username: string, change: AccountChange): void {
  const { action, by, at } = change
  inOneCommit(db, () => {
    const transaction = db.orm
    const before = unitCodeOf(transaction, username)
    const countAble = () =>
      transaction.select({ n: count() }).from(accounts).where(ableAdministrator).get()?.n ?? 0
    const ableBefore = countAble()
    const { id, unitCode } = transaction
      .update(accounts)
      .set(changedColumns(change))
      .where(eq(accounts.username, username))
      .returning({ id: accounts.id, unitCode: accounts.unitCode })
      .get()
    if (ableBefore > 0 && countAble() === 0) throw new LastAdministratorError()
    if (action !== 'nameChanged') transaction.delete(sessions).where(eq(sessions.accountId, id)).run()
    // Whoever is locked out for wrong passwords asks for a new one, to sign in with now.
    if (action === 'passwordReset') {
      transaction.delete(signInFailures).where(eq(signInFailures.username, username)).run()
    }
    // Of an account that leaves its unit for none, the unit that it left is told.
    const about = {
      unitCode: unitCode ?? before,
      ...('subject' in change && { subject: change.subject }),
    }
    logAccount(transaction, { username, action, by, at, ...about })
  })
}

function changedColumns(change: AccountChange): Partial<typeof accounts.$inferInsert> {
  switch (change.action) {
    case 'passwordChanged':
    case 'passwordReset':
      return { passwordHash: change.passwordHash, mustChangePassword: change.action === 'passwordReset' }
    case 'disabled':
      return { disabledAt: change.at }
    case 'enabled':
      return { disabledAt: null }
    case 'rightsChanged':
      return change.rights
    case 'nameChanged':
      return change.name
  }
}

/** Notes a sign-in or its refusal; who it was is known, or claimed, by the name alone. */
export function logSignIn(
  db: Database,
  username: string,
  action: Extract<AccountAction, 'signedIn' | 'signedInByProvider' | 'refusedByProvider' | 'locked'>,
  at: string,
): void {
  logAccount(db.orm, { username, action, by: username, at, unitCode: unitCodeOf(db.orm, username) })
}

/** The unit that the account has now; `null` of none, and of no account. */
function unitCodeOf(orm: Pick<Database['orm'], 'select'>, username: string): string | null {
  const account = orm
    .select({ unitCode: accounts.unitCode })
    .from(accounts)
    .where(eq(accounts.username, username))
    .get()
  return account?.unitCode ?? null
}

/** Adds a line to the log of accounts. */
export function logAccount(orm: Pick<Database['orm'], 'insert'>, event: typeof accountEvents.$inferInsert) {
  orm.insert(accountEvents).values(event).run()
}
