import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Client, type Person, signInCast } from '../../support/accounts.ts'
import { reportSettings } from '../../support/make-report.ts'
import { type Service, startService } from '../../support/service.ts'

let service: Service
let people: Record<Person | 'public', Client>
beforeAll(async () => {
  service = await startService()
  people = await signInCast(service)
})
afterAll(() => service.close())

type Allowed = (Person | 'public')[]
const everyone: Allowed = [
  'admin',
  'city',
  'phuong',
  'lam',
  'officer',
  'police',
  'neighbour',
  'neighbour_leader',
  'public',
]

/** Every route that is not for everyone, asked of Kiến An in an open quarter; indicator 6 is Lâm's, 28 the police's. */
const routes: [string, ...Parameters<Client>, Allowed][] = [
  ['read the approved figures', 'GET', '/api/units/11443/progress', undefined, everyone],
  ['read the plan', 'GET', '/api/indicators', undefined, everyone],
  [
    'tell of an error in a browser',
    'POST',
    '/api/browser-errors',
    { kind: 'error', route: '/', type: 'TypeError', message: null, places: [] },
    everyone,
  ],
  [
    'read the drafts of Kiến An',
    'GET',
    '/api/units/11443/entries/2026-Q4',
    undefined,
    ['admin', 'phuong', 'lam', 'officer', 'police'],
  ],
  [
    'read the drafts of Kiến Thụy',
    'GET',
    '/api/units/11680/entries/2026-Q4',
    undefined,
    ['admin', 'neighbour', 'neighbour_leader'],
  ],
  ['read the days of the reporting periods', 'GET', '/api/reporting-periods', undefined, ['admin', 'city']],
  [
    'change the days of a reporting period',
    'PUT',
    '/api/reporting-periods/2026-Q4',
    { revision: 9, from: '2026-09-15', to: '2026-12-14', dueOn: '2026-12-16', reason: 'Thử' },
    ['admin', 'city'],
  ],
  ['see how the service is', 'GET', '/api/system', undefined, ['admin']],
  ['take a backup away', 'GET', '/api/system/backups/none.db', undefined, ['admin']],
  ['make a backup', 'POST', '/api/system/backups', {}, ['admin']],
  [
    'withdraw evidence of indicator 28',
    'POST',
    '/api/units/11443/indicators/28/measurements/2026-Q4/evidence/999/withdrawal',
    { reason: 'Nhầm tệp' },
    ['admin', 'officer', 'police'],
  ],
  [
    'enter indicator 6',
    'PUT',
    '/api/units/11443/indicators/6/measurements/2026-Q4',
    { value: 2 },
    ['officer'],
  ],
  [
    'enter indicator 28',
    'PUT',
    '/api/units/11443/indicators/28/measurements/2026-Q4',
    { value: 8 },
    ['officer', 'police'],
  ],
  [
    'enter indicator 29, led by two bodies',
    'PUT',
    '/api/units/11443/indicators/29/measurements/2026-Q4',
    { value: 60 },
    ['officer', 'police'],
  ],
  [
    'enter for Kiến Thụy',
    'PUT',
    '/api/units/11680/indicators/6/measurements/2026-Q4',
    { value: 2 },
    ['neighbour'],
  ],
  [
    'fetch the workbook to fill in',
    'GET',
    '/api/units/11443/entries/2026-Q4/template.xlsx',
    undefined,
    ['admin', 'phuong', 'lam', 'officer', 'police'],
  ],
  ['fetch the workbook of the city', 'GET', '/api/imports/2026-Q4/template.xlsx', undefined, ['city']],
  ['import a file', 'POST', '/api/units/11443/entries/2026-Q4/import', {}, ['officer', 'police']],
  ['write an import', 'POST', '/api/units/11443/entries/2026-Q4/import/confirm', {}, ['officer', 'police']],
  ['import for the city', 'POST', '/api/imports/2026-Q4', {}, ['city']],
  ['write an import for the city', 'POST', '/api/imports/2026-Q4/confirm', {}, ['city']],
  [
    'add evidence to indicator 28',
    'POST',
    '/api/units/11443/indicators/28/measurements/2026-Q4/evidence',
    {},
    ['officer', 'police'],
  ],
  [
    'add evidence to indicator 6',
    'POST',
    '/api/units/11443/indicators/6/measurements/2026-Q4/evidence',
    {},
    ['officer'],
  ],
  [
    'change the plan of Kiến An',
    'POST',
    '/api/units/11443/plan/changes',
    { basedOn: 0, effectiveFrom: '2026-Q4', reason: 'Thử' },
    ['admin', 'officer'],
  ],
  [
    'settle a target of Kiến An',
    'POST',
    '/api/units/11443/plan/readings',
    { asOf: '2026-Q4', number: 1, milestone: 2030, text: '100%', kind: 'atLeast', bound: 80 },
    ['admin', 'officer'],
  ],
  ['read a plan from a file', 'POST', '/api/units/11443/plan/import', {}, ['admin', 'officer']],
  ['submit', 'POST', '/api/units/11443/submissions/2026-Q4/submit', {}, ['officer']],
  ['approve', 'POST', '/api/units/11443/submissions/2026-Q4/approve', { indicators: [6] }, ['phuong', 'lam']],
  [
    'return',
    'POST',
    '/api/units/11443/submissions/2026-Q4/return',
    { reason: 'Thiếu nguồn' },
    ['phuong', 'lam'],
  ],
  ['reopen', 'POST', '/api/units/11443/submissions/2026-Q3/reopen', { reason: 'Bổ sung' }, ['admin', 'city']],
  ['lock', 'POST', '/api/units/11443/submissions/2026-Q2/lock', {}, ['admin', 'city']],
  [
    'see how far the quarter is',
    'GET',
    '/api/units/11443/submissions/2026-Q4',
    undefined,
    ['admin', 'city', 'phuong', 'lam', 'officer', 'police'],
  ],
  [
    'see what waits for approval',
    'GET',
    '/api/units/11443/approvals/2026-Q4',
    undefined,
    ['admin', 'phuong', 'lam', 'officer', 'police'],
  ],
  [
    'read the history of a figure of Kiến An',
    'GET',
    '/api/units/11443/indicators/28/history?period=2026-Q4',
    undefined,
    ['admin', 'phuong', 'lam', 'officer', 'police'],
  ],
  [
    'read the history of a figure of Kiến Thụy',
    'GET',
    '/api/units/11680/indicators/28/history?period=2026-Q4',
    undefined,
    ['admin', 'neighbour', 'neighbour_leader'],
  ],
  [
    'read the explanations of Kiến An',
    'GET',
    '/api/units/11443/explanations',
    undefined,
    ['admin', 'city', 'phuong', 'lam', 'officer', 'police'],
  ],
  ['read what the city asked of all units', 'GET', '/api/explanations', undefined, ['admin', 'city']],
  [
    'ask for an explanation of indicator 6',
    'POST',
    '/api/units/11443/indicators/6/explanations',
    { period: '2026-Q3', question: 'Vì sao chưa có số liệu?', dueOn: '2026-12-01' },
    ['city', 'lam'],
  ],
  [
    'answer an explanation',
    'POST',
    '/api/units/11443/explanations/999/answer',
    { cause: 'x', measure: 'y', doneBy: '2026-12-31' },
    ['officer', 'police'],
  ],
  [
    'accept an explanation',
    'POST',
    '/api/units/11443/explanations/999/accept',
    {},
    ['city', 'phuong', 'lam'],
  ],
  ['read the tasks', 'GET', '/api/units/11443/tasks', undefined, everyone],
  [
    'report on task 2, of the VHXH office',
    'PUT',
    '/api/units/11443/tasks/2/reports/2026-Q4',
    { status: 'inProgress', note: 'Đang làm', revision: 0 },
    ['officer'],
  ],
  [
    'report on task 6, of the police',
    'PUT',
    '/api/units/11443/tasks/6/reports/2026-Q4',
    { status: 'inProgress', note: 'Đang làm', revision: 9 },
    ['officer', 'police'],
  ],
  ['add a product to task 6', 'POST', '/api/units/11443/tasks/6/documents', {}, ['officer', 'police']],
  [
    'read the budget',
    'GET',
    '/api/units/11443/budget/2026',
    undefined,
    ['admin', 'city', 'phuong', 'lam', 'officer', 'police'],
  ],
  [
    'write the budget behind indicator 6',
    'PUT',
    '/api/units/11443/budget/2026/lines/0',
    { planned: 1, revision: 0 },
    ['officer'],
  ],
  [
    'read the assessments',
    'GET',
    '/api/units/11443/assessments',
    undefined,
    ['admin', 'city', 'phuong', 'lam', 'officer', 'police'],
  ],
  [
    'assess indicator 28',
    'PUT',
    '/api/units/11443/indicators/28/assessments/2026-Q3',
    { text: 'Chậm', revision: 9, reason: 'x' },
    ['phuong', 'officer', 'police'],
  ],
  [
    'read the inspections',
    'GET',
    '/api/units/11443/inspections',
    undefined,
    ['admin', 'city', 'phuong', 'lam', 'officer', 'police'],
  ],
  [
    'record an inspection',
    'POST',
    '/api/units/11443/inspections',
    { kind: 'periodic', heldOn: '2026-11-20', findings: 'Đủ hồ sơ', indicators: [1] },
    ['city', 'phuong', 'lam', 'officer'],
  ],
  [
    'follow up on an inspection',
    'POST',
    '/api/units/11443/inspections/999/follow-ups',
    { note: 'Đã làm', isDone: true },
    ['city', 'phuong', 'lam', 'officer', 'police'],
  ],
  [
    'read what a report of Kiến An would say',
    'GET',
    '/api/units/11443/reports/2026-Q3',
    undefined,
    ['admin', 'phuong', 'lam', 'officer'],
  ],
  [
    'make a report of Kiến An',
    'POST',
    '/api/units/11443/reports/2026-Q3',
    {},
    ['admin', 'phuong', 'lam', 'officer'],
  ],
  [
    'open a report of Kiến An',
    'GET',
    '/api/units/11443/reports/2026-Q3/made/1',
    undefined,
    ['admin', 'phuong', 'lam', 'officer'],
  ],
  [
    'open the annex of a report of Kiến An',
    'GET',
    '/api/units/11443/reports/2026-Q3/made/1/annex.xlsx',
    undefined,
    ['admin', 'phuong', 'lam', 'officer'],
  ],
  [
    'open a report of Kiến An in Word',
    'GET',
    '/api/units/11443/reports/2026-Q3/made/1/report.docx',
    undefined,
    ['admin', 'phuong', 'lam', 'officer'],
  ],
  [
    'see in Word what a report of Kiến An would say',
    'GET',
    '/api/units/11443/reports/2026-Q3/preview.docx',
    undefined,
    ['admin', 'phuong', 'lam', 'officer'],
  ],
  [
    'take the approved figures along with their chain',
    'GET',
    '/api/units/11443/reports/2026-Q3/package.zip',
    undefined,
    ['admin', 'phuong', 'lam', 'officer'],
  ],
  [
    'read which template the reports are made with',
    'GET',
    '/api/units/11443/report-template',
    undefined,
    ['admin', 'phuong', 'lam', 'officer'],
  ],
  [
    'take the template along',
    'GET',
    '/api/units/11443/report-template/template.docx',
    undefined,
    ['admin', 'phuong', 'lam', 'officer'],
  ],
  ['give another template', 'POST', '/api/units/11443/report-template', {}, ['officer']],
  [
    'put the product’s template back',
    'DELETE',
    '/api/units/11443/report-template',
    { revision: 9 },
    ['officer'],
  ],
  [
    'write a section of a report',
    'PUT',
    '/api/units/11443/reports/2026-Q3/sections/plan',
    { text: 'x', revision: 9 },
    ['officer'],
  ],
  [
    'set how the reports look',
    'PUT',
    '/api/units/11443/report-settings',
    { settings: reportSettings(), revision: 9 },
    ['officer'],
  ],
  [
    'propose another target at the end of a year',
    'POST',
    '/api/units/11443/reviews/2025/proposals',
    { number: 6, milestone: 2030, text: '4%', reason: 'Thử' },
    ['admin', 'officer'],
  ],
  [
    'decide on a proposed target',
    'POST',
    '/api/units/11443/reviews/2025/proposals/1/refuse',
    { reason: 'Thử' },
    ['lam'],
  ],
  [
    'see what waits for oneself',
    'GET',
    '/api/reminders',
    undefined,
    everyone.filter((person) => person !== 'public'),
  ],
  [
    'switch the daily letter',
    'PUT',
    '/api/reminders/settings',
    { email: null, byEmail: false },
    everyone.filter((person) => person !== 'public'),
  ],
  ['read the audit', 'GET', '/api/audit', undefined, ['admin', 'city']],
  ['export the audit', 'GET', '/api/audit.csv', undefined, ['admin', 'city']],
  ['give a map of the units', 'POST', '/api/boundaries', {}, ['admin']],
  ['check the chains of all units', 'GET', '/api/verification', undefined, ['admin', 'city']],
  ['see who has reported', 'GET', '/api/reporting', undefined, ['admin', 'city']],
  ['export who has reported', 'GET', '/api/reporting.csv', undefined, ['admin', 'city']],
  ['export who has reported as a workbook', 'GET', '/api/reporting.xlsx', undefined, ['admin', 'city']],
  ['list withdrawn evidence', 'GET', '/api/withdrawn-evidence', undefined, ['admin']],
  ['erase withdrawn evidence', 'DELETE', '/api/withdrawn-evidence/9', undefined, ['admin']],
  ['list the accounts', 'GET', '/api/accounts', undefined, ['admin']],
  [
    'make an account',
    'POST',
    '/api/accounts',
    { username: 'x', password: 'tre xanh ven sông', role: 'city' },
    ['admin'],
  ],
  ['change the rights of an account', 'PUT', '/api/accounts/spare/rights', { role: 'city' }, ['admin']],
  ['take a second factor away', 'DELETE', '/api/accounts/spare/second-factor', undefined, ['admin']],
  ['reset a password', 'POST', '/api/accounts/spare', { password: 'mật khẩu mới' }, ['admin']],
]

