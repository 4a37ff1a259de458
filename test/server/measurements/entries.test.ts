import { beforeEach, describe, expect, test } from 'vitest'
import { type Any, type Client, called, type Person, password, signInCast } from '../../support/accounts.ts'
import { type Service, startService } from '../../support/service.ts'

const period = '2026-Q4'
let service: Service
let people: Record<Person | 'public', Client>

beforeEach(async () => {
  service = await startService()
  people = await signInCast(service)
  return () => service.close()
})

const cell = (number: number, of = period, unit = '11443') =>
  `/api/units/${unit}/indicators/${number}/measurements/${of}`
const enter = (number: number, body: object, of = period) =>
  people.officer('PUT', cell(number, of), body) as Promise<Any>
const act = (person: Person, action: string, body: object = {}, of = period) =>
  people[person]('POST', `/api/units/11443/submissions/${of}/${action}`, body) as Promise<Any>
const rowOf = async (number: number, of = period): Promise<Any> => {
  const { body } = (await people.officer('GET', `/api/units/11443/entries/${of}`)) as Any
  return body.items.find((row: Any) => row.number === number)
}
const shownTo = async (person: Person | 'public', number: number): Promise<Any> => {
  const { body } = (await people[person]('GET', `/api/units/11443/progress?asOf=${period}`)) as Any
  return body.items.find((item: Any) => item.number === number)
}
const problemAt = (answer: Any) => [
  answer.status,
  answer.body.errors?.map((error: Any) => error.pointer) ?? [],
]

describe('a figure that is entered', () => {
  test('is a draft that the public does not see, then submitted, then approved and seen', async () => {
    expect((await enter(1, { value: 48.5, source: 'Báo cáo số 12' })).body).toMatchObject({
      value: 48.5,
      revision: 1,
      state: 'draft',
      recordedBy: called.officer,
    })
    expect((await shownTo('public', 1)).value).toBeNull()
    expect((await act('officer', 'submit')).body).toMatchObject({
      state: 'submitted',
      counts: { submitted: 1, missing: 30 },
    })
    expect((await shownTo('public', 1)).value).toBeNull()
    expect((await act('phuong', 'approve')).body).toMatchObject({
      state: 'approved',
      counts: { approved: 1 },
    })
    expect((await shownTo('public', 1)).value).toBe(48.5)
  })

  test('may be a numerator and a denominator: the share is exact, and kept with four decimals', async () => {
    expect((await enter(8, { numerator: 2, denominator: 3 })).body).toMatchObject({
      value: 66.6667,
      numerator: 2,
      denominator: 3,
    })
  })

  test('keeps the quarter before beside it', async () => {
    await act('city' as Person, 'reopen', { reason: 'Nhập bổ sung' }, '2026-Q3')
    await enter(1, { value: 40 }, '2026-Q3')
    await act('officer', 'submit', {}, '2026-Q3')
    await act('phuong', 'approve', {}, '2026-Q3')
    expect((await rowOf(1)).previous).toEqual({ period: '2026-Q3', value: 40 })
  })

  test('can be taken back while it is a draft, and its row is empty again', async () => {
    await enter(1, { value: 48 })
    expect((await enter(1, { value: null, revision: 1 })).body).toMatchObject({ value: null, revision: 2 })
    const { body } = (await people.officer('GET', `/api/units/11443/entries/${period}`)) as Any
    expect(body.submission.counts).toMatchObject({ missing: 31, draft: 0 })
  })

  test.each([
    ['below 0', { value: -1 }, '#/value'],
    ['above its natural maximum', { value: 100.0001 }, '#/value'],
    ['with a numerator above the denominator', { numerator: 11, denominator: 10 }, '#/numerator'],
    ['with a denominator of 0', { numerator: 0, denominator: 0 }, '#/denominator'],
    ['with a numerator alone', { numerator: 5 }, '#/denominator'],
    ['with more decimals than are kept, which could lift it over a target', { value: 59.99996 }, '#/value'],
    ['with a count too small to be one', { numerator: 1e-9, denominator: 1 }, '#/numerator'],
    ['with a value and counts', { value: 5, numerator: 5, denominator: 100 }, '#/value'],
    ['without anything', {}, '#/value'],
  ])('is refused %s, and nothing is written', async (_, body, pointer) => {
    expect(problemAt(await enter(1, body))).toEqual([422, [pointer]])
    expect((await rowOf(1)).current).toBeNull()
  })

  test.each([
    ['a text', { value: '85,5' }, '#/value'],
    ['an unknown field', { value: 5, extra: 1 }, '#/extra'],
    ['an unknown comparator', { value: 5, comparator: 'khoảng' }, '#/comparator'],
    ['a very long note', { value: 5, note: 'x'.repeat(3000) }, '#/note'],
  ])('is refused as %s', async (_, body, pointer) => {
    expect(problemAt(await enter(1, body))).toEqual([400, [pointer]])
  })

  test('may be said to lie above a bound, in either spelling', async () => {
    expect((await enter(27, { value: 30, comparator: '>' })).body.comparator).toBe('greaterThan')
  })

  test('is seen by the ward in the series of the indicator while it is a draft, and by nobody else', async () => {
    await enter(1, { value: 48 })
    const seriesOf = async (person: Person | 'public') =>
      ((await people[person]('GET', `/api/units/11443/indicators/1?asOf=${period}`)) as Any).body.series
    expect(await seriesOf('public')).toEqual([])
    expect(await seriesOf('officer')).toMatchObject([{ value: 48, state: 'draft' }])
    expect(await seriesOf('neighbour')).toEqual([])
    expect(await seriesOf('public')).toEqual([])
  })

  test('0 is a value and 100 is not too much', async () => {
    expect((await enter(1, { value: 0 })).body.value).toBe(0)
    expect((await enter(2, { value: 100 })).body.value).toBe(100)
  })
})

