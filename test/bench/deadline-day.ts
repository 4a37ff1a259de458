import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createAccount, listIndicators, listUnits, openDatabase } from '@moc57/db'
import { hashPassword } from '@moc57/server/password'
import { reportSettings } from '../support/make-report.ts'
import { makeOfficers, officerOf, officerPassword } from '../support/officers.ts'
import { startServer } from '../support/running-server.ts'
import { figureAt } from './cells.ts'
import { atMost, type Row, whole } from './row.ts'

/** The quarter that everybody enters on its last day, and one that the city sends in a file meanwhile. */
const [entered, imported] = ['2025-Q4', '2025-Q3'] as const
const readers = 30
const pagesOfReader = 10
const reports = 38

/**
 * The day a quarter is due, as fast as it goes: the officers of all units sign in and each saves its 31 figures one after
 * the other, 30 readers open ten pages each, the city imports a quarter and 38 units make their reports. Nothing may
 * fail, and no save may take long beside the usual one.
 */
export async function deadlineDay(): Promise<Row[]> {
  const folder = mkdtempSync(join(tmpdir(), 'moc57-deadline-'))
  const file = join(folder, 'served.db')
  const { units, numbers } = await prepare(file)
  const server = await startServer({ DATABASE_PATH: file, TRUSTED_PROXY: '127.0.0.1' })
  try {
    const line = lineTo(server.address)
    const start = performance.now()
    const people = units.map((unitCode, place) => officerAt(line, unitCode, `10.0.0.${place + 1}`, numbers))
    const saving = Promise.all(
      people.map(async (officer, place) => {
        await officer.signIn()
        await officer.saveAll()
        if (place < reports) await officer.makeReport()
      }),
    )
    const reading = Promise.all(Array.from({ length: readers }, (_, place) => readPages(line, units, place)))
    await Promise.all([saving, reading, importQuarter(line, units, numbers)])
    const seconds = (performance.now() - start) / 1000
    const times = line.saves.toSorted((a, b) => a - b)
    const at = (share: number) => times[Math.floor(times.length * share)] ?? Number.NaN
    return [
      {
        figure: `deadline day: ${times.length} saves and all else, seconds`,
        value: seconds.toFixed(1),
      },
      { figure: 'deadline day: a save, p50 and p99, ms', value: `${whole(at(0.5))}, ${whole(at(0.99))}` },
      {
        figure: 'deadline day: requests that failed',
        value: line.failures.length === 0 ? '0' : `${line.failures.length}: ${line.failures[0]}`,
        bound: '0',
        isMet: line.failures.length === 0,
      },
      atMost('deadline day: p99 of a save, of its p50', at(0.99) / at(0.5), 10),
    ]
  } finally {
    await server.stop()
    rmSync(folder, { recursive: true })
  }
}

async function prepare(file: string): Promise<{ units: string[]; numbers: number[] }> {
  await makeOfficers(file, [imported, entered], (database) => listUnits(database).map(({ code }) => code))
  const database = openDatabase(file, { dataSet: 'real' })
  createAccount(
    database,
    {
      username: 'city',
      role: 'city',
      passwordHash: await hashPassword(officerPassword),
      mustChangePassword: false,
      createdAt: new Date().toISOString(),
    },
    'bench',
  )
  const units = listUnits(database).map(({ code }) => code)
  const numbers = listIndicators(database).map(({ number }) => number)
  database.close()
  return { units, numbers }
}

type Sent = { cookie?: string; from: string; json?: object; form?: FormData; method?: string }
type Line = ReturnType<typeof lineTo>

/** Sends requests as if through the proxy, and notes how long saves took and what failed. */
function lineTo(address: string) {
  const saves: number[] = []
  const failures: string[] = []
  const send = async (path: string, { cookie, from, json, form, method = 'GET' }: Sent) => {
    const body = json ? JSON.stringify(json) : form
    const start = performance.now()
    const response = await fetch(`${address}${path}`, {
      method,
      headers: {
        origin: address,
        'x-forwarded-for': from,
        ...(cookie && { cookie }),
        ...(json && { 'content-type': 'application/json' }),
      },
      ...(body && { body }),
    })
    const bytes = Buffer.from(await response.arrayBuffer())
    if (method === 'PUT' && path.includes('/measurements/')) saves.push(performance.now() - start)
    if (!response.ok) failures.push(`${response.status} ${method} ${path}: ${bytes.toString().slice(0, 200)}`)
    return { bytes, response }
  }
  const signIn = async (username: string, from: string) => {
    const json = { username, password: officerPassword }
    const { response } = await send('/api/session', { method: 'POST', json, from })
    return String(response.headers.get('set-cookie')).split(';')[0] as string
  }
  return { saves, failures, send, signIn }
}

function officerAt(line: Line, unitCode: string, from: string, numbers: readonly number[]) {
  let cookie = ''
  const put = (path: string, json: object) =>
    line.send(`/api/units/${unitCode}/${path}`, { method: 'PUT', json, cookie, from })
  return {
    signIn: async () => {
      cookie = await line.signIn(officerOf(unitCode), from)
    },
    saveAll: async () => {
      for (const number of numbers) {
        await put(`indicators/${number}/measurements/${entered}`, {
          value: figureAt(number),
          source: 'Báo cáo số 12',
        })
      }
    },
    makeReport: async () => {
      await put('report-settings', { settings: reportSettings(), revision: 0 })
      const url = `/api/units/${unitCode}/reports/${entered}`
      const { bytes } = await line.send(url, { method: 'POST', json: {}, cookie, from })
      const { report } = JSON.parse(bytes.toString())
      for (const document of ['report.docx', 'annex.xlsx'])
        await line.send(`${url}/made/${report?.id}/${document}`, { cookie, from })
    },
  }
}

async function readPages(line: Line, units: readonly string[], place: number): Promise<void> {
  const pages = [
    '/api/comparison',
    `/api/units/${units[place]}/progress`,
    '/api/units',
    `/api/units/${units[place + readers]}/progress`,
    '/api/indicators',
  ]
  for (let page = 0; page < pagesOfReader; page += 1) {
    await line.send(pages[(place + page) % pages.length] as string, { from: '10.0.1.1' })
  }
}

async function importQuarter(
  line: Line,
  units: readonly string[],
  numbers: readonly number[],
): Promise<void> {
  const from = '10.0.1.2'
  const cookie = await line.signIn('city', from)
  const rows = units.flatMap((code) =>
    numbers.map((number) => `${code};${number};${String(figureAt(number)).replace('.', ',')}`),
  )
  const csv = ['Mã đơn vị;Stt;Giá trị', ...rows].join('\n')
  const formOf = (token?: string) => {
    const form = new FormData()
    if (token) form.set('token', token)
    form.set('file', new Blob([csv]), 'quy.csv')
    return form
  }
  const url = `/api/imports/${imported}`
  const { bytes } = await line.send(url, { method: 'POST', form: formOf(), cookie, from })
  const { token } = JSON.parse(bytes.toString())
  await line.send(`${url}/confirm`, { method: 'POST', form: formOf(token), cookie, from })
}
