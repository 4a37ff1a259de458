import {
  createAccount,
  type Database,
  type DataSet,
  loadSampleData,
  openDatabase,
  recordSubmission,
  seedDatabase,
} from '@moc57/db'
import { hashPassword } from '@moc57/server/password'
import type { Quarter } from '@moc57/shared'
import { seedsFolder } from './service.ts'

export const officerPassword = 'mật khẩu cán bộ'

/** A database file with the real plan, two officers in each of the units, and the past quarters reopened there. */
export async function makeOfficers(
  file: string,
  periods: readonly Quarter[],
  unitCodesOf: (database: Database) => readonly string[],
  dataSet: DataSet = 'real',
): Promise<void> {
  const database = openDatabase(file, { dataSet })
  const now = new Date()
  const deed = { by: 'test', at: now.toISOString() }
  seedDatabase(database, { seedsFolder, now })
  if (dataSet === 'sample') loadSampleData(database)
  const passwordHash = await hashPassword(officerPassword)
  for (const unitCode of unitCodesOf(database)) {
    for (const username of [officerOf(unitCode), colleagueOf(unitCode)]) {
      const officer = { username, role: 'officer', unitCode } as const
      createAccount(
        database,
        { ...officer, passwordHash, mustChangePassword: false, createdAt: deed.at },
        deed.by,
      )
    }
    for (const period of periods) {
      recordSubmission(database, { ...deed, unitCode, period, action: 'reopen', reason: 'thử', moves: [] })
    }
  }
  database.close()
}

export function officerOf(unitCode: string): string {
  return `officer-${unitCode}`
}

/** The second officer of the unit, who may be at work at the same time. */
export function colleagueOf(unitCode: string): string {
  return `colleague-${unitCode}`
}

/** The cookie of the officer, signed in over HTTP. */
export async function signInOfficer(
  address: string,
  unitCode: string,
  username = officerOf(unitCode),
): Promise<string> {
  const { status, headers } = await fetch(`${address}/api/session`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin: address },
    body: JSON.stringify({ username, password: officerPassword }),
  })
  if (status !== 200) throw new Error(`${username} cannot sign in: ${status}`)
  return String(headers.get('set-cookie')).split(';')[0] as string
}
