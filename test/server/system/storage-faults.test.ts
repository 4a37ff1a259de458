import { spawnSync } from 'node:child_process'
import { mkdirSync } from 'node:fs'
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { changeReminderSettings, findAccount, openDatabase } from '@moc57/db'
import { buildApp } from '@moc57/server'
import { scheduleReminders } from '@moc57/server/reminder-schedule'
import { sendDueDigests } from '@moc57/server/reminders'
import { describe, expect, onTestFinished, test } from 'vitest'
import { type Any, signInCast } from '../../support/accounts.ts'
import { temporaryFolder } from '../../support/databases.ts'
import { holdLock } from '../../support/foreign-lock.ts'
import { client, officeFile, period, save, unitCode } from '../../support/officer-at-work.ts'
import { officerOf, signInOfficer } from '../../support/officers.ts'

async function deskOn(file: string) {
  const database = openDatabase(file, { dataSet: 'real' })
  const app = await buildApp({ database, webFolder: '' })
  const address = await app.listen({ port: 0, host: '127.0.0.1' })
  onTestFinished(async () => {
    await app.close()
    database.close()
  })
  const cookie = await signInOfficer(address, unitCode)
  const read = (path: string) => fetch(`${address}${path}`, { headers: { cookie } })
  return { database, address, cookie, send: client(address, cookie), read }
}

describe('while another program is writing', () => {
  test('a save waits without holding up anybody, is then asked to come again, and is taken once the lock is gone', async () => {
    const file = await officeFile()
    const { send, read, address } = await deskOn(file)
    const release = await holdLock(file)
    let isAnswered = false
    const waiting = save(send, 1, 48.5).finally(() => {
      isAnswered = true
    })
    for (let turn = 0; turn < 5; turn += 1) {
      expect((await read(`/api/units/${unitCode}/entries/${period}`)).status).toBe(200)
    }
    expect(isAnswered).toBe(false)

    const refused = await waiting
    expect(refused).toMatchObject({ status: 503, body: { title: 'Máy chủ đang bận' } })
    expect(Number(refused?.headers.get('retry-after'))).toBeGreaterThan(0)
    await expect(signInOfficer(address, unitCode)).rejects.toThrow('503')
    expect((await fetch(`${address}/api/health`)).status).toBe(503)

    await release()
    expect(await save(send, 1, 48.5)).toMatchObject({ status: 200, body: { revision: 1 } })
  })

  test('a save that waits is taken when the other ends in time', async () => {
    const file = await officeFile()
    const { send } = await deskOn(file)
    const release = await holdLock(file)
    const waiting = save(send, 1, 48.5)
    await release()
    expect(await waiting).toMatchObject({ status: 200, body: { revision: 1 } })
  })
})

/** Everything that can be read, with values for what its address asks for. */
async function readings(service: Parameters<typeof signInCast>[0]): Promise<string[]> {
  const { paths } = (await service.app.inject('/api/openapi.json')).json() as Any
  const values: Record<string, string> = { unitCode, period, number: '1', year: '2026', id: '1' }
  return Object.entries<Any>(paths)
    .filter(([path, { get }]) => get && path !== '/api/health')
    .map(([path]) => path.replace(/\{(\w+)\}/g, (_, name: string) => values[name] ?? '1'))
}

describe('reading', () => {
  test.each([
    [
      'while another program is writing',
      async (file: string) => {
        await holdLock(file)
      },
    ],
    [
      'on a full disk',
      async (_: string, { sqlite }: ReturnType<typeof openDatabase>) => {
        sqlite.pragma('max_page_count = 1')
      },
    ],
  ])('goes on at every address %s, also where a session has long not been used', async (_, bring) => {
    const file = await officeFile()
    const database = openDatabase(file, { dataSet: 'real' })
    const app = await buildApp({ database, webFolder: '' })
    onTestFinished(async () => {
      await app.close()
      database.close()
    })
    const service = { app, database, close: async () => {} }
    const people = await signInCast(service)
    const addresses = await readings(service)
    expect(addresses.length).toBeGreaterThan(40)
    const statusesFor = async (person: 'admin' | 'officer') => {
      const answers: [string, number][] = []
      for (const address of addresses) answers.push([address, (await people[person]('GET', address)).status])
      return answers
    }
    const before = [await statusesFor('admin'), await statusesFor('officer')]
    expect(before.flat().filter(([, status]) => status >= 500)).toEqual([])
    // Whoever comes back after hours has the use of the session noted.
    const hoursAgo = new Date(Date.now() - 3 * 3_600_000).toISOString()
    database.sqlite.prepare('UPDATE sessions SET last_used_at = ?').run(hoursAgo)
    await bring(file, database)
    expect([await statusesFor('admin'), await statusesFor('officer')]).toEqual(before)
  })
})

