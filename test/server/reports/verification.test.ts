import { execFile } from 'node:child_process'
import { copyFile, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openDatabase } from '@moc57/db'
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'
import { beforeAll, describe, expect, onTestFinished, test } from 'vitest'
import { type Any, type Client, signInCast } from '../../support/accounts.ts'
import { reportSettings } from '../../support/make-report.ts'
import { repository, type Service, startService, testDay } from '../../support/service.ts'

const unit = '/api/units/11443'
const period = '2026-Q4'
const report = `${unit}/reports/${period}`

/** A service on a clock that goes on, as what comes after a report has to be later. */
async function serviceWith(file = ':memory:') {
  const service = await startService('real', testDay, file)
  return { service, people: await signInCast(service) }
}

async function approve(officer: Client, leaders: Client[], values: Record<number, number>) {
  for (const [number, value] of Object.entries(values)) {
    const url = `${unit}/indicators/${number}/measurements/${period}`
    const { status, body }: Any = await officer('PUT', url, { value, reason: 'Đính chính' })
    expect(status, JSON.stringify(body)).toBe(200)
  }
  expect((await officer('POST', `${unit}/submissions/${period}/submit`, {})).status).toBe(200)
  for (const leader of leaders) await leader('POST', `${unit}/submissions/${period}/approve`, {})
}

describe('a report', () => {
  let service: Service
  let people: Awaited<ReturnType<typeof signInCast>>
  let made: Any
  let code: string
  beforeAll(async () => {
    ;({ service, people } = await serviceWith())
    await people.officer('PUT', `${unit}/report-settings`, { settings: reportSettings(), revision: 0 })
    await approve(people.officer, [people.phuong, people.lam], { 1: 48, 6: 2.5 })
    // The due day of the quarter has not come, so this is a draft.
    made = (await people.officer('POST', report, {})).body
    const document = (await people.officer('GET', `${report}/made/${made.report.id}/report.docx`)).raw
    const text = strFromU8(unzipSync(document)['word/document.xml'] as Uint8Array).replace(/<[^>]+>/g, '')
    code = (/Mã kiểm chứng: ([0-9A-Z-]{14})/.exec(text)?.[1] ?? '').replaceAll('-', '')
    return () => service.close()
  })

  test('carries a number of its own, by which anybody finds it; of a draft only that it is one', async () => {
    expect(code).toHaveLength(12)
    const { status, body }: Any = await people.public('GET', `/api/verification/${code.toLowerCase()}`)
    expect(status).toBe(200)
    expect(body).toMatchObject({
      code,
      period,
      isDraft: true,
      figures: [],
      approvals: [],
      changes: [],
      firstBreak: null,
    })
    expect(body.hash).toMatch(/^[0-9a-f]{64}$/)
  })

  test('that is not there is told so, whatever was typed', async () => {
    for (const wrong of ['AAAAAAAAAAAA', 'x', '%00', 'báo-cáo'])
      expect((await people.public('GET', `/api/verification/${encodeURIComponent(wrong)}`)).status).toBe(404)
  })

  test('that is altered in the file says so to whoever asks, and the check of all chains names it', async () => {
    const { sqlite } = service.database
    sqlite.exec('DROP TRIGGER reports_no_update')
    sqlite.exec(`UPDATE reports SET content = replace(content, '48', '84')`)
    const { body }: Any = await people.public('GET', `/api/verification/${code}`)
    expect(body.firstBreak).toMatchObject({ kind: 'report', unitCode: '11443' })
    const { body: all }: Any = await people.city('GET', '/api/verification')
    expect(all.breaks).toEqual([expect.objectContaining({ unitName: 'phường Kiến An', kind: 'report' })])
    expect((await people.officer('GET', '/api/verification')).status).toBe(403)
  })
})

