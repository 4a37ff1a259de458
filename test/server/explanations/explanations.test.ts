import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Any, type Client, called, type Person, signInCast } from '../../support/accounts.ts'
import { type Service, startService } from '../../support/service.ts'
import { uploaderOf } from '../../support/upload.ts'

let service: Service
let people: Record<Person | 'public', Client>
beforeAll(async () => {
  service = await startService()
  people = await signInCast(service)
})
afterAll(() => service.close())

const question = { period: '2026-Q3', question: 'Vì sao chưa có số liệu?', dueOn: '2026-12-01' }
const ask = (person: Person, number: number, body: object = question) =>
  people[person]('POST', `/api/units/11443/indicators/${number}/explanations`, body) as Promise<Any>
const act = (person: Person, id: number, action: string, body?: object) =>
  people[person]('POST', `/api/units/11443/explanations/${id}/${action}`, body) as Promise<Any>
const list = (person: Person, query = '') =>
  people[person]('GET', `/api/units/11443/explanations${query}`) as Promise<Any>
const reply = { cause: 'Thiếu thiết bị', measure: 'Mua trong quý IV', doneBy: '2026-12-31' }

describe('an explanation', () => {
  test('is asked by the leader, answered by the named body, sent back, answered again and accepted', async () => {
    const asked = (await ask('phuong', 28)).body.explanation
    expect(asked).toMatchObject({
      number: 28,
      shortName: 'Người dân có chữ ký số',
      addressee: 'Công an phường',
      askedAs: 'leader',
      by: called.phuong,
      state: 'asked',
      isOverdue: false,
      answer: null,
      events: [],
    })
    expect((await act('police', asked.id, 'answer', reply)).body.explanation).toMatchObject({
      state: 'answered',
      answer: { ...reply, by: called.police },
    })
    const returned = await act('phuong', asked.id, 'return', { reason: 'Chưa rõ', dueOn: '2026-12-10' })
    expect(returned.body.explanation).toMatchObject({ state: 'returned', dueOn: '2026-12-10' })
    await act('officer', asked.id, 'answer', { ...reply, cause: 'Thiếu thiết bị ký số' })
    expect((await act('phuong', asked.id, 'accept')).status).toBe(200)

    const [kept] = (await list('police', '?number=28&period=2026-Q3')).body.items
    expect(kept.state).toBe('accepted')
    expect(kept.events.map(({ action, by }: Any) => `${by} ${action}`)).toEqual([
      `${called.police} answer`,
      `${called.phuong} return`,
      `${called.officer} answer`,
      `${called.phuong} accept`,
    ])
    expect(kept.answer.cause).toBe('Thiếu thiết bị ký số')
  })

  test('of the city is decided on by the city alone, and stands in its list with the unit', async () => {
    const { id } = (await ask('city', 1)).body.explanation
    await act('officer', id, 'answer', reply)
    expect((await act('phuong', id, 'accept')).status).toBe(403)
    expect((await people.city('GET', '/api/explanations')).body.items).toMatchObject([
      { id, askedAs: 'city', unit: { code: '11443' }, mayDecide: true },
    ])
    expect((await act('city', id, 'accept')).status).toBe(200)
  })

  test('is not answered by another body, nor decided on by another leader', async () => {
    const { id } = (await ask('phuong', 1)).body.explanation
    expect((await act('police', id, 'answer', reply)).status).toBe(403)
    await act('officer', id, 'answer', reply)
    expect((await act('lam', id, 'accept')).status).toBe(403)
    expect((await ask('lam', 1)).status).toBe(403)
  })

  test('goes to the body that is named where an indicator has two', async () => {
    const named = await ask('phuong', 29, { ...question, leadBody: 'Các phòng, ban, ngành, đơn vị' })
    const { id, addressee } = named.body.explanation
    expect(addressee).toBe('Các phòng, ban, ngành, đơn vị')
    expect((await act('police', id, 'answer', reply)).status).toBe(403)
    const other = await ask('phuong', 29, { ...question, leadBody: 'Phòng Văn hóa - Xã hội' })
    expect(other.body.errors).toMatchObject([{ pointer: '#/leadBody' }])
  })

  test('goes to the officer in a unit that has named no body, and any leader of it may ask', async () => {
    const url = '/api/units/11680/indicators/1/explanations'
    const { body } = (await people.neighbour_leader('POST', url, question)) as Any
    expect(body.explanation.addressee).toBe('Người tổng hợp số liệu của đơn vị')
    const answer = `/api/units/11680/explanations/${body.explanation.id}/answer`
    expect((await people.neighbour('POST', answer, reply)).status).toBe(200)
  })

  test('stands in the list by urgency', async () => {
    const first = (await ask('phuong', 1, { ...question, dueOn: '2026-12-20' })).body.explanation.id
    const second = (await ask('phuong', 2)).body.explanation.id
    const answered = (await ask('phuong', 3)).body.explanation.id
    await act('officer', answered, 'answer', reply)
    const own = [first, second, answered]
    const { items } = (await list('officer')).body
    expect(items.map(({ id }: Any) => id).filter((id: number) => own.includes(id))).toEqual([
      second,
      first,
      answered,
    ])
  })

  test('that is over takes nothing more, and says so', async () => {
    const { id } = (await ask('phuong', 1)).body.explanation
    await act('phuong', id, 'withdraw', { reason: 'Hỏi nhầm' })
    const { status, body } = await act('officer', id, 'answer', reply)
    expect([status, body.detail]).toEqual([409, 'Yêu cầu giải trình này đã được rút lại.'])
  })

  test('lets the body add evidence in a closed quarter while it owes the answer, and lets the asking city see it once it has answered', async () => {
    const evidence = '/api/units/11443/indicators/28/measurements/2026-Q3/evidence'
    const police = await uploaderOf(service, 'police')
    const file = { name: 'bien-ban.pdf', bytes: '%PDF-1.4\n%%EOF' }
    expect((await police.send(evidence, file)).statusCode).toBe(409)
    const { id } = (await ask('city', 28)).body.explanation
    expect((await police.send(evidence, file)).statusCode).toBe(200)
    expect((await people.city('GET', evidence)).body.items).toHaveLength(0)
    expect((await people.public('GET', evidence)).body.items).toHaveLength(0)
    await act('police', id, 'answer', reply)
    expect((await people.city('GET', evidence)).body.items).toHaveLength(1)
    expect((await people.public('GET', evidence)).body.items).toHaveLength(0)
    expect((await police.send(evidence, file)).statusCode).toBe(409)
  })
})

