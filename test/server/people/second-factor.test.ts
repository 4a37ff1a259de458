import { buildApp } from '@moc57/server'
import type { FastifyInstance, InjectOptions } from 'fastify'
import { beforeEach, describe, expect, test } from 'vitest'
import { type Any, makeAccount, password } from '../../support/accounts.ts'
import { type Service, startService, testDay } from '../../support/service.ts'
import { codeAt } from '../../support/totp.ts'

let service: Service
let app: FastifyInstance
let clock: Date

/** The service on a clock that goes on, with an account of each kind. */
async function serve(isSecondFactorRequired = false): Promise<void> {
  app = await buildApp({
    database: service.database,
    webFolder: '',
    now: () => clock,
    isSecondFactorRequired,
  })
}

beforeEach(async () => {
  service = await startService()
  clock = testDay
  await serve()
  makeAccount(service, { username: 'quantri', role: 'administrator' })
  makeAccount(service, { username: 'thanhpho', role: 'city' })
  makeAccount(service, { username: 'vhxh', role: 'officer', unitCode: '11443' })
  return async () => {
    await app.close()
    await service.close()
  }
})

type Answer = { status: number; body: Any; cookie: string }

async function send(
  method: 'GET' | 'POST' | 'DELETE',
  url: string,
  payload?: object,
  cookie = '',
): Promise<Answer> {
  const request: InjectOptions = { method, url, headers: { cookie }, ...(payload && { payload }) }
  const answer = await app.inject(request)
  const set = [answer.headers['set-cookie']].flat().map((one) => String(one).split(';')[0])
  const session = set.find((one) => one?.startsWith('moc57_session=')) ?? ''
  return { status: answer.statusCode, body: answer.json(), cookie: session }
}

const signIn = (username: string, code?: string, given = password) =>
  send('POST', '/api/session', { username, password: given, ...(code && { code }) })
const passSteps = (steps: number) => {
  clock = new Date(clock.getTime() + steps * 30_000)
}
const userOf = async (cookie: string) => (await send('GET', '/api/session', undefined, cookie)).body.user
const logged = (action: string) =>
  service.database.sqlite.prepare('SELECT username, by FROM account_events WHERE action = ?').all(action)

/** Sets the factor up as an app would; the code of the present step is used by it. */
async function setUp(username: string) {
  const { cookie } = await signIn(username)
  const begun = await send('POST', '/api/session/second-factor', undefined, cookie)
  expect(begun.status).toBe(200)
  const { secret } = begun.body as { secret: string }
  const url = '/api/session/second-factor/confirmation'
  const confirmed = await send('POST', url, { code: codeAt(secret, clock) }, cookie)
  expect(confirmed.status).toBe(200)
  const recoveryCodes = confirmed.body.recoveryCodes as string[]
  return { secret, cookie, recoveryCodes, uri: begun.body.uri as string, user: confirmed.body.user }
}

describe('setting a second factor up', () => {
  test('counts from its first right code, tells ten recovery codes once, and ends the other sessions', async () => {
    const other = await signIn('vhxh')
    const { cookie } = await signIn('vhxh')
    const begun = await send('POST', '/api/session/second-factor', undefined, cookie)
    const { secret, uri } = begun.body
    expect(new URL(uri).searchParams.get('secret')).toBe(secret)
    expect(decodeURIComponent(new URL(uri).pathname)).toContain('Mốc 57:vhxh')
    expect((await signIn('vhxh')).status).toBe(200)

    const confirm = (code: string) =>
      send('POST', '/api/session/second-factor/confirmation', { code }, cookie)
    const wrong = await confirm(codeAt(secret, new Date(clock.getTime() + 600_000)))
    expect([wrong.status, wrong.body.errors[0].pointer]).toEqual([400, '#/code'])
    expect((await signIn('vhxh')).status).toBe(200)

    const { status, body } = await confirm(codeAt(secret, clock))
    expect([status, body.user.secondFactor]).toEqual([200, 'set'])
    expect(new Set(body.recoveryCodes).size).toBe(10)
    expect(body.recoveryCodes.every((code: string) => /^\d{20}$/.test(code))).toBe(true)
    expect((await confirm(codeAt(secret, clock))).status).toBe(409)
    expect((await send('POST', '/api/session/second-factor', undefined, cookie)).status).toBe(409)
    expect([await userOf(other.cookie), (await userOf(cookie)).secondFactor]).toEqual([null, 'set'])
    expect(logged('secondFactorSet')).toEqual([{ username: 'vhxh', by: 'vhxh' }])

    const state = await send('GET', '/api/session/second-factor', undefined, cookie)
    expect(state.body).toMatchObject({ setAt: clock.toISOString(), recoveryCodesLeft: 10 })
    const stored = service.database.sqlite.prepare('SELECT code_hash FROM recovery_codes').pluck().all()
    expect(stored.filter((hash) => body.recoveryCodes.includes(hash))).toEqual([])
  })

  test('waits for the own password of who has a first one', async () => {
    makeAccount(service, { username: 'moi', role: 'city', mustChangePassword: true })
    const { cookie } = await signIn('moi')
    expect((await send('POST', '/api/session/second-factor', undefined, cookie)).status).toBe(403)
  })

  test('is for who is signed in', async () => {
    for (const url of ['second-factor', 'second-factor/confirmation', 'second-factor/removal']) {
      expect((await send('POST', `/api/session/${url}`, { code: '123456' })).status).toBe(401)
    }
    expect((await send('GET', '/api/session/second-factor')).status).toBe(401)
  })
})

