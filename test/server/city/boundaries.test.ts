import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { addBoundaries, latestBoundaries, listUnits } from '@moc57/db'
import type { AdministrativeUnit } from '@moc57/shared'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { signInCast } from '../../support/accounts.ts'
import {
  boundaryFiles,
  geoJson,
  mapInUse,
  type ToyFeature,
  toyFeatures,
} from '../../support/boundary-file.ts'
import { startServer } from '../../support/running-server.ts'
import { type Service, startService } from '../../support/service.ts'
import { type Uploader, uploaderOf } from '../../support/upload.ts'

const url = '/api/boundaries'

let service: Service
let units: AdministrativeUnit[]
let admin: Uploader
beforeAll(async () => {
  service = await startService()
  units = listUnits(service.database)
  await signInCast(service)
  admin = await uploaderOf(service, 'admin')
})
afterAll(() => service.close())

const send = (bytes: Buffer | string, name = 'ranh-gioi.geojson') => admin.send(url, { name, bytes })
const kept = () => service.database.sqlite.prepare('SELECT count(*) FROM boundary_files').pluck().get()
const toy = () => toyFeatures(units)

/** The toy map with one unit drawn otherwise. */
const withShape = (geometry: ToyFeature['geometry']) =>
  geoJson(toy().map((feature, place) => (place === 3 ? { ...feature, geometry } : feature)))
const polygon = (...rings: number[][][]) => ({ type: 'Polygon', coordinates: rings })

test('without a file there is no drawing, and nothing is missing yet', async () => {
  const answer = (await admin.get(url)).json()
  expect(answer).toMatchObject({ notice: null, source: null, drawing: null, missing: [], problem: null })
})

describe(`a file of boundaries (${mapInUse})`, () => {
  test('is drawn with all units, and Bạch Long Vĩ in a frame of its own', async () => {
    for (const { name, bytes } of boundaryFiles(units)) {
      const response = await send(bytes, name)
      expect(response.statusCode, response.body.slice(0, 300)).toBe(200)
      const { drawing, missing, unknownCodes, source } = response.json()
      expect({ missing, unknownCodes, source }).toEqual({ missing: [], unknownCodes: [], source: 'upload' })
      expect(drawing.shapes.map(({ code }: { code: string }) => code).sort()).toEqual(
        units.map(({ code }) => code).sort(),
      )
      expect(drawing.insets).toMatchObject([{ code: '11948' }])
      for (const { code, path, at, room } of drawing.shapes) {
        expect(path, code).toMatch(/^M[\d.,L]+Z(M[\d.,L]+Z)*$/)
        expect(at[0]).toBeLessThan(drawing.width)
        expect(at[1]).toBeLessThan(drawing.height)
        expect(room, code).toBeGreaterThan(2)
      }
    }
  })

  test('is answered compressed, small, and as 304 to who has it', async () => {
    await send(boundaryFiles(units)[0]?.bytes ?? '')
    const read = (headers: Record<string, string>) => service.app.inject({ url, headers })
    const full = await read({ 'accept-encoding': 'br' })
    expect(full.headers['content-encoding']).toBe('br')
    expect(full.rawPayload.length).toBeLessThan(60_000)
    const again = await read({ 'if-none-match': String(full.headers.etag) })
    expect([again.statusCode, again.body]).toEqual([304, ''])
  })

  test('takes the place of the one before in the very next answer', async () => {
    await send(geoJson(toy()), 'a.json')
    expect((await admin.get(url)).json().name).toBe('a.json')
    await send(geoJson(toy().slice(0, 50)), 'b.json')
    const { name, missing, drawing } = (await admin.get(url)).json()
    expect([name, missing.length, drawing.shapes.length]).toEqual(['b.json', 64, 50])
  })
})

