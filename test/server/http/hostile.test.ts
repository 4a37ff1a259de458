import { connect } from 'node:net'
import { readXlsx } from 'hucre/xlsx'
import Papa from 'papaparse'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { makeAccount, password } from '../../support/accounts.ts'
import { type Service, startService } from '../../support/service.ts'

const period = '2026-Q4'
let service: Service
let cookieOfOfficer: string

beforeAll(async () => {
  service = await startService()
  makeAccount(service, { username: 'officer', role: 'officer', unitCode: '11443' })
  const payload = { username: 'officer', password }
  const { headers } = await service.app.inject({ method: 'POST', url: '/api/session', payload })
  cookieOfOfficer = String(headers['set-cookie']).split(';')[0] ?? ''
  await service.app.listen({ host: '127.0.0.1', port: 0 })
})
afterAll(() => service.close())

type Asked = { method?: 'GET' | 'POST' | 'PUT'; headers?: Record<string, string>; payload?: string | object }

const send = async (url: string, { method = 'GET', headers = {}, payload }: Asked = {}, as?: 'officer') => {
  const cookie = as && cookieOfOfficer
  const response = await service.app.inject({
    method,
    url,
    headers: { ...(cookie && { cookie }), ...headers },
    ...(payload !== undefined && { payload }),
  })
  return { status: response.statusCode, headers: response.headers, text: response.payload }
}

const cell = (number: number) => `/api/units/11443/indicators/${number}/measurements/${period}`
const json = { 'content-type': 'application/json' }
const enter = (number: number, payload: string | object, headers: Record<string, string> = json) =>
  send(cell(number), { method: 'PUT', headers, payload }, 'officer')
const revisions = () => service.database.sqlite.prepare('SELECT count(*) FROM measurements').pluck().get()
const securityHeaders = {
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'SAMEORIGIN',
  'referrer-policy': 'no-referrer',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
}
/** The words in Vietnamese that every refusal comes with. */
const problem = ({ text }: { text: string }) => JSON.parse(text) as { title: string; detail: string }

describe('a write that another site has started is refused, and nothing is written', () => {
  test.each([
    ['the origin of another host', { origin: 'http://evil.example' }],
    ['the same host on another port', { origin: 'http://localhost:81' }],
    ['an origin that hides itself', { origin: 'null' }],
    ['an origin that is no address', { origin: '//' }],
    ['a browser that says cross-site', { 'sec-fetch-site': 'cross-site' }],
    ['a browser that says same-site', { 'sec-fetch-site': 'same-site' }],
    ['our own origin in a cross-site fetch', { origin: 'http://evil.example', 'sec-fetch-site': 'none' }],
  ])('%s', async (_, headers) => {
    const before = revisions()
    const answer = await enter(1, { value: 5 }, { ...json, ...headers } as Record<string, string>)
    expect(answer.status).toBe(403)
    expect(problem(answer).title).toBe('Yêu cầu từ trang khác')
    expect(revisions()).toBe(before)
  })

  test.each([
    'application/x-www-form-urlencoded',
    'text/plain',
    'multipart/form-data; boundary=x',
    'text/json',
  ])('what a form can send: %s', async (type) => {
    const before = revisions()
    const answer = await enter(1, '{"value":5}', { 'content-type': type })
    expect(answer.status).toBe(415)
    expect(revisions()).toBe(before)
  })

  test('also signing out and signing in', async () => {
    const headers = { ...json, origin: 'http://evil.example' }
    for (const payload of [{ username: 'officer', password }, {}]) {
      expect((await send('/api/session', { method: 'POST', headers, payload })).status).toBe(403)
    }
  })

  test('while our own pages may write', async () => {
    const headers = { ...json, host: 'moc57.local:5757', origin: 'http://moc57.local:5757' }
    expect((await enter(2, { value: 5 }, headers)).status).toBe(200)
  })
})

describe('SQL that is typed where words are expected is a word', () => {
  const injections = [
    "' OR '1'='1",
    "'; DROP TABLE measurements; --",
    '" OR ""="',
    '%',
    '_',
    "Kiến An' UNION SELECT password_hash FROM accounts --",
  ]
  test.each(injections)('in the search of units: %s', async (q) => {
    const { status, text } = await send(`/api/units?q=${encodeURIComponent(q)}`)
    expect(status).toBe(200)
    expect(JSON.parse(text).items).toEqual([])
  })

  test.each(injections)('in the filters of a unit: %s', async (words) => {
    for (const filter of ['leader', 'leadBody', 'group']) {
      const answer = await send(`/api/units/11443/progress?${filter}=${encodeURIComponent(words)}`)
      expect(answer.status === 400 || JSON.parse(answer.text).items.length === 0).toBe(true)
    }
  })

  test.each(injections)('as the name of an account: %s', async (username) => {
    const answer = await send('/api/session', {
      method: 'POST',
      headers: json,
      payload: { username, password },
    })
    expect([400, 401, 429]).toContain(answer.status)
    service.database.sqlite.prepare('DELETE FROM sign_in_failures').run()
  })

  test('and every table is still there', () => {
    expect(service.database.sqlite.pragma('integrity_check', { simple: true })).toBe('ok')
    expect(Number(revisions())).toBeGreaterThan(0)
  })
})

