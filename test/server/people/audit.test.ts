import { addEvidence, createAccount, listUnits } from '@moc57/db'
import Papa from 'papaparse'
import { beforeEach, describe, expect, test } from 'vitest'
import { type Any, type Client, called, type Person, signInCast } from '../../support/accounts.ts'
import { geoJson, toyFeatures } from '../../support/boundary-file.ts'
import { reportSettings } from '../../support/make-report.ts'
import { type Service, startService, testDay } from '../../support/service.ts'
import { uploaderOf } from '../../support/upload.ts'

const period = '2026-Q4'
let service: Service
let people: Record<Person | 'public', Client>

beforeEach(async () => {
  service = await startService()
  people = await signInCast(service)
  return () => service.close()
})

const audit = (query = '') => people.admin('GET', `/api/audit${query}`) as Promise<Any>
const enter = (body: object) =>
  people.officer('PUT', `/api/units/11443/indicators/1/measurements/${period}`, body)
const act = (person: Person, action: string, body: object = {}) =>
  people[person]('POST', `/api/units/11443/submissions/${period}/${action}`, body)
/** The administrator is told names with usernames: "Nguyễn Thị Hạnh, chuyên viên (officer)". */
const usernameIn = (by: string) => by.replace(/^.* \((.+)\)$/, '$1')
const told = ({ body }: Any) =>
  body.items.map(({ kind, action, by }: Any) => `${usernameIn(by)} ${kind} ${action}`)

