import { readFile } from 'node:fs/promises'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Any, signInCast } from '../../support/accounts.ts'
import { type Service, startService } from '../../support/service.ts'
import { type Uploader, uploaderOf } from '../../support/upload.ts'

/** What must come out of a file of figures; see the README beside the files. */
type Case = {
  file: string
  import: 'unit' | 'city' | 'plan' | 'boundaries'
  period: string
  accept: ('values' | 'ask' | 'refuse')[]
  take?: { unit?: string; indicator: number; value: number | number[] }[]
  may?: { unit?: string; indicator: number; value: number }[]
  pick?: { sheet?: string; valueColumn?: string }
  noRow?: number[]
  shows?: string[]
  hides?: string[]
}

const files = new URL('../../cases/import/', import.meta.url)
const cases = JSON.parse(await readFile(new URL('expect.json', files), 'utf8')) as Case[]
let service: Service
let senders: { unit: Uploader; city: Uploader }

beforeAll(async () => {
  service = await startService()
  await signInCast(service)
  senders = { unit: await uploaderOf(service, 'officer'), city: await uploaderOf(service, 'city') }
})
afterAll(() => service.close())

const send = async (given: Case, fields?: Record<string, string>) => {
  const url =
    given.import === 'unit'
      ? `/api/units/11443/entries/${given.period}/import`
      : `/api/imports/${given.period}`
  const bytes = await readFile(new URL(given.file, files))
  const sender = senders[given.import === 'unit' ? 'unit' : 'city']
  const response = await sender.send(url, { name: given.file, bytes }, fields)
  return { status: response.statusCode, text: response.body, body: response.json() as Any }
}

const keyOf = (given: { unit?: string | undefined; indicator: number }) =>
  `${given.unit ?? '11443'}/${given.indicator}`
/** The figures that would be written without an answer, as "unit/indicator" to value. */
const proposed = (body: Any) =>
  new Map<string, number>(
    body.items
      .filter((item: Any) => item.verdict === 'changed')
      .map((item: Any) => [keyOf({ unit: item.unit.code, indicator: item.number }), item.after]),
  )
const asked = (body: Any) =>
  new Map<string, number | null>(
    body.items
      .filter((item: Any) => item.verdict === 'asked' && item.number !== null)
      .map((item: Any) => [keyOf({ unit: item.unit.code, indicator: item.number }), item.after]),
  )

describe('a file of figures as offices send them comes out as a careful official wants it', () => {
  test.each(
    cases
      .filter((given) => given.import === 'unit' || given.import === 'city')
      .map((given) => [given.file, given] as const),
  )('%s', async (_, given) => {
    let answer = await send(given)
    for (const words of given.shows ?? []) expect(answer.text).toContain(words)
    for (const words of given.hides ?? []) expect(answer.text).not.toContain(words)
    if (answer.status !== 200) {
      expect([given.accept, answer.body]).toEqual([expect.arrayContaining(['refuse']), answer.body])
      expect([415, 422]).toContain(answer.status)
      return
    }
    const isOpen = answer.body.valueColumn === null && proposed(answer.body).size === 0
    if (isOpen) {
      expect(given.accept).toContain('ask')
      if (given.pick?.sheet) expect(answer.body.sheets).toContain(given.pick.sheet)
      if (given.pick?.valueColumn)
        expect(answer.body.columns.map(({ column }: Any) => column)).toContain(given.pick.valueColumn)
      if (!given.pick) return
      answer = await send(given, given.pick)
    } else expect(given.accept).toContain('values')
    const found = proposed(answer.body)
    const take = new Map((given.take ?? []).map((row) => [keyOf(row), row.value]))
    for (const [key, value] of take) {
      const right = Array.isArray(value) ? value : [value]
      expect([key, found.get(key)]).toEqual([key, right.find((one) => one === found.get(key)) ?? right])
    }
    expect([...found.keys()].filter((key) => !take.has(key))).toEqual([])
    for (const row of given.may ?? [])
      expect([null, row.value]).toContain(asked(answer.body).get(keyOf(row)) ?? null)
    const rows = answer.body.items.map(({ row }: Any) => row)
    for (const row of given.noRow ?? []) expect(rows).not.toContain(row)
  })
})