describe.each(routes)('to %s', (_, method, url, payload, allowed) => {
  test.each(everyone)('%s', async (person) => {
    const { status } = await people[person](method, url, payload)
    const refused = person === 'public' ? 401 : 403
    if (allowed.includes(person)) expect(status).toBeOneOf([200, 400, 404, 409, 415, 422])
    else expect(status).toBe(refused)
  })
})

type Described = { paths: Record<string, Record<string, { 'x-right'?: unknown; security?: object[] }>> }

const calls = async (): Promise<{ call: string; right: unknown; security: object[] | undefined }[]> => {
  const { paths } = (await service.app.inject('/api/openapi.json')).json<Described>()
  return Object.entries(paths).flatMap(([path, operations]) =>
    Object.entries(operations).map(([method, { 'x-right': right, security }]) => ({
      call: `${method.toUpperCase()} ${path}`,
      right,
      security,
    })),
  )
}

test('every route states in the contract who may call it', async () => {
  expect((await calls()).filter(({ right }) => right === undefined)).toEqual([])
})

test('every route that is not for everyone or for every account is in the table above', async () => {
  const isInTable = (call: string) => {
    const pattern = new RegExp(`^${call.replace(/\{[^}]+\}/g, '[^/?]+').replaceAll('.', '\\.')}(\\?|$)`)
    return routes.some(([, method, url]) => pattern.test(`${method} ${url}`))
  }
  const open = ['public', 'account', 'ownPassword']
  const guarded = (await calls()).filter(({ right }) => !open.includes(String(right)))
  expect(guarded.filter(({ call }) => !isInTable(call)).map(({ call }) => call)).toEqual([])
})

test('what is not for everyone asks for a session, by its description and in fact', async () => {
  const guarded = (await calls()).filter(({ right }) => right !== 'public')
  for (const { call, security } of guarded) {
    const [method, path = ''] = call.split(' ')
    const url = path.replace(/\{(\w+)\}/g, (_, name: string) => examples[name] ?? '1')
    expect(security, call).toEqual([{ session: [] }])
    expect((await people.public(method as 'GET', url)).status, call).toBe(401)
  }
})

/** A word of an address that there is. */
const examples: Record<string, string> = {
  unitCode: '11443',
  period: '2026-Q4',
  year: '2026',
  action: 'return',
  decision: 'refuse',
  section: 'plan',
}
