import { spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { mkdirSync } from 'node:fs'
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { openDatabase } from '@moc57/db'
import { buildApp } from '@moc57/server'
import { describe, expect, onTestFinished, test } from 'vitest'
import { temporaryFolder } from '../support/databases.ts'
import { client, officeFile, period, save, unitCode } from '../support/officer-at-work.ts'
import { signInOfficer } from '../support/officers.ts'

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

/** Another program that begins to write and does not end it; resolves with how to end it once it holds the lock. */
async function holdLock(file: string): Promise<() => Promise<void>> {
  const program = `const db = new (require('node:sqlite').DatabaseSync)(process.argv[1])
    db.exec('BEGIN IMMEDIATE'); console.log('held'); process.stdin.on('end', () => db.exec('ROLLBACK')).resume()`
  const child = spawn(process.execPath, ['-e', program, file], { stdio: ['pipe', 'pipe', 'inherit'] })
  const ended = once(child, 'exit')
  onTestFinished(() => {
    child.kill()
  })
  await once(child.stdout, 'data')
  return async () => {
    child.stdin.end()
    await ended
  }
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