describe('signing in to an account with a second factor', () => {
  test('asks for the code once the password is right, and says at which field', async () => {
    const { secret } = await setUp('vhxh')
    passSteps(1)
    expect((await signIn('vhxh', undefined, 'sai')).body.errors).toBeUndefined()
    const first = await signIn('vhxh')
    expect([first.status, first.body.title, first.cookie]).toEqual([401, 'Cần mã xác thực', ''])
    expect(first.body.errors).toMatchObject([{ pointer: '#/code' }])
    const second = await signIn('vhxh', codeAt(secret, clock))
    expect([second.status, second.body.user.secondFactor]).toEqual([200, 'set'])
    expect(await userOf(second.cookie)).toMatchObject({ username: 'vhxh' })
  })

  test('takes the code of RFC 6238', async () => {
    await setUp('vhxh')
    const secret = 'GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ'
    service.database.sqlite.prepare('UPDATE second_factors SET secret = ?, last_step = 0').run(secret)
    clock = new Date(1111111109_000)
    expect(codeAt(secret, clock)).toBe('081804')
    expect((await signIn('vhxh', '081804')).status).toBe(200)
  })

  test.each([
    ['the step before', -1, 200],
    ['the step after', 1, 200],
    ['two steps before', -2, 401],
    ['two steps after', 2, 401],
  ])('takes a code of %s: %i is %i', async (_, steps, status) => {
    const { secret } = await setUp('vhxh')
    passSteps(5)
    const shown = new Date(clock.getTime() + steps * 30_000)
    expect((await signIn('vhxh', codeAt(secret, shown))).status).toBe(status)
  })

  test('takes a code once, also of two requests at the same time, and none of a step before it', async () => {
    const { secret } = await setUp('vhxh')
    expect((await signIn('vhxh', codeAt(secret, clock))).status).toBe(401)
    passSteps(3)
    const code = codeAt(secret, clock)
    const both = await Promise.all([signIn('vhxh', code), signIn('vhxh', code)])
    expect(both.map(({ status }) => status).sort()).toEqual([200, 401])
    expect((await signIn('vhxh', code)).status).toBe(401)
    expect((await signIn('vhxh', codeAt(secret, new Date(clock.getTime() - 30_000)))).status).toBe(401)
  })

  test('takes each recovery code once, however it is spaced, and logs it', async () => {
    const { recoveryCodes } = await setUp('vhxh')
    const [code = '', next = ''] = recoveryCodes
    const spaced = code.replace(/\d{5}/g, '$& ')
    const both = await Promise.all([signIn('vhxh', spaced), signIn('vhxh', code)])
    expect(both.map(({ status }) => status).sort()).toEqual([200, 401])
    expect((await signIn('vhxh', code)).status).toBe(401)
    const { status, cookie } = await signIn('vhxh', next)
    expect(status).toBe(200)
    const state = await send('GET', '/api/session/second-factor', undefined, cookie)
    expect(state.body.recoveryCodesLeft).toBe(8)
    expect(logged('recoveryCodeUsed')).toHaveLength(2)
  })

  test('does not take the recovery code of somebody else', async () => {
    const { recoveryCodes } = await setUp('vhxh')
    await setUp('thanhpho')
    expect((await signIn('thanhpho', recoveryCodes[0])).status).toBe(401)
  })

  test('is locked by five wrong codes, between which the password alone clears nothing', async () => {
    const { secret } = await setUp('vhxh')
    passSteps(10)
    const wrong = codeAt(secret, new Date(clock.getTime() + 900_000))
    for (let count = 0; count < 5; count += 1) {
      expect((await signIn('vhxh', wrong)).status).toBe(401)
      if (count < 4) expect((await signIn('vhxh')).status).toBe(401)
    }
    expect((await signIn('vhxh', codeAt(secret, clock))).status).toBe(429)
    expect((await signIn('vhxh')).status).toBe(429)
    expect(logged('locked')).toEqual([{ username: 'vhxh', by: 'vhxh' }])
  })

  test('is not locked by asking for the second step again and again', async () => {
    const { secret } = await setUp('vhxh')
    passSteps(1)
    for (let count = 0; count < 8; count += 1) expect((await signIn('vhxh')).status).toBe(401)
    expect((await signIn('vhxh', codeAt(secret, clock))).status).toBe(200)
  })

  test.each(['12345', 'abcdef', '1234567890'])('tells that %s is no code', async (code) => {
    const { status, body } = await signIn('vhxh', code)
    expect([status, body.errors[0].pointer]).toEqual([400, '#/code'])
  })

  test('asks nothing more of an account without one', async () => {
    await setUp('thanhpho')
    expect(await signIn('vhxh')).toMatchObject({
      status: 200,
      body: { user: { username: 'vhxh', role: 'officer', unitCode: '11443', secondFactor: 'none' } },
    })
  })
})

