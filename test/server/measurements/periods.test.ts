import { appendRevision } from '@moc57/db'
import { reportingWindow } from '@moc57/shared'
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

const url = '/api/reporting-periods'
const change = (period: string, body: object, person: Person = 'city') =>
  people[person]('PUT', `${url}/${period}`, {
    ...reportingWindow(period),
    reason: 'Nghỉ Tết',
    revision: 0,
    ...body,
  }) as Promise<Any>
const itemOf = async (period: string) =>
  ((await people.city('GET', url)) as Any).body.items.find((item: Any) => item.period === period)

describe('a change that does not fit is refused with what to do, and nothing is written:', () => {
  test.each([
    ['a window upside down', '2027-Q1', { from: '2027-03-14', to: '2026-12-15' }, 'to', 'phải từ ngày đầu'],
    [
      'a due day before the end of the window',
      '2027-Q1',
      { dueOn: '2027-03-13' },
      'dueOn',
      'ngày cuối lấy số liệu (14/03/2027)',
    ],
    [
      'a window that begins in the quarter before',
      '2027-Q1',
      { from: '2026-12-14' },
      'from',
      'quý IV năm 2026 lấy đến hết ngày 14/12/2026',
    ],
    [
      'a window that ends in the next quarter',
      '2027-Q1',
      { to: '2027-03-15', dueOn: '2027-03-20' },
      'to',
      'quý II năm 2027 lấy từ ngày 15/03/2027',
    ],
    [
      'a due day after that of the next quarter',
      '2027-Q1',
      { dueOn: '2027-06-20' },
      'dueOn',
      'trước hạn gửi quý II năm 2027',
    ],
    ['a day of another year', '2027-Q1', { dueOn: '2028-03-16' }, 'dueOn', 'hơn 6 tháng'],
    ['the days that it has', '2027-Q1', {}, 'dueOn', 'chưa có gì thay đổi'],
    ['a day that is none', '2027-Q1', { dueOn: '2027-02-30' }, 'dueOn', 'Ngày viết theo mẫu'],
    ['no reason', '2027-Q1', { dueOn: '2027-03-20', reason: ' ' }, 'reason', 'Hãy ghi lý do'],
    ['no quarter', '2027-Q5', { dueOn: '2027-03-20' }, 'period', 'Kỳ báo cáo viết theo mẫu'],
    ['a quarter out of reach', '2051-Q1', { dueOn: '2051-03-20' }, 'period', 'từ 2025-Q1 đến 2050-Q4'],
  ])('%s', async (_, period, body, field, words) => {
    const { status, body: problem } = await change(period, body)
    expect([400, 422]).toContain(status)
    expect(problem.errors.map(({ pointer }: Any) => pointer)).toContain(`#/${field}`)
    expect(problem.detail).toContain(words)
    expect((await itemOf('2027-Q1')).revision).toBe(0)
  })
})

test('the days are seen and changed by the city and the administrator alone', async () => {
  for (const person of ['officer', 'phuong', 'police'] as const) {
    expect((await people[person]('GET', url)).status).toBe(403)
    expect((await change('2027-Q2', { dueOn: '2027-06-18' }, person)).status).toBe(403)
  }
  expect((await people.public('GET', url)).status).toBe(401)
  expect((await change('2027-Q2', { dueOn: '2027-06-18' }, 'admin')).status).toBe(200)
})

