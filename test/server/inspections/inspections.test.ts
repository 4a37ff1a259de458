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

const assess = (person: Person, number: number, body: object, period = '2026-Q3') =>
  people[person]('PUT', `/api/units/11443/indicators/${number}/assessments/${period}`, body) as Promise<Any>
const inspections = '/api/units/11443/inspections'
const inspect = (body: object, person: Person = 'officer') =>
  people[person]('POST', inspections, body) as Promise<Any>
const inspection = {
  kind: 'unannounced',
  heldOn: '2026-11-20',
  findings: 'Sổ chưa cập nhật',
  indicators: [1],
}

describe('an assessment in words', () => {
  test('keeps every revision and asks why an earlier one is replaced', async () => {
    expect((await assess('officer', 1, { text: 'Phủ sóng tốt', revision: 0 })).status).toBe(200)
    const again = { text: 'Phủ sóng tốt ở khu dân cư', revision: 1 }
    expect((await assess('phuong', 1, again)).body.errors).toMatchObject([{ pointer: '#/reason' }])
    expect((await assess('phuong', 1, { ...again, reason: 'Rõ hơn' })).body.items).toMatchObject([
      { revision: 1, by: called.officer },
      { revision: 2, by: called.phuong, reason: 'Rõ hơn' },
    ])
    expect((await assess('officer', 1, { ...again, reason: 'Chậm tay' })).status).toBe(409)
  })

  test('is not empty, not of a quarter to come, and not of an indicator of others', async () => {
    expect((await assess('officer', 2, { text: ' ', revision: 0 })).status).toBe(400)
    expect((await assess('officer', 2, { text: 'x', revision: 0 }, '2027-Q1')).status).toBe(409)
    expect((await assess('police', 2, { text: 'x', revision: 0 })).status).toBe(403)
    expect((await assess('lam', 2, { text: 'x', revision: 0 })).status).toBe(403)
  })
})

describe('an inspection', () => {
  test('is recorded with its findings, followed up, and closed when nothing is left to do', async () => {
    const made = await inspect({ ...inspection, tasks: [6], demand: 'Cập nhật sổ', dueOn: '2026-12-01' })
    const [{ id, isOpen, indicators, tasks }] = made.body.items
    expect({ isOpen, indicators, tasks }).toEqual({ isOpen: true, indicators: [1], tasks: [6] })
    const follow = (note: string, isDone: boolean) =>
      people.police('POST', `${inspections}/${id}/follow-ups`, { note, isDone }) as Promise<Any>
    await follow('Đang làm', false)
    const { body } = await follow('Đã xong', true)
    expect(body.items[0]).toMatchObject({ isOpen: false, followUps: [{ isDone: false }, { isDone: true }] })
    expect((await follow('Nữa', true)).status).toBe(409)
  })

  test('with something left to do stands before the others', async () => {
    await inspect({ ...inspection, heldOn: '2026-11-21' })
    await inspect({ ...inspection, heldOn: '2026-10-01', demand: 'Sửa' })
    const { items } = ((await people.city('GET', inspections)) as Any).body
    expect(items.map(({ heldOn, isOpen }: Any) => [heldOn, isOpen])).toEqual([
      ['2026-10-01', true],
      ['2026-11-21', false],
      ['2026-11-20', false],
    ])
  })

  test.each([
    ['of a day to come', { ...inspection, heldOn: '2026-11-23' }, '#/heldOn'],
    ['of a day before 2025', { ...inspection, heldOn: '2024-12-31' }, '#/heldOn'],
    ['of nothing', { ...inspection, indicators: [] }, '#/indicators'],
    ['of an indicator that does not exist', { ...inspection, indicators: [99] }, '#/indicators'],
    ['of a task that does not exist', { ...inspection, tasks: [13] }, '#/tasks'],
    ['without findings', { ...inspection, findings: '' }, '#/findings'],
    ['with a deadline for nothing', { ...inspection, dueOn: '2026-12-01' }, '#/dueOn'],
    ['with a deadline before it', { ...inspection, demand: 'Sửa', dueOn: '2026-11-19' }, '#/dueOn'],
  ])('%s is refused and nothing is written', async (_, body, pointer) => {
    const before = ((await people.city('GET', inspections)) as Any).body.items.length
    const { status, body: answer } = await inspect(body)
    expect([status, answer.errors?.[0].pointer]).toEqual([400, pointer])
    expect(((await people.city('GET', inspections)) as Any).body.items).toHaveLength(before)
  })
})

test('the audit tells what was done behind the figures', async () => {
  const { items } = ((await people.city('GET', '/api/audit?kind=inspection&unit=11443')) as Any).body
  expect(new Set(items.map(({ action }: Any) => action))).toEqual(
    new Set(['assessed', 'inspected', 'inspectionFollowedUp']),
  )
  expect(items.find(({ action }: Any) => action === 'inspected').subject).toMatch(
    /^Kiểm tra ngày \d\d\/\d\d\/2026$/,
  )
})
