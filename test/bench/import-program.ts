/**
 * The import of one quarter of all 114 units over HTTP, from the file to the commit, and in turn the bare store writing
 * the same 3,534 revisions in one commit; each round into a quarter of its own. Prints milliseconds as JSON.
 */
import {
  appendRevisions,
  createAccount,
  listIndicators,
  listUnits,
  openDatabase,
  seedDatabase,
} from '@moc57/db'
import { buildApp } from '@moc57/server'
import { hashPassword } from '@moc57/server/password'
import type { Quarter } from '@moc57/shared'
import { password } from '../support/accounts.ts'
import { seedsFolder } from '../support/service.ts'
import { uploaderOf } from '../support/upload.ts'
import { figureAt } from './cells.ts'

const [servedFile = '', bareFile = ''] = process.argv.slice(2)
/** Quarters, each with a day on which it stands open. */
const days: [Quarter, string][] = [2025, 2026].flatMap((year) =>
  [1, 2, 3, 4].map((quarter): [Quarter, string] => [
    `${year}-Q${quarter}` as Quarter,
    `${year}-${String(quarter * 3).padStart(2, '0')}-10`,
  ]),
)
let today = new Date('2025-03-10T03:00:00Z')

const open = (file: string) => {
  const database = openDatabase(file, { dataSet: 'real' })
  seedDatabase(database, { seedsFolder, now: today })
  return database
}
const [database, bare] = [open(servedFile), open(bareFile)]
createAccount(
  database,
  {
    username: 'city',
    passwordHash: await hashPassword(password),
    mustChangePassword: false,
    role: 'city',
    createdAt: today.toISOString(),
  },
  'bench',
)
const app = await buildApp({ database, webFolder: '', now: () => today })

const cells = listUnits(database).flatMap(({ code }) =>
  listIndicators(database).map(({ number }) => ({ unitCode: code, number })),
)
const rounds: { bare: number; ours: number }[] = []
for (const [period, day] of days) {
  today = new Date(`${day}T03:00:00Z`)
  const city = await uploaderOf({ app, database, close: async () => {} }, 'city')
  const lines = cells.map(
    ({ unitCode, number }, index) => `${unitCode};${number};${String(figureAt(index)).replace('.', ',')}`,
  )
  const file = { name: 'quý.csv', bytes: ['Mã đơn vị;Stt;Giá trị', ...lines].join('\n') }
  const url = `/api/imports/${period}`
  const preview = await city.send(url, file)
  const { token, counts } = preview.json()
  if (counts?.changed !== cells.length) throw new Error(preview.payload.slice(0, 500))
  let start = performance.now()
  const written = await city.send(`${url}/confirm`, file, { token })
  const ours = performance.now() - start
  if (written.json().written !== cells.length) throw new Error(written.payload.slice(0, 500))
  start = performance.now()
  const at = today.toISOString()
  appendRevisions(
    bare,
    cells.map((cell, index) => ({
      ...cell,
      period,
      figure: { value: figureAt(index) },
      state: 'draft',
      by: 'city',
      at,
    })),
  )
  rounds.push({ bare: performance.now() - start, ours })
}
console.log(JSON.stringify(rounds.slice(1)))
await app.close()
