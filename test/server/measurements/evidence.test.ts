import { createHash } from 'node:crypto'
import { existsSync } from 'node:fs'
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { zipSync } from 'fflate'
import { writeXlsx } from 'hucre/xlsx'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Any, type Client, called, type Person, signInCast } from '../../support/accounts.ts'
import { type Service, startService, testDay } from '../../support/service.ts'
import { type Uploader, uploaderOf } from '../../support/upload.ts'

const evidenceOf = (number: number, unit = '11443', period = '2026-Q4') =>
  `/api/units/${unit}/indicators/${number}/measurements/${period}/evidence`
const text = (content: string) => new TextEncoder().encode(content)

const pdf = text('%PDF-1.7\n%âãÏÓ\n')
const png = new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0])
const jpg = new Uint8Array([0xff, 0xd8, 0xff, 0xe0, 0, 0])
const word = (extra = {}) =>
  zipSync({ '[Content_Types].xml': text('<Types/>'), 'word/document.xml': text('<w:document/>'), ...extra })

let folder: string
let file: string
let service: Service
let people: Record<Person | 'public', Client>
let officer: Uploader
let anyone: Uploader

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'moc57-evidence-test-'))
  file = join(folder, 'moc57.db')
  service = await startService('real', testDay, file)
  people = await signInCast(service)
  officer = await uploaderOf(service, 'officer')
  anyone = await uploaderOf(service)
})
afterAll(async () => {
  await service.close()
  await rm(folder, { recursive: true })
})

const add = async (number: number, name: string, bytes: Uint8Array | string): Promise<Any> =>
  (await officer.send(evidenceOf(number), { name, bytes })).json()

describe('a file that is added as evidence', () => {
  test('is listed, lies beside the database under its hash, and comes back byte by byte as an attachment', async () => {
    const kept = await add(1, 'Báo cáo số 12.pdf', pdf)
    const sha256 = createHash('sha256').update(pdf).digest('hex')
    expect(kept).toMatchObject({
      name: 'Báo cáo số 12.pdf',
      type: 'pdf',
      size: pdf.length,
      sha256,
      by: called.officer,
    })
    expect(await readFile(join(`${file}-evidence`, sha256.slice(0, 2), sha256))).toEqual(Buffer.from(pdf))

    const { items } = (await officer.get(evidenceOf(1))).json()
    expect(items).toEqual([kept])
    const response = await officer.get(`${evidenceOf(1)}/${kept.id}`)
    expect(response.rawPayload).toEqual(Buffer.from(pdf))
    expect(response.headers).toMatchObject({
      'content-type': 'application/pdf',
      'x-content-type-options': 'nosniff',
      'content-security-policy': "default-src 'none'; sandbox",
      'content-disposition': `attachment; filename="Bao cao so 12.pdf"; filename*=UTF-8''B%C3%A1o%20c%C3%A1o%20s%E1%BB%91%2012.pdf`,
    })
  })

  test('is stored once however often it is added', async () => {
    const first = await add(2, 'a.png', png)
    const second = await add(3, 'b.png', png)
    expect(second.sha256).toBe(first.sha256)
    expect(await readdir(join(`${file}-evidence`, first.sha256.slice(0, 2)))).toEqual([first.sha256])
  })

  test('is listed for the indicator and counted in the entry grid, drafts for the unit alone', async () => {
    await add(9, 'a.pdf', pdf)
    await add(9, 'b.png', png)
    const ofIndicator = '/api/units/11443/indicators/9/evidence'
    const names = async (of: Uploader, query = '') =>
      (await of.get(ofIndicator + query)).json().items.map((item: Any) => `${item.period} ${item.name}`)
    expect(await names(officer)).toEqual(['2026-Q4 a.pdf', '2026-Q4 b.png'])
    expect(await names(officer, '?asOf=2026-Q3')).toEqual([])
    expect(await names(anyone)).toEqual([])
    const { items } = (await officer.get('/api/units/11443/entries/2026-Q4')).json()
    expect(items.find((row: Any) => row.number === 9).evidence).toBe(2)
    expect(items.find((row: Any) => row.number === 10).evidence).toBe(0)
  })

  test('is found under its own figure alone', async () => {
    const { id } = await add(4, 'a.pdf', pdf)
    for (const address of [evidenceOf(5), evidenceOf(4, '11680'), evidenceOf(4, '11443', '2026-Q3')]) {
      expect((await officer.get(`${address}/${id}`)).statusCode).toBe(404)
    }
    for (const wrong of ['0', '-1', '1e3', '99999999999999999999', '..%2F..%2Fmoc57.db', "1'%20OR%20'1"]) {
      expect((await officer.get(`${evidenceOf(4)}/${wrong}`)).statusCode).toBe(404)
    }
  })

  test('cannot be changed or removed in the database', () => {
    const { sqlite } = service.database
    for (const statement of [
      "UPDATE evidence SET name = 'x'",
      'DELETE FROM evidence',
      'REPLACE INTO evidence SELECT * FROM evidence',
    ]) {
      expect(() => sqlite.exec(statement)).toThrow('evidence is append-only')
    }
  })
})