describe('the codes', () => {
  const codesOf = async (features: ToyFeature[]) => {
    const { codeProperty, unknownCodes, missing } = (await send(geoJson(features))).json()
    return { codeProperty, unknownCodes, missing: missing?.map(({ code }: { code: string }) => code) }
  }

  test('are found in whatever property holds them, as a text or a number, and as the id', async () => {
    expect(await codesOf(toy())).toMatchObject({ codeProperty: 'ma', missing: [] })
    const asNumber = toy().map((feature) => ({
      ...feature,
      properties: { x: 1, GSO: Number(feature.properties?.ma) },
    }))
    expect(await codesOf(asNumber)).toMatchObject({ codeProperty: 'GSO', missing: [] })
    const asId = toy().map((feature) => ({
      ...feature,
      id: String(feature.properties?.ma),
      properties: null,
    }))
    expect(await codesOf(asId)).toMatchObject({ codeProperty: 'id', missing: [] })
  })

  test('that are wrong, left out or missing are listed', async () => {
    const [first, second, ...rest] = toy()
    const features = [
      { ...(first as ToyFeature), properties: { ma: '99999' } },
      { ...(second as ToyFeature), properties: {} },
      ...rest,
    ]
    expect(await codesOf(features)).toEqual({
      codeProperty: 'ma',
      unknownCodes: ['99999', ''],
      missing: units.slice(0, 2).map(({ code }) => code),
    })
  })
})

