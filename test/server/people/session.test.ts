import { changeAccount, createAccount, findAccount } from '@moc57/db'
import { buildApp } from '@moc57/server'
import { hashPassword } from '@moc57/server/password'
import type { InjectOptions } from 'fastify'
import { beforeEach, describe, expect, test } from 'vitest'
import { type Service, startService, testDay } from '../../support/service.ts'

const password = 'mật khẩu đầu tiên'
let service: Service

beforeEach(async () => {
  service = await startService()
  createAccount(
    service.database,
    {
      username: 'vhxh.kienan',
      passwordHash: await hashPassword(password),
      mustChangePassword: true,
      role: 'officer',
      unitCode: '11443',
      createdAt: testDay.toISOString(),
    },
    'test',
  )
  return () => service.close()
})

const post = (url: string, payload: object, cookie?: string, headers: Record<string, string> = {}) =>
  service.app.inject({
    method: 'POST',
    url,
    payload,
    headers: { ...headers, ...(cookie && { cookie }) },
  } as InjectOptions)
const signIn = (given = password, username = 'vhxh.kienan') =>
  post('/api/session', { username, password: given })
const cookieOf = (response: Awaited<ReturnType<typeof signIn>>) =>
  String(response.headers['set-cookie']).split(';')[0]
const userOf = async (cookie = '') =>
  (await service.app.inject({ url: '/api/session', headers: { cookie } })).json().user

describe('a session', () => {
  test('opens with the right password, in a cookie that scripts and other sites cannot use', async () => {
    const response = await signIn()
    expect(response.statusCode).toBe(200)
    expect(response.json().user).toMatchObject({
      username: 'vhxh.kienan',
      role: 'officer',
      unitCode: '11443',
    })
    for (const cookie of [response.headers['set-cookie']].flat()) {
      // The pages read the key of what they store; it opens no session.
      const isKey = String(cookie).startsWith('moc57_key=')
      expect(cookie).toMatch(isKey ? /; SameSite=Strict$/ : /; HttpOnly; SameSite=Lax$/)
    }
    expect(await userOf(cookieOf(response))).toMatchObject({
      username: 'vhxh.kienan',
      mustChangePassword: true,
    })
  })

  test('takes the name in any case and the password in any Unicode form', async () => {
    expect((await signIn(password.normalize('NFD'), 'VHXH.KienAn')).statusCode).toBe(200)
  })

  test('does not exist for the public, nor for a made-up cookie', async () => {
    expect(await userOf()).toBeNull()
    expect(await userOf('moc57_session=made-up')).toBeNull()
  })

  test('ends on the server when one signs out', async () => {
    const cookie = cookieOf(await signIn())
    await service.app.inject({ method: 'DELETE', url: '/api/session', headers: { cookie: cookie ?? '' } })
    expect(await userOf(cookie)).toBeNull()
  })

  test('is a new one at each sign-in, so that none can be fixed from outside', async () => {
    const first = cookieOf(await signIn())
    const second = cookieOf(await post('/api/session', { username: 'vhxh.kienan', password }, first))
    expect(second).not.toBe(first)
    expect(await userOf(first)).toBeNull()
  })

  test('cannot be opened from a page of another site', async () => {
    const response = await post('/api/session', { username: 'vhxh.kienan', password }, undefined, {
      origin: 'https://example.net',
      host: '127.0.0.1:5757',
    })
    expect(response.statusCode).toBe(403)
  })

  test('is not kept in the database in a form that would open it', async () => {
    const token = cookieOf(await signIn())?.split('=')[1]
    const stored = service.database.sqlite.prepare('SELECT token_hash FROM sessions').pluck().all()
    expect(stored).toHaveLength(1)
    expect(stored).not.toContain(token)
  })
})

