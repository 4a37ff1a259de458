import { outcomeLabels, ProgressStatus, YearOutcome, yearEndSentence } from '@moc57/shared'
import { readXlsx } from 'hucre/xlsx'
import Papa from 'papaparse'
import { beforeEach, describe, expect, test } from 'vitest'
import { type Any, type Client, called, type Person, signInCast } from '../../support/accounts.ts'
import { type Service, startService } from '../../support/service.ts'

let service: Service
let people: Record<Person | 'public', Client>
beforeEach(async () => {
  service = await startService('sample')
  people = await signInCast(service)
  return () => service.close()
})

const review = '/api/units/11443/reviews/2025'
const propose = (person: Person, body: object = {}) =>
  people[person]('POST', `${review}/proposals`, {
    number: 6,
    milestone: 2030,
    text: 'Đạt ít nhất 4%',
    reason: 'Ngân sách tăng',
    ...body,
  }) as Promise<Any>
const decide = (person: Person, id: number, decision: string, body: object = {}) =>
  people[person]('POST', `${review}/proposals/${id}/${decision}`, body) as Promise<Any>
const read = async (person: Person | 'public') => (await people[person]('GET', review)).body as Any

describe('the review of 2025', () => {
  test('counts every indicator once by its outcome, and says of each missed one by how much', async () => {
    const { counts, items, notice } = await read('public')
    expect(notice).toBe('DỮ LIỆU MINH HỌA')
    const outcomes = Object.groupBy(items, ({ outcome }: Any) => outcome as YearOutcome)
    expect(counts).toEqual(
      Object.fromEntries(YearOutcome.options.map((outcome) => [outcome, outcomes[outcome]?.length ?? 0])),
    )
    expect(counts.met * counts.missed).toBeGreaterThan(0)
    for (const { judged } of (outcomes.missed ?? []) as Any[]) expect(judged.gap).toBeGreaterThan(0)
    for (const { judged } of (outcomes.met ?? []) as Any[]) expect(judged.gap).toBeLessThanOrEqual(0)
  })

  test('gives no verdict where the plan prints none for the year, only how the indicator stands', async () => {
    const { items } = await read('public')
    const without = items.filter(({ outcome }: Any) => outcome === 'noTargetThisYear')
    expect(without.length).toBeGreaterThan(0)
    for (const { target, judged, status } of without) {
      expect({ target, judged }).toEqual({ target: null, judged: null })
      expect(ProgressStatus.options).toContain(status)
    }
  })

  test('of this year, which is not over, concludes nothing', async () => {
    const { body } = (await people.public('GET', '/api/units/11443/reviews/2026')) as Any
    expect(body.isOver).toBe(false)
    expect({ ...body.counts }).toMatchObject({ met: 0, missed: 0, notReported: 0 })
  })

  test('is over, that of this year is not', async () => {
    expect((await read('public')).isOver).toBe(true)
    expect((await people.public('GET', '/api/units/11443/reviews/2026')).body.isOver).toBe(false)
  })
})

describe('the files of the review', () => {
  const file = (extension: string) => service.app.inject(`${review}.${extension}`)
  const sheetsOf = async () => (await readXlsx((await file('xlsx')).rawPayload)).sheets

  test('are the review itself: a line an indicator, in the groups of the plan, marked as sample data', async () => {
    const review = await read('public')
    const { items, counts } = review
    const response = await file('csv')
    expect(response.headers['content-disposition']).toContain('minh-hoa-danh-gia-11443-2025.csv')
    const { data } = Papa.parse<Record<string, string>>(response.payload.slice(1), { header: true })
    expect(
      data.map((row) => [
        row.Stt,
        row['Kết quả'],
        row['Còn thiếu hoặc cần giảm thêm theo mục tiêu của năm (số âm: tốt hơn mục tiêu)'],
        row['Đánh giá'],
      ]),
    ).toEqual(
      items.map(({ number, value, judged, outcome }: Any) => [
        String(number),
        String(value ?? ''),
        String(judged?.gap ?? ''),
        outcomeLabels[outcome as YearOutcome],
      ]),
    )
    const [sheet, ...others] = await sheetsOf()
    expect(others).toEqual([])
    const rows = sheet?.rows ?? []
    const column = rows.find(([first]) => first === 'Stt')?.indexOf('Đánh giá') ?? 0
    const outcomes = rows.filter(([first]) => typeof first === 'number').map((row) => row[column])
    expect(outcomes).toHaveLength(31)
    expect(outcomes.filter((outcome) => outcome === 'Đạt')).toHaveLength(counts.met)
    expect(rows.filter(([first]) => /^[IV]+$/.test(String(first)))).toHaveLength(4)
    expect(rows.flat()).toContain('DỮ LIỆU MINH HỌA')
    expect(rows.flat().join()).toContain(yearEndSentence(review))
  })

  test('hold a proposal for those who may see it', async () => {
    await propose('officer')
    expect(await sheetsOf()).toHaveLength(1)
    await decide('lam', (await read('officer')).proposals[0].id, 'accept')
    const proposals = (await sheetsOf())[1]?.rows.flat()
    expect(proposals).toEqual(expect.arrayContaining(['Đạt ít nhất 4%', 'Ngân sách tăng', 'Đã đồng ý']))
  })

  test.each(['/api/units/11443/reviews/2051.xlsx', '/api/units/99999/reviews/2025.csv', `${review}.csv?x=1`])(
    '%s is refused',
    async (path) => {
      const { statusCode } = await service.app.inject(path)
      expect([400, 404]).toContain(statusCode)
    },
  )
})

