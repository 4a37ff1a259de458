import { execFile } from 'node:child_process'
import { closeSync, copyFileSync, fsyncSync, mkdtempSync, openSync, rmSync, writeSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { listUnits, openDatabase } from '@moc57/db'
import { makeOfficers, signInOfficer } from '../support/officers.ts'
import { startServer } from '../support/running-server.ts'
import { repository } from '../support/service.ts'
import { cellsOf, figureAt, openedQuarters } from './cells.ts'
import { sendInTurn } from './lean-client.ts'
import { atLeast, middle, type Row, whole } from './row.ts'

const run = promisify(execFile)
const rounds = 7
const seconds = 1

/**
 * Cells saved per second over HTTP, by one client and by 32, against the bare store making the same commits in turn.
 * Both write the same revisions of the same cells into equal files on one disk.
 */
export async function saves(): Promise<Row[]> {
  const folder = mkdtempSync(join(tmpdir(), 'moc57-saves-'))
  const [served, bare] = [join(folder, 'served.db'), join(folder, 'bare.db')]
  await makeOfficers(served, openedQuarters, (database) => listUnits(database).map(({ code }) => code))
  const cells = readCells(served)
  copyFileSync(served, bare)
  const server = await startServer({ DATABASE_PATH: served })
  try {
    const requests = await requestsFor(cells, server.address)
    const figures: { bare: number; one: number; many: number }[] = []
    for (let round = 0; round <= rounds; round += 1) {
      const figure = {
        bare: await bareSavesPerSecond(bare),
        one: await savesPerSecond(server.address, requests, 1),
        many: await savesPerSecond(server.address, requests, 32),
      }
      const isWarmUp = round === 0
      if (!isWarmUp) figures.push(figure)
    }
    return [
      { figure: 'an fsync of 20 KB, ms', value: middle(fsyncTimes(join(folder, 'fsync'))).toFixed(2) },
      { figure: 'cells saved by the bare store, a second', value: whole(middle(figures.map((f) => f.bare))) },
      { figure: 'saved over HTTP by 1 client, a second', value: whole(middle(figures.map((f) => f.one))) },
      { figure: 'saved over HTTP by 32 clients, a second', value: whole(middle(figures.map((f) => f.many))) },
      atLeast('saves by 1 client: ratio', middle(figures.map((f) => f.one / f.bare)), 0.5),
      atLeast('saves by 32 clients: ratio', middle(figures.map((f) => f.many / f.bare)), 0.5),
    ]
  } finally {
    await server.stop()
    rmSync(folder, { recursive: true })
  }
}

/** How long this disk takes, on which the ratio of one client depends, in milliseconds. */
function fsyncTimes(path: string): number[] {
  const file = openSync(path, 'w')
  const pages = Buffer.alloc(20 * 1024)
  const times = Array.from({ length: 500 }, () => {
    writeSync(file, pages, 0, pages.length, 0)
    const start = performance.now()
    fsyncSync(file)
    return performance.now() - start
  })
  closeSync(file)
  return times
}

type Cells = ReturnType<typeof cellsOf>

function readCells(file: string): Cells {
  const database = openDatabase(file, { dataSet: 'real' })
  const cells = cellsOf(database)
  database.close()
  return cells
}

/** A request for each cell, as its unit's officer sends it. */
async function requestsFor(cells: Cells, address: string): Promise<Buffer[]> {
  const cookies = new Map<string, string>()
  for (const { unitCode } of cells) {
    if (!cookies.has(unitCode)) cookies.set(unitCode, await signInOfficer(address, unitCode))
  }
  return cells.map(({ unitCode, number, period }, index) => {
    const body = JSON.stringify({ value: figureAt(index), source: 'Báo cáo số 12' })
    const head = [
      `PUT /api/units/${unitCode}/indicators/${number}/measurements/${period} HTTP/1.1`,
      `host: ${new URL(address).host}`,
      'content-type: application/json',
      `content-length: ${Buffer.byteLength(body)}`,
      `origin: ${address}`,
      `cookie: ${cookies.get(unitCode)}`,
    ]
    return Buffer.from(`${head.join('\r\n')}\r\n\r\n${body}`)
  })
}

async function savesPerSecond(
  address: string,
  requests: readonly Buffer[],
  clients: number,
): Promise<number> {
  const start = performance.now()
  const until = start + seconds * 1000
  const saved = await Promise.all(
    Array.from({ length: clients }, (_, first) =>
      sendInTurn(
        address,
        requests.filter((_, index) => index % clients === first),
        until,
      ),
    ),
  )
  return (saved.reduce((sum, count) => sum + count, 0) * 1000) / (performance.now() - start)
}

async function bareSavesPerSecond(file: string): Promise<number> {
  const program = join(repository, 'test/bench/bare-saves.ts')
  const { stdout } = await run(process.execPath, [program, file, String(seconds)])
  return Number(stdout)
}
