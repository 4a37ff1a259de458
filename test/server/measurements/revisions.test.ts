import { beforeEach, describe, expect, test } from 'vitest'
import { type Any, type Client, called, type Person, signInCast } from '../../support/accounts.ts'
import { type Service, startService } from '../../support/service.ts'

const period = '2026-Q4'
let service: Service
let people: Record<Person | 'public', Client>

beforeEach(async () => {
  service = await startService()
  people = await signInCast(service)
  return () => service.close()
})

const enter = (number: number, body: object, of = period) =>
  people.officer('PUT', `/api/units/11443/indicators/${number}/measurements/${of}`, body) as Promise<Any>
const act = (person: Person, action: string, body: object = {}, of = period) =>
  people[person]('POST', `/api/units/11443/submissions/${of}/${action}`, body) as Promise<Any>
const historyOf = async (number: number, of = period): Promise<Any[]> => {
  const { body } = (await people.phuong(
    'GET',
    `/api/units/11443/indicators/${number}/history?period=${of}`,
  )) as Any
  return body.items
}
const approvalOf = async (number: number, of = period): Promise<Any> => {
  const { body } = (await people.phuong('GET', `/api/units/11443/approvals/${of}`)) as Any
  return body.items.find((row: Any) => row.number === number)
}
const changesOf = (revision: Any) =>
  revision.changes.map(({ state, by, reason }: Any) => [state, by, reason].filter((word) => word !== null))

describe('the history of a cell', () => {
  test('is empty before anything was entered', async () => {
    expect(await historyOf(1)).toEqual([])
  })

  test('tells value, who, when, source and note of every revision, and what it replaced', async () => {
    await enter(1, { numerator: 2, denominator: 3, source: 'Báo cáo số 12', note: 'Đếm theo phường' })
    await enter(1, { value: 48, comparator: 'greaterThan' })
    expect(await historyOf(1)).toMatchObject([
      {
        revision: 1,
        value: 66.6667,
        numerator: 2,
        denominator: 3,
        source: 'Báo cáo số 12',
        note: 'Đếm theo phường',
        recordedBy: called.officer,
        recordedAt: '2026-11-22T03:00:00.000Z',
        replaced: null,
      },
      {
        revision: 2,
        value: 48,
        comparator: 'greaterThan',
        source: null,
        replaced: { revision: 1, value: 66.6667, numerator: 2, denominator: 3 },
      },
    ])
  })

  test('tells every decision with its reason, and that a figure that never counted did nothing', async () => {
    await enter(1, { value: 48 })
    await act('officer', 'submit')
    await act('phuong', 'return', { reason: 'Thiếu nguồn số liệu' })
    await enter(1, { value: 47 })
    const [returned, draft] = await historyOf(1)
    expect(changesOf(returned)).toEqual([
      ['draft', called.officer],
      ['submitted', called.officer],
      ['returned', called.phuong, 'Thiếu nguồn số liệu'],
    ])
    expect(changesOf(draft)).toEqual([['draft', called.officer]])
    expect([returned.effect, draft.effect]).toEqual([null, null])
  })

  test('tells what an approval and a correction did to the status, and keeps telling it', async () => {
    await enter(1, { value: 48 })
    await act('officer', 'submit')
    await act('phuong', 'approve')
    await enter(1, { value: 100, reason: 'Bổ sung trạm mới' })
    await act('officer', 'submit')
    await act('phuong', 'approve')
    const [first, corrected] = await historyOf(1)
    expect(first.effect).toEqual({
      without: { value: null, status: 'noData' },
      with: { value: 48, status: 'insufficientData' },
    })
    expect(corrected.reason).toBe('Bổ sung trạm mới')
    expect(corrected.effect).toEqual({
      without: { value: 48, status: 'insufficientData' },
      with: { value: 100, status: 'achieved' },
    })
  })

  test('reckons with the quarters before as they counted then', async () => {
    const approve = async (of: string, body: object) => {
      await act('city', 'reopen', { reason: 'Bổ sung' }, of)
      await enter(1, body, of)
      await act('officer', 'submit', {}, of)
      await act('phuong', 'approve', {}, of)
    }
    await approve('2025-Q4', { value: 40 })
    await approve(period, { value: 48 })
    await approve('2025-Q4', { value: 46, reason: 'Đính chính' })
    const [revision] = await historyOf(1)
    expect(revision.effect).toEqual({
      without: { value: 40, status: 'insufficientData' },
      with: { value: 48, status: 'needsAcceleration' },
    })
  })

  test('tells of a figure read from a report that it came unverified', async () => {
    const { body } = (await people.admin(
      'GET',
      '/api/units/11680/indicators/8/history?period=2025-Q3',
    )) as Any
    expect(body.items.map(({ recordedBy, changes }: Any) => [recordedBy, changes[0].state])).toEqual([
      ['seeds', 'unverified'],
    ])
  })

  test.each([
    ['an indicator that is not there', '/api/units/11443/indicators/99/history', 404],
    ['a unit that is not there', '/api/units/99999/indicators/1/history', 404],
    ['a quarter that cannot be read', '/api/units/11443/indicators/1/history?period=2026-Q9', 400],
  ])('of %s is refused', async (_, url, status) => {
    expect((await people.admin('GET', url)).status).toBe(status)
  })
})

