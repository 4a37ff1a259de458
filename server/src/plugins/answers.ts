import { createHash } from 'node:crypto'
import { type Database, dataVersion } from '@moc57/db'
import type { FastifyReply, FastifyRequest } from 'fastify'
import plugin from 'fastify-plugin'
import { LRUCache } from 'lru-cache'

declare module 'fastify' {
  interface FastifyRequest {
    /** Of the data that the answer is made from. */
    dataVersion: string
  }
  interface FastifyContextConfig {
    /** The answer depends on the address, the data and the day alone, so it may be kept until one of them changes. */
    kept?: boolean
    /** With `kept`: a signed-in account may be shown more, so its answers are made anew. */
    keptForPublic?: boolean
  }
}

type Answer = { body: Buffer; headers: Record<string, string>; etag: string }

const mostBytesKept = 64 * 1024 * 1024
const keptHeaders = ['content-type', 'content-disposition'] as const

/**
 * Keeps the answers of routes with `config.kept`, so that an unchanged view costs a look-up. The database stays the
 * one source of truth: all are dropped as soon as its data version or the day changes, so a write is visible in the
 * very next answer. Each carries an ETag; a client that has it already gets 304.
 */
export const answers = plugin<{ database: Database; today: () => string }>(
  async (app, { database, today }) => {
    const kept = new LRUCache<string, Answer>({
      maxSize: mostBytesKept,
      sizeCalculation: ({ body }, address) => body.length + address.length,
    })
    let keptFor = ''
    app.decorateRequest('dataVersion', '')

    const presentVersion = () => `${dataVersion(database)} ${today()}`
    const mayKeep = ({ routeOptions: { config }, account }: FastifyRequest) =>
      config.kept === true && !(config.keptForPublic && account)

    app.addHook('onRequest', async (request, reply) => {
      if (!mayKeep(request)) return
      request.dataVersion = presentVersion()
      if (request.dataVersion !== keptFor) kept.clear()
      keptFor = request.dataVersion
      const answer = kept.get(request.url)
      if (answer) return sendAnswer(request, reply, answer)
    })

    app.addHook('onSend', async (request, reply, payload) => {
      const isNew = mayKeep(request) && reply.statusCode === 200 && !reply.hasHeader('etag')
      if (!isNew || !(typeof payload === 'string' || Buffer.isBuffer(payload))) return payload
      // A slow answer may have been overtaken by a write: it is still true of its moment, but not to be kept.
      const isCurrent = request.dataVersion === presentVersion() && request.dataVersion === keptFor
      const etag = `"${createHash('sha256').update(payload).digest('base64url').slice(0, 22)}"`
      const headers = keptHeaders.flatMap((name) => {
        const value = reply.getHeader(name)
        return typeof value === 'string' ? [[name, value]] : []
      })
      if (isCurrent) {
        kept.set(request.url, { body: Buffer.from(payload), headers: Object.fromEntries(headers), etag })
      }
      reply.headers({ etag, 'cache-control': 'no-cache' })
      return payload
    })
  },
)

function sendAnswer(request: FastifyRequest, reply: FastifyReply, { body, headers, etag }: Answer) {
  reply.headers({ etag, 'cache-control': 'no-cache' })
  if (request.headers['if-none-match'] === etag) return reply.code(304).send()
  return reply.headers(headers).send(body)
}