describe('two people on one cell', () => {
  test('a stale revision is a conflict that shows what stands there, and loses nothing', async () => {
    await enter(28, { value: 8, revision: 0 })
    const second = (await people.police('PUT', cell(28), { value: 9, revision: 0 })) as Any
    expect(second.status).toBe(409)
    expect(second.body.current).toMatchObject({ value: 8, revision: 1, recordedBy: called.officer })
    const third = (await people.police('PUT', cell(28), { value: 9, revision: 1 })) as Any
    expect(third.body).toMatchObject({ value: 9, revision: 2 })
  })
})

describe('a quarter', () => {
  test.each([
    ['2026-Q3', 'đã đóng'],
    ['2027-Q1', 'chưa bắt đầu'],
  ])('%s takes no figure', async (of, words) => {
    const { status, body } = await enter(1, { value: 5 }, of)
    expect(status).toBe(409)
    expect(body.detail).toContain(words)
  })

  test('is reopened by a client that states JSON and sends none, or a reason of null', async () => {
    const { app } = service
    const signedIn = await app.inject({
      method: 'POST',
      url: '/api/session',
      payload: { username: 'city', password },
    })
    const headers = {
      cookie: String(signedIn.headers['set-cookie']).split(';')[0] ?? '',
      'content-type': 'application/json',
    }
    const url = '/api/units/11443/submissions/2026-Q3/reopen'
    expect((await app.inject({ method: 'POST', url, headers })).statusCode).toBe(200)
    expect((await act('city', 'reopen', { reason: null }, '2026-Q2')).status).toBe(200)
  })

  test('that is past takes figures once the city has reopened it, until it locks it', async () => {
    await act('city', 'reopen', { reason: 'Bổ sung' }, '2026-Q3')
    expect((await enter(1, { value: 5 }, '2026-Q3')).status).toBe(200)
    expect((await act('city', 'lock', {}, '2026-Q3')).body).toMatchObject({ state: 'locked', isOpen: false })
    expect((await enter(1, { value: 6 }, '2026-Q3')).status).toBe(409)
    expect((await act('officer', 'submit', {}, '2026-Q3')).status).toBe(409)
  })

  test('is not locked before it is due', async () => {
    expect((await act('city', 'lock')).status).toBe(409)
  })

  test('without a draft is not submitted, and without a submission not approved', async () => {
    expect((await act('officer', 'submit')).status).toBe(409)
    expect((await act('phuong', 'approve')).status).toBe(409)
  })
})

