import {
  appendPlanChange,
  appendRevision,
  appendTaskUpdate,
  type NewRevision,
  recordSubmission,
} from '@moc57/db'
import { PlanChange } from '@moc57/shared'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Service, startService } from '../../support/service.ts'

let service: Service
beforeAll(async () => {
  service = await startService()
  record({ figure: { value: 40 }, at: '2026-01-10T16:59:59.000Z' })
  record({ figure: { value: 44 }, at: '2026-05-01T02:00:00.000Z', reason: 'Rà soát lại' })
  // Entered in June, approved in July.
  record({ figure: { value: 47 }, at: '2026-06-15T02:00:00.000Z', period: '2026-Q2', state: 'submitted' })
  recordSubmission(service.database, {
    unitCode: '11443',
    period: '2026-Q2',
    action: 'approve',
    reason: null,
    by: 'test',
    at: '2026-07-02T02:00:00.000Z',
    moves: [{ number: 1, revision: 1, state: 'approved' }],
  })
  appendPlanChange(
    service.database,
    '11680',
    PlanChange.parse({
      basedOn: 0,
      effectiveFrom: '2026-Q1',
      reason: 'Kế hoạch của phường',
      document: { title: 'Kế hoạch' },
      adopts: true,
      targets: [{ number: 1, milestone: 2030, text: '≥ 95%' }],
    }),
    { by: 'test', at: '2026-08-20T02:00:00.000Z' },
  )
})
afterAll(() => service.close())

function record(given: Partial<NewRevision> & Pick<NewRevision, 'figure' | 'at'>): void {
  appendRevision(service.database, {
    unitCode: '11443',
    number: 1,
    period: '2025-Q4',
    state: 'approved',
    by: 'test',
    ...given,
  })
}

const read = async (url: string) => (await service.app.inject(url)).json()
const item = async (query: string, unitCode = '11443') =>
  (await read(`/api/units/${unitCode}/progress?${query}`)).items[0]

