import { timingSafeEqual } from 'node:crypto'
import { isIP } from 'node:net'
import { monitorEventLoopDelay } from 'node:perf_hooks'
import { commitsOf, type Database } from '@moc57/db'
import { Gauge, Histogram, Registry } from '@platformatic/prom-client'
import type { FastifyRequest } from 'fastify'
import plugin from 'fastify-plugin'
import { commit } from './commit.ts'
import { ProblemError } from './problem.ts'
import { version } from './version.ts'

type MetricsOptions = { database: Database; backupAge: (() => number) | null; token: string | undefined }

/** Seconds: from an answer that was cached to one that waits for a report. */
const buckets = [0.005, 0.02, 0.05, 0.1, 0.3, 1, 3, 10, 30]
const nanoseconds = 1e9

/**
 * Numbers for Prometheus at `/metrics`. A request counts under the pattern of its route, so that no unit, name or
 * address of a person becomes a label.
 */
export const metrics = plugin<MetricsOptions>(async (app, { database, backupAge, token }) => {
  const register = new Registry()
  const registers = [register]
  const requests = new Histogram({
    name: 'moc57_http_request_duration_seconds',
    help: 'Answers, by the pattern of their route',
    labelNames: ['method', 'route', 'status'],
    buckets,
    registers,
  })
  app.addHook('onResponse', (request, reply, done) => {
    const route = request.routeOptions.url ?? 'none'
    const { method } = request
    requests.observe({ method, route, status: String(reply.statusCode) }, reply.elapsedTime / 1000)
    done()
  })

  const lag = monitorEventLoopDelay({ resolution: 20 })
  lag.enable()
  app.addHook('onClose', async () => void lag.disable())
  const gauge = (name: string, help: string, read: () => number) =>
    new Gauge({
      name: `moc57_${name}`,
      help,
      registers,
      collect() {
        this.set(read())
      },
    })
  new Gauge({
    name: 'moc57_event_loop_lag_seconds',
    help: 'How long the loop was kept from its next turn since the last reading',
    labelNames: ['quantile'],
    registers,
    collect() {
      for (const quantile of [0.5, 0.99]) {
        this.set({ quantile: String(quantile) }, (lag.percentile(quantile * 100) || 0) / nanoseconds)
      }
      this.set({ quantile: '1' }, lag.max / nanoseconds)
      lag.reset()
    },
  })
  gauge('commits', 'Durable commits since the start', () => commitsOf(database))
  gauge('resident_memory_bytes', 'Memory of the process', () => process.memoryUsage.rss())
  gauge('uptime_seconds', 'Since the start', () => process.uptime())
  if (backupAge) {
    gauge('backup_age_seconds', 'Since the newest backup was made', () => backupAge() * 3600)
  }
  new Gauge({
    name: 'moc57_info',
    help: 'What runs',
    labelNames: ['version', 'commit'],
    registers,
  }).set({ version, commit: commit ?? '' }, 1)

  app.get('/metrics', {
    schema: { hide: true },
    handler: async (request, reply) => {
      if (!mayRead(request, token)) throw refusal
      reply.headers({ 'content-type': register.contentType, 'cache-control': 'no-store' })
      return register.metrics()
    },
  })
})

/** As if there were nothing: who may not read them need not know of them. */
const refusal = new ProblemError({
  status: 404,
  title: 'Không có trang này',
  detail: 'Số đo của máy chủ chỉ đọc được trên chính máy đó, hoặc với mã đặt ở biến METRICS_TOKEN.',
})

/** With a token whoever has it; without one this machine alone, and nobody for whom a proxy speaks. */
function mayRead({ headers, raw: { socket } }: FastifyRequest, token: string | undefined): boolean {
  if (token) return isSame(headers.authorization ?? '', `Bearer ${token}`)
  const isForwarded = ['forwarded', 'x-forwarded-for', 'x-real-ip', 'via'].some((name) => name in headers)
  return !isForwarded && isThisMachine(socket.remoteAddress ?? '')
}

function isSame(given: string, wanted: string): boolean {
  const [a, b] = [Buffer.from(given), Buffer.from(wanted)]
  return a.length === b.length && timingSafeEqual(a, b)
}

function isThisMachine(address: string): boolean {
  const plain = address.replace(/^::ffff:/, '')
  return isIP(plain) !== 0 && (plain.startsWith('127.') || plain === '::1')
}