describe('who sees it', () => {
  test('its unit at once, everyone from the approval on, and what was added for a correction later', async () => {
    const { id } = await add(6, 'a.pdf', pdf)
    const address = `${evidenceOf(6)}/${id}`
    expect((await officer.get(address)).statusCode).toBe(200)
    expect((await anyone.get(address)).statusCode).toBe(404)
    expect((await anyone.get(evidenceOf(6))).json().items).toEqual([])
    for (const [person, status] of [
      ['phuong', 200],
      ['admin', 200],
      ['neighbour', 404],
      ['city', 404],
    ] as const) {
      expect((await (await uploaderOf(service, person)).get(address)).statusCode).toBe(status)
    }
    await people.officer('PUT', '/api/units/11443/indicators/6/measurements/2026-Q4', { value: 2 })
    await people.officer('POST', '/api/units/11443/submissions/2026-Q4/submit', {})
    expect((await anyone.get(address)).statusCode).toBe(404)
    await people.lam('POST', '/api/units/11443/submissions/2026-Q4/approve', {})
    expect((await anyone.get(address)).statusCode).toBe(200)

    const { sqlite } = service.database
    const later = new Date(testDay.getTime() + 1000).toISOString()
    sqlite
      .prepare(
        `INSERT INTO evidence (unit_code, indicator_number, period, name, type, size, sha256, by, at)
         SELECT unit_code, indicator_number, period, 'sau.pdf', type, size, sha256, by, ? FROM evidence WHERE id = ?`,
      )
      .run(later, id)
    expect((await anyone.get(evidenceOf(6))).json().items).toHaveLength(1)
    expect((await officer.get(evidenceOf(6))).json().items).toHaveLength(2)
  })

  test.each([
    ['officer', 28, 200],
    ['police', 28, 200],
    ['police', 6, 403],
    ['phuong', 6, 403],
    ['admin', 6, 403],
    ['city', 6, 403],
    ['neighbour', 6, 403],
    [undefined, 6, 401],
  ] as const)('%s adds to indicator %i: %i', async (person, number, status) => {
    const sender = await uploaderOf(service, person)
    expect((await sender.send(evidenceOf(number), { name: 'a.pdf', bytes: pdf })).statusCode).toBe(status)
  })

  test('a closed quarter and an unknown figure take none', async () => {
    const closed = await officer.send(evidenceOf(1, '11443', '2026-Q3'), { name: 'a.pdf', bytes: pdf })
    expect(closed.statusCode).toBe(409)
    expect((await officer.send(evidenceOf(99), { name: 'a.pdf', bytes: pdf })).statusCode).toBe(404)
  })

  test('not a page of another site, which the browser says in its headers', async () => {
    const response = await service.app.inject({
      method: 'POST',
      url: evidenceOf(1),
      headers: { origin: 'https://evil.example', 'content-type': 'multipart/form-data; boundary=x' },
      payload: '--x--',
    })
    expect(response.statusCode).toBe(403)
  })
})

