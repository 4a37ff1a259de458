import { appendRevision } from '@moc57/db'
import { perMinute } from '@moc57/server/rates'
import type { Endpoint } from '@moc57/shared'
import * as api from '@moc57/shared/api'
import { strFromU8, unzipSync } from 'fflate'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Any, type Client, type Person, signInCast } from '../../support/accounts.ts'
import { reportSettings } from '../../support/make-report.ts'
import { type Service, startService, testDay } from '../../support/service.ts'
import { uploaderOf } from '../../support/upload.ts'

let service: Service
let cast: Record<Person | 'public', Client>
beforeAll(async () => {
  service = await startService()
  cast = await signInCast(service)
})
afterAll(() => service.close())

const endpoints = (Object.values(api) as unknown[]).filter(
  (value): value is Endpoint =>
    typeof value === 'object' && value !== null && 'url' in value && typeof value.url === 'string',
)
const writes = endpoints.filter(({ method }) => method !== 'GET')

const examples: Record<string, string> = {
  unitCode: '11443',
  number: '1',
  period: '2026-Q4',
  year: '2026',
  action: 'submit',
  decision: 'accept',
  section: 'plan',
  username: 'officer',
}
const addressOf = ({ url }: Endpoint) => url.replace(/:(\w+)/g, (_, name) => examples[name] ?? '1')

describe('what may be sent', () => {
  test('every address that takes a body is stated once in the contract, with the right to send it', async () => {
    const { paths } = (await service.app.inject('/api/openapi.json')).json()
    const described = Object.entries(paths as Record<string, object>).flatMap(([path, operations]) =>
      Object.keys(operations)
        .filter((method) => method !== 'get')
        .map((method) => `${method.toUpperCase()} ${path}`),
    )
    const stated = writes.map(({ method, url }) => `${method} ${url.replace(/:(\w+)/g, '{$1}')}`)
    expect(described.sort()).toEqual(stated.sort())
    expect(new Set(writes.filter(({ right }) => right === 'public').map(({ url }) => url))).toEqual(
      new Set(['/api/session', '/api/browser-errors']),
    )
  })

  test.each(
    writes.filter(({ right }) => right !== 'public').map((one) => [one.method, one.url, one] as const),
  )('%s %s answers the public before it reads what was sent', async (method, _, endpoint) => {
    const answer = await service.app.inject({
      method,
      url: addressOf(endpoint),
      headers: { 'content-type': 'application/json' },
      payload: '{'.repeat(900_000),
    })
    expect(answer.statusCode).toBe(401)
    expect(answer.json().title).toBe('Chưa đăng nhập')
  })

  test('an account without the right is refused before what it sent is read', async () => {
    const answer = await cast.neighbour('PUT', '/api/units/11443/indicators/1/measurements/2026-Q4', {
      anything: 'x'.repeat(900_000),
    })
    expect(answer).toMatchObject({ status: 403, body: { title: 'Không có quyền' } })
  })

  test.each([
    ['a figure', 'PUT', '/api/units/11443/indicators/1/measurements/2026-Q4', 64],
    ['a section of a report', 'PUT', '/api/units/11443/reports/2026-Q4/sections/plan', 256],
    ['a change of the plan', 'POST', '/api/units/11443/plan/changes', 256],
  ] as const)(
    '%s is refused beyond its limit, which the answer states',
    async (_, method, url, kilobytes) => {
      const within = await cast.officer(method, url, { note: 'x'.repeat(kilobytes * 1024 - 100) })
      expect(within.status).toBe(400)
      const beyond = await cast.officer(method, url, { note: 'x'.repeat(kilobytes * 1024) })
      expect(beyond.status).toBe(413)
      expect(beyond.body.detail).toContain(`vượt quá ${kilobytes} KB`)
    },
  )

  test('an upload that says it is too large is refused before its bytes are read', async () => {
    const answer = await service.app.inject({
      method: 'POST',
      url: '/api/boundaries',
      headers: { 'content-type': 'multipart/form-data; boundary=x', 'content-length': '900000000' },
    })
    expect(answer.statusCode).toBe(413)
    expect(answer.json().detail).toContain('20 MB')
  })
})

