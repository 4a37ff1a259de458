import { seedDatabase } from '@moc57/db'
import { readXlsx } from 'hucre/xlsx'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { type Any, type Client, clientOf, type Person, signInCast } from '../../support/accounts.ts'
import { type Service, seedsFolder, startService, testDay } from '../../support/service.ts'

let service: Service
let people: Record<Person | 'public', Client>
/** Moved on by the test that lives more than a day. */
let today: Date
beforeEach(async () => {
  today = new Date(testDay)
  service = await startService('real', today)
  people = await signInCast(service)
})
afterEach(() => service.close())

const kienThuy = '/api/units/11680'
const document = { number: '15/KH-UBND', issuedOn: '2026-03-05', title: 'Kế hoạch thực hiện Nghị quyết 57' }
const change = (parts: object) => ({
  basedOn: 0,
  effectiveFrom: '2026-Q2',
  reason: 'Theo kế hoạch của xã',
  document,
  ...parts,
})

const put = (parts: object, who: Person = 'neighbour') =>
  people[who]('POST', `${kienThuy}/plan/changes`, change(parts)) as Promise<Any>
const read = (url: string) => people.public('GET', url) as Promise<Any>
const progress = async (number: number, asOf: string) => {
  const { body } = await read(`${kienThuy}/progress?asOf=${asOf}`)
  return body.items.find((item: Any) => item.number === number)
}
const targetOf = async (number: number, milestone: number, asOf: string) =>
  (await progress(number, asOf))?.targets.find((target: Any) => target.milestone === milestone)

const own = {
  groupCode: 'IV',
  name: 'Số tổ công nghệ số cộng đồng được thành lập',
  shortName: 'Tổ công nghệ số cộng đồng',
  unitOfMeasure: 'tổ',
  naturalMaximum: null,
  targets: [{ milestone: 2026, text: '26 tổ' }],
  assignment: {
    leader: { name: 'Lê Văn Bình', position: 'PCT UBND xã' },
    responsibleOfficer: 'Trưởng phòng Văn hóa - Xã hội',
    leadBodies: ['Phòng Văn hóa - Xã hội xã'],
  },
}

describe('a target of the unit', () => {
  test('replaces the one of the reference plan from its quarter on, and an earlier view keeps the earlier one', async () => {
    const { status } = await put({ targets: [{ number: 1, milestone: 2030, text: '≥ 95%' }] })
    expect(status).toBe(200)
    expect(await targetOf(1, 2030, '2026-Q2')).toMatchObject({ text: '≥ 95%', lower: 95, source: 'own' })
    expect(await targetOf(1, 2030, '2026-Q1')).toMatchObject({
      text: '100%',
      lower: 100,
      source: 'reference',
    })
    expect(await targetOf(1, 2035, '2026-Q2')).toMatchObject({ source: 'reference' })
  })

  test('may be due at the end of another year', async () => {
    await put({ targets: [{ number: 23, milestone: 2027, text: 'Phấn đấu 75 - 80%' }] })
    expect(await targetOf(23, 2027, '2026-Q4')).toMatchObject({
      kind: 'range',
      lower: 75,
      upper: 80,
      aspirational: true,
    })
  })

  test('that cannot be read is kept as it is typed, marked and not guessed', async () => {
    await put({ targets: [{ number: 1, milestone: 2030, text: 'cơ bản phủ sóng' }] })
    expect(await targetOf(1, 2030, '2026-Q4')).toMatchObject({
      text: 'cơ bản phủ sóng',
      kind: 'unread',
      lower: null,
    })
  })

  test('that was mistyped is replaced in the same quarter by the later change', async () => {
    const { body } = await put({ targets: [{ number: 1, milestone: 2030, text: '59%' }] })
    await put({ basedOn: body.lastChange, targets: [{ number: 1, milestone: 2030, text: '95%' }] })
    expect(await targetOf(1, 2030, '2026-Q2')).toMatchObject({ lower: 95 })
  })
})