describe('a path that climbs out of its folder finds nothing', () => {
  test.each([
    '/../package.json',
    '/..%2fpackage.json',
    '/%2e%2e/%2e%2e/package.json',
    '/assets/..%2f..%2f..%2fpackage.json',
    '/assets/....//....//package.json',
    '/..%5c..%5cpackage.json',
    '/assets/%00/../../package.json',
    '/api/units/..%2f',
    '/api/units/..%2f..%2fetc%2fpasswd/progress',
    '/api/units/%2e%2e%2fsession/progress',
  ])('%s', async (url) => {
    const { status, text } = await send(url)
    expect(status).toBeLessThan(500)
    expect(text).not.toContain('packageManager')
    expect(text).not.toContain('root:')
  })

  test.each(['/.env', '/data/moc57.db', '/web/src/main.tsx', '/server/src/app.ts'])(
    '%s is not served',
    async (url) => {
      expect((await send(url)).status).toBe(404)
    },
  )
})

describe('a body that is not what it should be is refused, and the service goes on', () => {
  test.each([
    ['a key that reaches for the prototype', '{"__proto__":{"value":5},"value":5}', 400],
    ['the same through the constructor', '{"constructor":{"prototype":{"admin":true}},"value":5}', 400],
    ['30,000 levels of arrays', '['.repeat(30_000) + ']'.repeat(30_000), 400],
    ['6,000 levels of objects', `${'{"value":'.repeat(6_000)}1${'}'.repeat(6_000)}`, 400],
    ['60 KB of digits', `{"value":${'9'.repeat(60_000)}}`, 400],
    ['more than 64 KB', `{"note":"${'x'.repeat(66_000)}"}`, 413],
    ['an array', '[{"value":5}]', 400],
    ['null', 'null', 400],
    ['a number', '5', 400],
    ['nothing', '', 400],
    ['half of it', '{"value":', 400],
    ['two documents', '{"value":5}{"value":6}', 400],
    ['NaN', '{"value":NaN}', 400],
    ['NaN as text', '{"value":"NaN"}', 400],
    ['Infinity', '{"value":Infinity}', 400],
    ['a number beyond every number', '{"value":1e309}', 400],
  ])('%s', async (_, body, status) => {
    const before = revisions()
    const answer = await enter(3, body)
    expect(answer.status).toBe(status)
    expect(answer.headers['content-type']).toMatch(/^application\/problem\+json/)
    expect(problem(answer).detail.length).toBeGreaterThan(10)
    expect(revisions()).toBe(before)
    expect(({} as { admin?: boolean }).admin).toBeUndefined()
  })

  test.each([
    ['1e308', { value: 1e308 }, 422],
    ['-1e308', { value: -1e308 }, 422],
    ['a numerator of 1e308', { numerator: 1e308, denominator: 1e308 }, 422],
    ['a numerator of 1e-308', { numerator: 1e-308, denominator: 1 }, 422],
    ['a denominator of 1e-308', { numerator: 0, denominator: 1e-308 }, 422],
    ['-0.0001', { value: -0.0001 }, 422],
    ['1e-308', { value: 1e-308 }, 422],
    ['0.1 + 0.2', { value: 0.1 + 0.2 }, 422],
    ['a revision beyond every integer', { value: 5, revision: 1e300 }, 400],
  ])('the number %s', async (_, body, status) => {
    const before = revisions()
    expect((await enter(3, body)).status).toBe(status)
    expect(revisions()).toBe(before)
  })

  test('the number -0 is 0', async () => {
    const answer = await enter(4, '{"value":-0}')
    expect(answer.status).toBe(200)
    expect(answer.text).toContain('"value":0,')
  })

  test('of two equal keys the last one counts, as in every JSON parser, and it is checked', async () => {
    expect(JSON.parse((await enter(5, '{"value":5,"value":6}')).text).value).toBe(6)
    expect((await enter(5, '{"value":5,"value":-6}')).status).toBe(422)
  })
})