describe('wrong passwords', () => {
  test('get the same answer for a name that exists and for one that does not', async () => {
    const [known, unknown] = [await signIn('sai'), await signIn('sai', 'khong.co')]
    expect([known.statusCode, unknown.statusCode]).toEqual([401, 401])
    expect(known.json()).toEqual(unknown.json())
  })

  test('lock the name after five, for the right password too', async () => {
    for (let attempt = 0; attempt < 5; attempt += 1) expect((await signIn('sai')).statusCode).toBe(401)
    expect((await signIn()).statusCode).toBe(429)
  })

  test('are forgotten when the administrator sets a new one', async () => {
    for (let attempt = 0; attempt < 6; attempt += 1) await signIn('sai')
    const passwordHash = await hashPassword('mật khẩu đặt lại')
    const deed = { by: 'admin', at: testDay.toISOString() }
    changeAccount(service.database, 'vhxh.kienan', { action: 'passwordReset', passwordHash, ...deed })
    expect((await signIn('mật khẩu đặt lại')).statusCode).toBe(200)
  })

  test('that lock a name are in the log once, those for a name that is nobody’s are not', async () => {
    for (let attempt = 0; attempt < 8; attempt += 1) {
      await signIn('sai')
      await signIn('sai', 'khong.co')
    }
    const locks = service.database.sqlite.prepare(
      `SELECT username FROM account_events WHERE action = 'locked'`,
    )
    expect(locks.pluck().all()).toEqual(['vhxh.kienan'])
  })

  test('are counted also when many come at once', async () => {
    const answers = await Promise.all(Array.from({ length: 25 }, () => signIn('sai')))
    expect(answers.filter(({ statusCode }) => statusCode === 401).length).toBeLessThanOrEqual(5)
  })

  test('lock the address that tries many names', async () => {
    for (let attempt = 0; attempt < 30; attempt += 1) await signIn('sai', `nguoi${attempt}`)
    expect((await signIn()).statusCode).toBe(429)
  })
})

describe('a device that has signed in to the account', () => {
  const attempt = (given: string, cookie: string, username = 'vhxh.kienan') =>
    post('/api/session', { username, password: given }, cookie)
  const deviceOf = (response: Awaited<ReturnType<typeof signIn>>) => {
    const cookies = [response.headers['set-cookie']].flat().map(String)
    return cookies.find((cookie) => cookie.startsWith('moc57_device_')) ?? ''
  }
  const mark = (cookie: string) => String(cookie.split(';')[0])
  const lockOutStrangers = async () => {
    for (let count = 0; count < 5; count += 1) expect((await signIn('sai')).statusCode).toBe(401)
    expect((await signIn()).statusCode).toBe(429)
  }

  test('is known by a cookie that scripts and other sites cannot use, sent only where one signs in', async () => {
    const cookie = deviceOf(await signIn())
    expect(cookie).toMatch(/; Path=\/api\/session; Expires=Mon, 22 Nov 2027 .*; HttpOnly; SameSite=Lax$/)
    const stored = service.database.sqlite.prepare('SELECT token_hash FROM known_devices').pluck().all()
    expect(stored).toHaveLength(1)
    expect(cookie).not.toContain(String(stored[0]))
  })

  test('signs in while strangers are locked, who stay locked after it', async () => {
    const device = mark(deviceOf(await signIn()))
    await lockOutStrangers()
    expect((await attempt(password, device)).statusCode).toBe(200)
    expect((await signIn()).statusCode).toBe(429)
  })

  test('signs in where others at the same address have tried too many names', async () => {
    const device = mark(deviceOf(await signIn()))
    for (let count = 0; count < 30; count += 1) await signIn('sai', `nguoi${count}`)
    expect((await signIn()).statusCode).toBe(429)
    expect((await attempt(password, device)).statusCode).toBe(200)
  })

  test('changes the password while strangers are locked', async () => {
    const response = await signIn()
    await lockOutStrangers()
    const change = { currentPassword: password, newPassword: 'phượng vỹ nở sớm ở bến' }
    const cookies = `${cookieOf(response)}; ${mark(deviceOf(response))}`
    expect((await post('/api/session/password', change, cookies)).statusCode).toBe(200)
  })

  test('is locked by five wrong passwords of its own, which is in the log; others are not', async () => {
    const device = mark(deviceOf(await signIn()))
    for (let count = 0; count < 5; count += 1) {
      expect((await attempt('sai', device)).statusCode).toBe(401)
    }
    expect((await attempt(password, device)).statusCode).toBe(429)
    const locks = service.database.sqlite.prepare(
      `SELECT count(*) FROM account_events WHERE action = 'locked'`,
    )
    expect(locks.pluck().get()).toBe(1)
    expect((await signIn()).statusCode).toBe(200)
  })

  test('is counted also when many tries come at once', async () => {
    const device = mark(deviceOf(await signIn()))
    const answers = await Promise.all(Array.from({ length: 25 }, () => attempt('sai', device)))
    expect(answers.filter(({ statusCode }) => statusCode === 401)).toHaveLength(5)
  })

  test('is worth nothing without the password, nor as a session', async () => {
    const device = mark(deviceOf(await signIn()))
    expect((await attempt('sai', device)).statusCode).toBe(401)
    expect(await userOf(device)).toBeNull()
  })

  test('of one account is a stranger to another, under either name', async () => {
    const passwordHash = await hashPassword(password)
    const other = { role: 'officer', unitCode: '11443', mustChangePassword: false } as const
    createAccount(
      service.database,
      { username: 'khac', passwordHash, createdAt: testDay.toISOString(), ...other },
      'test',
    )
    const [name, token] = mark(deviceOf(await signIn(password, 'khac'))).split('=')
    const own = mark(deviceOf(await signIn())).split('=')[0]
    await lockOutStrangers()
    for (const cookie of [`${name}=${token}`, `${own}=${token}`]) {
      expect((await attempt(password, cookie)).statusCode).toBe(429)
    }
  })

  test.each(['made-up', '', '%00', "' OR 1=1"])('cannot be made up: %j', async (token) => {
    const [name] = mark(deviceOf(await signIn())).split('=')
    await lockOutStrangers()
    expect((await attempt(password, `${name}=${token}`)).statusCode).toBe(429)
  })

  test('is known anew at each sign-in: an older copy is worth nothing', async () => {
    const copy = mark(deviceOf(await signIn()))
    const device = mark(deviceOf(await attempt(password, copy)))
    expect(device).not.toBe(copy)
    await lockOutStrangers()
    expect((await attempt(password, copy)).statusCode).toBe(429)
    expect((await attempt(password, device)).statusCode).toBe(200)
  })

  test('is a stranger after a year without signing in', async () => {
    const device = mark(deviceOf(await signIn()))
    const later = new Date(testDay.getTime() + 366 * 24 * 60 * 60 * 1000)
    const app = await buildApp({ database: service.database, webFolder: '/none', now: () => later })
    const at = (given: string, cookie?: string) =>
      app.inject({
        method: 'POST',
        url: '/api/session',
        payload: { username: 'vhxh.kienan', password: given },
        headers: cookie ? { cookie } : {},
      })
    for (let count = 0; count < 5; count += 1) await at('sai')
    expect((await at(password, device)).statusCode).toBe(429)
    await app.close()
  })
})

