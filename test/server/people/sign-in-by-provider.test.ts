import { changeAccount } from '@moc57/db'
import { buildApp } from '@moc57/server'
import type { FastifyInstance } from 'fastify'
import { afterAll, beforeAll, beforeEach, describe, expect, onTestFinished, test } from 'vitest'
import { makeAccount, password } from '../../support/accounts.ts'
import { httpVisitor, type Visitor } from '../../support/http-visitor.ts'
import {
  client,
  type IdentityProvider,
  listen,
  startIdentityProvider,
  stopListening,
} from '../../support/identity-provider.ts'
import { type Service, startService, testDay } from '../../support/service.ts'

const callback = '/api/session/oidc/callback'

let service: Service
let app: FastifyInstance
let address: string
let identity: IdentityProvider
let visitor: Visitor

/** The service on a port of its own, with a provider that may not be there. */
async function serve(issuer: string, timeLimit = 5): Promise<{ app: FastifyInstance; address: string }> {
  const redirectUri = new URL(callback, 'http://127.0.0.1')
  const serving = await buildApp({
    database: service.database,
    webFolder: '/none',
    now: () => testDay,
    provider: {
      issuer: new URL(issuer),
      clientId: client.id,
      clientSecret: client.secret,
      redirectUri,
      name: 'hệ thống thử',
      claim: 'preferred_username',
      timeLimit,
    },
  })
  const at = await serving.listen({ port: 0 })
  redirectUri.port = new URL(at).port
  return { app: serving, address: redirectUri.origin }
}

beforeAll(async () => {
  service = await startService()
  const { server, address: reserved } = await listen()
  await stopListening(server)
  // The provider is told where the service is, the service where the provider is.
  ;({ app, address } = await serve(reserved))
  identity = await startIdentityProvider(`${address}${callback}`, new URL(reserved).port)
  makeAccount(service, { username: 'vhxh.kienan', role: 'officer', unitCode: '11443' })
  makeAccount(service, { username: 'moi', role: 'city', mustChangePassword: true })
  makeAccount(service, { username: 'da.nghi', role: 'city' })
  changeAccount(service.database, 'da.nghi', { action: 'disabled', by: 'test', at: testDay.toISOString() })
})
afterAll(async () => {
  await app?.close()
  await identity?.stop()
  await service?.close()
})
beforeEach(() => {
  visitor = httpVisitor()
})

/** From the button to where the provider sends the browser back, which is not followed. */
async function backFromProvider(name: string, ve = ''): Promise<string> {
  const isElsewhere = (next: string) => !next.startsWith(address)
  const { address: form, response } = await visitor.follow(`${address}/api/session/oidc${ve}`, isElsewhere)
  expect(form).toMatch(/\/interaction\//)
  const action = /action="([^"]+)"/.exec(await response.text())?.[1] ?? ''
  const answer = await visitor.post(action, { prompt: 'login', login: name, password: 'x' })
  const next = answer.headers.get('location') ?? ''
  return (await visitor.follow(next, isElsewhere)).address
}

/** The whole way; answers with the search of the sign-in page on which it ends. */
async function signIn(name: string, ve = ''): Promise<Record<string, string>> {
  return arrival(await visitor.get(await backFromProvider(name, ve)))
}

function arrival(response: Response): Record<string, string> {
  expect(response.status).toBe(302)
  const { pathname, searchParams, origin } = new URL(response.headers.get('location') ?? '', address)
  expect([origin, pathname]).toEqual([address, '/dang-nhap'])
  return Object.fromEntries(searchParams)
}

const user = async () => (await (await visitor.get(`${address}/api/session`)).json()).user
const events = (username: string) =>
  service.database.sqlite
    .prepare('SELECT action FROM account_events WHERE username = ? ORDER BY id')
    .pluck()
    .all(username)
const sessions = () => service.database.sqlite.prepare('SELECT count(*) FROM sessions').pluck().get()

