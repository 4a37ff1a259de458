import { once } from 'node:events'
import { readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { connect } from 'node:net'
import { dirname, join } from 'node:path'
import { appendRevision, type Database, openDatabase } from '@moc57/db'
import { describe, expect, test, vi } from 'vitest'
import { runBackup } from '../../support/backup.ts'
import { contents } from '../../support/databases.ts'
import { client, officeFile, period, save, startOn, submit, unitCode } from '../../support/officer-at-work.ts'
import { signInOfficer } from '../../support/officers.ts'
import type { LogLine, RunningProgram } from '../../support/running-server.ts'

// Each test starts servers of its own, which takes long on a busy machine.
vi.setConfig({ testTimeout: 180_000 })

function reading<Result>(file: string, read: (database: Database) => Result): Result {
  const database = openDatabase(file, { dataSet: 'real' })
  try {
    return read(database)
  } finally {
    database.close()
  }
}

describe('a server that is killed again and again while people write', () => {
  const rounds = 8
  const clients = 6

  test('keeps every answered figure, no half submission and a whole file', { timeout: 360_000 }, async () => {
    const file = await officeFile()
    const answered: { number: number; revision: number; value: number }[] = []
    let submissions = 0
    let cookie = ''

    for (let round = 0; round < rounds; round += 1) {
      const server = await startOn(file)
      cookie ||= await signInOfficer(server.address, unitCode)
      const send = client(server.address, cookie)
      let isUp = true

      const type = async (first: number) => {
        for (let turn = 0; isUp; turn += 1) {
          const number = ((first + turn * clients) % 31) + 1
          const value = ((round * 100 + turn) % 900) / 10
          const answer = await save(send, number, value)
          if (answer) expect(answer.status).toBe(200)
          if (answer) answered.push({ number, revision: answer.body.revision, value })
        }
      }
      const handIn = async () => {
        while (isUp) {
          const answer = await submit(send)
          if (answer?.status === 200) submissions += 1
        }
      }
      const people = [...Array.from({ length: clients }, (_, first) => type(first)), handIn()]
      await new Promise((resume) => setTimeout(resume, 150 + round * 60))
      expect(await server.end('SIGKILL')).toBeNull()
      isUp = false
      await Promise.all(people)

      const again = await startOn(file)
      const { sqlite } = openDatabase(file, { dataSet: 'real' })
      expect(sqlite.pragma('integrity_check', { simple: true })).toBe('ok')
      expect(sqlite.pragma('foreign_key_check')).toEqual([])
      const stored = sqlite
        .prepare(
          `SELECT indicator_number AS number, revision, value / 10000.0 AS value FROM measurements
            WHERE unit_code = ? AND period = ?`,
        )
        .all(unitCode, period)
      const keys = new Set(stored.map((figure) => JSON.stringify(figure)))
      expect(answered.filter((figure) => !keys.has(JSON.stringify(figure)))).toEqual([])
      expect(halfSubmissions(sqlite)).toEqual([])
      sqlite.close()
      await again.stop()
    }
    expect(answered.length).toBeGreaterThan(rounds * clients)
    expect(submissions).toBeGreaterThan(0)
  })
})

type Logged = { number: number; revision: number; state: string; at: string }

/**
 * What shows a submission that was cut in two: figures that moved without an event, an event without figures, or a
 * draft that stayed behind when the others moved. The figures of one submission stand next to each other in the log.
 */
function halfSubmissions(sqlite: Database['sqlite']): unknown[] {
  const log = sqlite
    .prepare<[string, string], Logged>(
      `SELECT indicator_number AS number, revision, state, at FROM measurement_states
        JOIN measurements ON measurements.id = measurement_id
        WHERE unit_code = ? AND period = ? ORDER BY measurement_states.id`,
    )
    .all(unitCode, period)
  const events = sqlite
    .prepare<[string, string], string>(
      `SELECT at FROM submission_events WHERE unit_code = ? AND period = ? AND action = 'submit' ORDER BY id`,
    )
    .pluck()
    .all(unitCode, period)
  const moves: string[] = []
  const leftBehind: unknown[] = []
  const current = new Map<number, string>()
  for (const [index, { number, state, at }] of log.entries()) {
    current.set(number, state)
    const next = log[index + 1]
    if (state !== 'submitted' || (next?.state === 'submitted' && next.at === at)) continue
    moves.push(at)
    if ([...current.values()].includes('draft')) leftBehind.push({ at, current: [...current] })
  }
  return JSON.stringify(moves) === JSON.stringify(events) ? leftBehind : [{ moves, events }]
}

describe('a server that is asked to stop', () => {
  /** A server whose log says, too, what it has begun. */
  const startTold = (file: string) => startOn(file, { LOG_LEVEL: 'debug' })
  /** Once it has begun so many sign-ins: before that a request may still lie in a connection that it closes unread. */
  const begun = ({ log, logged }: RunningProgram, count: number) => {
    const isSignIn = ({ msg, method, route }: LogLine) =>
      msg === 'request begun' && method === 'POST' && route === '/api/session'
    return logged(() => log.filter(isSignIn).length >= count)
  }

  test('answers what it has begun, closes its port and ends with 0', async () => {
    const file = await officeFile()
    const server = await startTold(file)
    const cookie = await signInOfficer(server.address, unitCode)
    const send = client(server.address, cookie)
    const idle = connect(Number(new URL(server.address).port))
    await once(idle, 'connect')
    const signIns = Array.from({ length: 4 }, () => signInOfficer(server.address, unitCode))
    const saves = Array.from({ length: 31 }, (_, index) => save(send, index + 1, 50))
    await begun(server, 1 + signIns.length)
    const code = server.end('SIGTERM')

    expect((await Promise.all(signIns)).every((made) => made.startsWith('moc57_session='))).toBe(true)
    const answers = await Promise.all(saves)
    const saved = answers.filter((answer) => answer?.status === 200).length
    expect(await code).toBe(0)
    await expect(fetch(`${server.address}/api/health`)).rejects.toThrow()
    const stored = reading(file, ({ sqlite }) =>
      sqlite.prepare('SELECT count(*) FROM measurements WHERE period = ?').pluck().get(period),
    )
    expect(stored).toBe(saved)
    expect(await readdir(dirname(file))).toEqual(['moc57.db'])
  })

  test('also when the signal comes several times, as with Ctrl+C through npm', async () => {
    const file = await officeFile()
    const server = await startTold(file)
    const signIn = signInOfficer(server.address, unitCode)
    await begun(server, 1)
    const codes = [server.end('SIGINT'), server.end('SIGINT'), server.end('SIGTERM')]
    expect(await signIn).toContain('moc57_session=')
    expect(await Promise.all(codes)).toEqual([0, 0, 0])
  })

  test('by the number that it shows ends with 0, whatever hangs half sent on its connections', async () => {
    const file = await officeFile()
    const server = await startTold(file)
    const cookie = await signInOfficer(server.address, unitCode)
    const { port } = new URL(server.address)
    const hang = async (words: string) => {
      const socket = connect(Number(port), '127.0.0.1').on('error', () => {})
      await once(socket, 'connect')
      socket.write(words)
      return socket
    }
    const head = (request: string, ...fields: string[]) =>
      [`${request} HTTP/1.1`, 'host: 127.0.0.1', ...fields].map((line) => `${line}\r\n`).join('')
    const upload = head(
      `POST /api/units/${unitCode}/indicators/1/measurements/${period}/evidence`,
      `cookie: ${cookie}`,
      'content-type: multipart/form-data; boundary=x',
      'content-length: 5000000',
    )
    const part = '--x\r\ncontent-disposition: form-data; name="file"; filename="a.pdf"\r\n\r\n%PDF-1.7'
    const sockets = await Promise.all([
      hang(head('GET /api/health')),
      hang(`${head('GET /api/health', 'connection: keep-alive')}\r\nGET /api/he`),
      hang(`${head('POST /api/session', 'content-type: application/json', 'content-length: 90')}\r\n{"user`),
      hang(`${upload}\r\n${part}`),
    ])
    await begun(server, 2)
    await server.logged(({ msg, route }) => msg === 'request begun' && String(route).includes('evidence'))
    await server.logged(({ msg, route }) => msg === 'request' && route === '/api/health')

    const [pid] = server.printed.flatMap((line) => /lệnh kill (\d+)$/.exec(line)?.[1] ?? [])
    const ended = server.ended
    process.kill(Number(pid), 'SIGTERM')
    expect(await ended).toBe(0)
    expect(server.log.at(-1)).toMatchObject({ msg: 'stopped' })
    for (const socket of sockets) socket.destroy()
    expect((await readdir(dirname(file))).filter((name) => /-wal|-shm|-running/.test(name))).toEqual([])
  })
})

describe('a backup', () => {
  /** But for what a restored one tells of its restoring. */
  const allRows = (file: string) => {
    const { backup_events: _, ...rows } = reading(file, contents)
    return rows
  }
  const backupsOf = (file: string) => readdir(join(dirname(file), 'backup'))

  test('that is restored while the server runs is what the next answer shows, row by row', async () => {
    const file = await officeFile()
    const server = await startOn(file)
    const send = client(server.address, await signInOfficer(server.address, unitCode))
    await save(send, 1, 48.5)
    expect(await runBackup('backup', file)).toMatchObject({ code: 0 })
    const [name = ''] = await backupsOf(file)
    expect(name).toMatch(/^moc57-real-\d{8}-\d{6}\.db$/)
    const backup = join(dirname(file), 'backup', name)
    const then = allRows(file)
    expect(allRows(backup)).toEqual(then)

    await save(send, 1, 60)
    await save(send, 2, 70)
    const later = allRows(file)
    const restored = await runBackup('restore', file, backup)
    expect(restored).toMatchObject({ code: 0, words: expect.stringContaining('Đã khôi phục') })

    const again = await save(send, 1, 49)
    expect(again).toMatchObject({ status: 200, body: { revision: 2, value: 49 } })
    const restoredRows = allRows(file)
    expect(restoredRows.measurements).toHaveLength((then.measurements?.length ?? 0) + 1)
    await server.stop()

    const kept = (await backupsOf(file)).find((other) => other.includes('truoc-khi-khoi-phuc')) ?? ''
    expect(allRows(join(dirname(file), 'backup', kept))).toEqual(later)
    await runBackup('restore', file, backup)
    expect(allRows(file)).toEqual(then)
  })

  test('is whole while people write, and its restoring loses no write that was answered after it', async () => {
    const file = await officeFile()
    const server = await startOn(file)
    const send = client(server.address, await signInOfficer(server.address, unitCode))
    let isWriting = true
    const statuses = new Set<number | undefined>()
    const writing = (async () => {
      for (let turn = 0; isWriting; turn += 1)
        statuses.add((await save(send, (turn % 31) + 1, (turn % 900) / 10))?.status)
    })()
    const target = join(dirname(file), 'chép', 'một bản.db')
    expect(await runBackup('backup', file, target)).toMatchObject({ code: 0 })
    expect(await runBackup('restore', file, target)).toMatchObject({ code: 0 })
    isWriting = false
    await writing
    // A write that met the restore is asked to be sent again, and is not among what was answered.
    expect([...statuses].filter((status) => status !== 503)).toEqual([200])
    expect(reading(file, ({ sqlite }) => sqlite.pragma('integrity_check', { simple: true }))).toBe('ok')
    expect(reading(target, ({ sqlite }) => sqlite.pragma('integrity_check', { simple: true }))).toBe('ok')
    await server.stop()
  })

  test('is restored where the file is lost, and leaves nothing else behind', async () => {
    const file = await officeFile()
    const before = allRows(file)
    const target = join(dirname(file), 'sao-luu.db')
    await runBackup('backup', file, target)
    await rm(file)
    expect(await runBackup('restore', file, target)).toMatchObject({ code: 0 })
    expect(allRows(file)).toEqual(before)
    expect((await readdir(dirname(file))).sort()).toEqual(['moc57.db', 'sao-luu.db'])
  })

  test('never writes over a file', async () => {
    const file = await officeFile()
    const target = join(dirname(file), 'sao-luu.db')
    await writeFile(target, 'của người khác')
    expect(await runBackup('backup', file, target)).toMatchObject({
      code: 1,
      words: expect.stringContaining('Đã có tệp này'),
    })
    expect(await readFile(target, 'utf8')).toBe('của người khác')
  })

  const breakers: [what: string, words: string, make: (target: string, file: string) => Promise<unknown>][] =
    [
      ['is no database', 'bị hỏng', (target) => writeFile(target, 'không phải\n'.repeat(999))],
      ['is not there', 'Không có tệp', () => Promise.resolve()],
      ['is empty', 'Không có tệp', (target) => writeFile(target, '')],
      [
        'is cut off in the middle',
        'bị hỏng',
        async (target, file) => writeFile(target, (await readFile(file)).subarray(0, 100_000)),
      ],
      [
        'is of sample data',
        'DATA_SET',
        async (target) => openDatabase(target, { dataSet: 'sample' }).close(),
      ],
      [
        'is of a newer version',
        'mới hơn',
        async (target, file) => {
          await writeFile(target, await readFile(file))
          reading(target, ({ sqlite }) =>
            sqlite.exec(`INSERT INTO __drizzle_migrations (hash, created_at) VALUES ('x', 99999999999999)`),
          )
        },
      ],
      [
        'is of another application',
        'ứng dụng khác',
        async (target, file) => {
          await writeFile(target, await readFile(file))
          reading(target, ({ sqlite }) => sqlite.pragma('application_id = 1'))
        },
      ],
    ]
  test.each(breakers)('that %s is refused, and the data stays as it is', async (_, words, make) => {
    const file = await officeFile()
    reading(file, (database) =>
      appendRevision(database, {
        unitCode,
        number: 1,
        period,
        figure: { value: 5 },
        state: 'draft',
        by: 'test',
        at: new Date().toISOString(),
      }),
    )
    const before = allRows(file)
    const target = join(dirname(file), 'sao-luu.db')
    await make(target, file)
    const refused = await runBackup('restore', file, target)
    expect(refused).toMatchObject({ code: 1, words: expect.stringContaining(words) })
    expect(refused.words).toContain(target)
    expect(refused.words).not.toContain('at restore')
    expect(allRows(file)).toEqual(before)
    expect((await readdir(dirname(file))).filter((name) => !/^(moc57|sao-luu)\.db$/.test(name))).toEqual([])
  })
})
