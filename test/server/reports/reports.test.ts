import { appendRevision } from '@moc57/db'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Any, type Client, called, type Person, signInCast } from '../../support/accounts.ts'
import { reportSettings } from '../../support/make-report.ts'
import { type Service, startService, testDay } from '../../support/service.ts'

type Cast = Record<Person | 'public', Client>

const reports = (period: string, unit = '11443') => `/api/units/${unit}/reports/${period}`

/** A service with some approved figures of Kiến An: indicator 1 rises from quarter to quarter. */
async function serviceWithFigures(): Promise<{ service: Service; people: Cast }> {
  const service = await startService()
  const people = await signInCast(service)
  const figures: [string, number][] = [
    ['2025-Q4', 40],
    ['2026-Q2', 45],
    ['2026-Q3', 48],
  ]
  for (const [period, value] of figures) record(service, period, value)
  await people.officer('PUT', '/api/units/11443/report-settings', {
    settings: reportSettings(),
    revision: 0,
  })
  return { service, people }
}

function record({ database }: Service, period: string, value: number, state: Any = 'approved') {
  appendRevision(database, {
    unitCode: '11443',
    number: 1,
    period,
    figure: { value },
    state,
    by: 'test',
    at: testDay.toISOString(),
  })
}

let service: Service
let people: Cast
beforeAll(async () => {
  ;({ service, people } = await serviceWithFigures())
})
afterAll(() => service.close())

const desk = async (period: string, query = ''): Promise<Any> =>
  (await people.officer('GET', reports(period) + query)).body
const sentenceOne = (body: Any) => body.preview.figures.groups[0].sentences[0]

describe('what a report would say', () => {
  test('is written from the approved figures of its quarter', async () => {
    const body = await desk('2026-Q3')
    expect(body).toMatchObject({ refusal: null, mayWrite: true, keptFrom: null, items: [] })
    expect(body.preview.figures.isDraft).toBe(false)
    expect(sentenceOne(body)).toBe(
      'Chỉ tiêu 1. Phủ sóng 5G trên địa bàn: đạt 48%, tăng 3 điểm phần trăm so với quý II năm 2026; còn thiếu 52 điểm phần trăm so với mục tiêu năm 2030 (100%).',
    )
    expect(body.preview.figures.annex).toHaveLength(31)
  })

  test.each([
    ['2026-H1', 'đạt 45%, tăng 5 điểm phần trăm so với quý IV năm 2025', '2025-12-15', '2026-06-14'],
    ['2025-H2', 'đạt 40%; không đạt mục tiêu năm 2025', '2025-06-15', '2025-12-14'],
    ['2025-Y', 'đạt 40%; không đạt', '2024-12-15', '2025-12-14'],
    ['2026-Y', 'đạt 48%, tăng 8 điểm phần trăm so với quý IV năm 2025', '2025-12-15', '2026-12-14'],
  ])('of %s has the figures and the data window of that period', async (period, words, from, to) => {
    const body = await desk(period)
    expect(sentenceOne(body)).toContain(words)
    expect(body.preview.figures.window).toEqual({ from, to })
  })

  test('of a quarter with figures that wait for approval is a draft that marks them', async () => {
    const { service: other, people: cast } = await serviceWithFigures()
    record(other, '2026-Q4', 50, 'submitted')
    const { body }: Any = await cast.officer('GET', reports('2026-Q4'))
    expect(body.preview.figures.isDraft).toBe(true)
    expect(sentenceOne(body)).toContain('đạt 50% (số liệu chưa được duyệt)')
    expect(body.preview.figures.summary.at(-1)).toBe('Số liệu chưa được duyệt: chỉ tiêu 1.')
    const made = await cast.officer('POST', reports('2026-Q4'), {})
    expect(made.body.report).toMatchObject({ isDraft: true })
    await other.close()
  })

  test('of 9 months with a figure on its way is a draft, too; one of an older quarter is not looked at', async () => {
    const { service: other, people: cast } = await serviceWithFigures()
    record(other, '2026-Q3', 49, 'draft')
    const isDraft = async (period: string) =>
      ((await cast.officer('GET', reports(period))).body as Any).preview.figures.isDraft
    expect(await isDraft('2026-9M')).toBe(true)
    expect(await isDraft('2026-H1')).toBe(false)
    await other.close()
  })

  test('of a quarter whose due day has not come is a draft while figures are missing, though none waits', async () => {
    const { service: other, people: cast } = await serviceWithFigures()
    record(other, '2026-Q4', 50)
    const { body }: Any = await cast.officer('GET', reports('2026-Q4'))
    expect(body.preview.figures).toMatchObject({ isDraft: true, takenOn: '2026-11-22' })
    await other.close()
  })

  test('says of a unit without a plan of its own whose targets serve as a yardstick', async () => {
    const { body }: Any = await people.neighbour('GET', reports('2025-Q3', '11680'))
    expect(body.preview.figures.planNote).toContain('tham chiếu Phụ lục 01 của phường Kiến An')
  })
})

