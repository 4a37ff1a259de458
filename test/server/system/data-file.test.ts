import { execFile } from 'node:child_process'
import { copyFile, readFile, rename, rm, stat, truncate, utimes } from 'node:fs/promises'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { promisify } from 'node:util'
import { openDatabase } from '@moc57/db'
import { buildApp } from '@moc57/server'
import { describe, expect, onTestFinished, test, vi } from 'vitest'
import { temporaryFolder } from '../../support/databases.ts'
import {
  type Client,
  client,
  officeFile,
  period,
  save,
  startOn,
  unitCode,
} from '../../support/officer-at-work.ts'
import { signInOfficer } from '../../support/officers.ts'

const run = promisify(execFile)

/** What a person copies: the one file, nothing beside it. */
async function copyAlone(file: string): Promise<string> {
  const copy = join(temporaryFolder(), 'ban-chep.db')
  await run('cp', [file, copy])
  return copy
}

/** What another program does to the database: a second SQLite in this process would end the locks of the first. */
async function elsewhere(file: string, sql: string): Promise<void> {
  const program = `new (require('node:sqlite').DatabaseSync)(process.argv[1]).exec(process.argv[2])`
  await run(process.execPath, ['-e', program, file, sql])
}

function valuesIn(file: string): unknown[] {
  const sqlite = new DatabaseSync(file, { readOnly: true })
  try {
    return sqlite
      .prepare(
        `SELECT indicator_number AS number, value / 10000.0 AS value FROM measurements
          WHERE unit_code = ? AND period = ? ORDER BY id`,
      )
      .all(unitCode, period)
      .map((row) => [row.number, row.value])
  } finally {
    sqlite.close()
  }
}

/** Waits until a copy of the file alone has the value of the indicator. */
const isInTheFile = (file: string, value: [number, number]) =>
  vi.waitFor(async () => expect(valuesIn(await copyAlone(file))).toContainEqual(value), 10_000)

/** Waits until all has been moved into the file, so that nothing of ours writes into it any more. */
const isQuiet = (file: string) =>
  vi.waitFor(async () => expect((await stat(`${file}-wal`)).size).toBe(0), 10_000)

type Desk = { address: string; send: Client; stop: () => Promise<void> }

/** The service on the file, in this process as starting one for each case takes long, with its officer signed in. */
async function deskOn(file: string, options: { checkpointAfter?: number } = {}): Promise<Desk> {
  const database = openDatabase(file, { dataSet: 'real' })
  const app = await buildApp({ database, webFolder: '', ...options })
  const address = await app.listen({ port: 0, host: '127.0.0.1' })
  let isUp = true
  const stop = async () => {
    if (!isUp) return
    isUp = false
    await app.close()
    database.close()
  }
  onTestFinished(stop)
  return { address, send: client(address, await signInOfficer(address, unitCode)), stop }
}

const healthOf = async ({ address }: { address: string }) => {
  const response = await fetch(`${address}/api/health`)
  return { status: response.status, body: await response.json() }
}

describe('a copy of the database file alone', () => {
  test('has the plan as soon as the server answers', async () => {
    const file = join(temporaryFolder(), 'moc57.db')
    onTestFinished((await startOn(file)).stop)
    const copy = new DatabaseSync(await copyAlone(file))
    expect(copy.prepare('SELECT count(*) AS found FROM indicators').get()).toEqual({ found: 31 })
    copy.close()
  })

  test('has a save some time after it, while the server goes on', async () => {
    const file = await officeFile()
    const { send } = await deskOn(file, { checkpointAfter: 50 })
    expect(await save(send, 1, 48.5)).toMatchObject({ status: 200 })
    await isInTheFile(file, [1, 48.5])
    expect(await save(send, 2, 61)).toMatchObject({ status: 200 })
    await isInTheFile(file, [2, 61])
  })
})