test('adopting the list makes every target the own one, and names the document', async () => {
  expect((await put({ adopts: true })).status).toBe(200)
  const { body } = await read(`${kienThuy}/progress?asOf=2026-Q2`)
  expect(body.plan).toMatchObject({ source: 'own', document: { number: '15/KH-UBND' } })
  const sources = body.items.flatMap(({ targets }: Any) => targets.map(({ source }: Any) => source))
  // The milestone that has passed keeps the target it was judged by.
  expect(sources.filter((source: string) => source === 'own')).toHaveLength(124)
  expect(sources.filter((source: string) => source === 'reference')).toHaveLength(31)
  const before = await read(`${kienThuy}/progress?asOf=2026-Q1`)
  expect(before.body.plan).toMatchObject({ source: 'reference' })
})

describe('a milestone before the quarter of a change', () => {
  test('is refused, naming the row and what to do instead, and nothing of the change is written', async () => {
    const { status, body } = await put({
      targets: [
        { number: 1, milestone: 2030, text: '≥ 95%' },
        { number: 1, milestone: 2025, text: '≥1%' },
      ],
    })
    expect(status).toBe(422)
    expect(body.errors).toEqual([
      {
        pointer: '#/targets/1',
        detail:
          'Mốc 2025 của chỉ tiêu 1 đã qua trước quý II năm 2026, nên không đổi “≥60%” được nữa. Hãy bỏ thay đổi này; nếu kế hoạch ghi sai, hãy ghi riêng một thay đổi có hiệu lực từ quý IV năm 2025 trở về trước.',
      },
    ])
    expect(await targetOf(1, 2030, '2026-Q2')).toMatchObject({ text: '100%', source: 'reference' })
  })

  test('may be repeated as it stands, and a misprint is corrected by dating the change back', async () => {
    const repeated = await put({ targets: [{ number: 1, milestone: 2025, text: '≥60%' }] })
    expect(repeated.status).toBe(200)
    const corrected = await put({
      basedOn: repeated.body.lastChange,
      effectiveFrom: '2025-Q4',
      targets: [{ number: 2, milestone: 2025, text: '≥70%' }],
    })
    expect(corrected.status).toBe(200)
    expect(await targetOf(2, 2025, '2025-Q4')).toMatchObject({ text: '≥70%', source: 'own' })
  })

  test('of a new indicator is kept as printed, but one ahead is needed', async () => {
    const past = { milestone: 2025, text: '20 tổ' }
    const refused = await put({ indicators: [{ ...own, targets: [past] }] })
    expect(refused.status).toBe(422)
    expect(refused.body.errors).toMatchObject([{ pointer: '#/indicators/0' }])
    const { status } = await put({ indicators: [{ ...own, targets: [past, ...own.targets] }] })
    expect(status).toBe(200)
    expect((await progress(101, '2026-Q4')).targets[0]).toMatchObject({ ...past, lower: 20, verdict: null })
  })
})

describe('a plan that cannot be', () => {
  test.each([
    ['a target of 3,000 letters', { targets: [{ number: 1, milestone: 2030, text: 'đạt '.repeat(750) }] }],
    [
      'the same year twice',
      {
        targets: [
          { number: 1, milestone: 2030, text: '1%' },
          { number: 1, milestone: 2030, text: '2%' },
        ],
      },
    ],
    [
      'the same year of a new indicator twice',
      { indicators: [{ ...own, targets: [...own.targets, ...own.targets] }] },
    ],
  ])('%s is refused in words, and nothing is written', async (_, parts) => {
    const { status, body } = await put(parts)
    expect([400, 422]).toContain(status)
    expect(body.errors[0].detail).toMatch(/Không quá 200 ký tự|hai mục tiêu năm/)
    expect((await read(`${kienThuy}/plan`)).body.changes).toEqual([])
  })

  test.each(['trên 100%', '> 100%', '90 - 80%', 'không quá 5%', '120%'])(
    'a target “%s” is kept as printed and has no bound',
    async (text) => {
      expect((await put({ targets: [{ number: 1, milestone: 2030, text }] })).status).toBe(200)
      expect(await targetOf(1, 2030, '2026-Q2')).toMatchObject({
        text,
        kind: 'unread',
        lower: null,
        upper: null,
      })
    },
  )
})