describe('signing in by a provider', () => {
  test('opens a session of the account of that name, whatever its case, and is logged as what it is', async () => {
    expect(await signIn('VHXH.KienAn')).toEqual({})
    expect(await user()).toMatchObject({ username: 'vhxh.kienan', role: 'officer', unitCode: '11443' })
    expect(events('vhxh.kienan').at(-1)).toBe('signedInByProvider')
  })

  test('proves with PKCE that who comes back is who left', async () => {
    const { searchParams } = new URL(
      (await visitor.get(`${address}/api/session/oidc`)).headers.get('location') ?? '',
    )
    expect(searchParams.get('code_challenge_method')).toBe('S256')
    expect(searchParams.get('code_challenge')).toMatch(/^[\w-]{43}$/)
    expect(searchParams.get('state')).toMatch(/^[\w-]{43}$/)
    expect(searchParams.get('nonce')).toMatch(/^[\w-]{43}$/)
    await signIn('vhxh.kienan')
    expect(identity.tokenRequests[0]).toMatchObject({ code_verifier: expect.stringMatching(/^[\w-]{43}$/) })
  })

  test('goes on to the page one came from', async () => {
    expect(await signIn('vhxh.kienan', '?ve=/don-vi/11443?ky=2026-Q3')).toEqual({
      ve: '/don-vi/11443?ky=2026-Q3',
    })
  })

  test.each(['//example.net', '/\\example.net', '/%09/example.net', 'https://example.net', '/a\\b'])(
    'does not go on to %s',
    async (ve) => {
      expect(await signIn('vhxh.kienan', `?ve=${ve.replaceAll('\\', '%5C')}`)).toEqual({})
    },
  )

  test('is a session like any other: it ends when the account is barred, and by signing out', async () => {
    await signIn('vhxh.kienan')
    const [[name, value] = []] = visitor.cookies(address)
    await app.inject({ method: 'DELETE', url: '/api/session', headers: { cookie: `${name}=${value}` } })
    expect(await user()).toBeNull()
    await signIn('vhxh.kienan')
    const deed = { by: 'admin', at: testDay.toISOString() }
    changeAccount(service.database, 'vhxh.kienan', { action: 'disabled', ...deed })
    expect(await user()).toBeNull()
    changeAccount(service.database, 'vhxh.kienan', { action: 'enabled', ...deed })
  })

  test('takes the place of the session that was open, with a new cookie', async () => {
    await signIn('vhxh.kienan')
    const [before, first] = [sessions(), visitor.cookies(address).get('moc57_session')]
    visitor.cookies(identity.issuer).clear()
    await signIn('moi')
    expect(visitor.cookies(address).get('moc57_session')).not.toBe(first)
    expect(await user()).toMatchObject({ username: 'moi' })
    expect(sessions()).toBe(before)
  })

  test('asks for no new password, which signing in with the first one still does', async () => {
    await signIn('moi')
    expect(await user()).toMatchObject({ username: 'moi', mustChangePassword: false })
    expect((await visitor.get(`${address}/api/audit`)).status).toBe(200)
    const answer = await app.inject({
      method: 'POST',
      url: '/api/session',
      payload: { username: 'moi', password },
    })
    expect(answer.json().user).toMatchObject({ mustChangePassword: true })
  })

  test('keeps what it left with out of reach of scripts, other sites and other addresses, for minutes', async () => {
    const [line = ''] = (await visitor.get(`${address}/api/session/oidc`)).headers.getSetCookie()
    for (const part of ['HttpOnly', 'SameSite=Lax', 'Path=/api/session/oidc', 'Max-Age=600']) {
      expect(line).toContain(part)
    }
    await signIn('vhxh.kienan')
    expect([...visitor.cookies(address).keys()]).toEqual(['moc57_session', 'moc57_key', 'moc57_device_1'])
  })
})