describe('words that are typed come back as words', () => {
  const script = '<script>alert(1)</script><img src=x onerror=alert(1)>"\'&'

  test('a script in a note is text in JSON, which no browser takes for a page', async () => {
    await enter(6, { value: 5, note: script, source: script })
    const { text, headers } = await send(`/api/units/11443/entries/${period}`, {}, 'officer')
    const row = JSON.parse(text).items.find((item: { number: number }) => item.number === 6)
    expect(row.current).toMatchObject({ note: script, source: script })
    expect(headers['content-type']).toBe('application/json; charset=utf-8')
    expect(headers['x-content-type-options']).toBe('nosniff')
  })

  test.each([
    ['a NUL byte', 'a\u0000b'],
    ['a lone surrogate', 'a\ud800b'],
    ['letters that change the direction', 'a\u202eb'],
    ['a byte order mark', '\ufeffa'],
    ['an emoji of four bytes', 'a😀b'],
  ])('%s in a note is kept or refused, never a failure', async (_, note) => {
    const answer = await enter(7, JSON.stringify({ value: 5, note }))
    expect([200, 400]).toContain(answer.status)
    const read = await send(`/api/units/11443/entries/${period}`, {}, 'officer')
    expect(read.status).toBe(200)
    expect(read.text.isWellFormed()).toBe(true)
    expect(read.text).not.toContain('\u0000')
  })

  test.each(['=1+1', '+1', '@SUM(A1)', '-2+3', '\t=1', '\r=1', '=HYPERLINK("http://evil.example")'])(
    '%s as an official name is text in every export',
    async (formula) => {
      // The public exports show names of the plan, not notes; a plan may be typed by anybody who may change it.
      const { sqlite } = service.database
      sqlite.prepare('UPDATE indicators SET name = ? WHERE number = 1').run(formula)
      sqlite.prepare('UPDATE administrative_units SET name = ? WHERE code = ?').run(formula, '11443')
      const csv = await service.app.inject('/api/units/11443/progress.csv')
      const { data } = Papa.parse<string[]>(csv.payload.slice(1))
      expect(data.flat().filter((value) => /^[=+@\t\r]|^-(?![\d.]+$|$)/.test(value))).toEqual([])
      const { rawPayload } = await service.app.inject('/api/units/11443/progress.xlsx')
      const { sheets } = await readXlsx(rawPayload)
      const cells = sheets.flatMap((sheet) => [...(sheet.cells?.values() ?? [])])
      expect(cells.filter((one) => one.formula !== undefined)).toEqual([])
      expect(
        sheets
          .flatMap((sheet) => sheet.rows.flat())
          .map(String)
          .join('\n'),
      ).toContain(formula.trim())
      sqlite.prepare('UPDATE administrative_units SET name = ? WHERE code = ?').run('Kiến An', '11443')
    },
  )

  test('the name of an exported file holds nothing that was typed', async () => {
    const { sqlite } = service.database
    const nasty = 'a"\r\nset-cookie: x=1\r\n\r\n<script>'
    sqlite.prepare('UPDATE administrative_units SET name = ? WHERE code = ?').run(nasty, '11443')
    for (const extension of ['csv', 'xlsx']) {
      const { headers } = await send(`/api/units/11443/progress.${extension}?asOf=2026-Q3`)
      expect(headers['content-disposition']).toBe(`attachment; filename="tien-do-11443-2026-Q3.${extension}"`)
      expect(headers['set-cookie']).toBeUndefined()
    }
    sqlite.prepare('UPDATE administrative_units SET name = ? WHERE code = ?').run('Kiến An', '11443')
    for (const asOf of ['2026-Q3%0d%0aset-cookie:x=1', '2026-Q3%22'])
      expect((await send(`/api/units/11443/progress.csv?asOf=${asOf}`)).status).toBe(400)
  })
})