describe('a target that could not be read', () => {
  const printed = 'phủ sóng cơ bản, khoảng 80%'
  const settle = (parts: object = {}, who: Person | 'public' = 'neighbour') =>
    people[who]('POST', `${kienThuy}/plan/readings`, {
      ...{ asOf: '2026-Q2', number: 1, milestone: 2030, text: printed, kind: 'atLeast', bound: 80 },
      ...parts,
    }) as Promise<Any>
  beforeEach(async () => {
    expect((await put({ targets: [{ number: 1, milestone: 2030, text: printed }] })).status).toBe(200)
  })

  test('counts from the moment a person settles it; what is printed stays, and who and when stand in the history', async () => {
    expect(await targetOf(1, 2030, '2026-Q2')).toMatchObject({ kind: 'unread', lower: null })
    const { status, body } = await settle()
    expect(status).toBe(200)
    expect(body.readings).toMatchObject([
      {
        number: 1,
        milestone: 2030,
        text: printed,
        kind: 'atLeast',
        lower: 80,
        recordedBy: expect.stringContaining('Bùi Thị Lan'),
      },
    ])
    expect(await targetOf(1, 2030, '2026-Q2')).toMatchObject({ text: printed, kind: 'atLeast', lower: 80 })
    expect((await read(`${kienThuy}/plan`)).body.readings).toMatchObject([{ recordedBy: null }])
    const { body: audit } = await people.admin('GET', '/api/audit?kind=plan')
    expect(audit.items?.[0]).toMatchObject({
      action: 'targetRead',
      by: expect.stringContaining('Bùi Thị Lan'),
    })
  })

  test('may be read anew by a person; the latest reading counts', async () => {
    await settle()
    await settle({ kind: 'range', bound: 80, to: 90 })
    expect(await targetOf(1, 2030, '2026-Q2')).toMatchObject({ kind: 'range', lower: 80, upper: 90 })
  })

  test('keeps its reading wherever the unit prints the same again, not where it prints something else', async () => {
    await settle()
    const print = async (text: string) => {
      const { lastChange: basedOn } = (await read(`${kienThuy}/plan`)).body
      expect((await put({ basedOn, targets: [{ number: 1, milestone: 2030, text }] })).status).toBe(200)
    }
    await print('theo lộ trình')
    expect(await targetOf(1, 2030, '2026-Q2')).toMatchObject({ kind: 'unread' })
    await print(printed)
    expect(await targetOf(1, 2030, '2026-Q2')).toMatchObject({ text: printed, kind: 'atLeast', lower: 80 })
    await settle({ bound: 85 })
    expect(await targetOf(1, 2030, '2026-Q2')).toMatchObject({ kind: 'atLeast', lower: 85 })
  })

  test('was not read yet on an earlier day', async () => {
    today.setUTCDate(today.getUTCDate() + 2)
    // The session of the officer ended meanwhile.
    people = { ...people, neighbour: clientOf(service, 'neighbour') }
    expect((await settle()).status).toBe(200)
    const shown = async (path: string, day: string) =>
      (await read(`${kienThuy}/${path}asOf=2026-Q4&knownOn=${day}`)).body.items[0]
    for (const path of ['progress?', 'plan?']) {
      const kindOn = async (day: string) =>
        (await shown(path, day)).targets.find(({ milestone }: Any) => milestone === 2030).kind
      expect([await kindOn('2026-11-23'), await kindOn('2026-11-24')]).toEqual(['unread', 'atLeast'])
    }
    expect((await shown('progress?', '2026-11-23')).status).toBe('unreadTarget')
    expect((await shown('progress?', '2026-11-24')).status).toBe('noData')
  })

  test('of the reference plan is settled with it where another unit adopts it', async () => {
    const kienAn = '/api/units/11443'
    const text = 'theo lộ trình, khoảng 90%'
    const change = {
      basedOn: 0,
      effectiveFrom: '2026-Q2',
      reason: 'Theo hướng dẫn của thành phố',
      targets: [{ number: 2, milestone: 2030, text }],
    }
    const changed = (await people.officer('POST', `${kienAn}/plan/changes`, change)) as Any
    expect(changed.status).toBe(200)
    const settled = { ...{ asOf: '2026-Q2', number: 2, milestone: 2030, text }, kind: 'atLeast', bound: 90 }
    expect((await people.officer('POST', `${kienAn}/plan/readings`, settled)).status).toBe(200)
    expect(
      (await put({ adopts: true, basedOn: (await read(`${kienThuy}/plan`)).body.lastChange })).status,
    ).toBe(200)
    expect(await targetOf(2, 2030, '2026-Q2')).toMatchObject({
      text,
      kind: 'atLeast',
      lower: 90,
      source: 'own',
    })
  })

  test.each<[string, object, RegExp]>([
    ['against the direction', { kind: 'atMost' }, /càng cao càng tốt/],
    ['above the natural maximum', { bound: 120 }, /vượt mức tối đa 100%/],
    ['that nobody can meet', { kind: 'moreThan', bound: 100 }, /không thể trên 100%/],
    ['upside down', { kind: 'range', bound: 90, to: 80 }, /ghi ngược/],
    ['of half a range', { kind: 'range' }, /đủ hai số/],
    ['below zero', { bound: -1 }, /không được âm/],
    ['of a milestone without a target of the unit', { milestone: 2035 }, /không đặt mục tiêu riêng/],
  ])('a reading %s is refused in words', async (_, parts, words) => {
    const { status, body } = await settle(parts)
    expect([400, 422]).toContain(status)
    expect(body.errors[0].detail).toMatch(words)
    expect(await targetOf(1, 2030, '2026-Q2')).toMatchObject({ kind: 'unread' })
  })

  test('is not settled by others, nor when it is another by now', async () => {
    expect((await settle({}, 'officer')).status).toBe(403)
    expect((await settle({}, 'public')).status).toBe(401)
    expect((await settle({ text: 'khác' })).status).toBe(409)
  })
})

