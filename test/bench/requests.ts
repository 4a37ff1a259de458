import autocannon from 'autocannon'
import { middle, whole } from './row.ts'

const rounds = 11
const seconds = 1
const connections = 10
/** As a browser asks. */
export const acceptEncoding = 'gzip, deflate, br'

/** Requests per second of an address and of one that answers the same bytes from memory, in turn. */
export async function againstMemory(
  url: string,
  memory: string,
): Promise<{ ours: string; best: string; ratio: number }> {
  const pairs: { ours: number; memory: number }[] = []
  for (let round = 0; round <= rounds; round += 1) {
    const pair = { ours: await requestsPerSecond(url), memory: await requestsPerSecond(memory) }
    const isWarmUp = round === 0
    if (!isWarmUp) pairs.push(pair)
  }
  return {
    ours: whole(middle(pairs.map((pair) => pair.ours))),
    best: whole(middle(pairs.map((pair) => pair.memory))),
    ratio: middle(pairs.map((pair) => pair.ours / pair.memory)),
  }
}

async function requestsPerSecond(url: string): Promise<number> {
  const headers = { 'accept-encoding': acceptEncoding }
  const { requests, errors, non2xx } = await autocannon({ url, connections, duration: seconds, headers })
  if (errors > 0 || non2xx > 0)
    throw new Error(`${url}: ${errors} errors, ${non2xx} answers that are no success`)
  return requests.average
}