/** Acts once the service has begun to check a password, which takes it a while. */
async function whileChecking(act: () => void): Promise<void> {
  const begun = service.database.sqlite.prepare('SELECT count(*) FROM sign_in_failures').pluck()
  while (begun.get() === 0) await new Promise(setImmediate)
  act()
}

describe('an administrator who acts while a password is being checked', () => {
  const deed = { by: 'admin', at: testDay.toISOString() }

  test.each(['passwordReset', 'disabled'] as const)('%s: it opens no session', async (action) => {
    const passwordHash = await hashPassword('mật khẩu đặt lại')
    const answer = signIn()
    await whileChecking(() =>
      changeAccount(service.database, 'vhxh.kienan', { action, passwordHash, ...deed }),
    )
    expect((await answer).statusCode).toBe(401)
  })

  test('has the last word over a change of the password', async () => {
    const cookie = cookieOf(await signIn())
    const passwordHash = await hashPassword('mật khẩu đặt lại')
    const answer = post(
      '/api/session/password',
      { currentPassword: password, newPassword: 'phượng vỹ nở sớm ở bến' },
      cookie,
    )
    await whileChecking(() =>
      changeAccount(service.database, 'vhxh.kienan', { action: 'passwordReset', passwordHash, ...deed }),
    )
    expect((await answer).statusCode).toBe(409)
    expect((await signIn('mật khẩu đặt lại')).statusCode).toBe(200)
  })
})