describe('an indicator of the unit', () => {
  test('is entered, approved and judged like the others, in its own unit of measure', async () => {
    const { body } = await put({ indicators: [{ ...own, assignment: null }] })
    const added = body.items.filter(({ isOwn }: Any) => isOwn)
    expect(added).toMatchObject([
      { number: 101, unitOfMeasure: 'tổ', targets: [{ lower: 26, kind: 'reach' }] },
    ])
    const cell = `${kienThuy}/indicators/101/measurements/2026-Q4`
    expect((await people.neighbour('PUT', cell, { value: 27, source: 'Quyết định của xã' })).status).toBe(200)
    await people.neighbour('POST', `${kienThuy}/submissions/2026-Q4/submit`, {})
    await people.neighbour_leader('POST', `${kienThuy}/submissions/2026-Q4/approve`, {})
    expect(await progress(101, '2026-Q4')).toMatchObject({ value: 27, status: 'achieved' })
  })

  test('stands in the workbook of progress with its unit of measure, which one of shares alone does not name', async () => {
    const headings = async () => {
      const { raw } = await people.public('GET', `${kienThuy}/progress.xlsx?asOf=2026-Q4`)
      const rows = (await readXlsx(raw)).sheets[0]?.rows ?? []
      return { rows, heads: rows.find((row) => row.includes('Stt')) ?? [] }
    }
    expect((await headings()).heads).not.toContain('Đơn vị tính')
    await put({ indicators: [own] })
    const { rows, heads } = await headings()
    expect(rows.find((row) => row.includes(101))?.[heads.indexOf('Đơn vị tính')]).toBe('tổ')
    expect(heads).toContain(
      'Còn thiếu hoặc cần giảm thêm đến mốc (số âm: tốt hơn mục tiêu), điểm phần trăm hoặc đơn vị tính',
    )
  })

  test('is there from its quarter on, in no other unit, and not in the reference list', async () => {
    await put({ indicators: [own] })
    expect(await progress(101, '2026-Q1')).toBeUndefined()
    expect((await read('/api/units/11443/indicators/101')).status).toBe(404)
    expect((await read('/api/indicators')).body.items).toHaveLength(31)
    const other = await people.officer('PUT', '/api/units/11443/indicators/101/measurements/2026-Q4', {
      value: 1,
    })
    expect(other.status).toBe(404)
  })

  test('is followed no more once it is withdrawn, and the past keeps it', async () => {
    const { body } = await put({ indicators: [own] })
    const withdrawal = {
      basedOn: body.lastChange,
      effectiveFrom: '2026-Q4',
      document: null,
      documentId: null,
    }
    const [{ id: documentId }] = body.documents.filter(({ number }: Any) => number === '15/KH-UBND')
    expect((await put({ ...withdrawal, documentId, withdrawn: [101] })).status).toBe(200)
    expect(await progress(101, '2026-Q4')).toBeUndefined()
    expect(await progress(101, '2026-Q3')).toBeDefined()
  })
})

