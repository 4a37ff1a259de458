import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { Package } from 'datapackage'
import Papa from 'papaparse'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { signInCast } from '../../support/accounts.ts'
import { type RunningProgram, startServer } from '../../support/running-server.ts'
import { type Service, startService } from '../../support/service.ts'

const url = '/api/open-data'

describe('the package of sample data, read by the Frictionless library over HTTP', () => {
  let server: RunningProgram
  let published: Package
  beforeAll(async () => {
    server = await startServer({ DATA_SET: 'sample' })
    published = await Package.load(`${server.address}${url}/datapackage.json`)
  })
  afterAll(() => server?.stop())

  test('is valid by the JSON schema of Tabular Data Packages', () => {
    expect(published.errors).toEqual([])
    expect(published.valid).toBe(true)
    expect(published.resourceNames).toEqual([
      'units',
      'indicators',
      'targets',
      ...['2025-q1', '2025-q2', '2025-q3', '2025-q4', '2026-q1', '2026-q2', '2026-q3'].map(
        (period) => `measurements-${period}`,
      ),
    ])
  })

  test('has rows that are what their columns say, keys that are the only ones, and references that lead somewhere', async () => {
    const counts: Record<string, number> = {}
    for (const name of ['units', 'indicators', 'targets', 'measurements-2026-q3']) {
      const resource = published.getResource(name)
      counts[name] = (await resource.read({ keyed: true })).length
      expect(await resource.checkRelations(), name).toBe(true)
    }
    expect(counts).toMatchObject({ units: 114, indicators: 31 })
    expect(counts.targets).toBeGreaterThanOrEqual(155)
    expect(counts['measurements-2026-q3']).toBeGreaterThan(2000)
  })

  test('marks itself as sample data: its name, its title, and every row', async () => {
    const descriptor = (await (await fetch(`${server.address}${url}/datapackage.json`)).json()) as Record<
      string,
      string
    >
    expect(descriptor.name).toBe('moc57-minh-hoa')
    expect(descriptor.title).toContain('DỮ LIỆU MINH HỌA')
    const units = await published.getResource('units').read({ keyed: true })
    expect(new Set(units.map(({ notice }) => notice))).toEqual(new Set(['DỮ LIỆU MINH HỌA']))
  })
})

test('the schema that it is checked by is the one of Frictionless, and refuses what is no package', async () => {
  const profile = createRequire(import.meta.url).resolve('datapackage/lib/profiles/tabular-data-package.json')
  expect(JSON.parse(await readFile(profile, 'utf8')).required).toEqual(['resources', 'profile'])
  const broken = { profile: 'tabular-data-package', resources: [{ name: 'Số liệu', path: 'a.csv' }] }
  expect((await Package.load(broken)).valid).toBe(false)
})

describe('the figures', () => {
  let service: Service
  let people: Awaited<ReturnType<typeof signInCast>>
  beforeAll(async () => {
    service = await startService()
    people = await signInCast(service)
  })
  afterAll(() => service.close())

  const json = async (path: string) => (await service.app.inject(`${url}/${path}`)).json()
  const figures = async () => (await json('measurements/2026-Q4.json')).items
  const csvOf = async (path: string) => {
    const { body } = await service.app.inject(`${url}/${path}`)
    return Papa.parse<Record<string, string>>(body, { header: true })
  }

  test('come with their approval and not before: no draft, no submitted one, none that nobody has verified', async () => {
    const cell = '/api/units/11443/indicators/6/measurements/2026-Q4'
    expect(await figures()).toEqual([])
    await people.officer('PUT', cell, { numerator: 1, denominator: 3 })
    expect(await figures()).toEqual([])
    await people.officer('POST', '/api/units/11443/submissions/2026-Q4/submit', {})
    expect(await figures()).toEqual([])
    await people.lam('POST', '/api/units/11443/submissions/2026-Q4/approve', {})
    expect(await figures()).toEqual([
      {
        unitCode: '11443',
        indicatorNumber: 6,
        period: '2026-Q4',
        value: 33.3333,
        numerator: 1,
        denominator: 3,
        comparator: null,
        approvedAt: expect.stringMatching(/^2026-11-22T\d\d:\d\d:\d\dZ$/),
        notice: null,
      },
    ])
    const descriptor = await json('datapackage.json')
    expect(descriptor.resources.at(-1).path).toBe('measurements/2026-Q4.csv')
  })

  test('a correction replaces the approved one when it is approved itself', async () => {
    const cell = '/api/units/11443/indicators/6/measurements/2026-Q4'
    await people.officer('PUT', cell, { value: 40, reason: 'Đếm lại' })
    expect(await figures()).toMatchObject([{ value: 33.3333 }])
    await people.officer('POST', '/api/units/11443/submissions/2026-Q4/submit', {})
    await people.lam('POST', '/api/units/11443/submissions/2026-Q4/approve', {})
    expect(await figures()).toMatchObject([{ value: 40, numerator: null }])
  })

  test('are the same as CSV and as JSON, in UTF-8 without a mark before it', async () => {
    for (const path of ['units', 'indicators', 'targets', 'measurements/2026-Q4']) {
      const { items } = await json(`${path}.json`)
      const { data, meta } = await csvOf(`${path}.csv`)
      expect(data.length, path).toBe(items.length)
      const asText = (value: unknown) => (value === null ? '' : String(value))
      expect(data.map((row) => ({ ...row }))).toEqual(
        items.map((row: Record<string, unknown>) =>
          Object.fromEntries((meta.fields ?? []).map((name) => [name, asText(row[name])])),
        ),
      )
    }
    const { rawPayload } = await service.app.inject(`${url}/units.csv`)
    expect(rawPayload.subarray(0, 5).toString('latin1')).toBe('code,')
  })

  test('of a quarter without any are an empty table with its columns', async () => {
    const { data, meta } = await csvOf('measurements/2027-Q1.csv')
    expect(data).toEqual([])
    expect(meta.fields).toContain('approvedAt')
  })

  test.each([
    ['measurements/2026-Q5.csv', 400],
    ['measurements/2026-Q3', 400],
    ['measurements/2026-Q3.xlsx', 400],
    ['measurements/1999-Q1.csv', 400],
    ['measurements/..%2Funits.csv', 400],
    ['units.csv?x=1', 400],
    ['datapackage.json?x=1', 400],
    ['khong-co.csv', 404],
  ])('%s is refused with %i in words', async (path, status) => {
    const response = await service.app.inject(`${url}/${path}`)
    expect(response.statusCode).toBe(status)
    expect(response.json().detail.length).toBeGreaterThan(20)
  })
})
