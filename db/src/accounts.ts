import type { Account, AccountAction } from '@moc57/shared'
import { asc, eq, sql } from 'drizzle-orm'
import type { Database } from './open.ts'
import { accountEvents, accounts, leadBodies, leaders, sessions, signInFailures } from './schema.ts'
import type { Deed } from './submissions.ts'

/** An account with what signing in needs. */
export type StoredAccount = Account & { id: number; passwordHash: string; disabledAt: string | null }

/** An account to be made; a leader and a body by their ids in the unit's plan. */
export type NewAccount = Pick<
  typeof accounts.$inferInsert,
  | 'username'
  | 'passwordHash'
  | 'mustChangePassword'
  | 'role'
  | 'unitCode'
  | 'leaderId'
  | 'leadBodyId'
  | 'createdAt'
>

export const accountColumns = {
  id: accounts.id,
  username: accounts.username,
  role: accounts.role,
  unitCode: accounts.unitCode,
  leader: leaders.name,
  leadBody: leadBodies.name,
  mustChangePassword: accounts.mustChangePassword,
}

/** Makes the account; its username must not be taken. */
export function createAccount(db: Database, account: NewAccount, by: string): void {
  db.orm.transaction((transaction) => {
    transaction.insert(accounts).values(account).run()
    logAccount(transaction, account.username, 'created', { by, at: account.createdAt })
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

/** What is changed of an account. A new password and a bar end its sessions. */
export type AccountChange = Deed & {
  action: Extract<AccountAction, 'passwordChanged' | 'passwordReset' | 'disabled' | 'enabled'>
  passwordHash?: string
}

/** Changes the account, logs it and ends its sessions, all or nothing. */
export function changeAccount(db: Database, username: string, change: AccountChange): void {
  const { action, passwordHash, by, at } = change
  db.orm.transaction((transaction) => {
    const { id } = transaction
      .update(accounts)
      .set({
        ...(passwordHash && { passwordHash, mustChangePassword: action === 'passwordReset' }),
        ...(action === 'disabled' && { disabledAt: at }),
        ...(action === 'enabled' && { disabledAt: null }),
      })
      .where(eq(accounts.username, username))
      .returning({ id: accounts.id })
      .get()
    transaction.delete(sessions).where(eq(sessions.accountId, id)).run()
    // Whoever is locked out for wrong passwords asks for a new one, to sign in with now.
    if (action === 'passwordReset') {
      transaction.delete(signInFailures).where(eq(signInFailures.username, username)).run()
    }
    logAccount(transaction, username, action, { by, at })
  })
}

/** Notes a sign-in or its refusal; who it was is known, or claimed, by the name alone. */
export function logSignIn(
  db: Database,
  username: string,
  action: Extract<AccountAction, 'signedIn' | 'signedInByProvider' | 'refusedByProvider' | 'locked'>,
  at: string,
): void {
  logAccount(db.orm, username, action, { by: username, at })
}

function logAccount(
  orm: Pick<Database['orm'], 'insert'>,
  username: string,
  action: AccountAction,
  { by, at }: Deed,
) {
  orm.insert(accountEvents).values({ username, action, by, at }).run()
}