describe('a file that cannot be used is refused in words, and the map in force stays', () => {
  beforeAll(() => send(geoJson(toy()), 'dang-dung.json'))
  const bowTie = polygon([
    [106, 20],
    [106.1, 20.1],
    [106.1, 20],
    [106, 20.1],
    [106, 20],
  ])
  const open = polygon([
    [106, 20],
    [106.1, 20],
    [106.1, 20.1],
    [106, 20.1],
  ])
  const metres = polygon([
    [598000, 2300000],
    [599000, 2300000],
    [599000, 2301000],
    [598000, 2300000],
  ])
  const turned = polygon([
    [20, 106],
    [20, 106.1],
    [20.1, 106.1],
    [20, 106],
  ])
  const mostBytes = 80 * 1024 * 1024
  test.each<[string, () => Buffer | string, number, RegExp]>([
    ['not JSON', () => 'PK\u0003\u0004 shapefile', 422, /GeoJSON.*TopoJSON.*QGIS/],
    ['not UTF-8', () => Buffer.from([0x7b, 0xff, 0x7d]), 422, /UTF-8/],
    ['JSON that is no map', () => '{"items": []}', 422, /GeoJSON/],
    ['an array', () => '[1, 2]', 422, /GeoJSON/],
    ['an empty map', () => geoJson([]), 422, /GeoJSON/],
    ['no codes', () => geoJson(toy().map((f) => ({ ...f, properties: { ten: 'x' } }))), 422, /“ten”/],
    [
      'codes of another city',
      () => geoJson([{ ...(toy()[0] as ToyFeature), properties: { ma: '00004' } }]),
      422,
      /mã 5 chữ số/,
    ],
    ['a ring that crosses itself', () => withShape(bowTie), 422, /tự cắt gần kinh độ 106,1/],
    ['a ring that is not closed', () => withShape(open), 422, /không khép kín/],
    ['metres of VN-2000', () => withShape(metres), 422, /VN-2000.*EPSG:4326/],
    ['latitude before longitude', () => withShape(turned), 422, /vĩ độ trước.*EPSG:4326/],
    [
      'a ring of two points',
      () =>
        withShape(
          polygon([
            [106, 20],
            [106, 20],
          ]),
        ),
      422,
      /ít hơn 4 điểm/,
    ],
    ['a point', () => withShape({ type: 'Point', coordinates: [106, 20] }), 422, /không phải vùng/],
    ['no shape', () => withShape(null), 422, /không phải vùng/],
    [
      'coordinates that are no numbers',
      () => withShape(polygon([['x', 'y'], [null]] as never)),
      422,
      /kinh độ/,
    ],
    [
      'a TopoJSON without its arcs',
      () =>
        '{"type":"Topology","arcs":[],"objects":{"u":{"type":"GeometryCollection","geometries":[{"type":"Polygon","id":"11443","arcs":[[7]]}]}}}',
      422,
      /TopoJSON/,
    ],
    ['a TopoJSON without objects', () => '{"type":"Topology","arcs":[]}', 422, /TopoJSON/],
    ['80 MB', () => Buffer.alloc(mostBytes, ' '), 413, /20 MB/],
    ['nothing', () => '', 422, /0 byte/],
  ])('%s', async (_, bytes, status, words) => {
    const before = kept()
    const response = await send(bytes())
    expect(response.statusCode).toBe(status)
    expect(response.headers['content-type']).toContain('application/problem+json')
    expect(response.json().detail).toMatch(words)
    expect(kept()).toBe(before)
    expect((await admin.get(url)).json()).toMatchObject({ name: 'dang-dung.json', missing: [] })
  })

  test('one that was stored before it was known not to be drawable is told, and another can be sent', async () => {
    const { topology } = latestBoundaries(service.database)?.content ?? {}
    const content = { codeProperty: 'ma', unknownCodes: [], topology: { ...topology, arcs: [] } } as never
    addBoundaries(service.database, { name: 'cu.json', size: 1, content, by: 'admin', at: '2026-11-30' })
    const { drawing, problem } = (await admin.get(url)).json()
    expect([drawing, problem]).toEqual([null, expect.stringContaining('gửi tệp khác')])
    expect((await send(geoJson(toy()), 'dang-dung.json')).statusCode).toBe(200)
  })

  test('of many wrong rings each is named with its unit', async () => {
    const crossed = geoJson(toy().map((feature) => ({ ...feature, geometry: bowTie })))
    const { errors } = (await send(crossed)).json()
    expect(errors.length).toBe(20)
    expect(errors[0]).toMatchObject({
      pointer: '#/features/0',
      detail: expect.stringMatching(/^Mã \d{5} \(/),
    })
  })

  test('a request without a file, or with an unknown field in its address', async () => {
    expect((await admin.send(url, null)).statusCode).toBe(400)
    expect((await admin.send(`${url}?x=1`, null)).statusCode).toBe(400)
    expect((await admin.get(`${url}?x=1`)).statusCode).toBe(400)
  })
})

type Case = {
  file: string
  import: string
  accept: string[]
  shows?: string[]
  hides?: string[]
  boundaries?: { missing: number }
}
const files = new URL('../../cases/import/', import.meta.url)
const cases = (JSON.parse(await readFile(new URL('expect.json', files), 'utf8')) as Case[]).filter(
  (given) => given.import === 'boundaries',
)

describe('a file of boundaries as map programs write them', () => {
  test.each(cases.map((given) => [given.file, given] as const))('%s', async (_, given) => {
    await send(geoJson(toy()), 'dang-dung.json')
    const response = await send(await readFile(new URL(given.file, files)), given.file)
    const isTaken = response.statusCode === 200
    expect(given.accept).toContain(isTaken ? 'values' : 'refuse')
    for (const words of given.shows ?? []) expect(response.body).toContain(words)
    for (const words of given.hides ?? []) expect(response.body).not.toContain(words)
    const inForce = await admin.get(url)
    expect([inForce.statusCode, inForce.json().name]).toEqual([200, isTaken ? given.file : 'dang-dung.json'])
    if (isTaken) expect(inForce.json().missing).toHaveLength(given.boundaries?.missing ?? 0)
  })
})

describe('a file that BOUNDARIES_PATH names', () => {
  let folder: string
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'moc57-boundaries-'))
  })
  afterAll(() => rm(folder, { recursive: true }))

  const answerOf = async (path: string) => {
    const server = await startServer({ BOUNDARIES_PATH: path })
    try {
      return (await (await fetch(server.address + url)).json()) as Record<string, unknown>
    } finally {
      await server.stop()
    }
  }

  test('is in force from the start', async () => {
    const path = join(folder, 'ban-do.geojson')
    await writeFile(path, geoJson(toy()))
    expect(await answerOf(path)).toMatchObject({ source: 'environment', name: 'ban-do.geojson', missing: [] })
  })

  test('and cannot be used does not keep the service from starting; the page says why', async () => {
    const missing = await answerOf(join(folder, 'khong-co.json'))
    expect(missing).toMatchObject({ source: 'environment', drawing: null })
    expect(missing.problem).toContain('Không có tệp này')
    const path = join(folder, 'sai.json')
    await writeFile(path, '{}')
    expect((await answerOf(path)).problem).toContain('GeoJSON')
  })
})