describe('the door', () => {
  test.each([
    ['an unknown session', 'moc57_session=AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA'],
    ['an empty session', 'moc57_session='],
    ['a session of SQL', "moc57_session=' OR 1=1 --"],
    ['a cookie that is no cookie', ';;;=;=;%%%'],
    ['a session with a broken escape', 'moc57_session=%E0%A4%A'],
    ['a thousand cookies', Array.from({ length: 1000 }, (_, index) => `c${index}=1`).join('; ')],
  ])('%s is nobody', async (_, cookie) => {
    const { status, text } = await send('/api/session', { headers: { cookie } })
    expect(status).toBe(200)
    expect(JSON.parse(text).user).toBeNull()
    expect((await send(cell(1), { method: 'PUT', headers: { ...json, cookie }, payload: {} })).status).toBe(
      401,
    )
  })

  test('a session that was there before signing in is not the one after it', async () => {
    const fixed = 'moc57_session=chosen-by-somebody-else'
    const response = await service.app.inject({
      method: 'POST',
      url: '/api/session',
      headers: { cookie: fixed },
      payload: { username: 'officer', password },
    })
    expect(response.statusCode).toBe(200)
    expect(String(response.headers['set-cookie'])).not.toContain('chosen-by-somebody-else')
    const { text } = await send('/api/session', { headers: { cookie: fixed } })
    expect(JSON.parse(text).user).toBeNull()
  })

  test('300 requests at once are all answered', async () => {
    const answers = await Promise.all(
      Array.from({ length: 300 }, (_, index) =>
        index % 3 === 0
          ? enter((index % 31) + 1, { value: index % 90 })
          : send(index % 3 === 1 ? '/api/units/11443/progress' : '/api/units?q=kien'),
      ),
    )
    expect(answers.map(({ status }) => status)).toEqual(Array.from({ length: 300 }, () => 200))
  })

  test.each([
    ['/api/session', 'GET'],
    ['/api/units/11443/progress', 'GET'],
    ['/api/units/11443/progress.csv', 'GET'],
    ['/api/units/11443/progress.xlsx', 'GET'],
    ['/api/units/99999/progress', 'GET'],
    ['/api/khong-co', 'GET'],
    ['/api/openapi.json', 'GET'],
    ['/', 'GET'],
    ['/don-vi/11443', 'GET'],
    ['/khong-co.js', 'GET'],
    [cell(1), 'PUT'],
  ] as const)('%s carries the security headers', async (url, method) => {
    const { headers } = await send(url, { method })
    expect(headers).toMatchObject(securityHeaders)
    const policy = String(headers['content-security-policy'])
    for (const rule of [
      "default-src 'self'",
      "object-src 'none'",
      "frame-ancestors 'none'",
      "base-uri 'self'",
    ])
      expect(policy).toContain(rule)
    expect(policy).not.toMatch(/script-src[^;]*unsafe/)
    expect(headers['x-powered-by']).toBeUndefined()
  })
})

test('an address that cannot be read is answered with them, too', async () => {
  const { status, headers } = await send('/api/units/%E0%A4%A/progress')
  expect(status).toBe(400)
  expect(headers).toMatchObject({ ...securityHeaders, 'content-security-policy': expect.any(String) })
})

describe('what is no request', () => {
  /** What the service answers to the bytes, up to the end of the connection. */
  const answerTo = (bytes: string) =>
    new Promise<string>((resolve, reject) => {
      const { port } = service.app.server.address() as { port: number }
      const socket = connect(port, '127.0.0.1', () => socket.write(bytes))
      const parts: Buffer[] = []
      socket.on('data', (part) => parts.push(part))
      socket.on('close', () => resolve(Buffer.concat(parts).toString()))
      socket.on('error', (error: NodeJS.ErrnoException) => {
        if (error.code !== 'ECONNRESET' && error.code !== 'EPIPE') reject(error)
      })
    })

  test.each([
    ['bytes of another protocol', '\u0016\u0003\u0001\u0002\u0000\u0001', 400],
    ['a method that is none', 'GRÜSS / HTTP/1.1\r\nHost: x\r\n\r\n', 400],
    ['a header of 100 KB', `GET / HTTP/1.1\r\nHost: x\r\nX-A: ${'a'.repeat(100_000)}\r\n\r\n`, 431],
    ['a cookie of 100 KB', `GET / HTTP/1.1\r\nHost: x\r\nCookie: a=${'a'.repeat(100_000)}\r\n\r\n`, 431],
    ['two lengths', 'POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\na', 400],
    [
      'a length and chunks, to smuggle a second request',
      'POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 4\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n',
      400,
    ],
  ])('%s gets a problem in Vietnamese', async (_, bytes, status) => {
    const answer = await answerTo(bytes)
    expect(answer).toMatch(new RegExp(`^HTTP/1.1 ${status} `))
    expect(answer.toLowerCase()).toContain('content-type: application/problem+json')
    expect(answer.toLowerCase()).toContain('x-content-type-options: nosniff')
    const [, body = ''] = answer.split('\r\n\r\n')
    expect(JSON.parse(body)).toMatchObject({ status, title: expect.any(String) })
    expect((await send('/api/health')).status).toBe(200)
  })

  test.each([
    ['a request that never ends its head', 'GET / HTTP/1.1\r\nHost: x\r\nX-A: '],
    [
      'a body that never comes',
      'PUT /api/session HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: 100\r\n\r\n{',
    ],
  ])('%s is ended by the clock, and others are answered meanwhile', async (_, bytes) => {
    const { server } = service.app
    expect(server.headersTimeout).toBeLessThanOrEqual(30_000)
    expect(server.requestTimeout).toBeLessThanOrEqual(120_000)
    const usual = { head: server.headersTimeout, request: server.requestTimeout }
    Object.assign(server, { headersTimeout: 200, requestTimeout: 200 })
    const slow = answerTo(bytes)
    expect(
      (await fetch(`http://127.0.0.1:${(server.address() as { port: number }).port}/api/health`)).status,
    ).toBe(200)
    expect(await slow).toMatch(/^HTTP\/1.1 408 /)
    Object.assign(server, { headersTimeout: usual.head, requestTimeout: usual.request })
  })
})
