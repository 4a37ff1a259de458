import { join } from 'node:path'
import { temporaryFolder } from './databases.ts'
import { makeOfficers } from './officers.ts'
import { type RunningProgram, startProgram } from './running-server.ts'

export const unitCode = '11443'
export const period = '2025-Q1'

/** A database file in which the officer of Kiến An may fill the quarter. */
export async function officeFile(folder = temporaryFolder()): Promise<string> {
  const file = join(folder, 'moc57.db')
  await makeOfficers(file, [period], () => [unitCode])
  return file
}

/** The service in a process of its own on the file. */
export function startOn(file: string, environment: Record<string, string> = {}): Promise<RunningProgram> {
  return startProgram('server/src/main.ts', [], {
    PORT: '0',
    DATABASE_PATH: file,
    ADMIN_PASSWORD: 'mật khẩu thử',
    ...environment,
  })
}

/** Sends as the officer; `undefined` where the server is gone before its answer has come whole. */
export const client =
  (address: string, cookie: string) => async (method: string, path: string, body: object) => {
    const init = {
      method,
      headers: { 'content-type': 'application/json', cookie },
      body: JSON.stringify(body),
    }
    try {
      const response = await fetch(`${address}/api/units/${unitCode}/${path}`, init)
      return { status: response.status, headers: response.headers, body: await response.json() }
    } catch {
      return undefined
    }
  }
export type Client = ReturnType<typeof client>

export const save = (send: Client, number: number, value: number) =>
  send('PUT', `indicators/${number}/measurements/${period}`, { value })
export const submit = (send: Client) => send('POST', `submissions/${period}/submit`, {})