describe('another position of a leader', () => {
  const kienAn = '/api/units/11443'
  const name = 'Nguyễn Tùng Lâm'
  const promote = (parts: object = {}, who: Person = 'officer') =>
    people[who]('POST', `${kienAn}/plan/changes`, {
      basedOn: 0,
      effectiveFrom: '2026-Q3',
      reason: 'Nghị quyết bầu Chủ tịch UBND phường',
      positions: [{ leader: name, position: 'Chủ tịch UBND phường' }],
      ...parts,
    }) as Promise<Any>
  const assignedAt = async (query: string) => {
    const { body } = await read(`${kienAn}/indicators/6?${query}`)
    return body.assignment
  }
  const printed = 'Đồng chí Nguyễn Tùng Lâm PCT UBND phường'

  test('stands from its quarter on wherever they direct; an earlier view keeps the earlier one', async () => {
    const before = await assignedAt('asOf=2026-Q2')
    expect((await promote()).status).toBe(200)
    expect(await assignedAt('asOf=2026-Q2')).toEqual(before)
    expect(await assignedAt('asOf=2026-Q3')).toEqual({
      ...before,
      leader: { ...before.leader, position: 'Chủ tịch UBND phường' },
      directingLeader: 'Đồng chí Nguyễn Tùng Lâm, Chủ tịch UBND phường',
    })
    for (const [asOf, position] of [
      ['2026-Q2', before.leader.position],
      ['2026-Q3', 'Chủ tịch UBND phường'],
    ]) {
      const { leaders } = (await read(`${kienAn}/progress?asOf=${asOf}`)).body
      expect(leaders.find((leader: Any) => leader.name === name).position).toBe(position)
      const { items } = (await read(`${kienAn}/tasks?asOf=${asOf}`)).body
      const led = items.filter(({ leader }: Any) => leader.name === name)
      expect(new Set(led.map(({ leader }: Any) => leader.position))).toEqual(
        new Set(led.length > 0 ? [position] : []),
      )
    }
  })

  test('is not known before the day it was recorded', async () => {
    await promote()
    expect((await assignedAt('asOf=2026-Q4&knownOn=2026-11-21')).leader.position).not.toMatch(/^Chủ tịch/)
    expect((await assignedAt('asOf=2026-Q4&knownOn=2026-11-22')).leader.position).toMatch(/^Chủ tịch/)
  })

  test('is in the history with what it was, by whom and why', async () => {
    const was = (await assignedAt('asOf=2026-Q2')).leader.position
    const { body } = await promote()
    await promote({
      basedOn: body.lastChange,
      effectiveFrom: '2026-Q4',
      positions: [{ leader: name, position: 'Bí thư Đảng ủy' }],
    })
    const { changes } = ((await people.officer('GET', `${kienAn}/plan`)) as Any).body
    expect(changes).toMatchObject([
      { positions: [{ leader: name, before: 'Chủ tịch UBND phường', position: 'Bí thư Đảng ủy' }] },
      {
        effectiveFrom: '2026-Q3',
        recordedBy: expect.stringContaining('Nguyễn Thị Hạnh'),
        reason: 'Nghị quyết bầu Chủ tịch UBND phường',
        positions: [{ leader: name, before: was, position: 'Chủ tịch UBND phường' }],
      },
    ])
  })

  test('leaves the words of a plan that is printed later as they are', async () => {
    const { body } = await promote()
    await promote({
      basedOn: body.lastChange,
      positions: [],
      assignments: [
        {
          numbers: [6],
          leader: { name, position: 'x' },
          directingLeader: printed,
          responsibleOfficer: 'Trưởng phòng',
          leadBodies: ['Công an phường'],
        },
      ],
    })
    expect(await assignedAt('asOf=2026-Q3')).toMatchObject({
      directingLeader: printed,
      leader: { position: 'Chủ tịch UBND phường' },
    })
  })

  test('takes no right from the account of the leader', async () => {
    await people.officer('PUT', `${kienAn}/indicators/6/measurements/2026-Q4`, { value: 2 })
    await people.officer('POST', `${kienAn}/submissions/2026-Q4/submit`, {})
    await promote()
    const { status } = await people.lam('POST', `${kienAn}/submissions/2026-Q4/approve`, { indicators: [6] })
    expect(status).toBe(200)
  })

  test.each([
    ['who the plan does not name', [{ leader: 'Nguyễn Văn A', position: 'x' }], 422, '#/positions/0'],
    [
      'twice',
      [
        { leader: name, position: 'x' },
        { leader: `đồng chí ${name}`, position: 'y' },
      ],
      422,
      '#/positions/1',
    ],
    ['without words', [{ leader: name, position: '  ' }], 400, '#/positions/0/position'],
  ])('is refused of a leader %s', async (_, positions, status, pointer) => {
    const answer = await promote({ positions })
    expect([answer.status, answer.body.errors[0].pointer]).toEqual([status, pointer])
  })

  test('that they have already is refused', async () => {
    const { position } = (await assignedAt('asOf=2026-Q3')).leader
    const { status, body } = await promote({ positions: [{ leader: name, position }] })
    expect([status, body.detail]).toEqual([
      422,
      `Từ quý III năm 2026, đồng chí ${name} đã giữ chức vụ “${position}”.`,
    ])
  })

  test('is never changed or removed again', async () => {
    await promote()
    for (const sql of ['DELETE FROM leader_positions', "UPDATE leader_positions SET position = 'x'"]) {
      expect(() => service.database.sqlite.exec(sql)).toThrow('leader_positions is append-only')
    }
  })
})

