import { execFile } from 'node:child_process'
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { startProgram, startServer } from '../support/running-server.ts'
import { repository } from '../support/service.ts'
import { makeHistory } from './history.ts'
import { againstMemory } from './requests.ts'
import { atLeast, atMost, middle, type Row } from './row.ts'

const run = promisify(execFile)
const folder = join(repository, 'data/bench')
const mostMegabytes = 600

/** 114 units, 31 indicators, 80 quarters. */
export const comparison = () => comparisonOf('city', 114)

/** 3,321 units: 8.2 million figures, made once into a file of their own. */
export const national = () => comparisonOf('national', 3321)

async function comparisonOf(name: string, units: number): Promise<Row[]> {
  const file = join(folder, `${name}.db`)
  mkdirSync(folder, { recursive: true })
  makeHistory(file, units, (percent) => process.stderr.write(`\r${name}: making the figures, ${percent} % `))
  const { stdout } = await run(process.execPath, [join(repository, 'test/bench/first-comparison.ts'), file])
  const { load, pairs, megabytes } = JSON.parse(stdout) as {
    load: number
    pairs: { bare: number; first: number }[]
    megabytes: number
  }
  const milliseconds = (value: number) => `${value.toFixed(value < 100 ? 1 : 0)} ms`
  return [
    ...(await unchanged(name, file)),
    { figure: `${name}: figures read into memory, once at start`, value: milliseconds(load) },
    {
      figure: `${name}: bare query of every cell`,
      value: milliseconds(middle(pairs.map(({ bare }) => bare))),
    },
    {
      figure: `${name}: comparison computed anew`,
      value: milliseconds(middle(pairs.map(({ first }) => first))),
    },
    atMost(`${name}: computed anew, ratio`, middle(pairs.map(({ bare, first }) => first / bare)), 3),
    {
      figure: `${name}: resident memory at its highest, MB`,
      value: megabytes.toFixed(0),
      bound: `< ${mostMegabytes}`,
      isMet: megabytes < mostMegabytes,
    },
  ]
}

/** An unchanged comparison as a browser asks for it, and asked for again by its ETag. */
async function unchanged(name: string, file: string): Promise<Row[]> {
  const server = await startServer({ DATABASE_PATH: file, ADMIN_PASSWORD: 'mật khẩu thử' })
  const url = `${server.address}/api/comparison?asOf=2044-Q4`
  const memory = await startProgram('test/bench/memory-server.ts', [url])
  try {
    const { ours, best, ratio } = await againstMemory(url, memory.address)
    return [
      { figure: `${name}: unchanged comparison, requests a second`, value: ours },
      { figure: `${name}: the same compressed bytes from memory`, value: best },
      atLeast(`${name}: unchanged, ratio`, ratio, 0.8),
    ]
  } finally {
    await memory.stop()
    await server.stop()
  }
}
