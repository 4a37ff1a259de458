import { createAccount, type Database, hasAccounts } from '@moc57/db'
import { hashPassword, randomPassword } from './password.ts'

/**
 * A database without accounts gets the administrator `admin`: with the given password, or with a random one, which is
 * returned to be printed once and must be changed at the first sign-in.
 */
export async function createFirstAdministrator(
  database: Database,
  givenPassword: string | undefined,
  now: Date,
): Promise<string | undefined> {
  if (hasAccounts(database)) return undefined
  const password = givenPassword ?? randomPassword()
  createAccount(
    database,
    {
      username: 'admin',
      passwordHash: await hashPassword(password),
      mustChangePassword: givenPassword === undefined,
      role: 'administrator',
      createdAt: now.toISOString(),
    },
    'start',
  )
  return givenPassword === undefined ? password : undefined
}
