import { createAccount, type Database, openDatabase, recordSubmission, seedDatabase } from '@moc57/db'
import { hashPassword } from '@moc57/server/password'
import type { ReportingPeriod } from '@moc57/shared'
import { seedsFolder } from './service.ts'

const password = 'mật khẩu cán bộ'

/** A database file with the real plan, an officer in each of the units, and the past quarters reopened there. */
export async function makeOfficers(
  file: string,
  periods: readonly ReportingPeriod[],
  unitCodesOf: (database: Database) => readonly string[],
): Promise<void> {
  const database = openDatabase(file, { dataSet: 'real' })
  const now = new Date()
  const deed = { by: 'test', at: now.toISOString() }
  seedDatabase(database, { seedsFolder, now })
  const passwordHash = await hashPassword(password)
  for (const unitCode of unitCodesOf(database)) {
    const officer = { username: officerOf(unitCode), role: 'officer', unitCode } as const
    createAccount(
      database,
      { ...officer, passwordHash, mustChangePassword: false, createdAt: deed.at },
      deed.by,
    )
    for (const period of periods) {
      recordSubmission(database, { ...deed, unitCode, period, action: 'reopen', reason: 'thử', moves: [] })
    }
  }
  database.close()
}

export function officerOf(unitCode: string): string {
  return `officer-${unitCode}`
}

/** The cookie of the officer, signed in over HTTP. */
export async function signInOfficer(address: string, unitCode: string): Promise<string> {
  const { status, headers } = await fetch(`${address}/api/session`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin: address },
    body: JSON.stringify({ username: officerOf(unitCode), password }),
  })
  if (status !== 200) throw new Error(`the officer of ${unitCode} cannot sign in: ${status}`)
  return String(headers.get('set-cookie')).split(';')[0] as string
}
