import { submittedFigures } from '@moc57/db'
import { readXlsx } from 'hucre/xlsx'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Any, type Client, type Person, signInCast } from '../../support/accounts.ts'
import { type Service, startService } from '../../support/service.ts'

const url = '/api/reporting?period=2026-Q4'

describe('who has reported, on real data', () => {
  let service: Service
  let people: Record<Person | 'public', Client>
  beforeAll(async () => {
    service = await startService()
    people = await signInCast(service)
  })
  afterAll(() => service.close())

  const read = async (address = url): Promise<Any> => (await people.city('GET', address)).body
  const unitIn = (answer: Any, code = '11443') => answer.items.find(({ unit }: Any) => unit.code === code)

  test('nobody has yet: everybody owes all, and the quarter is not due', async () => {
    const answer = await read()
    expect(answer).toMatchObject({ period: '2026-Q4', today: '2026-11-22', notice: null })
    expect(answer.window).toEqual({ from: '2026-09-15', to: '2026-12-14', dueOn: '2026-12-16' })
    expect(answer.items).toHaveLength(114)
    expect(unitIn(answer)).toMatchObject({
      standing: 'silent',
      isOpen: true,
      submittedAt: null,
      approvedAt: null,
    })
    expect(unitIn(answer).owed).toHaveLength(unitIn(answer).due)
  })

  test('says which body of the unit owes what; a unit that has named none has none', async () => {
    const answer = await read()
    const { bodies } = unitIn(answer)
    expect(bodies.map(({ name }: Any) => name)).toContain('Công an phường')
    for (const { due, owed } of bodies) expect(owed).toHaveLength(due)
    expect(unitIn(answer, '11680').bodies).toEqual([])
  })

  test('a draft is owed, a submitted figure is not, a returned one is again, an approved one stays', async () => {
    const cell = '/api/units/11443/indicators/6/measurements/2026-Q4'
    const six = async () => {
      const { owed, counts, bodies } = unitIn(await read())
      const owedBy = bodies.filter((body: Any) => body.owed.includes(6)).length
      return { isOwed: owed.includes(6), counts, owedBy }
    }
    await people.officer('PUT', cell, { value: 2 })
    expect(await six()).toMatchObject({ isOwed: true, counts: { draft: 1 }, owedBy: 1 })
    await people.officer('POST', '/api/units/11443/submissions/2026-Q4/submit', {})
    expect(await six()).toMatchObject({ isOwed: false, counts: { submitted: 1 }, owedBy: 0 })
    await people.lam('POST', '/api/units/11443/submissions/2026-Q4/return', { reason: 'Thiếu nguồn' })
    expect(await six()).toMatchObject({ isOwed: true, counts: { returned: 1 } })
    await people.officer('PUT', cell, { value: 3 })
    await people.officer('POST', '/api/units/11443/submissions/2026-Q4/submit', {})
    await people.lam('POST', '/api/units/11443/submissions/2026-Q4/approve', {})
    expect(await six()).toMatchObject({ isOwed: false, counts: { approved: 1 } })
    await people.officer('PUT', cell, { value: 4, reason: 'Đếm lại' })
    expect(await six()).toMatchObject({ isOwed: false, counts: { approved: 1, draft: 0 } })
  })

  test('a past quarter is due, one that has not begun is told as that', async () => {
    const past = await read('/api/reporting?period=2026-Q3')
    expect(past.isDue).toBe(true)
    expect((await read()).isDue).toBe(false)
    expect(unitIn(past).isOpen).toBe(false)
    const next = await read('/api/reporting?period=2027-Q1')
    expect(new Set(next.items.map(({ standing }: Any) => standing))).toEqual(new Set(['notBegun']))
  })

  test('without a quarter it is the last one whose window has closed', async () => {
    expect((await read('/api/reporting')).period).toBe('2026-Q3')
  })

  test('the CSV has a line a unit', async () => {
    const { raw, headers } = await people.city('GET', '/api/reporting.csv?period=2026-Q4')
    expect(String(headers['content-disposition'])).toContain('nop-so-lieu-2026-Q4.csv')
    expect(raw.toString().trim().split('\r\n')).toHaveLength(115)
  })

  test('the workbook has a row a unit, and both files keep to the standing that is asked for', async () => {
    const silent = (await read('/api/reporting?period=2026-Q4')).items.filter(
      ({ standing }: Any) => standing === 'silent',
    )
    const rowsOf = async (query: string) => {
      const { raw, headers } = await people.city('GET', `/api/reporting.xlsx?period=2026-Q4${query}`)
      expect(String(headers['content-disposition'])).toContain('nop-so-lieu-2026-Q4.xlsx')
      const { sheets } = await readXlsx(raw)
      return sheets[0]?.rows.filter((row) => typeof row[0] === 'number')
    }
    expect(await rowsOf('')).toHaveLength(114)
    expect(await rowsOf('&standing=silent')).toHaveLength(silent.length)
    const { raw } = await people.city('GET', '/api/reporting.csv?period=2026-Q4&standing=silent')
    expect(raw.toString().trim().split('\r\n')).toHaveLength(silent.length + 1)
  })

  test.each(['?period=2026-Q5', '?period=', '?period=2026-Q3&period=2026-Q2', '?unit=11443'])(
    '%s is refused',
    async (query) => {
      for (const address of ['/api/reporting', '/api/reporting.csv', '/api/reporting.xlsx']) {
        const { status, body } = await people.city('GET', address + query)
        expect([status, String(body.detail).length > 20]).toEqual([400, true])
      }
    },
  )
})

test('in sample data there are units that have sent nothing and units that owe a part', async () => {
  const service = await startService('sample')
  try {
    const people = await signInCast(service)
    const { body } = await people.city('GET', '/api/reporting?period=2026-Q3')
    const standings = new Set((body.items as Any).map(({ standing }: Any) => standing))
    expect(standings).toEqual(new Set(['silent', 'partial']))
    expect(body.notice).toBe('DỮ LIỆU MINH HỌA')
    expect(submittedFigures(service.database, '2026-Q3').length).toBeGreaterThan(2000)
  } finally {
    await service.close()
  }
})