describe('a report that cannot be made', () => {
  test('of a quarter without any figure says so, and what was written stays', async () => {
    const written = await people.officer('PUT', `${reports('2025-Q1')}/sections/plan`, {
      text: 'Giữ nguyên',
      revision: 0,
    })
    expect(written.status).toBe(200)
    const { status, body } = await people.officer('POST', reports('2025-Q1'), {})
    expect(status).toBe(409)
    expect(body.detail).toContain('chưa có số liệu nào của quý I năm 2025')
    const after = await desk('2025-Q1')
    expect(after).toMatchObject({ preview: null, items: [] })
    expect(after.refusal).toBe(body.detail)
    expect(after.sections.find(({ section }: Any) => section === 'plan').text).toBe('Giữ nguyên')
  })

  test('of a period that has not come says from when on', async () => {
    const { status, body } = await people.officer('POST', reports('2027-Q2'), {})
    expect(status).toBe(409)
    expect(body.detail).toContain('từ ngày 15/03/2027')
  })

  test.each(['2024-Q4', '2024-Y', '2026-Q5', '2026'])('of %s is no period of a report', async (period) => {
    const { status, body }: Any = await people.officer('POST', reports(period), {})
    expect(status).toBe(400)
    expect(body.errors[0].pointer).toBe('#/period')
    expect(body.errors[0].detail).toMatch(/2025|2026-Q3/)
  })

  test('without a signer is refused and names the field; a draft is made all the same', async () => {
    const { service: other, people: cast } = await serviceWithFigures()
    const settings = reportSettings({ signerName: '' })
    await cast.officer('PUT', '/api/units/11443/report-settings', { settings, revision: 1 })
    const { status, body }: Any = await cast.officer('POST', reports('2026-Q3'), {})
    expect(status).toBe(422)
    expect(body.errors).toEqual([
      { pointer: '#/settings/signerName', detail: expect.stringContaining('Chưa có họ tên người ký') },
    ])
    record(other, '2026-Q3', 49, 'draft')
    expect((await cast.officer('POST', reports('2026-Q3'), {})).status).toBe(200)
    await other.close()
  })

  test('that is not there is 404, also under another period or unit', async () => {
    for (const url of [
      `${reports('2026-Q3')}/made/99999`,
      `${reports('2026-Q3')}/made/abc/report.docx`,
      `${reports('2026-Q3')}/made/0/annex.xlsx`,
    ]) {
      expect((await people.officer('GET', url)).status).toBe(404)
    }
  })
})