describe('a report that is no draft', () => {
  test('shows to anybody its figures as they were, who approved them, and what was approved anew since', async () => {
    const { service, people } = await serviceWith()
    onTestFinished(() => service.close())
    await people.officer('PUT', `${unit}/report-settings`, { settings: reportSettings(), revision: 0 })
    await approve(people.officer, [people.phuong, people.lam], { 1: 48 })
    const month = `${unit}/reports/2026-M11`
    const { body: made }: Any = await people.officer('POST', month, {})
    expect(made.report.isDraft).toBe(false)
    const code = service.database.sqlite.prepare('SELECT code FROM reports').pluck().get()
    const ask = async () => (await people.public('GET', `/api/verification/${code}`)).body as Any

    const before = await ask()
    expect(before.figures).toHaveLength(31)
    expect(before.figures[0]).toMatchObject({ number: 1, text: '48%' })
    expect(before.approvals).toEqual([
      { period, by: expect.stringContaining('Kiến An'), at: testDay.toISOString(), numbers: [1] },
    ])
    expect(before.changes).toEqual([])

    // The clock of a test stands still: what comes later is dated so.
    service.database.sqlite.exec('DROP TRIGGER reports_no_update')
    service.database.sqlite.exec(`UPDATE reports SET "at" = '2026-11-01T00:00:00.000Z'`)
    await approve(people.officer, [people.phuong, people.lam], { 1: 51 })
    expect((await ask()).changes).toEqual([
      { number: 1, period, at: testDay.toISOString(), printed: '48%', now: '51%' },
    ])
  })
})

describe('npm run verify', () => {
  const verify = (file: string, ...carried: string[]) =>
    new Promise<{ status: number; output: string }>((resolve) => {
      const env = { ...process.env, DATABASE_PATH: file, DATA_SET: 'real' }
      const program = join(repository, 'server/src/commands/verify.ts')
      execFile(process.execPath, [program, ...carried], { env }, (error, stdout, stderr) =>
        resolve({ status: error ? Number(error.code) : 0, output: stdout + stderr }),
      )
    })

  test('finds every chain whole, and names what was altered in a copy of the file', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'moc57-verify-'))
    onTestFinished(() => rm(folder, { recursive: true }))
    const file = join(folder, 'moc57.db')
    const { service, people } = await serviceWith(file)
    await approve(people.officer, [people.phuong, people.lam], { 1: 48 })
    const carried = join(folder, 'gói.zip')
    const { raw } = await people.officer('GET', `${report}/package.zip`)
    await service.close()
    await writeFile(carried, raw)
    expect(await verify(file, carried)).toMatchObject({
      status: 0,
      output: expect.stringContaining('nguyên vẹn'),
    })
    const parts = unzipSync(raw)
    const json = strFromU8(parts['so-lieu.json'] as Uint8Array)
    expect(JSON.parse(json).figures).toEqual([expect.objectContaining({ number: 1, period, value: 48 })])
    await writeFile(carried, zipSync({ ...parts, 'so-lieu.json': strToU8(json.replace('48', '84')) }))
    expect(await verify(file, carried)).toMatchObject({
      status: 1,
      output: expect.stringContaining('so-lieu.json'),
    })
    expect(await verify(file)).toMatchObject({ status: 0, output: expect.stringContaining('liền mạch') })

    const copy = join(folder, 'copy.db')
    await copyFile(file, copy)
    const { sqlite } = openDatabase(copy, { dataSet: 'real' })
    sqlite.exec('DROP TRIGGER measurements_no_update')
    sqlite.exec(`UPDATE measurements SET value = 840000 WHERE unit_code = '11443' AND period = '${period}'`)
    sqlite.close()
    const found = await verify(copy)
    expect(found.status).toBe(1)
    expect(found.output).toContain('Đơn vị 11443, Mắt xích 1: số liệu đã duyệt bị sửa hoặc bị xóa')
    expect(found.output).toContain('(chỉ tiêu 1, Quý IV/2026)')
  }, 180_000)
})