describe('what waits for a leader', () => {
  const approveLastQuarter = async (value: number) => {
    await act('city', 'reopen', { reason: 'Bổ sung' }, '2026-Q3')
    await enter(1, { value, source: 'Báo cáo' }, '2026-Q3')
    await act('officer', 'submit', {}, '2026-Q3')
    await act('phuong', 'approve', {}, '2026-Q3')
  }

  test('tells the status before, now, and the one the figure would lead to', async () => {
    await approveLastQuarter(40)
    await enter(1, { value: 100 })
    await act('officer', 'submit')
    expect(await approvalOf(1)).toMatchObject({
      mayDecide: true,
      previous: { period: '2026-Q3', value: 40 },
      questions: ['jump', 'noSource'],
      status: { before: 'insufficientData', counted: 'insufficientData', proposed: 'achieved' },
    })
    await act('phuong', 'approve')
    expect((await approvalOf(1)).status).toMatchObject({ counted: 'achieved', proposed: 'achieved' })
  })

  test('names who owes what is missing', async () => {
    expect(await approvalOf(28)).toMatchObject({
      current: null,
      assignment: { leadBodies: [{ name: 'Công an phường' }] },
      status: { counted: 'noData', proposed: 'noData' },
    })
  })

  test('is approved as it was seen: a newer figure is refused and nothing moves', async () => {
    await enter(1, { value: 48 })
    await enter(2, { value: 50 })
    await act('officer', 'submit')
    await act('phuong', 'return', { reason: 'Chưa khớp báo cáo', indicators: [1] })
    await enter(1, { value: 47 })
    await act('officer', 'submit')
    const seen = [
      { number: 1, revision: 1 },
      { number: 2, revision: 1 },
    ]
    const refused = await act('phuong', 'approve', { figures: seen })
    expect([refused.status, refused.body.detail]).toEqual([409, expect.stringContaining('chỉ tiêu 1')])
    expect((await approvalOf(2)).current.state).toBe('submitted')
    const approved = await act('phuong', 'approve', { figures: [{ number: 1, revision: 2 }] })
    expect(approved.body.counts).toMatchObject({ approved: 1, submitted: 1 })
  })
})

test('the city sees how far a quarter is, and no figure of it', async () => {
  await enter(1, { value: 48 })
  const { body } = (await people.city('GET', `/api/units/11443/submissions/${period}`)) as Any
  expect(body.submission).toMatchObject({ state: 'open', counts: { draft: 1, missing: 30 } })
  expect(JSON.stringify(body)).not.toContain('48')
})
