import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import { appendRevision, openDatabase } from '@moc57/db'
import { readComparison } from '@moc57/shared/api'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { temporaryFolder } from '../../support/databases.ts'
import { type Service, startService, testDay } from '../../support/service.ts'

let service: Service
let file: string
beforeEach(async () => {
  file = `${temporaryFolder()}/moc57.db`
  service = await startService('sample', testDay, file)
})
afterEach(() => service.close())

const url = '/api/comparison?asOf=2026-Q3'
const read = (headers: Record<string, string> = {}) => service.app.inject({ url, headers })
const unpack = { br: brotliDecompressSync, gzip: gunzipSync }

describe('a kept answer', () => {
  test.each([
    ['br', 'gzip, deflate, br'],
    ['gzip', 'gzip, deflate'],
    ['gzip', 'br;q=0, gzip'],
  ] as const)('goes out as %s to whoever accepts “%s”, anew and again', async (encoding, accepted) => {
    const plain = await read()
    expect(plain.headers['content-encoding']).toBeUndefined()
    for (const _ of ['compressed', 'kept']) {
      const packed = await read({ 'accept-encoding': accepted })
      expect(packed.headers).toMatchObject({
        'content-encoding': encoding,
        'content-length': String(packed.rawPayload.length),
        'content-type': plain.headers['content-type'],
        etag: plain.headers.etag,
        vary: 'accept-encoding',
      })
      expect(unpack[encoding](packed.rawPayload)).toEqual(plain.rawPayload)
    }
  })

  test('is the same when compressed the first time that it is made', async () => {
    const packed = await read({ 'accept-encoding': 'br' })
    expect(brotliDecompressSync(packed.rawPayload)).toEqual((await read()).rawPayload)
  })

  test('is told as unchanged without a look into any table', async () => {
    const { headers } = await read({ 'accept-encoding': 'br' })
    const statement = Object.getPrototypeOf(service.database.sqlite.prepare('SELECT 1'))
    const asked: string[] = []
    for (const method of ['get', 'all', 'iterate', 'run'] as const) {
      const original = statement[method]
      vi.spyOn(statement, method).mockImplementation(function (this: { source: string }, ...given) {
        asked.push(this.source)
        return original.apply(this, given)
      })
    }
    try {
      for (const known of [headers.etag, `"x", ${headers.etag}`, '*']) {
        const again = await read({ 'accept-encoding': 'br', 'if-none-match': String(known) })
        expect([again.statusCode, again.rawPayload.length]).toEqual([304, 0])
      }
      expect(new Set(asked)).toEqual(new Set(['PRAGMA data_version', 'SELECT total_changes()']))
    } finally {
      vi.restoreAllMocks()
    }
  })

  test.each(['this connection', 'another connection'])('shows a write by %s at once', async (writer) => {
    const before = (await read()).json()
    const database =
      writer === 'this connection' ? service.database : openDatabase(file, { dataSet: 'sample' })
    const place = before.units.findIndex(({ code }: { code: string }) => code === '11443')
    for (const value of [12.3456, 0, 100]) {
      appendRevision(database, {
        unitCode: '11443',
        number: 1,
        period: '2026-Q3',
        figure: { value },
        state: 'approved',
        by: 'test',
        at: testDay.toISOString(),
      })
      expect((await read()).json().items[0].value[place]).toBe(value)
    }
    if (database !== service.database) database.close()
  })

  test('of the comparison is what its schema says, and nothing else', async () => {
    const { 200: schema } = readComparison.schema.response
    const body = (await read()).json()
    expect(schema.parse(body)).toEqual(body)
  })
})
