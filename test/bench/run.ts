/**
 * `npm run bench`: speed as ratios measured side by side in one run, so that they hold on any machine. Prints a
 * table and ends with 1 when a ratio or a size misses its bound.
 */
import autocannon from 'autocannon'
import { gzippedScripts } from '../support/first-page.ts'
import { startProgram, startServer } from '../support/running-server.ts'

type Row = { figure: string; value: string; bound: string; met: boolean }

const rounds = 5
const seconds = 3
const connections = 10

const server = await startServer({ DATA_SET: 'sample' })
const rows: Row[] = []
try {
  rows.push(...(await progressAgainstMemory(`${server.address}/api/units/11443/progress?asOf=2026-Q3`)))
  rows.push(...(await firstPage(`${server.address}/don-vi/11443`)))
} finally {
  await server.stop()
}
console.table(rows.map(({ met, ...row }) => ({ ...row, met: met ? 'yes' : 'NO' })))
process.exitCode = rows.every(({ met }) => met) ? 0 : 1

/** Requests per second of a unit's progress against Fastify answering the same bytes from memory, in turn. */
async function progressAgainstMemory(url: string): Promise<Row[]> {
  const memory = await startProgram('test/bench/memory-server.ts', [url])
  try {
    const pairs: { ours: number; memory: number }[] = []
    for (let round = 0; round <= rounds; round += 1) {
      const pair = { ours: await requestsPerSecond(url), memory: await requestsPerSecond(memory.address) }
      const isWarmUp = round === 0
      if (!isWarmUp) pairs.push(pair)
    }
    const ratio = middle(pairs.map((pair) => pair.ours / pair.memory))
    return [
      {
        figure: 'progress of a unit, requests a second',
        value: whole(middle(pairs.map((pair) => pair.ours))),
        bound: '',
        met: true,
      },
      {
        figure: 'the same bytes from memory, requests a second',
        value: whole(middle(pairs.map((pair) => pair.memory))),
        bound: '',
        met: true,
      },
      { figure: 'ratio', value: ratio.toFixed(2), bound: '≥ 0.50', met: ratio >= 0.5 },
    ]
  } finally {
    await memory.stop()
  }
}

async function requestsPerSecond(url: string): Promise<number> {
  const { requests, errors, non2xx } = await autocannon({ url, connections, duration: seconds })
  if (errors > 0 || non2xx > 0)
    throw new Error(`${url}: ${errors} errors, ${non2xx} answers that are no success`)
  return requests.average
}

/** What the browser loads for the first page, and that the charts are not among it. */
async function firstPage(url: string): Promise<Row[]> {
  const scripts = await gzippedScripts(url)
  const kilobytes = scripts.reduce((sum, { bytes }) => sum + bytes, 0) / 1024
  return [
    {
      figure: 'JavaScript of the first page, KB gzip',
      value: kilobytes.toFixed(1),
      bound: '≤ 200',
      met: kilobytes <= 200,
    },
  ]
}

function middle(values: number[]): number {
  return values.sort((a, b) => a - b)[values.length >> 1] ?? Number.NaN
}

function whole(value: number): string {
  return Math.round(value).toString()
}
