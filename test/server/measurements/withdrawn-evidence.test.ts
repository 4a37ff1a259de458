import { existsSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Any, type Client, called, type Person, signInCast } from '../../support/accounts.ts'
import { runBackup } from '../../support/backup.ts'
import { type Service, startService, testDay } from '../../support/service.ts'
import { type Uploader, uploaderOf } from '../../support/upload.ts'

let folder: string
let file: string
let service: Service
let people: Record<Person | 'public', Client>
let officer: Uploader

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'moc57-withdrawn-'))
  file = join(folder, 'moc57.db')
  service = await startService('real', testDay, file)
  people = await signInCast(service)
  officer = await uploaderOf(service, 'officer')
})
afterAll(async () => {
  await service.close()
  await rm(folder, { recursive: true })
})

const url = '/api/units/11443/indicators/1/measurements/2026-Q4/evidence'
const add = async (content: string, name = 'Danh sách.pdf'): Promise<Any> =>
  (await officer.send(url, { name, bytes: `%PDF-1.7\n${content}` })).json()
const withdraw = (person: Person | 'public', id: number, reason = 'Có dữ liệu cá nhân') =>
  people[person]('POST', `${url}/${id}/withdrawal`, { reason }) as Promise<Any>
const erase = (person: Person | 'public', id: number) =>
  people[person]('DELETE', `/api/withdrawn-evidence/${id}`) as Promise<Any>
const placeOf = ({ sha256 }: Any) => join(`${file}-evidence`, sha256.slice(0, 2), sha256)

describe('evidence that is withdrawn', () => {
  test('is shown to nobody, its address included; the log tells who, when and why', async () => {
    const sent = await add('một')
    expect((await withdraw('officer', sent.id)).body.items).toEqual([])
    for (const person of ['officer', 'admin', 'phuong', 'public'] as const) {
      expect((await people[person]('GET', url)).body.items).toEqual([])
      expect((await people[person]('GET', `${url}/${sent.id}`)).status).toBe(404)
    }
    const log = (await people.admin('GET', '/api/audit?kind=evidence')) as Any
    expect(log.body.items.find(({ action }: Any) => action === 'evidenceWithdrawn')).toMatchObject({
      by: `${called.officer} (officer)`,
      reason: 'Có dữ liệu cá nhân',
      subject: 'Tệp Danh sách.pdf',
    })
    expect((await withdraw('officer', sent.id)).status).toBe(404)
    expect(existsSync(placeOf(sent))).toBe(true)
  })

  test.each<[Person | 'public', number]>([
    ['public', 401],
    ['city', 403],
    ['phuong', 403],
    ['police', 403],
    ['neighbour', 403],
    ['admin', 200],
  ])('by %s is answered with %i', async (person, status) => {
    const { id } = await add(`của ${person}`)
    expect((await withdraw(person, id)).status).toBe(status)
  })

  test('has a reason', async () => {
    const { id } = await add('không lý do')
    const { status, body } = await withdraw('officer', id, '  ')
    expect([status, body.errors[0].pointer]).toEqual([400, '#/reason'])
  })
})

describe('the bytes of withdrawn evidence', () => {
  test('go for good by the administrator alone; name, hash and deeds stay, and a backup is whole without them', async () => {
    const sent = await add('căn cước', 'Căn cước.pdf')
    expect((await erase('admin', sent.id)).status).toBe(404)
    await withdraw('officer', sent.id)
    expect((await erase('officer', sent.id)).status).toBe(403)
    const { status, body } = await erase('admin', sent.id)
    expect(status).toBe(200)
    expect(body.items.find(({ id }: Any) => id === sent.id)).toMatchObject({
      name: 'Căn cước.pdf',
      sha256: sent.sha256,
      erasure: { by: called.admin },
    })
    expect(existsSync(placeOf(sent))).toBe(false)
    expect(await runBackup('backup', file, join(folder, 'bản.db'))).toMatchObject({ code: 0 })
  })

  test('stay while another file has the same ones', async () => {
    const [first, second] = [await add('giống nhau'), await add('giống nhau', 'Bản khác.pdf')]
    await withdraw('officer', first.id)
    expect((await erase('admin', first.id)).status).toBe(409)
    expect((await people.officer('GET', `${url}/${second.id}`)).status).toBe(200)
  })
})