test('leaders and bodies of the unit are named with their assignments, and a known one is not made again', async () => {
  const assignment = {
    leader: { name: 'Lê Văn Bình', position: 'PCT UBND xã' },
    responsibleOfficer: 'Trưởng Công an xã',
    leadBodies: ['Công an xã', 'Phòng Văn hóa – Xã hội xã'],
  }
  const { body } = await put({ assignments: [{ ...assignment, numbers: [28, 29] }] })
  await put({
    basedOn: body.lastChange,
    assignments: [{ ...assignment, numbers: [30], leadBodies: ['Phòng Văn hóa - Xã hội'] }],
  })
  const { body: plan } = await read(`${kienThuy}/plan?asOf=2026-Q4`)
  expect(plan.leaders).toMatchObject([{ name: 'Lê Văn Bình' }])
  expect(plan.leadBodies).toMatchObject([{ name: 'Công an xã' }, { name: 'Phòng Văn hóa – Xã hội xã' }])
  const { body: mine } = await read(`${kienThuy}/progress?leader=Lê Văn Bình`)
  expect(mine.items.map(({ number }: Any) => number)).toEqual([28, 29, 30])
})

describe('a change', () => {
  test('is kept with author, reason and document; the public does not see the author', async () => {
    await put({ targets: [{ number: 1, milestone: 2030, text: '95%' }] })
    const made = {
      effectiveFrom: '2026-Q2',
      reason: 'Theo kế hoạch của xã',
      document: { number: '15/KH-UBND' },
    }
    const { body: seen } = await people.neighbour('GET', `${kienThuy}/plan`)
    expect(seen.changes).toMatchObject([{ ...made, recordedBy: expect.stringContaining('Bùi Thị Lan') }])
    const { body: open } = await read(`${kienThuy}/plan`)
    expect(open.changes).toMatchObject([{ ...made, recordedBy: null }])
  })

  test('tells what each target replaced: the reference plan, then the own one, in the order of their quarters', async () => {
    const target = { number: 1, milestone: 2030 }
    let { body } = await put({ targets: [{ ...target, text: '95%' }], effectiveFrom: '2026-Q2' })
    ;({ body } = await put({ basedOn: body.lastChange, targets: [{ ...target, text: '97%' }] }))
    const early = { basedOn: body.lastChange, effectiveFrom: '2026-Q1' }
    ;({ body } = await put({
      ...early,
      targets: [
        { ...target, text: '90%' },
        { number: 1, milestone: 2027, text: '70%' },
      ],
    }))
    const changes = body.changes as { targets: { before: string | null; text: string }[] }[]
    expect(changes.map(({ targets }) => targets.map(({ before, text }) => [before, text]))).toEqual([
      [
        [null, '70%'],
        ['100%', '90%'],
      ],
      [['95%', '97%']],
      [['100%', '95%']],
    ])
  })

  test('stands in the audit', async () => {
    await put({ targets: [{ number: 1, milestone: 2030, text: '95%' }] })
    const { body } = (await people.city('GET', '/api/audit?kind=plan')) as Any
    expect(body.items).toMatchObject([
      {
        action: 'planChanged',
        by: expect.stringContaining('Bùi Thị Lan'),
        unitCode: '11680',
        period: '2026-Q2',
        reason: 'Theo kế hoạch của xã',
      },
    ])
  })

  test('cannot be changed or taken back in the database', async () => {
    await put({ adopts: true, indicators: [own] })
    const { sqlite } = service.database
    for (const table of ['plan_changes', 'targets', 'assignments', 'indicators']) {
      expect(() => sqlite.exec(`DELETE FROM ${table}`)).toThrow('append-only')
      expect(() => sqlite.exec(`REPLACE INTO ${table} SELECT * FROM ${table}`)).toThrow('append-only')
    }
    expect(() => sqlite.exec("UPDATE plan_changes SET reason = 'khác'")).toThrow('append-only')
    expect(() => sqlite.exec("UPDATE indicators SET name = 'khác'")).toThrow('append-only')
  })

  test('made on an older plan is a conflict and writes nothing', async () => {
    await put({ targets: [{ number: 1, milestone: 2030, text: '95%' }] })
    const { status } = await put({ targets: [{ number: 1, milestone: 2030, text: '90%' }] }, 'admin')
    expect(status).toBe(409)
    expect(await targetOf(1, 2030, '2026-Q4')).toMatchObject({ lower: 95 })
  })

  test.each<[string, object, number]>([
    ['nothing', {}, 400],
    ['no document where the unit has no plan', { document: null, adopts: true }, 400],
    ["another unit's document", { document: null, documentId: 'kien-an-plan-2025', adopts: true }, 400],
    ['an unknown indicator', { targets: [{ number: 99, milestone: 2030, text: '1%' }] }, 422],
    ['a year out of range', { targets: [{ number: 1, milestone: 2024, text: '1%' }] }, 400],
    [
      'the same cell twice',
      {
        targets: [
          { number: 1, milestone: 2030, text: '1%' },
          { number: 1, milestone: 2030, text: '2%' },
        ],
      },
      422,
    ],
    ['an indicator of the reference list withdrawn', { withdrawn: [1] }, 422],
    ['a quarter before 2025', { adopts: true, effectiveFrom: '2024-Q4' }, 400],
    ['a document without title', { adopts: true, document: { ...document, title: ' ' } }, 400],
    ['no reason', { adopts: true, reason: '  ' }, 400],
    ['an unknown field', { adopts: true, colour: 'red' }, 400],
  ])('of %s is refused and writes nothing', async (_, parts, status) => {
    const answer = await put(parts)
    expect(answer.status).toBe(status)
    expect(answer.body.detail).toMatch(/\p{L}/u)
    const { body } = await people.neighbour('GET', `${kienThuy}/plan`)
    expect(body).toMatchObject({ lastChange: 0, changes: [] })
  })

  test('does not come back when the seeds are loaded again', async () => {
    const kienAn = await people.officer('POST', '/api/units/11443/plan/changes', {
      basedOn: 0,
      effectiveFrom: '2025-Q1',
      reason: 'Đính chính',
      targets: [{ number: 1, milestone: 2030, text: '90%' }],
    })
    expect(kienAn.status).toBe(200)
    seedDatabase(service.database, { seedsFolder, now: testDay })
    const { body } = await read('/api/units/11443/indicators/1')
    expect(body.targets[1]).toMatchObject({ text: '90%' })
  })
})
