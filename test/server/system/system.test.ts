import { mkdir, readdir, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { listAudit, openDatabase, seedDatabase } from '@moc57/db'
import { buildApp } from '@moc57/server'
import { openBackups } from '@moc57/server/backups'
import { backupName } from '@moc57/shared'
import { describe, expect, onTestFinished, test } from 'vitest'
import { type Any, signInCast } from '../../support/accounts.ts'
import { repository, seedsFolder, temporaryFolder } from '../../support/databases.ts'
import { holdLock } from '../../support/foreign-lock.ts'
import { testDay } from '../../support/service.ts'

const webFolder = join(repository, 'web/dist')
const daysLater = (days: number) => new Date(testDay.getTime() + days * 86_400_000)

/** The service on a file, with backups beside it, on a day that can be moved. */
async function startWithBackups({
  startedAt = testDay,
  ...options
}: {
  startedAt?: Date
  publicUrl?: string
  metricsToken?: string
} = {}) {
  const file = join(temporaryFolder(), 'moc57.db')
  const folder = join(dirname(file), 'backup')
  const clock = { now: startedAt }
  const now = () => clock.now
  const database = openDatabase(file, { dataSet: 'real' })
  seedDatabase(database, { seedsFolder, now: testDay })
  const backups = await openBackups(database, { folder, time: '01:30', now })
  const app = await buildApp({ database, webFolder, now, backups, ...options })
  onTestFinished(async () => {
    await backups.stop()
    await app.close()
    database.close()
  })
  const people = await signInCast({ app, database, close: async () => {} })
  const status = async () => (await people.admin('GET', '/api/system')).body as Any
  const audit = () =>
    listAudit(database, {
      unitCode: null,
      by: null,
      kind: 'backup',
      since: null,
      until: null,
      withDrafts: false,
    })
  return { app, backups, clock, folder, people, status, audit }
}

describe('the administrator', () => {
  test('backs up at once, sees it checked, downloads it, and the log tells of both', async () => {
    const { backups, people, status, audit, folder } = await startWithBackups()
    expect((await status()).backups).toMatchObject({ folder, isRunning: false, failure: null, items: [] })
    expect(await people.admin('POST', '/api/system/backups', {})).toMatchObject({ status: 200 })
    expect(await people.admin('POST', '/api/system/backups', {})).toMatchObject({ status: 409 })
    await backups.settled()
    const [made] = (await status()).backups.items
    expect(made).toMatchObject({ reason: 'byHand', at: testDay.toISOString(), hasEvidence: false })
    const file = await people.admin('GET', `/api/system/backups/${made.name}`)
    expect(file.raw.subarray(0, 15).toString()).toBe('SQLite format 3')
    expect(file.raw).toHaveLength(made.bytes)
    expect(audit()).toMatchObject([
      { action: 'backupDownloaded', by: 'admin', subject: made.name },
      { action: 'backedUp', by: 'admin', subject: made.name, reason: expect.stringContaining('tài khoản') },
    ])
  })

  test('downloads a backup also while nothing can be written, as when the disk fails', async () => {
    const { backups, people, status, audit, folder } = await startWithBackups()
    backups.begin('byHand', 'admin')
    await backups.settled()
    const [made] = (await status()).backups.items
    await holdLock(join(dirname(folder), 'moc57.db'))
    const file = await people.admin('GET', `/api/system/backups/${made.name}`)
    expect(file.status).toBe(200)
    expect(file.raw).toHaveLength(made.bytes)
    expect(audit().map(({ action }) => action)).toEqual(['backedUp'])
  })

  test('alone sees the state of the system, backs up and downloads', async () => {
    const { people } = await startWithBackups()
    for (const person of ['city', 'phuong', 'officer', 'public'] as const) {
      const expected = person === 'public' ? 401 : 403
      expect((await people[person]('GET', '/api/system')).status).toBe(expected)
      expect((await people[person]('POST', '/api/system/backups', {})).status).toBe(expected)
      expect((await people[person]('GET', '/api/system/backups/moc57-real-20261122-013000.db')).status).toBe(
        expected,
      )
    }
  })

  test.each(['..%2Fmoc57.db', 'moc57.db', 'ghi-chu.txt'])('downloads no other file: %s', async (name) => {
    const { people, folder } = await startWithBackups()
    await mkdir(folder)
    await writeFile(join(folder, 'ghi-chu.txt'), 'x')
    expect(await people.admin('GET', `/api/system/backups/${name}`)).toMatchObject({ status: 404 })
  })

  test('is told why a backup failed, on the page and in the log, until one succeeds', async () => {
    const { backups, status, audit, folder } = await startWithBackups()
    await writeFile(folder, 'a file where the folder should be')
    backups.begin('nightly')
    await backups.settled()
    expect((await status()).backups.failure).toMatchObject({
      words: expect.stringContaining('Không ghi được bản sao lưu'),
    })
    expect(audit()).toMatchObject([{ action: 'backupFailed', by: 'máy chủ' }])
  })
})

describe('a backup of every night', () => {
  test('lets go the older ones that have had their time, and no other file', async () => {
    const { backups, folder } = await startWithBackups()
    await mkdir(folder)
    for (let ago = 1; ago <= 40; ago += 1) {
      const at = daysLater(-ago).toISOString()
      await writeFile(join(folder, backupName('real', { at, reason: 'nightly' })), '')
    }
    await writeFile(join(folder, 'của người khác.db'), 'x')
    backups.begin('nightly')
    await backups.settled()
    const names = await readdir(folder)
    // 14 nights, the Sundays before them within 40 days (08/11, 01/11, 25/10, 18/10), and the end of October.
    expect(names.filter((name) => name.startsWith('moc57-'))).toHaveLength(14 + 4 + 1)
    expect(names).toContain('của người khác.db')
  })

  test('that has not come for two days fails the health of the service, and the next one mends it', async () => {
    const { app, backups, clock } = await startWithBackups()
    const health = async () => (await app.inject({ url: '/api/health' })).json()
    expect(await health()).toMatchObject({ status: 'ok', checks: { backup: { status: 'ok' } } })
    clock.now = daysLater(2.1)
    expect(await health()).toMatchObject({ status: 'failing', checks: { backup: { status: 'failing' } } })
    backups.begin('nightly')
    await backups.settled()
    expect(await health()).toMatchObject({ status: 'ok' })
  })

  test('is awaited for an hour where data of long ago have none at all, as after an upgrade', async () => {
    const { app, clock } = await startWithBackups({ startedAt: daysLater(30) })
    const health = async () => (await app.inject({ url: '/api/health' })).json()
    expect(await health()).toMatchObject({ checks: { backup: { status: 'ok' } } })
    clock.now = daysLater(30.1)
    expect(await health()).toMatchObject({ checks: { backup: { status: 'failing' } } })
  })
})

describe('the numbers for Prometheus', () => {
  test('count requests by the pattern of their route, with no value of a path among the labels', async () => {
    const { app } = await startWithBackups()
    await app.inject({ url: '/api/units/11443/progress' })
    await app.inject({ url: '/khong-co/nguyen-van-a' })
    const { body } = await app.inject({ url: '/metrics' })
    expect(body).toContain('route="/api/units/:unitCode/progress",status="200"')
    expect(body).not.toMatch(/11443|nguyen-van-a/)
    expect(body).toMatch(/moc57_event_loop_lag_seconds\{quantile="0.99"\} \d/)
    expect(body).toMatch(/moc57_commits \d/)
    expect(body).toMatch(/moc57_backup_age_seconds \d/)
  })

  test('are for this machine alone, and for nobody for whom a proxy speaks', async () => {
    const { app } = await startWithBackups()
    expect((await app.inject({ url: '/metrics', remoteAddress: '10.0.0.9' })).statusCode).toBe(404)
    const headers = { 'x-forwarded-for': '10.0.0.9' }
    expect((await app.inject({ url: '/metrics', headers })).statusCode).toBe(404)
  })

  test('are for whoever has the token, where there is one', async () => {
    const { app } = await startWithBackups({ metricsToken: 'a-token-of-the-city' })
    const read = (authorization?: string) =>
      app.inject({
        url: '/metrics',
        remoteAddress: '10.0.0.9',
        ...(authorization && { headers: { authorization } }),
      })
    expect((await read()).statusCode).toBe(404)
    expect((await read('Bearer another-token')).statusCode).toBe(404)
    expect((await read('Bearer a-token-of-the-city')).statusCode).toBe(200)
  })
})

describe('behind a proxy that passes no Host', () => {
  const headers = { host: '127.0.0.1:5757', 'content-type': 'application/json' }
  const signIn = (app: Any, origin: string) =>
    app.inject({ method: 'POST', url: '/api/session', headers: { ...headers, origin }, payload: {} })

  test('a write may come from PUBLIC_URL, and from nowhere else', async () => {
    const { app } = await startWithBackups({ publicUrl: 'https://moc57.example.vn/' })
    expect((await signIn(app, 'https://moc57.example.vn')).statusCode).not.toBe(403)
    for (const origin of ['http://moc57.example.vn', 'https://moc57.example.vn.evil.example', 'null']) {
      expect((await signIn(app, origin)).statusCode).toBe(403)
    }
    expect((await signIn((await startWithBackups()).app, 'https://moc57.example.vn')).statusCode).toBe(403)
  })

  test.each([
    ['https://moc57.example.vn', 'max-age=15552000'],
    ['http://moc57.lan', undefined],
  ])('the pages of %s are to be opened by https alone: %s', async (publicUrl, words) => {
    const { app } = await startWithBackups({ publicUrl })
    expect((await app.inject({ url: '/api/health' })).headers['strict-transport-security']).toBe(words)
  })
})