describe('a changed password', () => {
  const newPassword = 'phượng vỹ nở sớm ở bến'

  test('cannot be guessed at from an open session, however many tries come at once', async () => {
    const cookie = cookieOf(await signIn())
    const tries = Array.from({ length: 25 }, () =>
      post('/api/session/password', { currentPassword: 'sai', newPassword }, cookie),
    )
    const answers = await Promise.all(tries)
    expect(answers.filter(({ statusCode }) => statusCode === 400).length).toBeLessThanOrEqual(5)
  })

  test('is the one to sign in with, and every other session ends', async () => {
    const [elsewhere, here] = [cookieOf(await signIn()), cookieOf(await signIn())]
    const response = await post('/api/session/password', { currentPassword: password, newPassword }, here)
    expect(response.json().user).toMatchObject({ mustChangePassword: false })
    expect(await userOf(elsewhere)).toBeNull()
    expect(await userOf(cookieOf(response))).toMatchObject({ username: 'vhxh.kienan' })
    expect((await signIn()).statusCode).toBe(401)
    expect((await signIn(newPassword)).statusCode).toBe(200)
  })

  test.each([
    ['the current one is wrong', { currentPassword: 'sai', newPassword }, '#/currentPassword'],
    ['it is the same', { currentPassword: password, newPassword: password }, '#/newPassword'],
    [
      'it is the same but for a space',
      { currentPassword: password, newPassword: `${password} ` },
      '#/newPassword',
    ],
    [
      'it is the same but for capitals',
      { currentPassword: password, newPassword: password.toUpperCase() },
      '#/newPassword',
    ],
    [
      'it is the same but for digits',
      { currentPassword: password, newPassword: `${password}2` },
      '#/newPassword',
    ],
    ['all the world has it', { currentPassword: password, newPassword: 'Password123!' }, '#/newPassword'],
    [
      'it is common words without marks',
      { currentPassword: password, newPassword: 'MatKhau-2026!' },
      '#/newPassword',
    ],
    [
      'it is the name of a unit',
      { currentPassword: password, newPassword: 'Kiến Thụy 2026' },
      '#/newPassword',
    ],
    ['it is short', { currentPassword: password, newPassword: 'ngắn' }, '#/newPassword'],
    ['it holds the name', { currentPassword: password, newPassword: 'vhxh.kienan 2026' }, '#/newPassword'],
  ])('is refused when %s', async (_, body, pointer) => {
    const response = await post('/api/session/password', body, cookieOf(await signIn()))
    expect(response.statusCode).toBe(400)
    expect(response.json().errors[0].pointer).toBe(pointer)
    expect(findAccount(service.database, 'vhxh.kienan')?.mustChangePassword).toBe(true)
  })

  test('needs a session', async () => {
    const response = await post('/api/session/password', { currentPassword: password, newPassword })
    expect(response.statusCode).toBe(401)
  })
})

describe('who calls', () => {
  const wrong = { username: 'ai.do', password: 'sai' }
  const signInAt = (app: Service['app'], address: string, payload = wrong) =>
    app.inject({
      method: 'POST',
      url: '/api/session',
      payload,
      headers: { 'x-forwarded-for': address, 'x-forwarded-proto': 'https' },
    })

  test('is told by a proxy that is trusted: wrong passwords from one address lock out no other', async () => {
    const { database } = service
    const app = await buildApp({
      database,
      webFolder: '/none',
      now: () => testDay,
      trustedProxy: '127.0.0.1',
    })
    for (let attempt = 0; attempt < 31; attempt += 1) {
      await signInAt(app, '192.0.2.1', { ...wrong, username: `nguoi${attempt}` })
    }
    expect((await signInAt(app, '192.0.2.1')).statusCode).toBe(429)
    const right = await signInAt(app, '192.0.2.2', { username: 'vhxh.kienan', password })
    expect(right.statusCode).toBe(200)
    for (const cookie of [right.headers['set-cookie']].flat()) expect(cookie).toMatch(/Secure/)
    await app.close()
  })

  test('is not told by whoever claims it: nobody gets around the lock by naming another address', async () => {
    for (let attempt = 0; attempt < 31; attempt += 1) {
      await signInAt(service.app, `192.0.2.${attempt}`, { ...wrong, username: `nguoi${attempt}` })
    }
    expect((await signInAt(service.app, '192.0.2.99')).statusCode).toBe(429)
  })
})
