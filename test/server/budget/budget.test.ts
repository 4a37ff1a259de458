import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Any, type Client, called, type Person, signInCast } from '../../support/accounts.ts'
import { type Service, startService } from '../../support/service.ts'

let service: Service
let people: Record<Person | 'public', Client>
beforeAll(async () => {
  service = await startService()
  people = await signInCast(service)
})
afterAll(() => service.close())

const read = async (year: number, person: Person = 'officer') =>
  ((await people[person]('GET', `/api/units/11443/budget/${year}`)) as Any).body
const write = (year: number, line: number, body: object, person: Person = 'officer') =>
  people[person]('PUT', `/api/units/11443/budget/${year}/lines/${line}`, body) as Promise<Any>
const equipment = { field: 'digital', kind: 'equipment', title: 'Máy quét', revision: 0 }

describe('the ledger of Kiến An', () => {
  test('is empty at first: no data, not 0 %', async () => {
    expect(await read(2025)).toMatchObject({
      total: null,
      lines: [],
      shares: { disbursed: { numerator: null, denominator: null, gap: 'noLines' } },
      nextLine: 1,
    })
  })

  test('yields exact counts of one basis, and the entry of indicator 6 takes them', async () => {
    await write(2026, 0, { planned: 200_000_000_000, disbursed: 150_000_000_001, revision: 0 })
    await write(2026, 1, { ...equipment, planned: 5_000_000_000, disbursed: 4_500_000_003 })
    const { shares } = await read(2026)
    expect(shares).toEqual({
      planned: { numerator: 5_000_000_000, denominator: 200_000_000_000, gap: null },
      allocated: { numerator: null, denominator: null, gap: 'noLines' },
      disbursed: { numerator: 4_500_000_003, denominator: 150_000_000_001, gap: null },
    })
    const { numerator, denominator } = shares.disbursed
    const figure = await people.officer('PUT', '/api/units/11443/indicators/6/measurements/2026-Q4', {
      numerator,
      denominator,
      source: 'Sổ ngân sách năm 2026',
    })
    expect(figure).toMatchObject({ status: 200, body: { numerator, denominator, value: 3, state: 'draft' } })
  })

  test('keeps every revision with who, when and why, and a removed line out of the sums', async () => {
    expect((await write(2026, 1, { ...equipment, planned: 1, revision: 1 })).body.errors).toMatchObject([
      { pointer: '#/reason' },
    ])
    const removed = { ...equipment, isRemoved: true, reason: 'Ghi trùng', revision: 1 }
    expect((await write(2026, 1, removed)).status).toBe(200)
    const ledger = await read(2026)
    expect(ledger.lines).toEqual([])
    expect(ledger.nextLine).toBe(2)
    expect(
      ledger.history.map(({ line, revision, isRemoved, by }: Any) => [line, revision, isRemoved, by]),
    ).toEqual([
      [1, 2, true, called.officer],
      [1, 1, false, called.officer],
      [0, 1, false, called.officer],
    ])
    expect((await write(2026, 1, { ...removed, reason: 'Chậm tay' })).status).toBe(409)
  })

  test('takes 15 digits exactly', async () => {
    await write(2027, 0, { planned: 999_999_999_999_999, revision: 0 })
    expect((await read(2027)).total.planned).toBe(999_999_999_999_999)
  })
})

test.each([
  ['negative money', 1, { ...equipment, planned: -1 }, 400, '#/planned'],
  ['money of 20 digits', 1, { ...equipment, planned: Number('12345678901234567890') }, 400, '#/planned'],
  ['money of 16 digits', 1, { ...equipment, planned: 1e15 }, 400, '#/planned'],
  ['half a đồng', 1, { ...equipment, planned: 0.5 }, 400, '#/planned'],
  ['money as text', 1, { ...equipment, planned: '1.000' }, 400, '#/planned'],
  ['no amount', 1, equipment, 422, '#/planned'],
  ['no kind', 1, { ...equipment, kind: null, planned: 1 }, 422, '#/kind'],
  ['a kind that does not exist', 1, { ...equipment, kind: 'travel', planned: 1 }, 400, '#/kind'],
  ['a title on the total', 0, { title: 'Tổng', planned: 1, revision: 0 }, 422, '#/title'],
  ['nothing to remove', 1, { ...equipment, isRemoved: true }, 422, '#/isRemoved'],
])('a line with %s is refused and nothing is written', async (_, line, body, status, pointer) => {
  const answer = await write(2025, line, body)
  expect([answer.status, answer.body.errors?.[0].pointer]).toEqual([status, pointer])
  expect((await read(2025)).history).toEqual([])
})

test('lines that together pass 15 digits are refused', async () => {
  await write(2027, 1, { ...equipment, planned: 999_999_999_999_999 })
  const answer = await write(2027, 2, { ...equipment, planned: 1 })
  expect([answer.status, answer.body.errors[0].pointer]).toEqual([422, '#/planned'])
})

test('a year before 2025, one far ahead, and a line out of turn are refused', async () => {
  expect((await people.officer('GET', '/api/units/11443/budget/2024')).status).toBe(400)
  expect((await write(2030, 0, { planned: 1, revision: 0 })).status).toBe(409)
  expect((await write(2025, 9, { ...equipment, planned: 1 })).status).toBe(409)
})