describe('a hostile name', () => {
  test.each([
    ['../../x.pdf', 'x.pdf'],
    ['..\\..\\windows\\x.pdf', 'x.pdf'],
    ['/etc/passwd', 'passwd.pdf'],
    ['..', 'tep.pdf'],
    ['', 'tep.pdf'],
    ['<script>alert(1)<', 'script alert(1).pdf'],
    ['a%0D%0Aset-cookie: x=1.pdf', 'a 0D 0Aset-cookie x=1.pdf'],
    ['a\u0000b\u001b.pdf', 'a b .pdf'],
    ['bao\u202efdp.exe', 'bao fdp.exe.pdf'],
    ['CON:a|b?*.pdf', 'CON a b .pdf'],
    ['Báo cáo.PDF'.normalize('NFD'), 'Báo cáo.PDF'],
    ['=cmd.pdf', '=cmd.pdf'],
  ])('%j is kept as %j', async (given, kept) => {
    const { id, name } = await add(9, given, pdf)
    expect(name).toBe(kept)
    const { headers } = await officer.get(`${evidenceOf(9)}/${id}`)
    expect(headers['content-disposition']).toMatch(
      /^attachment; filename="[\w.() -]+"; filename\*=UTF-8''[\w%.!~-]+$/,
    )
    expect(headers['set-cookie']).toBeUndefined()
  })

  test('of 300 letters is shortened and keeps its extension', async () => {
    const { name } = await add(10, `${'ă'.repeat(300)}.pdf`, pdf)
    expect(name).toMatch(/^ă+….pdf$/)
    expect(name.length).toBeLessThanOrEqual(120)
  })

  test('with a line break ends the headers of its part, and what follows is no file that is taken', async () => {
    const { status, title } = await add(10, 'a\r\nset-cookie: x=1\r\n\r\nb.pdf', pdf)
    expect([status, title]).toEqual([415, 'Loại tệp không được nhận'])
    expect(existsSync(join(folder, 'b.pdf'))).toBe(false)
  })
})

describe('the type is what is in the file', () => {
  test.each([
    ['pdf', 'a.png', pdf],
    ['png', 'a.exe', png],
    ['jpg', 'a', jpg],
    ['docx', 'a.zip', word()],
  ])('%s, whatever the name says', async (type, name, bytes) => {
    const kept = await add(11, name, bytes)
    expect(kept.type).toBe(type)
    expect(kept.name).toBe(name.endsWith(`.${type}`) ? name : `${name}.${type}`)
  })

  test('xlsx', async () => {
    const bytes = await writeXlsx({ sheets: [{ name: 'A', rows: [[1]] }] })
    expect((await add(12, 'a.xlsx', bytes)).type).toBe('xlsx')
  })

  test.each<[string, Uint8Array | string]>([
    ['a page', '<!doctype html><script>alert(1)</script>'],
    ['an SVG', '<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>'],
    ['a program', new Uint8Array([0x4d, 0x5a, 0x90, 0])],
    ['a PDF below something else', '<script>%PDF-1.7'],
    ['a bare zip', zipSync({ 'a.exe': text('MZ') })],
    ['a Word file with macros', word({ 'word/vbaProject.bin': text('x') })],
    ['the start of a zip', 'PK\u0003\u0004'],
    ['an old Word file', new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1])],
  ])('%s named a.pdf is refused', async (_, bytes) => {
    const response = await officer.send(evidenceOf(13), { name: 'a.pdf', bytes, type: 'application/pdf' })
    expect([response.statusCode, response.json().title]).toEqual([415, 'Loại tệp không được nhận'])
  })

  test('an empty file, one of more than 10 MB and none at all are refused', async () => {
    const send = async (bytes: Uint8Array) =>
      (await officer.send(evidenceOf(13), { name: 'a.pdf', bytes })).statusCode
    expect(await send(new Uint8Array())).toBe(422)
    const large = new Uint8Array(10 * 1024 * 1024 + 1)
    large.set(pdf)
    expect(await send(large)).toBe(413)
    expect((await officer.send(evidenceOf(13), null)).statusCode).toBe(400)
    expect((await officer.get(evidenceOf(13))).json().items).toEqual([])
  })

  test('a figure takes 20 files', async () => {
    const statuses = []
    for (let count = 0; count < 21; count += 1) {
      statuses.push((await officer.send(evidenceOf(14), { name: 'a.pdf', bytes: pdf })).statusCode)
    }
    expect(statuses).toEqual([...Array(20).fill(200), 409])
  })
})