describe('each leader decides on what they direct', () => {
  beforeEach(async () => {
    await enter(1, { value: 48 })
    await enter(6, { value: 2.5 })
    await act('officer', 'submit')
  })

  test('and the other half waits', async () => {
    expect((await act('lam', 'approve')).body).toMatchObject({
      state: 'partlyApproved',
      counts: { approved: 1, submitted: 1 },
    })
    expect((await rowOf(6)).current.state).toBe('approved')
    expect((await rowOf(1)).current.state).toBe('submitted')
  })

  test('also when asked for what is not theirs', async () => {
    expect((await act('lam', 'approve', { indicators: [1] })).status).toBe(409)
    expect((await rowOf(1)).current.state).toBe('submitted')
  })

  test('and returns it with a reason, which stands at the cell', async () => {
    expect(problemAt(await act('phuong', 'return'))).toEqual([400, ['#/reason']])
    await act('phuong', 'return', { reason: 'Chưa khớp báo cáo của Viettel' })
    expect(await rowOf(1)).toMatchObject({
      returnedWith: 'Chưa khớp báo cáo của Viettel',
      current: { state: 'returned' },
    })
    await enter(1, { value: 47, revision: 1 })
    expect((await act('officer', 'submit')).body.counts).toMatchObject({ submitted: 2, returned: 0 })
  })
})

describe('an approved figure', () => {
  beforeEach(async () => {
    await enter(1, { value: 48 })
    await act('officer', 'submit')
    await act('phuong', 'approve')
  })

  test('needs no reason and no second approval where its correction goes back to it', async () => {
    await enter(1, { value: 46, reason: 'Đếm trùng hai trạm' })
    expect((await enter(1, { value: 48, revision: 2 })).body).toMatchObject({ value: 48, revision: 3 })
    expect((await act('officer', 'submit')).status).toBe(409)
    const { body } = (await people.officer('GET', `/api/units/11443/entries/${period}`)) as Any
    expect(body.submission).toMatchObject({ state: 'approved', counts: { approved: 1, draft: 0 } })
    expect(problemAt(await enter(1, { value: 48, note: 'Đã soát' }))).toEqual([422, ['#/reason']])
  })

  test('is corrected with a reason, and stands until the correction is approved', async () => {
    expect(problemAt(await enter(1, { value: 46 }))).toEqual([422, ['#/reason']])
    await enter(1, { value: 46, reason: 'Đếm trùng hai trạm' })
    expect((await shownTo('public', 1)).value).toBe(48)
    await act('officer', 'submit')
    expect((await shownTo('public', 1)).value).toBe(48)
    await act('phuong', 'approve')
    expect((await shownTo('public', 1)).value).toBe(46)
    const { body } = (await people.public('GET', `/api/units/11443/indicators/1?asOf=${period}`)) as Any
    expect(body.series.map((figure: Any) => [figure.revision, figure.value, figure.reason])).toEqual([
      [1, 48, null],
      [2, 46, 'Đếm trùng hai trạm'],
    ])
  })
})

describe('what is asked, not refused', () => {
  const approved = async (of: string, value: number) => {
    await act('city', 'reopen', { reason: 'Bổ sung' }, of)
    await enter(1, { value, source: 'Báo cáo' }, of)
    await act('officer', 'submit', {}, of)
    await act('phuong', 'approve', {}, of)
  }

  test('a figure without a source', async () => {
    expect((await enter(1, { value: 48 })).body.questions).toEqual(['noSource'])
    expect((await enter(1, { value: 48, source: 'Báo cáo số 1' })).body.questions).toEqual([])
  })

  test('a jump of more than 20 points', async () => {
    await approved('2026-Q3', 40)
    expect((await enter(1, { value: 60, source: 'Báo cáo' })).body.questions).toEqual([])
    expect((await enter(1, { value: 60.0001, source: 'Báo cáo' })).body.questions).toEqual(['jump'])
  })

  test('the same value the fourth quarter running', async () => {
    for (const of of ['2026-Q1', '2026-Q2', '2026-Q3']) await approved(of, 40)
    expect((await enter(1, { value: 40, source: 'Báo cáo' })).body.questions).toEqual(['unchanged'])
  })

  test('a fall from a milestone that was reached', async () => {
    await approved('2026-Q3', 61)
    expect((await enter(1, { value: 59, source: 'Báo cáo' })).body.questions).toEqual(['lostMilestone'])
  })
})

