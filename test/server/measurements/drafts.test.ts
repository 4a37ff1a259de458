import { randomUUID } from 'node:crypto'
import { strFromU8, unzipSync } from 'fflate'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Any, type Client, type Person, signInCast } from '../../support/accounts.ts'
import { type Service, startService } from '../../support/service.ts'
import { type Uploader, uploaderOf } from '../../support/upload.ts'

const unit = '/api/units/11443'
const period = '2026-Q4'
/** In every word that the ward has not handed over. */
const mark = `mat-${randomUUID().slice(0, 8)}`
/** Every value that it has not handed over begins like this, and what is missing to 100 of it like that. */
const markedValues = /(?<!\d)(43[.,]2[12]|56[.,]7[89])/
const pdf = '%PDF-1.4\n%%EOF'

let service: Service
let people: Record<Person | 'public', Client>
let officer: Uploader
let addresses: string[]

const enter = async (number: number, body: object) => {
  const { status } = await people.officer('PUT', `${unit}/indicators/${number}/measurements/${period}`, body)
  expect(status).toBe(200)
}
const act = async (person: Person, action: string, body: object) => {
  const { status } = await people[person]('POST', `${unit}/submissions/${period}/${action}`, body)
  expect(status).toBe(200)
}
const addFile = async (number: number, at = period) => {
  const address = `${unit}/indicators/${number}/measurements/${at}/evidence`
  const answer = await officer.send(address, { name: `${mark}.pdf`, bytes: pdf })
  expect(answer.statusCode).toBe(200)
  return answer.json().id as number
}

/**
 * A ward in the midst of its quarter: a figure approved with a correction on it (6), one sent back (9), one that waits
 * for approval (10), one still being written (3), a file with each; a proposed target, a section of a report.
 */
beforeAll(async () => {
  service = await startService()
  people = await signInCast(service)
  officer = await uploaderOf(service, 'officer')
  const words = { source: mark, note: mark }
  await enter(6, { value: 2, source: 'BC 1' })
  await enter(9, { value: 43.2107, ...words })
  await act('officer', 'submit', {})
  const lam = (await people.lam('GET', `${unit}/approvals/${period}`)).body as Any
  const mine = lam.items.filter(({ mayDecide }: Any) => mayDecide).map(({ number }: Any) => number)
  await act('lam', 'approve', { indicators: mine.filter((number: number) => number === 6) })
  await act(mine.includes(9) ? 'lam' : 'phuong', 'return', { indicators: [9], reason: 'Thiếu nguồn' })
  await enter(10, { value: 43.2108, ...words })
  await act('officer', 'submit', { indicators: [10] })
  await enter(6, { value: 43.2106, ...words, reason: mark })
  await enter(3, { numerator: 432_109, denominator: 1_000_000, ...words })
  // Approved and corrected in the same instant of the test's clock: a file of the correction comes after.
  service.database.sqlite
    .prepare(
      `INSERT INTO evidence (unit_code, indicator_number, period, name, type, size, sha256, by, at)
       VALUES ('11443', 6, ?, ?, 'pdf', 9, ?, 'officer', '2026-11-22T04:00:00.000Z')`,
    )
    .run(period, `${mark}.pdf`, 'a'.repeat(64))
  const files = [await addFile(3), await addFile(9), await addFile(10)]
  const proposal = { number: 6, milestone: 2030, text: 'Đạt ít nhất 43,21%', reason: mark }
  expect((await people.officer('POST', `${unit}/reviews/2025/proposals`, proposal)).status).toBe(200)
  const section = { text: mark, revision: 0 }
  expect((await people.officer('PUT', `${unit}/reports/${period}/sections/plan`, section)).status).toBe(200)
  expect((await people.officer('POST', `${unit}/reports/${period}`, {})).status).toBe(200)
  // A question alone opens nothing.
  const question = { period, question: 'Vì sao?', dueOn: '2026-12-01' }
  for (const number of [3, 6, 9, 10]) {
    expect((await people.city('POST', `${unit}/indicators/${number}/explanations`, question)).status).toBe(
      200,
    )
  }
  addresses = await everyAddress(files)
})
afterAll(() => service.close())

/** Every address that can be read, of the ward and of each figure with a draft; both quarters and years. */
async function everyAddress(files: readonly number[]): Promise<string[]> {
  const { paths } = (await service.app.inject('/api/openapi.json')).json() as {
    paths: Record<string, Record<string, { parameters?: { name: string; in: string }[] }>>
  }
  const fills: Record<string, readonly (string | number)[]> = {
    unitCode: ['11443'],
    number: [3, 6, 9, 10],
    period: [period],
    year: [2025, 2026],
    id: [...files, 1, 2, 3],
    taskNumber: [1],
  }
  const queries: Record<string, string> = { period, asOf: period, indicator: '3', unit: '11443', q: mark }
  return Object.entries(paths)
    .filter(([, operations]) => 'get' in operations)
    .flatMap(([path, { get }]) => {
      const filled = [...path.matchAll(/\{(\w+)\}/g)].reduce<string[]>(
        (made, [hole, name = '']) =>
          made.flatMap((address) =>
            (fills[name] ?? ['1']).map((value) => address.replace(hole, String(value))),
          ),
        [path],
      )
      const asked = (get?.parameters ?? [])
        .filter(({ name, in: place }) => place === 'query' && name in queries)
        .map(({ name }) => `${name}=${queries[name]}`)
      return filled.flatMap((address) => [address, ...asked.map((query) => `${address}?${query}`)])
    })
}