describe('a section', () => {
  test('of direction, plan and requests offers what the report before said, those of difficulties do not', async () => {
    for (const section of ['plan', 'difficulties']) {
      const url = `${reports('2025-Q4')}/sections/${section}`
      await people.officer('PUT', url, { text: `Nội dung ${section}`, revision: 0 })
    }
    const sections = (await desk('2026-Q3')).sections
    const earlier = (name: string) => sections.find(({ section }: Any) => section === name).earlier
    expect(earlier('plan')).toEqual({ period: '2025-Q4', text: 'Nội dung plan' })
    expect(earlier('difficulties')).toBeNull()
    expect(earlier('requests')).toBeNull()
  })

  test('on an older revision is refused with words, and nothing of either is lost', async () => {
    const url = `${reports('2026-Q2')}/sections/direction`
    expect((await people.officer('PUT', url, { text: 'một', revision: 0 })).body).toMatchObject({
      text: 'một',
      revision: 1,
      by: called.officer,
      isPrefilled: false,
    })
    const { status, body } = await people.officer('PUT', url, { text: 'hai', revision: 0 })
    expect(status).toBe(409)
    expect(body.detail).toContain('vẫn còn trên trang')
    const [direction] = (await desk('2026-Q2')).sections
    expect(direction).toMatchObject({ text: 'một', revision: 1 })
  })

  test('of 5,000 words is kept whole', async () => {
    const text = Array.from({ length: 5000 }, (_, index) => `chữ${index}`).join(' ')
    const { status, body } = await people.officer('PUT', `${reports('2026-Q2')}/sections/plan`, {
      text,
      revision: 0,
    })
    expect(status).toBe(200)
    expect(body.text).toBe(text)
  })

  test('that is far too long is refused with the limit', async () => {
    const { status, body }: Any = await people.officer('PUT', `${reports('2026-Q2')}/sections/requests`, {
      text: 'x'.repeat(60_001),
      revision: 0,
    })
    expect(status).toBe(400)
    expect(body.errors[0]).toMatchObject({ pointer: '#/text', detail: expect.stringContaining('60.000') })
  })

  test('that no report has is refused', async () => {
    const answer = await people.officer('PUT', `${reports('2026-Q2')}/sections/results`, {
      text: 'x',
      revision: 0,
    })
    expect(answer.status).toBe(400)
  })

  test('of the difficulties is offered from accepted explanations until somebody writes it', async () => {
    const { service: other, people: cast } = await serviceWithFigures()
    other.database.sqlite.exec(`
      INSERT INTO explanations (id, unit_code, indicator_number, period, question, asked_as, addressee, due_on, by, at)
        VALUES (1, '11443', 1, '2026-Q3', 'Vì sao?', 'leader', 'Phòng', '2026-10-01', 'lam', '2026-09-20T00:00:00Z'),
               (2, '11443', 6, '2026-Q3', 'Vì sao?', 'leader', 'Phòng', '2026-10-01', 'lam', '2026-09-20T00:00:00Z');
      INSERT INTO explanation_events (explanation_id, action, cause, measure, done_by, by, at) VALUES
        (1, 'answer', 'Cũ', 'Cũ', '2026-10-01', 'x', '2026-09-21T00:00:00Z'),
        (1, 'answer', 'Thiếu trạm thu phát sóng.', 'Đề nghị nhà mạng lắp thêm 03 trạm', '2026-12-05', 'x', '2026-09-22T00:00:00Z'),
        (1, 'accept', NULL, NULL, NULL, 'lam', '2026-09-23T00:00:00Z'),
        (2, 'answer', 'Chưa được nhận', 'Chưa', '2026-12-05', 'x', '2026-09-22T00:00:00Z');`)
    const difficulties = async () => {
      const { body }: Any = await cast.officer('GET', reports('2026-Q3'))
      return body.sections.find(({ section }: Any) => section === 'difficulties')
    }
    expect(await difficulties()).toMatchObject({
      text: '- Chỉ tiêu 1. Phủ sóng 5G trên địa bàn: Thiếu trạm thu phát sóng. Giải pháp: Đề nghị nhà mạng lắp thêm 03 trạm; thời hạn hoàn thành: 05/12/2026.',
      isPrefilled: true,
      revision: 0,
    })
    await cast.officer('PUT', `${reports('2026-Q3')}/sections/difficulties`, { text: 'Khác', revision: 0 })
    expect(await difficulties()).toMatchObject({ text: 'Khác', isPrefilled: false, revision: 1 })
    await other.close()
  })
})

test('settings with a line break where one line is due name the field', async () => {
  const { status, body }: Any = await people.officer('PUT', '/api/units/11443/report-settings', {
    settings: reportSettings({ placeName: 'Kiến An\nHải Phòng' }),
    revision: 1,
  })
  expect(status).toBe(400)
  expect(body.errors).toEqual([
    { pointer: '#/settings/placeName', detail: expect.stringContaining('Chỉ viết trên một dòng') },
  ])
})

describe('a report that was made', () => {
  test('keeps its figures when they are corrected, until those of today are asked for', async () => {
    const { service: other, people: cast } = await serviceWithFigures()
    const make = async (body: object) =>
      ((await cast.officer('POST', reports('2026-Q3'), body)).body as Any).report
    const read = async (id: number) =>
      (await cast.officer('GET', `${reports('2026-Q3')}/made/${id}`)).body as Any
    const docx = async (id: number) =>
      (await cast.officer('GET', `${reports('2026-Q3')}/made/${id}/report.docx`)).raw

    const first = await make({})
    const firstBytes = await docx(first.id)
    expect(await make({})).toEqual(first)

    record(other, '2026-Q3', 51)
    const before: Any = (await cast.officer('GET', reports('2026-Q3'))).body
    expect(before).toMatchObject({ hasNewFigures: true, keptFrom: { id: first.id } })
    expect(sentenceOne(before)).toContain('đạt 48%')
    expect(await make({})).toEqual(first)

    // The words of people may be mended without touching the figures.
    await cast.officer('PUT', `${reports('2026-Q3')}/sections/plan`, { text: 'Bổ sung', revision: 0 })
    const mended = await make({})
    expect(mended.id).not.toBe(first.id)
    expect((await read(mended.id)).content.figures).toEqual((await read(first.id)).content.figures)

    const todays = await make({ figures: 'today' })
    expect((await read(todays.id)).content.figures.groups[0].sentences[0]).toContain('đạt 51%')
    expect(Buffer.compare(await docx(first.id), firstBytes)).toBe(0)
    const after: Any = (await cast.officer('GET', reports('2026-Q3'))).body
    expect(after.hasNewFigures).toBe(false)
    expect(after.items.map(({ id }: Any) => id)).toEqual([todays.id, mended.id, first.id])
    await other.close()
  })
})