describe('accounts', () => {
  test('a new account changes its password before it may do anything else', async () => {
    const made = (await people.admin('POST', '/api/accounts', {
      username: 'Lan.VHXH',
      password: 'mật khẩu đầu',
      role: 'bodyOfficer',
      unitCode: '11443',
      leadBody: 'Phòng Văn hóa – Xã hội phường',
    })) as Any
    expect(made.body.user).toMatchObject({
      username: 'lan.vhxh',
      leadBody: 'Phòng Văn hóa - Xã hội phường',
      mustChangePassword: true,
    })
    const response = await service.app.inject({
      method: 'POST',
      url: '/api/session',
      payload: { username: 'lan.vhxh', password: 'mật khẩu đầu' },
    })
    const cookie = String(response.headers['set-cookie']).split(';')[0] ?? ''
    const entered = await service.app.inject({
      method: 'PUT',
      url: cell(8),
      headers: { cookie },
      payload: { value: 80 },
    })
    expect(entered.statusCode).toBe(403)
    expect(entered.json().title).toBe('Cần đổi mật khẩu')
  })

  test.each([
    ['without its unit', { role: 'officer' }, '#/unitCode'],
    ['of an unknown unit', { role: 'officer', unitCode: '00000' }, '#/unitCode'],
    ['of an unknown leader', { role: 'leader', unitCode: '11443', leader: 'Nguyễn Văn A' }, '#/leader'],
    ['of a body without the body', { role: 'bodyOfficer', unitCode: '11443' }, '#/leadBody'],
    ['of the city with a unit', { role: 'city', unitCode: '11443' }, '#/unitCode'],
    ['with a short password', { role: 'city', password: 'ngắn' }, '#/password'],
    ['with a name of blanks', { role: 'city', username: 'a b' }, '#/username'],
    ['of an unknown role', { role: 'god' }, '#/role'],
  ])('are refused %s', async (_, body, pointer) => {
    const answer = await people.admin('POST', '/api/accounts', {
      username: 'moi',
      password: 'mật khẩu mới',
      ...body,
    })
    expect(problemAt(answer)).toEqual([400, [pointer]])
  })

  test.each(['Trần Thị Phương', 'Đồng chí Trần Thị Phương PCT UBND phường', 'tran-thi-phuong'])(
    'of a leader take the name as “%s”',
    async (leader) => {
      const account = { username: 'moi', password: 'mật khẩu mới', role: 'leader', unitCode: '11443', leader }
      expect((await people.admin('POST', '/api/accounts', account)).body.user).toMatchObject({
        leader: 'Trần Thị Phương',
      })
    },
  )

  test('five requests for one name at once make one account', async () => {
    const account = { username: 'moi', password: 'mật khẩu mới', role: 'city' }
    const answers = await Promise.all(
      Array.from({ length: 5 }, () => people.admin('POST', '/api/accounts', account)),
    )
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409, 409, 409, 409])
  })

  test('a name that is taken is a conflict', async () => {
    const answer = await people.admin('POST', '/api/accounts', {
      username: 'LAM',
      password: 'mật khẩu mới',
      role: 'city',
    })
    expect(answer.status).toBe(409)
  })

  test('a disabled account is out at once and cannot come back', async () => {
    await people.admin('POST', '/api/accounts/officer', { disabled: true })
    expect((await enter(1, { value: 5 })).status).toBe(401)
    const again = await service.app.inject({
      method: 'POST',
      url: '/api/session',
      payload: { username: 'officer', password: 'mật khẩu dùng thử' },
    })
    expect(again.statusCode).toBe(401)
    expect((await people.admin('POST', '/api/accounts/admin', { disabled: true })).status).toBe(400)
  })
})

test('the database itself refuses to change or remove what was done', async () => {
  await act('city', 'reopen', {}, '2026-Q3')
  const { sqlite } = service.database
  for (const table of ['submission_events', 'account_events']) {
    expect(() => sqlite.exec(`UPDATE ${table} SET by = 'x'`)).toThrow(/append-only/)
    expect(() => sqlite.exec(`DELETE FROM ${table}`)).toThrow(/append-only/)
  }
})
