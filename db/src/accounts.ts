import type { Account } from '@moc57/shared'
import { eq, sql } from 'drizzle-orm'
import type { Database } from './open.ts'
import { accounts, leadBodies, leaders } from './schema.ts'

/** An account with what signing in needs. */
export type StoredAccount = Account & { id: number; passwordHash: string }

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
export function createAccount(db: Database, account: NewAccount): void {
  db.orm.insert(accounts).values(account).run()
}

/** @param username in lower case */
export function findAccount(db: Database, username: string): StoredAccount | undefined {
  return db.orm
    .select({ ...accountColumns, passwordHash: accounts.passwordHash })
    .from(accounts)
    .leftJoin(leaders, eq(leaders.id, accounts.leaderId))
    .leftJoin(leadBodies, eq(leadBodies.id, accounts.leadBodyId))
    .where(eq(accounts.username, username))
    .get()
}

/** Whether anybody can sign in yet. */
export function hasAccounts(db: Database): boolean {
  return db.orm.select({ one: sql`1` }).from(accounts).limit(1).get() !== undefined
}

/** Sets a password that its owner has chosen. */
export function setPassword(db: Database, accountId: number, passwordHash: string): void {
  db.orm
    .update(accounts)
    .set({ passwordHash, mustChangePassword: false })
    .where(eq(accounts.id, accountId))
    .run()
}
