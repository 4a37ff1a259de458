import { existsSync, renameSync, rmSync } from 'node:fs'
import { type Database, listIndicators, listPeriods, listUnits, openDatabase, seedDatabase } from '@moc57/db'
import { seedsFolder } from '../support/service.ts'

const quarters = 80
/** A day in the quarter after the last of them. */
export const dayAfterHistory = new Date('2045-02-01T03:00:00Z')

/**
 * A database file with `units` units, the reference list and 80 quarters of approved figures, four of five of them
 * shares; left as it is where it is there already.
 *
 * @param tell is called now and then with how much is done, in percent
 */
export function makeHistory(file: string, units: number, tell: (percent: number) => void = () => {}): void {
  if (existsSync(file)) return
  const partial = `${file}.part`
  for (const side of ['', '-wal', '-shm']) rmSync(partial + side, { force: true })
  const database = openDatabase(partial, { dataSet: 'real' })
  seedDatabase(database, { seedsFolder, now: new Date('2025-01-01T00:00:00Z') })
  addUnits(database, units)
  // Nobody depends on this file yet, and its rows follow the rules that the triggers keep.
  database.sqlite.pragma('synchronous = OFF')
  database.sqlite.pragma('cache_size = -400000')
  const triggers = dropTriggers(database)
  addFigures(database, tell)
  for (const trigger of triggers) database.sqlite.exec(trigger)
  database.close()
  renameSync(partial, file)
}

/** The quarters that have figures, the oldest first. */
export function periodsOfHistory(database: Database) {
  return listPeriods(database)
    .map(({ period }) => period)
    .slice(0, quarters)
}

function addUnits(database: Database, wanted: number): void {
  const known = new Set(listUnits(database).map(({ code }) => code))
  const insert = database.sqlite.prepare(
    `INSERT INTO administrative_units (code, name, type, province_code, search_name) VALUES (?, ?, 'xã', '01', ?)`,
  )
  for (let code = 30_000; known.size < wanted; code += 1) {
    if (known.has(String(code))) continue
    known.add(String(code))
    insert.run(String(code), `Đơn vị ${code}`, `don vi ${code}`)
  }
}

function dropTriggers({ sqlite }: Database): string[] {
  const triggers = sqlite
    .prepare<[], { name: string; sql: string }>(`SELECT name, sql FROM sqlite_schema WHERE type = 'trigger'`)
    .all()
  for (const { name } of triggers) sqlite.exec(`DROP TRIGGER "${name}"`)
  return triggers.map(({ sql }) => sql)
}

function addFigures(database: Database, tell: (percent: number) => void): void {
  const { sqlite } = database
  const insert = sqlite.prepare(
    `INSERT INTO measurements
       (unit_code, indicator_number, period, revision, value, numerator, denominator, recorded_by, recorded_at)
     VALUES (?, ?, ?, 1, ?, ?, ?, 'bench', ?)`,
  )
  const approve = sqlite.prepare(
    `INSERT INTO measurement_states (measurement_id, state, by, at) VALUES (?, 'approved', 'bench', ?)`,
  )
  // The seeds bring three figures of their own.
  const isThere = sqlite.prepare(
    'SELECT 1 FROM measurements WHERE unit_code = ? AND indicator_number = ? AND period = ?',
  )
  const periods = periodsOfHistory(database)
  const units = listUnits(database)
  const indicators = listIndicators(database)
  for (const [index, period] of periods.entries()) {
    const at = `${period.slice(0, 4)}-12-20T02:00:00.000Z`
    const addQuarter = sqlite.transaction(() => {
      for (const { code } of units) {
        for (const { number } of indicators) {
          if (isThere.get(code, number, period)) continue
          const { lastInsertRowid } = insert.run(
            code,
            number,
            period,
            ...figureOf(Number(code), number, index),
            at,
          )
          approve.run(lastInsertRowid, at)
        }
      }
    })
    addQuarter()
    tell(Math.round(((index + 1) * 100) / periods.length))
  }
}

/** Value in ten-thousandths, numerator, denominator: a climb at a pace of the unit's own, with some unevenness. */
function figureOf(code: number, number: number, quarter: number): [number, string | null, string | null] {
  const uneven = ((code * 31 + number * 17 + quarter * 7919) % 101) / 50
  const percent = Math.min(100, 20 + (code % 40) + quarter * (0.2 + (code % 13) / 10) + uneven)
  if (number % 5 === 0) return [Math.round(percent * 10) * 1000, null, null]
  const denominator = 20 + ((code * 97 + number * 1009) % 40_000)
  const numerator = Math.round((percent * denominator) / 100)
  return [Math.round((numerator * 1_000_000) / denominator), String(numerator), String(denominator)]
}
