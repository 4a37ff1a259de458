import type { Endpoint } from '@moc57/shared'
import * as api from '@moc57/shared/api'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Any, type Client, signInCast } from '../../support/accounts.ts'
import { type Service, startService } from '../../support/service.ts'
import { isVietnamese, wrongValues } from '../../support/wrong-values.ts'

let service: Service
let officer: Client
beforeAll(async () => {
  service = await startService()
  officer = (await signInCast(service)).officer
})
afterAll(() => service.close())

const isEndpoint = (stated: unknown): stated is Endpoint =>
  typeof stated === 'object' && stated !== null && 'method' in stated && 'url' in stated
const endpoints = Object.values(api as Record<string, unknown>).filter(isEndpoint)

const known: Record<string, string> = {
  unitCode: '11443',
  number: '1',
  period: '2026-Q4',
  year: '2026',
  line: '1',
}
const addressOf = (url: string, given: Record<string, string> = known) =>
  url.replaceAll(/:(\w+)/g, (_, name: string) => encodeURIComponent(given[name] ?? 'x'))

const shapeOf = (schema: Any): string[] => Object.keys((schema?.unwrap?.() ?? schema)?.shape ?? {})

async function wordsOf(answer: ReturnType<Client>): Promise<string[]> {
  const { status, body } = (await answer) as Any
  expect(status).toBeLessThan(500)
  return status < 400
    ? []
    : [body.title, body.detail, ...(body.errors ?? []).map(({ detail }: Any) => detail)]
}

const isForeign = (word: string) => !isVietnamese(word)

describe('the service refuses in Vietnamese whatever is wrong with a call', () => {
  test.each(endpoints.map((stated) => [`${stated.method} ${stated.url}`, stated] as const))(
    '%s',
    async (_, { method, url, schema }) => {
      const fields = shapeOf(schema.body)
      const payloads: Any[] = schema.body
        ? [
            {},
            [],
            ...wrongValues.map(([, value]) => Object.fromEntries(fields.map((field) => [field, value]))),
          ]
        : [undefined]
      for (const payload of payloads) {
        expect((await wordsOf(officer(method, addressOf(url), payload))).filter(isForeign)).toEqual([])
      }
      for (const field of shapeOf(schema.querystring)) {
        for (const value of ['', 'x'.repeat(3000), '1e300', '☹']) {
          const asked = `${addressOf(url)}?${field}=${encodeURIComponent(value)}`
          expect((await wordsOf(officer(method, asked))).filter(isForeign)).toEqual([])
        }
      }
      for (const name of shapeOf(schema.params)) {
        for (const value of ['☹', 'x'.repeat(150), '1e300']) {
          const asked = addressOf(url, { ...known, [name]: value })
          expect((await wordsOf(officer(method, asked))).filter(isForeign)).toEqual([])
        }
      }
    },
  )
})