describe('a quarter as it was known on a day', () => {
  test.each([
    ['the day before anything was approved', '2026-01-09', null],
    ['the day of the approval, which ends at midnight in Viet Nam', '2026-01-10', 40],
    ['the day before the correction', '2026-04-30', 40],
    ['the day of the correction', '2026-05-01', 44],
    ['today', '2026-11-22', 44],
  ])('%s', async (_, knownOn, value) => {
    expect(await item(`asOf=2025-Q4&knownOn=${knownOn}`)).toMatchObject({ value })
    const comparison = await read(`/api/comparison?asOf=2025-Q4&indicator=1&knownOn=${knownOn}`)
    const place = comparison.units.findIndex(({ code }: { code: string }) => code === '11443')
    expect(comparison.items[0].value[place]).toBe(value)
    expect(comparison.knownOn).toBe(knownOn)
  })

  test('a figure counts from its approval on, not from when it was entered', async () => {
    expect(await item('asOf=2026-Q2&knownOn=2026-07-01')).toMatchObject({ value: 44, period: '2025-Q4' })
    expect(await item('asOf=2026-Q2&knownOn=2026-07-02')).toMatchObject({ value: 47, period: '2026-Q2' })
  })

  test('the quarter is that of the day where none is asked for', async () => {
    expect(await read('/api/units/11443/progress?knownOn=2026-05-20')).toMatchObject({
      asOf: '2026-Q2',
      knownOn: '2026-05-20',
      currentQuarter: '2026-Q4',
    })
    expect(await read('/api/units/11443/progress')).toMatchObject({ asOf: '2026-Q4', knownOn: null })
  })

  test('what had not closed on that day was not overdue', async () => {
    expect((await item('asOf=2026-Q1&knownOn=2026-03-10')).flags).not.toContain('overdue')
    expect((await item('asOf=2026-Q1')).flags).toContain('overdue')
  })

  test('a plan counts from when it was recorded, even where it reaches back', async () => {
    const bound = async (knownOn: string) =>
      (await item(`asOf=2026-Q1&knownOn=${knownOn}`, '11680')).next.lower
    expect(await bound('2026-08-19')).toBe(100)
    expect(await bound('2026-08-20')).toBe(95)
    const source = async (knownOn: string) =>
      (await read(`/api/units/11680/progress?asOf=2026-Q1&knownOn=${knownOn}`)).plan.source
    expect(await source('2026-08-19')).toBe('reference')
    expect(await source('2026-08-20')).toBe('own')
    const comparison = await read('/api/comparison?asOf=2026-Q1&indicator=1&knownOn=2026-08-19')
    expect(comparison.items[0].status).toContain('noData')
  })

  test('one indicator is answered with the series and the targets of that day', async () => {
    const one = (query: string, unitCode = '11443') =>
      read(`/api/units/${unitCode}/indicators/1?asOf=2026-Q2&${query}`)
    const before = await one('knownOn=2026-04-30')
    expect(before).toMatchObject({ knownOn: '2026-04-30', value: 40 })
    expect(before.series).toMatchObject([{ period: '2025-Q4', value: 40 }])
    const corrected = await one('knownOn=2026-07-01')
    expect(corrected.series).toMatchObject([{ value: 40 }, { value: 44 }])
    const today = await one('')
    expect(today).toMatchObject({ knownOn: null, value: 47 })
    expect(today.series.map(({ value }: { value: number }) => value)).toEqual([40, 44, 47])
    expect(await one('knownOn=2026-08-19', '11680')).toMatchObject({ ownTargets: [], next: { lower: 100 } })
    expect(await one('knownOn=2026-08-20', '11680')).toMatchObject({ next: { lower: 95 } })
  })

  test('a plan is the one that had been recorded, with the changes made by then, and nobody edits it', async () => {
    const plan = (knownOn: string) => read(`/api/units/11680/plan?asOf=2026-Q1&knownOn=${knownOn}`)
    const [before, after] = [await plan('2026-08-19'), await plan('2026-08-20')]
    expect(before).toMatchObject({ knownOn: '2026-08-19', plan: { source: 'reference' }, changes: [] })
    expect(after).toMatchObject({ plan: { source: 'own' }, mayEdit: false })
    expect(after.changes).toHaveLength(1)
    const text = ({ items }: typeof after) => items[0].targets[1].text
    expect([text(before), text(after)]).toEqual(['100%', '≥ 95%'])
    const file = await service.app.inject('/api/units/11680/plan.xlsx?asOf=2026-Q1&knownOn=2026-08-19')
    expect(file.headers['content-disposition']).toContain('ke-hoach-11680-2026-Q1-biet-den-2026-08-19.xlsx')
  })

  test('the tasks stand by what had been reported, and by that day', async () => {
    const report = { unitCode: '11443', taskNumber: 2, by: 'test', result: null, spent: null, people: null }
    const inQuarter = { ...report, period: '2025-Q4', reason: null }
    appendTaskUpdate(service.database, {
      ...inQuarter,
      status: 'inProgress',
      note: 'Đang soạn',
      completedOn: null,
      basedOn: 0,
      at: '2025-10-20T02:00:00.000Z',
    })
    appendTaskUpdate(service.database, {
      ...inQuarter,
      status: 'completed',
      note: 'Đã ban hành',
      completedOn: '2025-10-25',
      reason: 'Bổ sung',
      basedOn: 1,
      at: '2025-12-01T02:00:00.000Z',
    })
    const task = async (knownOn: string) => {
      const { items } = await read(`/api/units/11443/tasks?asOf=2025-Q4&knownOn=${knownOn}`)
      const { reports, standing, mayReport } = items[1]
      return [
        reports.map(({ note }: { note: string }) => note),
        standing.status,
        standing.isOverdue,
        mayReport,
      ]
    }
    expect(await task('2025-10-19')).toEqual([[], null, false, false])
    expect(await task('2025-10-20')).toEqual([['Đang soạn'], 'inProgress', false, false])
    expect(await task('2025-11-30')).toEqual([['Đang soạn'], 'inProgress', true, false])
    expect(await task('2025-12-01')).toEqual([['Đã ban hành'], 'completed', false, false])
  })

  test('the exports say so, in their names and in their lines', async () => {
    const { headers, payload } = await service.app.inject('/api/comparison.csv?knownOn=2026-05-20')
    expect(headers['content-disposition']).toContain('so-sanh-2026-Q2-biet-den-2026-05-20.csv')
    expect(payload).toContain('Theo số liệu có đến ngày')
    const progress = await service.app.inject('/api/units/11443/progress.xlsx?knownOn=2026-05-20')
    expect(progress.headers['content-disposition']).toContain('2026-Q2-biet-den-2026-05-20.xlsx')
  })

  test.each([
    ['a day that has not come', '2026-11-23', 'chưa đến'],
    ['a day before the plans', '2024-12-31', '2025-01-01'],
    ['a day that is none', '2026-02-30', '2026-11-22'],
    ['a quarter', '2026-Q3', '2026-11-22'],
    ['an instant', '2026-01-10T00:00:00Z', '2026-11-22'],
    ['nothing', '', '2026-11-22'],
  ])('%s is refused with what to write instead', async (_, knownOn, words) => {
    const unit = '/api/units/11443'
    const views = ['/progress', '/indicators/1', '/plan', '/tasks'].map((view) => unit + view)
    for (const path of ['/api/comparison', ...views]) {
      const { status, errors } = await read(`${path}?knownOn=${encodeURIComponent(knownOn)}`)
      expect(status).toBe(400)
      expect(errors).toEqual([{ pointer: '#/knownOn', detail: expect.stringContaining(words) }])
    }
  })
})
