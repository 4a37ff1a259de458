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

const tasks = async (person: Person | 'public' = 'public', query = '') =>
  ((await people[person]('GET', `/api/units/11443/tasks${query}`)) as Any).body.items as Any[]
const report = (number: number, body: object, person: Person = 'officer', period = '2026-Q4') =>
  people[person]('PUT', `/api/units/11443/tasks/${number}/reports/${period}`, body) as Promise<Any>
const progress = { status: 'inProgress', note: 'Đang lấy ý kiến', revision: 0 }

describe('the tasks of Kiến An', () => {
  test('stand as printed and as read, with those overdue by their printed day', async () => {
    const items = await tasks()
    expect(items).toHaveLength(12)
    expect(items[0]).toMatchObject({
      schedule: 'Hoàn thành trước tháng 9/2025',
      reading: { kind: 'before', dueOn: '2025-08-31' },
      standing: { status: null, isOverdue: true },
    })
    expect(items.filter(({ standing }) => standing.isOverdue).map(({ number }) => number)).toEqual([1, 2, 3])
    expect(items[3].standing).toMatchObject({ dueOn: '2026-12-31', missedYears: [2025] })
  })

  test('are seen as of a quarter: one that is due later is not overdue in it', async () => {
    const items = await tasks('public', '?asOf=2025-Q3')
    expect(items.filter(({ standing }) => standing.isOverdue).map(({ number }) => number)).toEqual([1])
  })

  test('serve indicators by our reading alone', async () => {
    const items = await tasks()
    expect(items[3].indicators).toEqual([6])
    expect(items[0].indicators).toEqual([])
  })

  test('take a report with resources, public at once, its author for those who work on it', async () => {
    const answer = await report(8, { ...progress, spent: 120_000_000, people: 4, result: 'Dự thảo lần 1' })
    expect(answer.status).toBe(200)
    const [shown] = (await tasks())[7].reports
    expect(shown).toMatchObject({ spent: 120_000_000, people: 4, result: 'Dự thảo lần 1', by: null })
    expect((await tasks('city'))[7].reports[0].by).toBe(called.officer)
  })

  test('keep every revision, ask for a reason, and tell one who was slower', async () => {
    await report(2, progress)
    const again = { status: 'completed', note: 'Đã ban hành', completedOn: '2025-10-21', revision: 1 }
    expect((await report(2, again)).body.errors).toMatchObject([{ pointer: '#/reason' }])
    expect((await report(2, { ...again, reason: 'Bổ sung' })).status).toBe(200)
    expect((await report(2, { ...again, reason: 'Chậm tay' })).status).toBe(409)
    const history = (await people.officer('GET', '/api/units/11443/tasks/2/reports')) as Any
    expect(history.body.items.map(({ revision, status }: Any) => [revision, status])).toEqual([
      [1, 'inProgress'],
      [2, 'completed'],
    ])
    expect((await tasks())[1].standing).toMatchObject({
      status: 'completed',
      isOverdue: false,
      isLate: false,
    })
  })

  test('of other units are none, until they name their own', async () => {
    expect((await people.public('GET', '/api/units/11680/tasks')).body.items).toEqual([])
  })

  test('keep product documents for everyone, from those who answer for the task', async () => {
    const url = '/api/units/11443/tasks/6/documents'
    const file = { name: 'Kế hoạch an ninh mạng.pdf', bytes: '%PDF-1.4\n%%EOF' }
    const made = await (await uploaderOf(service, 'police')).send(url, file)
    expect(made.statusCode).toBe(200)
    const [document] = (await tasks())[5].documents
    expect(document).toMatchObject({ name: file.name, by: null })
    const got = await (await uploaderOf(service)).get(`${url}/${document.id}`)
    expect([got.statusCode, got.body]).toEqual([200, file.bytes])
    expect((await (await uploaderOf(service)).get(`${url}/${document.id + 1}`)).statusCode).toBe(404)
  })
})

test.each([
  ['no words on the progress', { ...progress, note: ' ' }, '#/note'],
  ['negative money', { ...progress, spent: -1 }, '#/spent'],
  ['money of 20 digits', { ...progress, spent: Number('12345678901234567890') }, '#/spent'],
  ['money with decimals', { ...progress, spent: 1.5 }, '#/spent'],
  ['half a person', { ...progress, people: 0.5 }, '#/people'],
  ['no day of completion', { ...progress, status: 'completed' }, '#/completedOn'],
  [
    'a day of completion that is still to come',
    { ...progress, status: 'completed', completedOn: '2026-11-23' },
    '#/completedOn',
  ],
  ['a day before 2025', { ...progress, status: 'completed', completedOn: '2024-12-31' }, '#/completedOn'],
  ['a day of completion while it goes on', { ...progress, completedOn: '2026-11-01' }, '#/completedOn'],
])('a report with %s is refused and nothing is written', async (_, body, pointer) => {
  const answer = await report(9, body)
  expect([answer.status, answer.body.errors?.[0].pointer]).toEqual([400, pointer])
  expect((await tasks())[8].reports).toEqual([])
})

test('a report on a quarter that has not begun, or on a task that does not exist, is refused', async () => {
  expect((await report(9, progress, 'officer', '2027-Q1')).status).toBe(409)
  expect((await report(13, progress)).status).toBe(404)
})
