import { beforeEach, describe, expect, test } from 'vitest'
import {
  type Any,
  type Client,
  called,
  makeAccount,
  nameOf,
  type Person,
  password,
  signInCast,
} from '../../support/accounts.ts'
import { type Service, startService, testDay } from '../../support/service.ts'

let service: Service
let people: Record<Person | 'public', Client>

beforeEach(async () => {
  service = await startService()
  people = await signInCast(service)
  return () => service.close()
})

const giveRights = (username: string, rights: object, by: Person = 'admin') =>
  people[by]('PUT', `/api/accounts/${username}/rights`, rights) as Promise<Any>
const userOf = async (person: Person) => (await people[person]('GET', '/api/session')).body.user as Any
const logOf = async (query: string) =>
  ((await people.admin('GET', `/api/audit?kind=account&${query}`)) as Any).body.items.filter(
    ({ action }: Any) => action === 'rightsChanged',
  )
const ofLeader = { role: 'leader', unitCode: '11443', leader: 'Nguyễn Tùng Lâm' }

describe('other rights of an account', () => {
  test('hold from the next sign-in on, and end the sessions it has', async () => {
    expect(await userOf('officer')).toMatchObject({ role: 'officer' })
    const { status, body } = await giveRights('officer', ofLeader)
    const now = {
      ...ofLeader,
      username: 'officer',
      leadBody: null,
      mustChangePassword: false,
      secondFactor: 'none',
      ...nameOf('officer'),
    }
    expect([status, body.user]).toEqual([200, { ...now, disabledAt: null }])
    expect(await userOf('officer')).toBeNull()
  })

  test('leave nothing of what the account was before', async () => {
    await giveRights('police', { role: 'officer', unitCode: '11680' })
    const { body } = (await people.admin('GET', '/api/accounts')) as Any
    expect(body.items.find(({ username }: Any) => username === 'police')).toMatchObject({
      role: 'officer',
      unitCode: '11680',
      leadBody: null,
    })
  })

  test('are in the log, with what they were and are, by whom and when', async () => {
    await giveRights('officer', { ...ofLeader, leader: 'đồng chí nguyễn tùng lâm' })
    expect(await logOf('unit=11443')).toMatchObject([
      {
        by: `${called.admin} (admin)`,
        at: testDay.toISOString(),
        username: 'officer',
        subject: 'Nhập số liệu của đơn vị, phường Kiến An → Lãnh đạo đơn vị, phường Kiến An, Nguyễn Tùng Lâm',
      },
    ])
  })

  test('of an account that leaves all units are told to the unit that it left', async () => {
    await giveRights('neighbour', { role: 'city' })
    expect(await logOf('unit=11680')).toMatchObject([
      { username: 'neighbour', subject: 'Nhập số liệu của đơn vị, xã Kiến Thụy → Thành phố' },
    ])
  })

  test('move no earlier line of the log to another unit', async () => {
    await giveRights('neighbour', { role: 'officer', unitCode: '11443' })
    const ofUnit = async (unit: string) =>
      ((await people.admin('GET', `/api/audit?kind=account&unit=${unit}`)) as Any).body.items
        .filter(({ username }: Any) => username === 'neighbour')
        .map(({ action }: Any) => action)
    expect(await ofUnit('11680')).toEqual(['created'])
    expect(await ofUnit('11443')).toEqual(['rightsChanged'])
  })

  test.each([
    ['a role with no unit has none', { role: 'city', unitCode: '11443' }, '#/unitCode'],
    ['a role in a unit has one', { role: 'officer' }, '#/unitCode'],
    ['a body officer has a body', { role: 'bodyOfficer', unitCode: '11443' }, '#/leadBody'],
    ['a leader is of the plan', { ...ofLeader, leader: 'Nguyễn Văn A' }, '#/leader'],
    ['an officer is no leader', { ...ofLeader, role: 'officer' }, '#/leader'],
    ['a role is one of five', { role: 'chủ tịch' }, '#/role'],
    ['nothing else is changed here', { role: 'city', password: 'mật khẩu khác' }, '#/password'],
  ])('are refused unless %s; the account and its sessions stay', async (_, rights, pointer) => {
    const before = await userOf('officer')
    const { status, body } = await giveRights('officer', rights)
    expect([status, body.errors[0].pointer]).toEqual([400, pointer])
    expect(await userOf('officer')).toEqual(before)
    expect(await logOf('')).toEqual([])
  })

  test('of nobody are refused', async () => {
    expect((await giveRights('khong.co', { role: 'city' })).status).toBe(404)
  })
})

describe('the last administrator', () => {
  test('cannot lay down the role, and is told what to do', async () => {
    const { status, body } = await giveRights('admin', { role: 'city' })
    expect([status, body.errors[0].pointer]).toEqual([400, '#/role'])
    expect(body.errors[0].detail).toContain('Hãy tạo hoặc mở lại một tài khoản quản trị khác trước')
    expect(await userOf('admin')).toMatchObject({ role: 'administrator' })
  })

  test('is one as long as the others are barred', async () => {
    makeAccount(service, { username: 'second', role: 'administrator' })
    await people.admin('POST', '/api/accounts/second', { disabled: true })
    expect((await giveRights('admin', { role: 'city' })).status).toBe(400)
    await people.admin('POST', '/api/accounts/second', { disabled: false })
    expect((await giveRights('admin', { role: 'city' })).status).toBe(200)
    expect(await userOf('admin')).toBeNull()
  })

  test('does not go when two bar each other at once', async () => {
    makeAccount(service, { username: 'spare_admin', role: 'administrator' })
    const other = await service.app.inject({
      method: 'POST',
      url: '/api/session',
      payload: { username: 'spare_admin', password },
    })
    const cookie = String(other.headers['set-cookie']).split(';')[0] ?? ''
    await Promise.all([
      people.admin('POST', '/api/accounts/spare_admin', { disabled: true }),
      service.app.inject({
        method: 'POST',
        url: '/api/accounts/admin',
        headers: { cookie },
        payload: { disabled: true },
      }),
    ])
    const able = service.database.sqlite
      .prepare("SELECT count(*) FROM accounts WHERE role = 'administrator' AND disabled_at IS NULL")
      .pluck()
    expect(able.get()).toBe(1)
  })

  test('is one where the other has no password to sign in with', async () => {
    makeAccount(service, { username: 'second', role: 'administrator', passwordHash: '-' })
    expect((await giveRights('admin', { role: 'city' })).status).toBe(400)
  })
})
