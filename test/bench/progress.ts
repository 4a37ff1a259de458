import autocannon from 'autocannon'
import { startProgram, startServer } from '../support/running-server.ts'
import { atLeastHalf, middle, type Row, whole } from './row.ts'

const rounds = 5
const seconds = 3
const connections = 10

/** Requests per second of a unit's progress against Fastify answering the same bytes from memory, in turn. */
export async function progress(): Promise<Row[]> {
  const server = await startServer({ DATA_SET: 'sample' })
  const url = `${server.address}/api/units/11443/progress?asOf=2026-Q3`
  const memory = await startProgram('test/bench/memory-server.ts', [url])
  try {
    const pairs: { ours: number; memory: number }[] = []
    for (let round = 0; round <= rounds; round += 1) {
      const pair = { ours: await requestsPerSecond(url), memory: await requestsPerSecond(memory.address) }
      const isWarmUp = round === 0
      if (!isWarmUp) pairs.push(pair)
    }
    return [
      {
        figure: 'progress of a unit, requests a second',
        value: whole(middle(pairs.map((pair) => pair.ours))),
      },
      {
        figure: 'the same bytes from memory, requests a second',
        value: whole(middle(pairs.map((pair) => pair.memory))),
      },
      atLeastHalf('progress: ratio', middle(pairs.map((pair) => pair.ours / pair.memory))),
    ]
  } finally {
    await memory.stop()
    await server.stop()
  }
}

async function requestsPerSecond(url: string): Promise<number> {
  const { requests, errors, non2xx } = await autocannon({ url, connections, duration: seconds })
  if (errors > 0 || non2xx > 0)
    throw new Error(`${url}: ${errors} errors, ${non2xx} answers that are no success`)
  return requests.average
}