describe('what is refused, with nothing written', () => {
  test.each([
    ['no question', { ...question, question: '  ' }, 400, '#/question'],
    ['a deadline that has passed', { ...question, dueOn: '2026-11-21' }, 400, '#/dueOn'],
    ['a deadline before 2025', { ...question, dueOn: '2024-12-31' }, 400, '#/dueOn'],
    ['a day that is none', { ...question, dueOn: '2026-02-30' }, 400, '#/dueOn'],
    ['a quarter that has not begun', { ...question, period: '2027-Q1' }, 400, '#/period'],
    ['a quarter before 2025', { ...question, period: '2024-Q4' }, 400, '#/period'],
    ['a question of 2,001 characters', { ...question, question: 'x'.repeat(2001) }, 400, '#/question'],
    ['a field that does not exist', { ...question, by: 'admin' }, 400, '#/by'],
  ])('a request with %s', async (_, body, status, pointer) => {
    const before = (await list('phuong')).body.items
    const answer = await ask('phuong', 1, body)
    expect([answer.status, answer.body.errors?.[0].pointer]).toEqual([status, pointer])
    expect((await list('phuong')).body.items).toEqual(before)
  })

  test.each([
    ['answer', {}, ['#/cause', '#/measure', '#/doneBy']],
    ['answer', { ...reply, reason: 'x' }, ['#/reason']],
    ['withdraw', {}, ['#/reason']],
    ['withdraw', { reason: 'x', cause: 'y' }, ['#/cause']],
  ])('%s with %j', async (action, body, pointers) => {
    const { id } = (await ask('phuong', 1)).body.explanation
    const answer = await act(action === 'answer' ? 'officer' : 'phuong', id, action, body)
    expect(answer.status).toBe(422)
    expect(answer.body.errors.map(({ pointer }: Any) => pointer)).toEqual(pointers)
    const { items } = (await list('phuong')).body
    expect(items.find((item: Any) => item.id === id).events).toEqual([])
  })

  test('an indicator, an explanation or a unit that does not exist', async () => {
    expect((await ask('phuong', 99)).status).toBe(404)
    expect((await act('officer', 9999, 'answer', reply)).status).toBe(404)
    expect((await people.city('POST', '/api/units/99999/indicators/1/explanations', question)).status).toBe(
      404,
    )
  })
})