describe('the audit', () => {
  test('tells every deed, the newest first, with what it concerns', async () => {
    await enter({ numerator: 2, denominator: 3 })
    await act('officer', 'submit')
    await act('phuong', 'return', { reason: 'Thiếu nguồn số liệu' })
    await people.admin('POST', '/api/accounts/spare', { disabled: true })
    const answer = await audit('?unit=11443&kind=submission')
    expect(told(answer)).toEqual(['phuong submission return', 'officer submission submit'])
    expect(told(await audit('?unit=11443&kind=state'))).toEqual([
      'phuong state returned',
      'officer state submitted',
    ])
    expect((await audit('?unit=11443&kind=measurement')).body.items).toEqual([
      {
        kind: 'measurement',
        action: 'recorded',
        at: '2026-11-22T03:00:00.000Z',
        by: `${called.officer} (officer)`,
        unitCode: '11443',
        unitName: 'phường Kiến An',
        period,
        number: 1,
        shortName: 'Phủ sóng 5G trên địa bàn',
        unitOfMeasure: '%',
        revision: 1,
        value: 66.6667,
        numerator: 2,
        denominator: 3,
        comparator: null,
        person: null,
        username: null,
        reason: null,
        subject: null,
      },
    ])
    expect(answer.body.items[0]).toMatchObject({ reason: 'Thiếu nguồn số liệu', period })
    expect((await audit('?kind=account&by=admin')).body.items[0]).toMatchObject({
      action: 'disabled',
      username: 'spare',
    })
  })

  test('puts what was done with an account to the account’s unit', async () => {
    const { items } = (await audit('?unit=11680&kind=account')).body
    expect(new Set(items.map(({ username }: Any) => username))).toEqual(
      new Set(['neighbour', 'neighbour_leader']),
    )
  })

  test('finds who did it, however the name is written', async () => {
    await enter({ value: 5 })
    expect(told(await audit('?by=OFFICER&kind=measurement'))).toEqual(['officer measurement recorded'])
    expect(told(await audit('?by=nobody'))).toEqual([])
  })

  test('counts days in Viet Nam, the last one included', async () => {
    const day = (query: string) => audit(`${query}&kind=submission`).then(told)
    // 23:30 of 21/11 in Viet Nam is 16:30 in UTC.
    service.database.sqlite
      .prepare(
        `INSERT INTO submission_events (unit_code, period, action, by, at)
         VALUES ('11443', '2026-Q4', 'submit', 'a', '2026-11-21T16:30:00.000Z'),
           ('11443', '2026-Q4', 'submit', 'b', '2026-11-21T17:30:00.000Z')`,
      )
      .run()
    expect(await day('?from=2026-11-21&to=2026-11-21')).toEqual(['a submission submit'])
    expect(await day('?from=2026-11-22')).toEqual(['b submission submit'])
    expect(await day('?to=2026-11-22')).toEqual(['b submission submit', 'a submission submit'])
  })

  test('comes in pages of 100 with the total', async () => {
    const at = testDay.toISOString()
    for (let index = 0; index < 205; index += 1) {
      createAccount(
        service.database,
        { username: `u${index}`, role: 'city', passwordHash: '-', mustChangePassword: false, createdAt: at },
        'test',
      )
    }
    const pages = await Promise.all([1, 2, 3, 4].map((page) => audit(`?kind=account&page=${page}`)))
    const { total } = pages[0].body
    expect(pages.map(({ body }) => [body.page, body.items.length])).toEqual([
      [1, 100],
      [2, 100],
      [3, total - 200],
      [4, 0],
    ])
    const names = pages.flatMap(({ body }) =>
      body.items.map(({ username, action }: Any) => username + action),
    )
    expect(new Set(names).size).toBe(total)
  })

  test('tells which reports were made, of whatever period, and finds them by unit', async () => {
    await enter({ value: 48 })
    for (const [person, made] of [
      ['officer', period],
      ['phuong', '2026-H2'],
      ['phuong', '2026-Y'],
    ] as const) {
      expect((await people[person]('POST', `/api/units/11443/reports/${made}`, {})).status).toBe(200)
    }
    const { body } = await audit('?kind=report&unit=11443')
    const items = body.items.map(({ by, action, period, subject }: Any) => [
      usernameIn(by),
      action,
      period,
      subject,
    ])
    expect(items).toEqual([
      ['phuong', 'reportMade', null, 'Báo cáo năm 2026, dự thảo'],
      ['phuong', 'reportMade', null, 'Báo cáo 6 tháng cuối năm 2026, dự thảo'],
      ['officer', 'reportMade', period, 'Báo cáo quý, dự thảo'],
    ])
    expect((await audit('?kind=report&unit=11680')).body.total).toBe(0)
    expect((await audit('?kind=report&by=officer')).body.total).toBe(1)
  })

  test('tells who wrote which section of a report and how reports look', async () => {
    const unit = '/api/units/11443'
    const answers = [
      await people.officer('PUT', `${unit}/reports/${period}/sections/plan`, {
        text: 'Trọng tâm',
        revision: 0,
      }),
      await people.officer('PUT', `${unit}/reports/2026-Y/sections/requests`, { text: 'Không', revision: 0 }),
      await people.officer('PUT', `${unit}/report-settings`, { settings: reportSettings(), revision: 0 }),
    ]
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200])
    const { items } = (await audit('?kind=report')).body
    const found = items.map(({ action, period, revision, subject }: Any) => [
      action,
      period,
      revision,
      subject,
    ])
    expect(found).toEqual([
      ['reportFormSet', null, 1, null],
      ['reportSectionWritten', null, 1, 'Báo cáo năm 2026, V. Đề xuất, kiến nghị'],
      ['reportSectionWritten', period, 1, 'Báo cáo quý, IV. Phương hướng, nhiệm vụ trọng tâm'],
    ])
  })

  test('tells which target was proposed, and what was decided', async () => {
    const review = '/api/units/11443/reviews/2025/proposals'
    const propose = async (text: string) => {
      const target = { number: 6, milestone: 2030, text, reason: 'Ngân sách tăng' }
      const { status, body } = (await people.officer('POST', review, target)) as Any
      expect(status).toBe(200)
      return body.proposals.find(({ decision }: Any) => decision === null).id
    }
    const refused = await propose('Đạt ít nhất 5%')
    await people.lam('POST', `${review}/${refused}/refuse`, { reason: 'Chưa đủ căn cứ' })
    const accepted = await propose('Đạt ít nhất 4%')
    await people.lam('POST', `${review}/${accepted}/accept`, {})
    const { items } = (await audit('?kind=plan&unit=11443')).body
    const found = items.map(({ by, action, number, subject, reason }: Any) =>
      [usernameIn(by), action, number, subject, reason].join(' · '),
    )
    const [four, five] = [
      'Rà soát năm 2025, mốc 2030: Đạt ít nhất 4%',
      'Rà soát năm 2025, mốc 2030: Đạt ít nhất 5%',
    ]
    expect(found.filter((line: string) => line.includes('target')).sort()).toEqual([
      `lam · targetAccepted · 6 · ${four} · `,
      `lam · targetRefused · 6 · ${five} · Chưa đủ căn cứ`,
      `officer · targetProposed · 6 · ${four} · Ngân sách tăng`,
      `officer · targetProposed · 6 · ${five} · Ngân sách tăng`,
    ])
    expect(found.some((line: string) => line.includes('planChanged'))).toBe(true)
  })

  test('tells which files were added as evidence, and at which figure', async () => {
    const file = { name: 'bien-ban.pdf', type: 'pdf', size: 900, sha256: 'a'.repeat(64) } as const
    const at = testDay.toISOString()
    addEvidence(service.database, { unitCode: '11443', number: 1, period, ...file, by: 'officer', at })
    const { items } = (await audit('?kind=evidence')).body
    expect(items).toMatchObject([
      {
        by: `${called.officer} (officer)`,
        at,
        action: 'evidenceAdded',
        number: 1,
        period,
        subject: 'Tệp bien-ban.pdf',
      },
    ])
    expect((await audit('?kind=evidence&unit=11680')).body.total).toBe(0)
  })

  test('tells which boundary files were given, of no unit', async () => {
    const units = listUnits(service.database)
    const admin = await uploaderOf(service, 'admin')
    const file = { name: 'hai-phong.geo.json', bytes: geoJson(toyFeatures(units)) }
    expect((await admin.send('/api/boundaries', file)).statusCode).toBe(200)
    const { items } = (await audit('?kind=boundaries')).body
    expect(items).toMatchObject([
      {
        by: `${called.admin} (admin)`,
        action: 'boundariesGiven',
        at: testDay.toISOString(),
        unitCode: null,
        subject: 'Tệp hai-phong.geo.json',
      },
    ])
    expect((await audit('?kind=boundaries&unit=11443')).body.total).toBe(0)
    const { raw } = await people.city('GET', '/api/audit.csv?kind=boundaries')
    expect(Papa.parse(raw.toString().slice(1), { header: true }).data).toMatchObject([
      { Loại: 'Bản đồ đơn vị', Việc: 'Gửi tệp ranh giới đơn vị', 'Về việc': 'Tệp hai-phong.geo.json' },
    ])
  })

  test('never tells a hash of a password', async () => {
    expect(JSON.stringify((await audit()).body)).not.toContain('argon2')
  })

  test.each([
    ['unit=1144', '#/unit'],
    ['unit=99999', '#/unit'],
    ['kind=everything', '#/kind'],
    ['from=22/11/2026', '#/from'],
    ['to=2026-02-30', '#/to'],
    ['from=2026-11-22&to=2026-11-21', '#/to'],
    ['page=0', '#/page'],
    ['page=hai', '#/page'],
    ['sort=at', '#/sort'],
  ])('refuses %s and names the field', async (query, pointer) => {
    const { status, body } = await audit(`?${query}`)
    expect([status, body.errors.map((error: Any) => error.pointer)]).toEqual([400, [pointer]])
  })
})