describe('a second factor goes', () => {
  test('by its owner with a code', async () => {
    const { secret, cookie } = await setUp('vhxh')
    passSteps(1)
    const remove = (code: string) => send('POST', '/api/session/second-factor/removal', { code }, cookie)
    const wrong = codeAt(secret, new Date(clock.getTime() + 900_000))
    expect((await remove(wrong)).body.errors[0].pointer).toBe('#/code')
    const { status, body } = await remove(codeAt(secret, clock))
    expect([status, body.user.secondFactor]).toEqual([200, 'none'])
    expect((await signIn('vhxh')).status).toBe(200)
    expect(logged('secondFactorRemoved')).toEqual([{ username: 'vhxh', by: 'vhxh' }])
  })

  test('not by guessing: five wrong codes lock it', async () => {
    const { secret, cookie } = await setUp('vhxh')
    passSteps(10)
    const remove = (code: string) => send('POST', '/api/session/second-factor/removal', { code }, cookie)
    const wrong = codeAt(secret, new Date(clock.getTime() + 900_000))
    for (let count = 0; count < 5; count += 1) expect((await remove(wrong)).status).toBe(400)
    expect((await remove(codeAt(secret, clock))).status).toBe(429)
  })

  test('by the administrator, which ends its sessions and is in the log', async () => {
    const { cookie } = await setUp('vhxh')
    const admin = (await signIn('quantri')).cookie
    const reset = (username: string, by = admin) =>
      send('DELETE', `/api/accounts/${username}/second-factor`, undefined, by)
    const accounts = async () => (await send('GET', '/api/accounts', undefined, admin)).body.items as Any[]
    expect((await accounts()).find(({ username }) => username === 'vhxh').secondFactor).toBe('set')
    const { status, body } = await reset('vhxh')
    expect([status, body.user.secondFactor]).toEqual([200, 'none'])
    expect(await userOf(cookie)).toBeNull()
    expect(logged('secondFactorRemoved')).toEqual([{ username: 'vhxh', by: 'quantri' }])
    expect((await signIn('vhxh')).status).toBe(200)
    expect((await reset('vhxh')).status).toBe(409)
    expect((await reset('khong.co')).status).toBe(404)
    const own = await setUp('quantri')
    expect((await reset('quantri', own.cookie)).status).toBe(409)
    expect((await userOf(own.cookie)).secondFactor).toBe('set')
  })
})

describe('where a second factor is required', () => {
  test('the administrator and the city may do nothing before it is set up, and everything after', async () => {
    await app.close()
    await serve(true)
    for (const username of ['quantri', 'thanhpho']) {
      const { status, body, cookie } = await signIn(username)
      expect([status, body.user.secondFactor]).toEqual([200, 'due'])
      const refused = await send('GET', '/api/audit', undefined, cookie)
      expect([refused.status, refused.body.title]).toEqual([403, 'Cần bật xác thực hai bước'])
      const set = await setUp(username)
      expect((await send('GET', '/api/audit', undefined, set.cookie)).status).toBe(200)
      passSteps(1)
      const removal = { code: codeAt(set.secret, clock) }
      const removed = await send('POST', '/api/session/second-factor/removal', removal, set.cookie)
      expect(removed.body.user.secondFactor).toBe('due')
      expect((await send('GET', '/api/audit', undefined, set.cookie)).status).toBe(403)
    }
  })

  test('everybody else goes on, and may set one up', async () => {
    await app.close()
    await serve(true)
    const { body, cookie } = await signIn('vhxh')
    expect(body.user.secondFactor).toBe('none')
    expect((await send('GET', '/api/units/11443/entries/2026-Q4', undefined, cookie)).status).toBe(200)
  })
})
