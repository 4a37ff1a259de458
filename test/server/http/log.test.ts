import { join } from 'node:path'
import { openDatabase } from '@moc57/db'
import { describe, expect, test, vi } from 'vitest'
import { runBackup } from '../../support/backup.ts'
import { temporaryFolder } from '../../support/databases.ts'
import { startProgram } from '../../support/running-server.ts'

// Each test starts a server of its own, which takes long on a busy machine.
vi.setConfig({ testTimeout: 180_000 })

const password = 'mật khẩu quản trị'
const start = (file: string, environment: Record<string, string> = {}) =>
  startProgram('server/src/main.ts', [], {
    PORT: '0',
    DATABASE_PATH: file,
    ADMIN_PASSWORD: password,
    ...environment,
  })
const newFile = () => join(temporaryFolder(), 'moc57.db')

const signIn = (address: string, username: string, word: string) =>
  fetch(`${address}/api/session`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ username, password: word }),
  })

describe('the log of a running server', () => {
  test('tells start, each request once, and stop', async () => {
    const server = await start(newFile())
    const started = await server.logged(({ msg }) => msg === 'started')
    expect(started).toMatchObject({ level: 'info', pid: server.pid, dataSet: 'real' })
    await fetch(`${server.address}/api/units/11443/progress?asOf=2026-Q3`)
    await fetch(`${server.address}/api/units/11443/progress?asOf=2026-Q3`)
    await fetch(`${server.address}/khong-co?ten=Hanh`)
    expect(await server.end('SIGTERM')).toBe(0)

    const requests = server.log.filter(({ msg }) => msg === 'request')
    const progress = { method: 'GET', route: '/api/units/:unitCode/progress', status: 200, account: null }
    expect(requests).toMatchObject([progress, progress, { route: null }])
    for (const { id, ms, address, time } of requests) {
      expect(id).toMatch(/^[0-9a-f]{8}$/)
      expect(ms).toBeTypeOf('number')
      expect(address).toBe('127.0.0.1')
      expect(new Date(time).toISOString()).toBe(time)
    }
    expect(new Set(requests.map(({ id }) => id)).size).toBe(3)
    expect(server.log.slice(-2)).toMatchObject([{ msg: 'stopping', signal: 'SIGTERM' }, { msg: 'stopped' }])
  })

  test('tells who signed in, who could not, and what locked the name', async () => {
    const server = await start(newFile())
    const cookie = (await signIn(server.address, 'admin', password)).headers.get('set-cookie') ?? ''
    await fetch(`${server.address}/api/accounts`, { headers: { cookie } })
    await signIn(server.address, 'Nhầm-mật-khẩu-vào-ô-tên', 'sai')
    for (let turn = 0; turn < 5; turn += 1) await signIn(server.address, 'admin', 'sai')
    await server.end('SIGTERM')

    const told = server.log.filter(({ msg }) => msg.startsWith('sign'))
    const failed = { level: 'warn', msg: 'sign-in failed', account: 'admin', address: '127.0.0.1' }
    expect(told).toMatchObject([
      { level: 'info', msg: 'signed in', account: 'admin' },
      { ...failed, account: null },
      ...Array(5).fill(failed),
      { ...failed, msg: 'sign-in locked' },
    ])
    expect(server.log).toContainEqual(expect.objectContaining({ route: '/api/accounts', account: 'admin' }))
  })

  test('holds what LOG_LEVEL asks for and no more', async () => {
    const server = await start(newFile(), { LOG_LEVEL: 'warn' })
    await fetch(`${server.address}/api/health`)
    await signIn(server.address, 'admin', 'sai')
    await server.end('SIGTERM')
    expect(server.log).toMatchObject([{ msg: 'sign-in failed' }])
  })

  test('is read by nobody any more: the server goes on, and stops when it is told to', async () => {
    const server = await start(newFile())
    server.closeOutput()
    for (let turn = 0; turn < 3; turn += 1)
      expect((await fetch(`${server.address}/api/health`)).status).toBe(200)
    expect(await server.end('SIGTERM')).toBe(0)
  })

  test('has a failure with its stack under the number that the answer gives', async () => {
    const file = newFile()
    const server = await start(file)
    const { sqlite } = openDatabase(file, { dataSet: 'real' })
    sqlite.exec('ALTER TABLE administrative_units RENAME TO elsewhere')
    sqlite.close()
    const answer = await fetch(`${server.address}/api/units/11443/progress`)
    const problem = await answer.json()
    expect(answer.status).toBe(500)
    const failed = await server.logged(({ msg }) => msg === 'failed')
    expect(failed).toMatchObject({ id: problem.requestId, level: 'error', err: { type: 'SqliteError' } })
    expect((failed.err as { stack: string }).stack).toMatch(/^at [\s\S]*\.ts:\d+/)
    expect(problem.detail).toContain(`Mã lỗi: ${problem.requestId}.`)
    expect(JSON.stringify(problem)).not.toContain('administrative_units')
    await server.end('SIGTERM')
  })
})

describe('what nobody has caught', () => {
  /** Runs beside the server, in its process, and does it on a signal that means nothing else. */
  const onSignal = (deed: string) =>
    `--import=${encodeURI(`data:text/javascript,process.once("SIGWINCH",()=>{${deed}})`)}`

  test.each([
    ['an error', 'throw new TypeError("số liệu " + (40 + 8.25))', 'TypeError'],
    ['a rejection', 'Promise.reject(new RangeError("số liệu " + (40 + 8.25)))', 'RangeError'],
  ])('ends the server with 1, and %s is logged before', async (_, deed, type) => {
    const server = await start(newFile(), { NODE_OPTIONS: onSignal(deed) })
    expect(await server.end('SIGWINCH')).toBe(1)
    const crashed = server.log.find(({ msg }) => msg === 'crashed')
    expect(crashed).toMatchObject({ level: 'fatal', err: { type } })
    expect(JSON.stringify(server.log)).not.toContain('48.25')
  })
})

describe('the log of a command', () => {
  test('tells of backup and restoring on standard error, beside the words for people', async () => {
    const file = newFile()
    await start(file).then((server) => server.stop())
    const target = join(temporaryFolder(), 'sao-luu.db')
    const made = await runBackup('backup', file, target)
    expect(made.log).toMatchObject([{ level: 'info', msg: 'backup made', file: target }])
    const restored = await runBackup('restore', file, target)
    expect(restored.log).toMatchObject([{ level: 'info', msg: 'restored', file: target }])
  })
})