describe('the audit as a file', () => {
  const file = (query = '') => people.admin('GET', `/api/audit.csv${query}`)
  const linesOf = ({ raw }: Awaited<ReturnType<typeof file>>) => raw.toString().slice(1)

  test('has a line for every deed that was asked for, in UTF-8 with a byte order mark', async () => {
    await enter({ value: 48.5 })
    const response = await file('?kind=measurement&unit=11443')
    expect(response.headers['content-disposition']).toContain('nhat-ky-2026-11-22.csv')
    expect(response.raw.subarray(0, 3)).toEqual(Buffer.from([0xef, 0xbb, 0xbf]))
    expect(Papa.parse(linesOf(response), { header: true }).data).toMatchObject([
      {
        'Thời điểm': '10:00 22/11/2026',
        'Người thực hiện': `${called.officer} (officer)`,
        'Đơn vị': 'phường Kiến An',
        'Kỳ báo cáo': period,
        'Giá trị': '48.5',
      },
    ])
  })

  test('keeps a reason that looks like a formula as text', async () => {
    await enter({ value: 48 })
    await act('officer', 'submit')
    await act('phuong', 'return', { reason: '=HYPERLINK("http://x")' })
    const { data } = Papa.parse<string[]>(linesOf(await file()))
    expect(data.flat().filter((cell) => cell.includes('HYPERLINK'))).toEqual([
      '\'=HYPERLINK("http://x")',
      '\'=HYPERLINK("http://x")',
    ])
  })

  test('has no pages', async () => {
    expect((await file('?page=1')).status).toBe(400)
  })
})