/** What an answer says, headers and the parts of a packed document included. */
function textOf({ raw, headers }: Awaited<ReturnType<Client>>): string {
  const parts =
    raw.subarray(0, 2).toString() === 'PK' ? Object.values(unzipSync(raw)).map((part) => strFromU8(part)) : []
  return [JSON.stringify(headers), raw.toString(), ...parts].join('\n')
}

async function told(person: Person | 'public'): Promise<string[]> {
  const found: string[] = []
  for (const address of addresses) {
    const answer = await people[person]('GET', address)
    // An answer repeats what was searched for.
    const text = textOf(answer).replaceAll(`q=${mark}`, '')
    if (text.includes(mark) || markedValues.test(text)) found.push(`${answer.status} ${address}`)
  }
  return found
}

describe('what a ward has not handed over', () => {
  test.each(['city', 'neighbour', 'neighbour_leader', 'public'] as const)(
    'is in no answer to %s, at whatever address',
    async (person) => expect(await told(person)).toEqual([]),
  )

  test.each([
    ['officer', ['entries', 'approvals', 'history', 'evidence', 'indicators/3', 'reviews', 'reports']],
    [
      'admin',
      ['entries', 'approvals', 'history', 'evidence', 'indicators/3', 'reviews', 'audit', 'audit.csv'],
    ],
  ] as const)('is where %s reads it, so that its absence says something', async (person, places) => {
    const found = await told(person)
    for (const place of places)
      expect(
        found.some((line) => line.includes(place)),
        place,
      ).toBe(true)
  })

  test('cannot be read or guessed by the city with a file of figures', async () => {
    const city = await uploaderOf(service, 'city')
    const send = async (...lines: string[]) => {
      const bytes = ['Mã đơn vị,Stt,Giá trị,Tử số,Mẫu số,Văn bản nguồn,Ghi chú', ...lines].join('\r\n')
      const answer = await city.send(`/api/imports/${period}`, { name: 'so-lieu.csv', bytes })
      expect(answer.statusCode).toBe(200)
      return answer
    }
    const empty = await send('11443,3,,,,,', '11443,6,,,,,', '11443,9,,,,,', '11443,10,5,,,,')
    expect(empty.body).not.toMatch(markedValues)
    expect(empty.body).not.toContain(mark)
    const guessed = await send('11443,9,"43,2107",,,,', '11443,10,"43,2108",,,,', '11443,6,2,,,BC 1,')
    expect(guessed.json().items.map(({ verdict }: Any) => verdict)).toEqual([
      'changed',
      'changed',
      'unchanged',
    ])
  })

  test('is not told by the refusal of a file that was overtaken', async () => {
    const city = await uploaderOf(service, 'city')
    const file = { name: 'so-lieu.csv', bytes: 'Mã đơn vị,Stt,Giá trị\r\n11443,3,5' }
    const { token } = (await city.send(`/api/imports/${period}`, file)).json()
    await enter(3, { value: 43.2199, note: mark })
    const { statusCode, body } = await city.send(`/api/imports/${period}/confirm`, file, { token })
    expect(statusCode).toBe(409)
    expect(body).not.toMatch(markedValues)
    expect(body).toContain('một bản đơn vị chưa được duyệt')
  })
})

describe('the audit of the city', () => {
  const items = async (person: Person) =>
    ((await people[person]('GET', '/api/audit?unit=11443')) as Any).body.items.map(
      ({ kind, action, number }: Any) => `${kind} ${action} ${number}`,
    )

  test('tells what was decided, and only that', async () => {
    const [ofCity, ofAdmin] = [await items('city'), await items('admin')]
    expect(ofCity).toEqual(
      expect.arrayContaining([
        'measurement recorded 6',
        'state submitted 6',
        'state approved 6',
        'submission return null',
      ]),
    )
    for (const hidden of [
      'measurement recorded 3',
      'state submitted 10',
      'evidence evidenceAdded 3',
      'plan targetProposed 6',
    ]) {
      expect(ofAdmin).toContain(hidden)
      expect(ofCity).not.toContain(hidden)
    }
    expect(ofCity.filter((line: string) => line === 'measurement recorded 6')).toHaveLength(1)
  })

  test('counts no more than it tells', async () => {
    const { body } = (await people.city('GET', '/api/audit?unit=11443')) as Any
    expect(body.total).toBe(body.items.length)
  })

  test('tells a proposal once it is decided', async () => {
    const review = `${unit}/reviews/2025/proposals`
    const { proposals } = ((await people.officer('GET', `${unit}/reviews/2025`)) as Any).body
    const answer = await people.lam('POST', `${review}/${proposals[0].id}/refuse`, {
      reason: 'Chưa đủ căn cứ',
    })
    expect(answer.status).toBe(200)
    expect(await items('city')).toContain('plan targetProposed 6')
  })
})
