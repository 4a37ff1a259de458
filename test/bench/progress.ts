import { startProgram, startServer } from '../support/running-server.ts'
import { againstMemory } from './requests.ts'
import { atLeast, type Row } from './row.ts'

/** Requests per second of a unit's progress against Fastify answering the same bytes from memory. */
export async function progress(): Promise<Row[]> {
  const server = await startServer({ DATA_SET: 'sample' })
  const url = `${server.address}/api/units/11443/progress?asOf=2026-Q3`
  const memory = await startProgram('test/bench/memory-server.ts', [url])
  try {
    const { ours, best, ratio } = await againstMemory(url, memory.address)
    return [
      { figure: 'progress of a unit, requests a second', value: ours },
      { figure: 'the same compressed bytes from memory', value: best },
      atLeast('progress: ratio', ratio, 0.5),
    ]
  } finally {
    await memory.stop()
    await server.stop()
  }
}