describe('an answer names at most 20 errors, and none that is as long as what was sent', () => {
  const many = (count: number, one: (index: number) => string) =>
    Array.from({ length: count }, (_, index) => one(index)).join(',')
  test.each([
    ['thousands of unknown fields', `{${many(6000, (index) => `"k${index}":1`)}}`],
    ['thousands of wrong entries', `{"figures":[${many(500, () => '{"a":1,"b":2}')}]}`],
    ['an unknown field with an endless name', `{"${'k'.repeat(60_000)}":1}`],
  ])('%s', async (_, payload) => {
    const answer = await cast.officer(
      'POST',
      '/api/units/11443/submissions/2026-Q4/submit',
      JSON.parse(payload),
    )
    expect(answer.status).toBe(400)
    expect((answer.body as Any).errors.length).toBeLessThanOrEqual(20)
    expect(answer.raw.length).toBeLessThan(10_000)
  })
})

describe('what is sent has an end', () => {
  /** A pattern from the first letter to the last whose every part is counted. */
  const isCounted = (pattern = '') => /^\^.*\$$/s.test(pattern) && !/[*+]|\{\d+,\}/.test(pattern)
  /** Where a schema lets in a text, a list or fields without end. */
  const endless = (schema: Any, path: string): string[] => {
    if (schema.$ref) return endless(components[schema.$ref.split('/').at(-1)], path)
    const parts = [...(schema.anyOf ?? []), ...(schema.oneOf ?? []), ...(schema.allOf ?? [])]
    if (parts.length > 0) return parts.flatMap((part: Any) => endless(part, path))
    if (schema.enum || 'const' in schema) return []
    const kinds: string[] = [schema.type].flat()
    if (kinds.length > 1) return kinds.flatMap((type) => endless({ ...schema, type }, path))
    switch (kinds[0]) {
      case 'string':
        return schema.maxLength || isCounted(schema.pattern) || schema.format === 'date' ? [] : [path]
      case 'array':
        return [...(schema.maxItems ? [] : [path]), ...endless(schema.items, `${path}[]`)]
      case 'object':
        return [
          ...(schema.additionalProperties === false ? [] : [path]),
          ...Object.entries(schema.properties ?? {}).flatMap(([name, one]) =>
            endless(one, `${path}.${name}`),
          ),
        ]
      default:
        return ['number', 'integer', 'boolean', 'null'].includes(String(kinds[0]))
          ? []
          : [`${path} (any kind)`]
    }
  }
  let components: Record<string, Any>

  test('every text and list of every body and query states how long it may be, and no object takes any field', async () => {
    const description = (await service.app.inject('/api/openapi.json')).json()
    components = description.components.schemas
    const found = Object.entries(description.paths as Record<string, Record<string, Any>>).flatMap(
      ([path, operations]) =>
        Object.entries(operations).flatMap(([method, { parameters = [], requestBody }]) => [
          ...parameters
            .filter((parameter: Any) => parameter.in === 'query')
            .flatMap(({ name, schema }: Any) => endless(schema, `${method} ${path} ?${name}`)),
          ...(requestBody
            ? endless(requestBody.content['application/json'].schema, `${method} ${path} body`)
            : []),
        ]),
    )
    expect(found).toEqual([])
  })

  test('a part of an address that is longer than every name is refused', async () => {
    const answer = await service.app.inject(`/api/units/${'1'.repeat(201)}/progress`)
    expect(answer.statusCode).toBe(414)
  })
})

test('of one address no more uploads are looked at in a minute than a town hall sends', async () => {
  const uploads = writes.filter(({ url }) => /import$|evidence$|documents$/.test(url))
  expect(uploads.length).toBeGreaterThan(3)
  for (const { url } of uploads) {
    const send = () =>
      service.app.inject({ method: 'POST', url: addressOf({ url } as Endpoint), remoteAddress: '10.0.0.9' })
    for (let sent = 0; sent < perMinute.upload; sent += 1) expect((await send()).statusCode).toBe(401)
    const refused = await send()
    expect(refused.statusCode).toBe(429)
    expect(refused.json().title).toBe('Quá nhiều yêu cầu')
  }
})

