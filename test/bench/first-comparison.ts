/**
 * First computations of the comparison on a database file, each of another quarter, and in turn the best bare query for
 * the same cells: for every indicator of every unit a seek to its latest figure that counts. Prints milliseconds and
 * megabytes as JSON.
 */
import { setTimeout as pause } from 'node:timers/promises'
import { citySeries, openDatabase } from '@moc57/db'
import { buildApp } from '@moc57/server'
import type { ComparisonItem } from '@moc57/shared/api'
import { dayAfterHistory, periodsOfHistory } from './history.ts'

const rounds = 40
const warmUp = 8

const [file = ''] = process.argv.slice(2)
const database = openDatabase(file, { dataSet: 'real' })
const app = await buildApp({ database, webFolder: '', now: () => dayAfterHistory })
const bare = database.sqlite
  .prepare<[string], [string, number, number | null]>(
    `SELECT unit.code, indicator.number, figure.value, figure.numerator, figure.denominator, figure.comparator
      FROM administrative_units AS unit CROSS JOIN indicators AS indicator
      LEFT JOIN measurements AS figure ON figure.id = (
        SELECT id FROM measurements AS latest
        WHERE latest.unit_code = unit.code AND latest.indicator_number = indicator.number
          AND latest.period <= (SELECT ?)
          AND (
            SELECT state FROM measurement_states WHERE measurement_id = latest.id ORDER BY id DESC LIMIT 1
          ) IN ('approved', 'unverified')
        ORDER BY latest.period DESC, latest.revision DESC LIMIT 1)`,
  )
  .raw()

const timed = async <Result>(work: () => Result | Promise<Result>) => {
  const start = performance.now()
  const result = await work()
  return { result, milliseconds: performance.now() - start }
}
const { milliseconds: load } = await timed(() => citySeries(database, '2025-Q1'))

const pairs: { bare: number; first: number }[] = []
for (const [round, asOf] of periodsOfHistory(database).slice(-rounds).entries()) {
  const query = await timed(() => bare.all(asOf))
  const answer = await timed(() => app.inject(`/api/comparison?asOf=${asOf}`))
  if (round === 0) checkSame(query.result, answer.result.json())
  if (round >= warmUp) pairs.push({ bare: query.milliseconds, first: answer.milliseconds })
  await pause(20)
}
console.log(JSON.stringify({ load, pairs, megabytes: process.resourceUsage().maxRSS / 1024 }))
await app.close()
database.close()

type Answer = { units: { code: string }[]; items: ComparisonItem[] }

function checkSame(rows: [string, number, number | null][], { units, items }: Answer): void {
  const known = new Map(rows.map(([code, number, value]) => [`${code} ${number}`, value]))
  for (const { number, value } of items) {
    for (const [place, { code }] of units.entries()) {
      const stored = known.get(`${code} ${number}`) ?? null
      const isSame =
        stored === null ? value[place] === null : Math.abs(stored / 10_000 - Number(value[place])) < 1e-4
      if (!isSame) throw new Error(`unit ${code}, indicator ${number}: ${value[place]} is not ${stored}`)
    }
  }
}
