/**
 * Loaded before the service: writes into LONGEST_BLOCK_FILE for how long its event loop was held up at most, in
 * milliseconds of the processor's time of its main thread. On a busy machine that is the same as on an idle one. A
 * request with the header `x-measure` begins anew.
 */
import { subscribe } from 'node:diagnostics_channel'
import { writeFileSync } from 'node:fs'
import type { IncomingMessage } from 'node:http'
import { isMainThread } from 'node:worker_threads'

const file = process.env.LONGEST_BLOCK_FILE

if (isMainThread && file) {
  const spent = () => {
    const { user, system } = process.threadCpuUsage()
    return (user + system) / 1000
  }
  let last = spent()
  let longest = 0
  const write = () => writeFileSync(file, String(longest))
  subscribe('http.server.request.start', (message) => {
    const { request } = message as { request: IncomingMessage }
    if (!request.headers['x-measure']) return
    longest = 0
    write()
  })
  setInterval(() => {
    const block = spent() - last
    if (block > longest) {
      longest = block
      write()
    }
    last = spent()
  }, 1).unref()
}