describe('nobody is signed in', () => {
  test('who has no account, and the log and the page tell the name', async () => {
    expect(await signIn('nguoi.la')).toEqual({ loi: 'unknownAccount', ten: 'nguoi.la' })
    expect(await user()).toBeNull()
    expect(events('nguoi.la')).toEqual(['refusedByProvider'])
  })

  test('whose account is barred', async () => {
    expect(await signIn('da.nghi')).toEqual({ loi: 'disabledAccount', ten: 'da.nghi' })
    expect(await user()).toBeNull()
    expect(events('da.nghi').at(-1)).toBe('refusedByProvider')
  })

  test('whom the provider names in a way that no account is named', async () => {
    expect(await signIn('<script>alert(1)</script>')).toEqual({ loi: 'noUsername' })
    expect(await user()).toBeNull()
  })

  test('with an answer that somebody else asked for', async () => {
    const stranger = visitor
    const theirs = await backFromProvider('vhxh.kienan')
    visitor = httpVisitor()
    expect(arrival(await visitor.get(theirs))).toEqual({ loi: 'expired' })
    await visitor.get(`${address}/api/session/oidc`)
    expect(arrival(await visitor.get(theirs))).toEqual({ loi: 'failed' })
    expect(await user()).toBeNull()
    // It still serves who asked for it.
    visitor = stranger
    expect(arrival(await visitor.get(theirs))).toEqual({})
  })

  test('with a changed state', async () => {
    const back = new URL(await backFromProvider('vhxh.kienan'))
    back.searchParams.set('state', 'x')
    expect(arrival(await visitor.get(back.href))).toEqual({ loi: 'failed' })
    expect(await user()).toBeNull()
  })

  test('with a code that was used already', async () => {
    const back = await backFromProvider('vhxh.kienan')
    const kept = visitor.cookies(address).get('moc57_oidc') ?? ''
    await visitor.get(back)
    visitor = httpVisitor()
    visitor.cookies(address).set('moc57_oidc', kept)
    expect(arrival(await visitor.get(back))).toEqual({ loi: 'expired' })
    expect(await user()).toBeNull()
  })

  test('who went back at the provider', async () => {
    const start = (await visitor.get(`${address}/api/session/oidc`)).headers.get('location') ?? ''
    const state = new URL(start).searchParams.get('state')
    const answer = await visitor.get(
      `${address}${callback}?error=access_denied&state=${state}&iss=${encodeURIComponent(identity.issuer)}`,
    )
    expect(arrival(answer)).toEqual({ loi: 'refused' })
  })

  test.each([
    ['made for another service', { aud: 'another' }],
    ['of another provider', { iss: 'https://example.net' }],
    ['that has run out', { exp: 1_000_000_000 }],
    ['made for another sign-in', { nonce: 'another' }],
  ])('with a token %s', async (_, lie) => {
    identity.lie(lie)
    expect(await signIn('vhxh.kienan')).toEqual({ loi: 'failed' })
    expect(await user()).toBeNull()
  })

  test('with a token that the provider has not signed', async () => {
    identity.lie({ preferred_username: 'moi' }, 'somebody else')
    expect(await signIn('vhxh.kienan')).toEqual({ loi: 'failed' })
    expect(await user()).toBeNull()
    identity.lie({ preferred_username: 'moi' })
    expect(await signIn('vhxh.kienan')).toEqual({})
    expect(await user()).toMatchObject({ username: 'moi' })
  })
})

describe('a provider that does not answer', () => {
  const startAt = async (issuer: string, timeLimit?: number) => {
    const other = await serve(issuer, timeLimit)
    onTestFinished(() => other.app.close())
    return other
  }
  const search = (response: Response) => response.headers.get('location')?.split('?')[1]

  test('is told on the sign-in page, the rest of the service goes on', async () => {
    const { server, address: issuer } = await listen()
    await stopListening(server)
    const { address: at } = await startAt(issuer)
    expect(search(await visitor.get(`${at}/api/session/oidc?ve=/don-vi/11443`))).toBe(
      'loi=unreachable&ve=%2Fdon-vi%2F11443',
    )
    expect((await visitor.get(`${at}/api/health`)).status).toBe(200)
  })

  test('is not waited for', async () => {
    const { server, address: issuer } = await listen(() => {})
    onTestFinished(() => stopListening(server))
    const { address: at } = await startAt(issuer, 0.2)
    expect(search(await visitor.get(`${at}/api/session/oidc`))).toBe('loi=unreachable')
  })

  test('is asked again by the next one, once it is back', async () => {
    const redirectUri = `${address}${callback}`
    const { server, address: issuer } = await listen()
    await stopListening(server)
    const { address: at } = await startAt(issuer)
    await visitor.get(`${at}/api/session/oidc`)
    const back = await startIdentityProvider(redirectUri, new URL(issuer).port)
    onTestFinished(back.stop)
    expect((await visitor.get(`${at}/api/session/oidc`)).headers.get('location')).toContain(`${issuer}/auth`)
  })

  test('after the person has been there is told too', async () => {
    const back = await backFromProvider('vhxh.kienan')
    await identity.stop()
    expect(arrival(await visitor.get(back))).toEqual({ loi: 'unreachable' })
    identity = await startIdentityProvider(`${address}${callback}`, new URL(identity.issuer).port)
  })
})

test('the provider is named to whoever wants to sign in, and nothing is where none is set up', async () => {
  const { items } = await (await visitor.get(`${address}/api/session/providers`)).json()
  expect(items).toEqual([{ name: 'hệ thống thử', url: `${address}/api/session/oidc` }])
  expect((await service.app.inject('/api/session/providers')).json().items).toEqual([])
  expect((await service.app.inject('/api/session/oidc')).statusCode).toBe(404)
})