test('the letters of a morning on which nothing can be written go out once it can, each once', async () => {
  const file = await officeFile()
  const database = openDatabase(file, { dataSet: 'real' })
  onTestFinished(() => database.close())
  // As the service has it: SQLite waits for nobody.
  database.sqlite.pragma('busy_timeout = 0')
  const { id } = findAccount(database, officerOf(unitCode)) as { id: number }
  changeReminderSettings(database, id, { email: 'hanh@kienan.example', byEmail: true })
  const letters: string[] = []
  const failed = Promise.withResolvers<object>()
  const send = async ({ to }: { to: string }) => void letters.push(to)
  // A Thursday of the last week of quý IV/2026, 09:00 in Viet Nam.
  const now = () => new Date('2026-12-10T02:00:00Z')
  const job = () => sendDueDigests({ database, send, now, publicUrl: undefined, notice: null })
  const release = await holdLock(file)
  onTestFinished(scheduleReminders(job, { error: failed.resolve as () => void }, 200))
  expect(await failed.promise).toMatchObject({ err: { code: 'SQLITE_BUSY' } })
  expect(letters).toEqual([])
  await release()
  await expect.poll(() => letters, { timeout: 20_000 }).toEqual(['hanh@kienan.example'])
  await job()
  expect(letters).toHaveLength(1)
})

/** A disk of a few megabytes, where this machine lets us make one. */
function smallDisk(): string | undefined {
  const folder = join(temporaryFolder(), 'disk')
  mkdirSync(folder)
  if (spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=6m', 'tmpfs', folder]).status !== 0) return undefined
  onTestFinished(() => {
    spawnSync('umount', ['-l', folder])
  })
  return folder
}

describe('on a full disk', () => {
  test('saves and sign-ins are told so in words, and reading goes on', async () => {
    const { database, send, read, address } = await deskOn(await officeFile())
    expect(await save(send, 1, 48.5)).toMatchObject({ status: 200 })
    // SQLite says FULL at this limit as it does where the disk has no room.
    database.sqlite.pragma('max_page_count = 1')
    const answers = [await save(send, 1, 50)]
    for (let turn = 0; answers.at(-1)?.status === 200 && turn < 400; turn += 1)
      answers.push(await save(send, 2 + (turn % 29), turn % 90))
    expect(answers.at(-1)).toMatchObject({ status: 507, body: { title: 'Ổ đĩa máy chủ đã đầy' } })
    await expect(signUntilFull(address)).rejects.toThrow('507')
    expect((await read(`/api/units/${unitCode}/entries/${period}`)).status).toBe(200)
  })

  test('evidence is refused in words, saves too, and what was acknowledged stays', async (context) => {
    const folder = smallDisk()
    if (!folder) return context.skip('this machine lets us mount no file system')
    const { send, read, address, cookie } = await deskOn(await officeFile(folder))
    expect(await save(send, 1, 48.5)).toMatchObject({ status: 200 })
    await writeFile(join(folder, 'filler'), Buffer.alloc(6 * 1024 * 1024)).catch(() => {})

    const form = new FormData()
    form.append('file', new Blob([`%PDF-1.7\n${'x'.repeat(200_000)}`]), 'bao-cao.pdf')
    const evidence = await fetch(
      `${address}/api/units/${unitCode}/indicators/1/measurements/${period}/evidence`,
      { method: 'POST', headers: { cookie, origin: address }, body: form },
    )
    expect([evidence.status, (await evidence.json()).title]).toEqual([507, 'Ổ đĩa máy chủ đã đầy'])
    expect(await save(send, 1, 50)).toMatchObject({ status: 507 })
    await expect(signInOfficer(address, unitCode)).rejects.toThrow('507')
    const health = await (await fetch(`${address}/api/health`)).json()
    expect(health).toMatchObject({ status: 'failing', checks: { disk: { status: 'failing' } } })
    const entries = await (await read(`/api/units/${unitCode}/entries/${period}`)).json()
    expect(entries.items.find(({ number }: { number: number }) => number === 1).current.value).toBe(48.5)
  })
})

/** Each sign-in writes a little; the page it goes to may still have room. */
async function signUntilFull(address: string): Promise<void> {
  for (let turn = 0; turn < 400; turn += 1) await signInOfficer(address, unitCode)
}