describe('what is sent together or holds what no file can', () => {
  const pdf = (place: number) => ({ name: `${place}.pdf`, bytes: `%PDF-1.4\n${place}\n%%EOF` })

  test.each([
    ['a figure', '/api/units/11443/indicators/1/measurements/2026-Q4/evidence'],
    ['a task', '/api/units/11443/tasks/1/documents'],
  ])('of 25 files sent at once for %s, 20 are stored', async (_, url) => {
    const officer = await uploaderOf(service, 'officer')
    const answers = await Promise.all(Array.from({ length: 25 }, (_, place) => officer.send(url, pdf(place))))
    const statuses = answers.map(({ statusCode }) => statusCode)
    expect(statuses.filter((status) => status === 200)).toHaveLength(20)
    expect(statuses.filter((status) => status === 409)).toHaveLength(5)
  })

  /** None of these has a place in XML, which documents and workbooks are made of. */
  const unwritable = 'a\uFFFEb\uFFFFc\u0001d\uD800e'

  const partsOf = (file: Uint8Array) =>
    Object.entries(unzipSync(file)).map(([name, part]) => ({ name, text: strFromU8(part) }))
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what must not be there
  const isBroken = ({ text }: { text: string }) => /[\u0001\uFFFE\uFFFF]/.test(text)

  test('a report that holds them opens in Word and in Excel', async () => {
    const { officer } = cast
    appendRevision(service.database, {
      unitCode: '11443',
      number: 1,
      period: '2026-Q3',
      figure: { value: 48 },
      state: 'approved',
      by: 'test',
      at: testDay.toISOString(),
    })
    const settings = reportSettings({ issuer: unwritable, signerName: unwritable })
    await officer('PUT', '/api/units/11443/report-settings', { settings, revision: 0 })
    const url = '/api/units/11443/reports/2026-Q3'
    await officer('PUT', `${url}/sections/plan`, { text: unwritable, revision: 0 })
    const made = await officer('POST', url, {})
    expect(made.body).toMatchObject({ report: { period: '2026-Q3' } })
    const { id } = (made.body as Any).report
    for (const document of ['report.docx', 'annex.xlsx']) {
      const { status, raw } = await officer('GET', `${url}/made/${id}/${document}`)
      expect(status).toBe(200)
      expect(partsOf(raw).filter(isBroken)).toEqual([])
    }
  })

  test('a figure from a file that holds them is in a template that opens, small or large', async () => {
    const { officer } = cast
    const url = '/api/units/11443/indicators/2/measurements/2026-Q4'
    expect((await officer('PUT', url, { value: 5, note: unwritable, source: unwritable })).status).toBe(200)
    for (const [person, path] of [
      ['officer', '/api/units/11443/entries/2026-Q4/template.xlsx'],
      ['city', '/api/imports/2026-Q4/template.xlsx'],
    ] as const) {
      const { status, raw } = await cast[person]('GET', path)
      expect(status).toBe(200)
      expect(partsOf(raw).filter(isBroken)).toEqual([])
    }
  })
})

test('a TopoJSON file that would unfold to more than there is memory is refused by counting', async () => {
  const arcs = [Array.from({ length: 5000 }, () => [1, 1])]
  const ring = Array.from({ length: 500 }, () => 0)
  const geometries = Array.from({ length: 40 }, () => ({ type: 'Polygon', id: '11443', arcs: [ring] }))
  const file = { type: 'Topology', arcs, objects: { all: { type: 'GeometryCollection', geometries } } }
  const admin = await uploaderOf(service, 'admin')
  const answer = await admin.send('/api/boundaries', { name: 'map.json', bytes: JSON.stringify(file) })
  expect(answer.statusCode).toBe(422)
  expect(answer.json().detail).toContain('hơn 1.500.000 điểm')
})
