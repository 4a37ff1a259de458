import { logTo } from '@moc57/server/log'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Client, type Person, signInCast } from '../../support/accounts.ts'
import { type Service, startService, testDay } from '../../support/service.ts'

/** What is typed everywhere: words that no code holds, and figures that no other number holds. */
const word = 'bimat'
const figure = 48.6173
const whole = 486173
const secrets = [word, '48.6173', '48,6173', '486173', 'mật khẩu']

let lines: string[]
let service: Service
let people: Record<Person | 'public', Client>
beforeAll(async () => {
  lines = []
  service = await startService(
    'real',
    testDay,
    ':memory:',
    logTo('debug', { write: (line) => lines.push(line) }),
  )
  people = await signInCast(service)
})
afterAll(() => service.close())

type Schema = {
  $ref?: string
  const?: unknown
  enum?: unknown[]
  anyOf?: Schema[]
  type?: string
  format?: string
  properties?: Record<string, Schema>
  items?: Schema
}
type Operation = { requestBody?: { content: Record<string, { schema: Schema }> } }
type Description = {
  paths: Record<string, Record<string, Operation>>
  components: { schemas: Record<string, Schema> }
}

/** A value as the schema asks for, with a secret wherever something may be typed. */
function typed(schema: Schema, description: Description): unknown {
  const inside = (part: Schema) => typed(part, description)
  const { $ref, const: only, enum: choices, anyOf, type, format, properties = {}, items } = schema
  if ($ref) return inside(description.components.schemas[$ref.split('/').at(-1) ?? ''] ?? {})
  if (only !== undefined) return only
  if (choices) return choices[0]
  if (anyOf?.[0]) return inside(anyOf[0])
  if (type === 'object')
    return Object.fromEntries(Object.entries(properties).map(([name, property]) => [name, inside(property)]))
  if (type === 'array') return [inside(items ?? {})]
  if (type === 'integer') return whole
  if (type === 'number') return figure
  if (type === 'boolean') return true
  if (type === 'null') return null
  return format === 'date' ? '2026-11-20' : `${word}-12345`
}

/** Every write that the interface describes, with secrets in its path, its query and its body. */
async function writes() {
  const description: Description = (await service.app.inject('/api/openapi.json')).json()
  return Object.entries(description.paths).flatMap(([path, operations]) =>
    Object.entries(operations)
      .filter(([method]) => method !== 'get')
      .map(([method, { requestBody }]) => {
        const schema = requestBody?.content['application/json']?.schema
        return {
          method: method.toUpperCase() as 'POST' | 'PUT' | 'DELETE',
          secretPath: path.replace(/\{[^}]+\}/g, `${word}-7`),
          realPath: path
            .replace('{unitCode}', '11443')
            .replace('{period}', '2026-Q4')
            .replace('{number}', '1')
            .replace(/\{[^}]+\}/g, '1'),
          body: schema ? (typed(schema, description) as object) : undefined,
        }
      }),
  )
}

/** Requests of the officer and the administrator that are written down, with secrets in all that is typed. */
async function realWrites(): Promise<number[]> {
  const measurement = '/api/units/11443/indicators/1/measurements/2026-Q4'
  const answers = [
    await people.officer('PUT', measurement, {
      value: figure,
      note: `ghi chú ${word}`,
      source: `nguồn ${word}`,
    }),
    await people.admin('POST', '/api/accounts', {
      username: `${word}.moi`,
      fullName: `Nguyễn ${word}`,
      password: `mật khẩu ${word}`,
      role: 'city',
    }),
    await people.public('POST', '/api/session', { username: `${word}.sai`, password: `${word} 48.6173` }),
    await people.public('GET', `/api/units?q=${word}`),
  ]
  return answers.map(({ status }) => status)
}

const found = () => secrets.filter((secret) => lines.some((line) => line.includes(secret)))

describe('the log holds nothing that is typed', () => {
  test('when every write is sent by every kind of account', { timeout: 180_000 }, async () => {
    const all = await writes()
    expect(all.length).toBeGreaterThan(30)
    for (const person of ['officer', 'admin', 'city', 'public'] as const) {
      for (const { method, secretPath, realPath, body } of all) {
        if (realPath.startsWith('/api/session')) continue
        await people[person](method, `${secretPath}?ve=${word}`, body)
        await people[person](method, realPath, body)
      }
    }
    const told = lines.filter((line) => line.includes('"msg":"request"')).length
    expect(told).toBeGreaterThan(all.length * 4)
    expect(found()).toEqual([])
  })

  test('when it is written down', async () => {
    const statuses = await realWrites()
    expect(statuses.slice(0, 2).every((status) => status === 200 || status === 400)).toBe(true)
    expect(statuses[0]).toBe(200)
    expect(found()).toEqual([])
  })

  test('when the database refuses it, with the stack in the log', async () => {
    service.database.sqlite.exec('ALTER TABLE measurements RENAME TO elsewhere')
    const statuses = await realWrites()
    expect(statuses[0]).toBe(500)
    expect(lines.some((line) => line.includes('"msg":"failed"') && line.includes('.ts:'))).toBe(true)
    service.database.sqlite.exec('ALTER TABLE elsewhere RENAME TO measurements')
    expect(found()).toEqual([])
  })

  test('nor any cookie', () => {
    const tokens = service.database.sqlite.prepare('SELECT count(*) FROM sessions').pluck().get()
    expect(tokens).toBeGreaterThan(0)
    expect(lines.filter((line) => /cookie|moc57_session/i.test(line))).toEqual([])
  })
})

describe('an error of a browser', () => {
  const told = { kind: 'error', route: '/don-vi/$unitCode', type: 'TypeError', message: null, places: [] }

  test.each([
    ['words as its message', { message: `${word} không đọc được` }],
    ['a page with its query', { route: '/don-vi/11443?ten=Hạnh' }],
    ['words as its kind', { type: 'Lỗi của tôi' }],
    ['an address as a place', { places: ['https://example.com/a.js:1:1'] }],
    ['a field of its own', { text: word }],
    ['too many places', { places: Array(50).fill('assets/index-B2xk.js:1:1') }],
  ])('is refused with %s', async (_, wrong) => {
    expect((await people.public('POST', '/api/browser-errors', { ...told, ...wrong })).status).toBe(400)
    expect(found()).toEqual([])
  })

  test('is written with its place, as often as an office has pages and no more', async () => {
    const places = ['assets/index-B2xk.js:10:2345']
    const statuses = []
    for (let turn = 0; turn < 40; turn += 1)
      statuses.push((await people.public('POST', '/api/browser-errors', { ...told, places })).status)
    expect(statuses.filter((status) => status === 429).length).toBeGreaterThan(5)
    const written = lines.map((line) => JSON.parse(line)).filter(({ msg }) => msg === 'browser error')
    expect(written.at(-1)).toMatchObject({ ...told, places, level: 'warn', account: null })
  })
})