describe('a data file that is taken away under the running server', () => {
  type Deed = [what: string, words: string, take: (file: string, target: string) => Promise<unknown>]
  const deeds: Deed[] = [
    ['deleted', 'bị xóa', (file) => rm(file)],
    ['moved', 'chuyển đi', (file, target) => rename(file, target)],
    [
      'moved with what lies beside it',
      'chuyển đi',
      async (file, target) => {
        for (const side of ['', '-wal', '-shm']) await rename(file + side, target + side)
      },
    ],
    [
      'replaced by a copy of itself',
      'thay bằng tệp khác',
      async (file, target) => {
        await copyFile(file, target)
        await rename(target, file)
      },
    ],
    [
      'overwritten by an earlier copy',
      'bị chép đè',
      (file, target) => run('cp', [`${target}-earlier`, file]),
    ],
    ['emptied', 'bị chép đè', (file) => truncate(file)],
    ['cut off in the middle', 'bị chép đè', (file) => truncate(file, 40_000)],
    ['robbed of its log', '-wal', (file) => rm(`${file}-wal`)],
    ['robbed of the index of its log', '-shm', (file) => rm(`${file}-shm`)],
  ]

  test.each(deeds)('%s: nothing is acknowledged any more, and health says why', async (_, words, take) => {
    const file = await officeFile()
    const target = join(temporaryFolder(), 'moc57.db')
    await run('cp', [file, `${target}-earlier`])
    const desk = await deskOn(file, { checkpointAfter: 50 })
    const { send } = desk
    expect(await save(send, 1, 48.5)).toMatchObject({ status: 200 })
    await isInTheFile(file, [1, 48.5])
    expect(await healthOf(desk)).toMatchObject({ status: 200, body: { status: 'ok' } })
    await isQuiet(file)

    await take(file, target)
    expect(await save(send, 1, 50)).toMatchObject({
      status: 503,
      body: { detail: expect.stringContaining(words) },
    })
    expect(await healthOf(desk)).toMatchObject({
      status: 503,
      body: {
        status: 'failing',
        checks: { dataFile: { status: 'failing', detail: expect.stringContaining(words) } },
      },
    })
    const signIn = signInOfficer(desk.address, unitCode)
    await expect(signIn).rejects.toThrow('503')
  })
})

describe('what was acknowledged before', () => {
  const robbed = async (take: (file: string, target: string) => Promise<unknown>) => {
    const file = await officeFile()
    const target = join(temporaryFolder(), 'moc57.db')
    const desk = await deskOn(file)
    const { send } = desk
    expect(await save(send, 1, 48.5)).toMatchObject({ status: 200 })
    await take(file, target)
    expect(await save(send, 1, 50)).toMatchObject({ status: 503 })
    return { file, target, desk }
  }

  test('stands in the moved file alone, and the one in its place is not touched by the log', async () => {
    const { file, target, desk } = await robbed(async (path, target) => {
      await copyFile(path, `${target}-earlier`)
      await rename(path, target)
      await rename(`${target}-earlier`, path)
    })
    await desk.stop()
    expect(valuesIn(target)).toEqual([[1, 48.5]])
    expect(valuesIn(file)).toEqual([])
  })

  test('is in the file where only its log was deleted', async () => {
    const { file } = await robbed((path) => rm(`${path}-wal`))
    expect(valuesIn(file)).toEqual([[1, 48.5]])
  })

  test('does not get mixed into the file that was copied over it', async () => {
    const earlier = join(temporaryFolder(), 'earlier.db')
    const file = await officeFile()
    await run('cp', [file, earlier])
    const { send, stop } = await deskOn(file, { checkpointAfter: 50 })
    expect(await save(send, 1, 48.5)).toMatchObject({ status: 200 })
    await isInTheFile(file, [1, 48.5])
    await run('cp', [earlier, file])
    expect(await save(send, 1, 50)).toMatchObject({ status: 503 })
    await stop()
    expect((await readFile(file)).equals(await readFile(earlier))).toBe(true)
    const { sqlite, close } = openDatabase(file, { dataSet: 'real' })
    expect(sqlite.pragma('integrity_check', { simple: true })).toBe('ok')
    close()
  })
})

describe('the server goes on', () => {
  const goesOn = async (deed: (file: string) => Promise<unknown>) => {
    const file = await officeFile()
    const desk = await deskOn(file)
    const { send } = desk
    expect(await save(send, 1, 48.5)).toMatchObject({ status: 200 })
    await deed(file)
    expect(await save(send, 1, 50)).toMatchObject({ status: 200 })
    expect(await healthOf(desk)).toMatchObject({ status: 200 })
  }

  test('when only the time of the file was set', () => goesOn((file) => utimes(file, 0, 0)))

  test('when the file was moved away and back', () =>
    goesOn(async (file) => {
      await rename(file, `${file}-away`)
      await rename(`${file}-away`, file)
    }))

  test('when another program has written and moved the log into the file', () =>
    goesOn((file) =>
      elsewhere(
        file,
        `CREATE TABLE notes (text); INSERT INTO notes VALUES (hex(randomblob(100000)));
          PRAGMA wal_checkpoint(FULL)`,
      ),
    ))
})
