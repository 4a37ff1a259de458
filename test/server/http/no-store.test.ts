import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Client, type Person, password, signInCast } from '../../support/accounts.ts'
import { type Service, startService } from '../../support/service.ts'

let service: Service
let people: Record<Person | 'public', Client>
let calls: [method: 'GET' | 'POST' | 'PUT' | 'DELETE', url: string][]
beforeAll(async () => {
  service = await startService()
  people = await signInCast(service)
  const { paths } = (await service.app.inject('/api/openapi.json')).json() as {
    paths: Record<string, object>
  }
  const fills: Record<string, string> = {
    unitCode: '11443',
    number: '3',
    period: '2026-Q4',
    year: '2026',
    action: 'submit',
  }
  calls = Object.entries(paths).flatMap(([path, operations]) =>
    Object.keys(operations).map((method) => [
      method.toUpperCase() as 'GET',
      path.replace(/\{(\w+)\}/g, (_, name) => fills[name] ?? '1'),
    ]),
  )
  calls.push(['GET', '/api/khong-co'], ['GET', '/api/units/99999/progress'], ['GET', '/don-vi/11443'])
})
afterAll(() => service.close())

describe('an answer to a signed-in account', () => {
  // Signing out last: the session is still the one that was asked with.
  const inOrder = () =>
    calls.toSorted(([one], [other]) => Number(one === 'DELETE') - Number(other === 'DELETE'))

  test.each(['admin', 'city', 'officer'] as const)(
    'is stored by no browser, whatever %s asks and however it ends',
    async (person) => {
      const statuses = new Set<number>()
      for (const [method, url] of inOrder()) {
        for (const _ of ['made', 'perhaps kept']) {
          const { status, headers } = await people[person](method, url, method === 'GET' ? undefined : {})
          statuses.add(status)
          expect([method, url, headers['cache-control']]).toEqual([method, url, 'no-store'])
          if (url.startsWith('/api')) expect([method, url, headers.etag]).toEqual([method, url, undefined])
        }
      }
      expect(statuses).toContain(200)
      expect(statuses).toContain(404)
    },
  )

  test('comes whole where the public would be told that nothing has changed', async () => {
    const url = '/api/comparison'
    const { headers } = await service.app.inject(url)
    const asked = { 'if-none-match': String(headers.etag) }
    expect((await service.app.inject({ url, headers: asked })).statusCode).toBe(304)
    const signedIn = await service.app.inject({
      method: 'POST',
      url: '/api/session',
      payload: { username: 'spare', password },
    })
    expect(signedIn.headers['cache-control']).toBe('no-store')
    const cookie = String(signedIn.headers['set-cookie']).split(';')[0] as string
    const answer = await service.app.inject({ url, headers: { ...asked, cookie } })
    expect([answer.statusCode, answer.headers['cache-control']]).toEqual([200, 'no-store'])
    // The account has left no trace in what is kept for the public.
    const again = await service.app.inject(url)
    expect([again.headers.etag, again.headers['cache-control']]).toEqual([headers.etag, 'no-cache'])
  })
})

test('what was made for an account first is told to the public with its mark', async () => {
  const url = '/api/comparison?asOf=2026-Q2'
  await people.city('GET', url)
  const { headers } = await service.app.inject(url)
  expect(headers).toMatchObject({ 'cache-control': 'no-cache', etag: expect.stringMatching(/^W\//) })
})

describe('a page of one account', () => {
  const cookiesOf = async (username: string) => {
    const payload = { username, password }
    const answer = await service.app.inject({ method: 'POST', url: '/api/session', payload })
    const cookie = answer.cookies.map(({ name, value }) => `${name}=${value}`).join('; ')
    const mark = answer.cookies.find(({ name }) => name === 'moc57_key')?.value.split('.')[0] ?? ''
    return { cookie, mark, cookies: answer.cookies }
  }

  test('has the same key at every sign-in, and another than every other account', async () => {
    const keyOf = async (username: string) =>
      (await cookiesOf(username)).cookies.find(({ name }) => name === 'moc57_key')?.value
    const key = await keyOf('officer')
    expect(key).toMatch(/^[0-9a-f]{16}\.[0-9a-f]{64}$/)
    expect(await keyOf('officer')).toBe(key)
    expect(await keyOf('police')).not.toBe(key)
  })

  test('reads and writes nothing as another that has signed in meanwhile', async () => {
    const [officer, neighbour] = [await cookiesOf('officer'), await cookiesOf('neighbour')]
    const url = '/api/units/11680/indicators/1/measurements/2026-Q4'
    const write = (mark: string) =>
      service.app.inject({
        method: 'PUT',
        url,
        payload: { value: 1 },
        headers: { cookie: neighbour.cookie, 'moc57-account': mark },
      })
    expect((await write(officer.mark)).statusCode).toBe(401)
    expect((await write(neighbour.mark)).statusCode).toBe(200)
  })

  test('loses its key with the session, also where that was ended from elsewhere', async () => {
    const { cookie } = await cookiesOf('police')
    service.database.sqlite.exec('DELETE FROM sessions')
    for (const url of ['/api/session', '/api/reminders', '/don-vi/11443']) {
      const answer = await service.app.inject({ url, headers: { cookie } })
      const gone = answer.cookies.filter(({ expires }) => expires && expires.getTime() < 1000)
      expect(gone.map(({ name }) => name).sort()).toEqual(['moc57_key', 'moc57_session'])
    }
  })
})
