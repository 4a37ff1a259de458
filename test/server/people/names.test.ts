import { addEvidence } from '@moc57/db'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Any, type Client, called, type Person, signInCast } from '../../support/accounts.ts'
import { type Service, startService, testDay } from '../../support/service.ts'

let service: Service
let people: Record<Person | 'public', Client>

const path = '/api/units/11443/indicators/1/measurements/2026-Q4'

beforeAll(async () => {
  service = await startService()
  people = await signInCast(service)
  // Somebody of each kind does something that others read.
  await people.officer('PUT', path, { value: 48, source: 'Báo cáo số 12' })
  addEvidence(service.database, {
    unitCode: '11443',
    number: 1,
    period: '2026-Q4',
    name: 'bien-ban.pdf',
    type: 'pdf',
    size: 900,
    sha256: 'a'.repeat(64),
    by: 'officer',
    at: testDay.toISOString(),
  })
  await people.officer('POST', '/api/units/11443/submissions/2026-Q4/submit', {})
  await people.phuong('POST', '/api/units/11443/submissions/2026-Q4/approve', {})
  await people.police('PUT', '/api/units/11443/indicators/29/measurements/2026-Q4', {
    value: 10,
    source: 'Sổ',
  })
  await people.officer('PUT', '/api/units/11443/tasks/1/reports/2026-Q4', { text: 'Đang làm' })
  await people.city('POST', '/api/units/11443/submissions/2026-Q2/reopen', { reason: 'Bổ sung số liệu' })
})
afterAll(() => service.close())

/** Every address that is read, with the values that the other tests use for its parameters. */
async function addresses(): Promise<string[]> {
  const { body } = (await people.public('GET', '/api/openapi.json')) as Any
  const values: Record<string, string> = {
    unitCode: '11443',
    number: '1',
    period: '2026-Q4',
    year: '2026',
    code: '11443',
    id: '1',
    username: 'officer',
  }
  return Object.entries<Any>(body.paths)
    .filter(([, methods]) => methods.get)
    .map(([address]) => address.replace(/\{(\w+)\}/g, (_, name: string) => values[name] ?? '1'))
    .filter((address) => !address.startsWith('/api/session/oidc'))
}

describe('no answer of any address that is read', () => {
  test.each<Person | 'public'>(['public', 'city', 'phuong', 'officer', 'police', 'neighbour'])(
    'tells %s the username of somebody else',
    async (reader) => {
      const others = ['phuong', 'lam', 'officer', 'police', 'neighbour', 'neighbour_leader'].filter(
        (name) => name !== reader,
      )
      const told = new RegExp(`[",;(](${others.join('|')})[",;)]`)
      const asked = await addresses()
      expect(asked.length).toBeGreaterThan(40)
      for (const address of asked) {
        const { raw, headers } = await people[reader]('GET', address)
        if (!/json|csv|text/.test(String(headers['content-type'])) || address === '/api/openapi.json')
          continue
        // A role may be called as somebody of the cast.
        const text = raw.toString().replaceAll(/"role":"\w+"/g, '')
        expect(text.match(told)?.[0] ?? null, address).toBeNull()
      }
    },
    120_000,
  )
})

describe('who did something', () => {
  const historyAs = async (reader: Person | 'public') =>
    ((await people[reader]('GET', '/api/units/11443/indicators/1/history?period=2026-Q4')) as Any).body.items

  test('is told to colleagues by full name and position, to the public by the body alone', async () => {
    expect(await historyAs('phuong')).toMatchObject([
      { recordedBy: called.officer, changes: [{}, { by: called.officer }, { by: called.phuong }] },
    ])
    const { body } = (await people.public('GET', `${path}/evidence`)) as Any
    expect(body.items).toMatchObject([{ name: 'bien-ban.pdf', by: 'phường Kiến An' }])
  })

  test('without a full name is told by role and unit, and may name themselves once', async () => {
    const session = async () => ((await people.spare('GET', '/api/session')) as Any).body.user
    expect(await session()).toMatchObject({ fullName: null, position: null })
    await people.spare('POST', '/api/units/11443/submissions/2026-Q1/reopen', { reason: 'Bổ sung số liệu' })
    const eventsAs = async () =>
      ((await people.officer('GET', '/api/units/11443/submissions/2026-Q1')) as Any).body.submission?.events
    expect(JSON.stringify(await eventsAs())).toContain('"by":"Thành phố"')
    const own = { fullName: '  Đinh  Văn Sơn ', position: 'chuyên viên' }
    expect((await people.spare('PUT', '/api/session/person', own)).status).toBe(200)
    expect(await session()).toMatchObject({ fullName: 'Đinh Văn Sơn', position: 'chuyên viên' })
    expect(JSON.stringify(await eventsAs())).toContain('"by":"Đinh Văn Sơn, chuyên viên"')
    expect((await people.spare('PUT', '/api/session/person', own)).status).toBe(409)
  })

  test('is corrected by the administrator alone; the log tells both names', async () => {
    const name = { fullName: 'Bùi Thị Lan Anh', position: 'công chức xã Kiến Thụy' }
    expect((await people.officer('POST', '/api/accounts/neighbour', name)).status).toBe(403)
    const { status, body } = (await people.admin('POST', '/api/accounts/neighbour', name)) as Any
    expect([status, body.user.fullName]).toEqual([200, name.fullName])
    const log = (await people.admin('GET', '/api/audit?kind=account&unit=11680')) as Any
    expect(log.body.items[0]).toMatchObject({
      action: 'nameChanged',
      subject: `${called.neighbour} → Bùi Thị Lan Anh, công chức xã Kiến Thụy`,
    })
    expect((await people.neighbour('GET', '/api/session')).body.user).not.toBeNull()
  })

  test('is found in the log by a part of the name, by the administrator also by username', async () => {
    const found = async (reader: Person, by: string) =>
      ((await people[reader]('GET', `/api/audit?kind=submission&by=${encodeURIComponent(by)}`)) as Any).body
        .items
    expect(await found('city', 'nguyen thi hanh')).toMatchObject([{ by: called.officer, action: 'submit' }])
    expect(await found('admin', 'officer')).toMatchObject([{ by: `${called.officer} (officer)` }])
    expect(await found('city', 'officer')).toEqual([])
  })
})