test('the review of a unit without a plan says whose plan it is measured by, and which targets are its own', async () => {
  const real = await startService()
  const url = '/api/units/11050/reviews/2026'
  const { plan } = (await real.app.inject(url)).json()
  const { sheets } = await readXlsx((await real.app.inject(`${url}.xlsx`)).rawPayload)
  await real.close()
  expect(plan).toMatchObject({ source: 'reference', unit: { code: '11443' } })
  const rows = sheets[0]?.rows ?? []
  expect(rows.flat().join()).toContain('tham chiếu Phụ lục 01 của phường Kiến An')
  expect(rows.find(([number]) => number === 23)).toContain('Tối thiểu 70% (mục tiêu riêng)')
})

describe('a proposed target', () => {
  test('changes nothing and is not public until the leader accepts it; then it is a new version of the plan', async () => {
    const { body } = await propose('officer')
    const [{ id, mayDecide, before }] = body.proposals
    expect({ mayDecide, before }).toEqual({ mayDecide: false, before: 'Phấn đấu ít nhất 3%' })
    expect((await read('public')).proposals).toEqual([])
    expect((await read('lam')).proposals).toMatchObject([{ mayDecide: true }])
    expect((await decide('lam', id, 'accept')).status).toBe(200)
    const targetAt = async (asOf: string) => {
      const { body } = (await people.public('GET', `/api/units/11443/indicators/6?asOf=${asOf}`)) as Any
      return body.targets.find(({ milestone }: Any) => milestone === 2030).text
    }
    expect(await targetAt('2025-Q4')).toBe(before)
    expect(await targetAt('2026-Q1')).toBe('Đạt ít nhất 4%')
    expect((await read('officer')).proposals).toMatchObject([
      { by: called.officer, decision: { isAccepted: true, by: called.lam } },
    ])
    for (const stranger of ['public', 'neighbour'] as const) {
      expect((await read(stranger)).proposals).toMatchObject([
        { by: null, decision: { isAccepted: true, by: null } },
      ])
    }
    const { body: plan } = (await people.officer('GET', '/api/units/11443/plan')) as Any
    expect(plan.changes).toMatchObject([{ effectiveFrom: '2026-Q1', reason: 'Ngân sách tăng' }])
  })

  test('is refused with a reason, which is due', async () => {
    const { body } = await propose('officer')
    const [{ id }] = body.proposals
    expect((await decide('lam', id, 'refuse')).status).toBe(400)
    const { body: after } = await decide('lam', id, 'refuse', { reason: 'Chưa đủ căn cứ' })
    expect(after.proposals).toMatchObject([{ decision: { isAccepted: false, reason: 'Chưa đủ căn cứ' } }])
    expect((await decide('lam', id, 'accept')).status).toBe(409)
  })

  test('is decided by the leader it is assigned to alone', async () => {
    const { body } = await propose('officer')
    expect((await decide('phuong', body.proposals[0].id, 'accept')).status).toBe(403)
  })

  test.each([
    ['an unknown indicator', { number: 99 }, 404],
    ['a year that is no milestone', { milestone: 2100 }, 400],
    ['no reason', { reason: ' ' }, 400],
  ])('of %s is refused', async (_, body, status) => {
    expect((await propose('officer', body)).status).toBe(status)
    expect((await read('officer')).proposals).toEqual([])
  })
})

test.each(['2024', '2051', 'nay'])('the review of %s is refused with what to do', async (year) => {
  const { status, body } = await people.public('GET', `/api/units/11443/reviews/${year}`)
  expect(status).toBe(400)
  expect(JSON.stringify(body)).toContain('Năm từ 2025 đến 2050')
})