test('a change keeps who, when, why and what it replaced, and an older page is told so', async () => {
  expect((await change('2027-Q3', { dueOn: '2027-09-20' })).status).toBe(200)
  const late = await change('2027-Q3', { dueOn: '2027-09-21' })
  expect([late.status, late.body.detail]).toEqual([409, expect.stringContaining('Người khác vừa sửa')])
  await change('2027-Q3', { to: '2027-09-13', dueOn: '2027-09-21', revision: 1, reason: 'Bão' }, 'admin')
  expect(await itemOf('2027-Q3')).toMatchObject({
    from: '2027-06-15',
    to: '2027-09-13',
    dueOn: '2027-09-21',
    revision: 2,
    changes: [
      { by: called.city, reason: 'Nghỉ Tết', before: { dueOn: '2027-09-16' }, dueOn: '2027-09-20' },
      {
        by: called.admin,
        reason: 'Bão',
        before: { to: '2027-09-14', dueOn: '2027-09-20' },
        to: '2027-09-13',
      },
    ],
  })
  const { items } = ((await people.city('GET', '/api/audit?kind=period')) as Any).body
  expect(items[0]).toMatchObject({
    action: 'periodDaysSet',
    by: called.admin,
    period: '2027-Q3',
    reason: 'Bão',
    subject: 'Số liệu từ 15/06/2027 đến 13/09/2027, hạn gửi 21/09/2027',
  })
  expect(() => service.database.sqlite.exec(`UPDATE reporting_period_changes SET reason = 'x'`)).toThrow(
    'append-only',
  )
  expect(() => service.database.sqlite.exec(`DELETE FROM reporting_period_changes`)).toThrow('append-only')
})

describe('when the city moves the due day of quý III from 16/09 to 25/11', () => {
  const progress = '/api/units/11443/progress?asOf=2026-Q3'
  const comparison = '/api/comparison?asOf=2026-Q3&indicator=1'
  const flagsOf = ({ body }: Any) => body.items[0].flags
  let before: Any[]
  beforeAll(async () => {
    appendRevision(service.database, {
      unitCode: '11443',
      number: 1,
      period: '2026-Q2',
      figure: { value: 40 },
      state: 'approved',
      by: 'test',
      at: '2026-07-01T02:00:00.000Z',
    })
    before = await Promise.all([people.public('GET', progress), people.public('GET', comparison)])
    expect((await change('2026-Q3', { dueOn: '2026-11-25' })).status).toBe(200)
  })

  test('what was overdue is so no longer, in answers that had been kept too', async () => {
    const after = (await Promise.all([
      people.public('GET', progress),
      people.public('GET', comparison),
    ])) as Any[]
    expect(flagsOf(before[0])).toContain('overdue')
    expect(flagsOf(after[0])).not.toContain('overdue')
    expect(after[0].body.window.dueOn).toBe('2026-11-25')
    const cells = after[1].body.items[0].flags as string[][]
    const cellsBefore = before[1].body.items[0].flags as string[][]
    const at = after[1].body.units.findIndex(({ code }: Any) => code === '11443')
    expect([cellsBefore[at], cells[at]]).toEqual([
      expect.arrayContaining(['overdue']),
      expect.not.arrayContaining(['overdue']),
    ])
    expect(after.map(({ headers }) => headers.etag)).not.toEqual(before.map(({ headers }) => headers.etag))
  })

  test('the day before the change is seen with the day that stood then', async () => {
    const past = (await people.public('GET', `${progress}&knownOn=2026-11-21`)) as Any
    expect(past.body.window.dueOn).toBe('2026-09-16')
    expect(flagsOf(past)).toContain('overdue')
  })

  test('the quarter is open again, may not be locked, and is told to those who owe it', async () => {
    const { submission } = ((await people.officer('GET', '/api/units/11443/entries/2026-Q3')) as Any).body
    expect(submission).toMatchObject({ isOpen: true, isDue: false, window: { dueOn: '2026-11-25' } })
    const lock = (await people.city('POST', '/api/units/11443/submissions/2026-Q3/lock', {
      reason: 'x',
    })) as Any
    expect([lock.status, lock.body.detail]).toEqual([409, expect.stringContaining('25/11/2026')])
    const { items } = ((await people.officer('GET', '/api/reminders')) as Any).body
    expect(items).toContainEqual(
      expect.objectContaining({ kind: 'owed', period: '2026-Q3', dueOn: '2026-11-25', isOverdue: false }),
    )
    const reporting = ((await people.city('GET', '/api/reporting')) as Any).body
    expect(reporting.period).toBe('2026-Q2')
  })
})
