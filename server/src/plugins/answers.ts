import { createHash } from 'node:crypto'
import { promisify } from 'node:util'
import zlib from 'node:zlib'
import { Negotiator } from '@fastify/accept-negotiator'
import { type Database, dataVersion } from '@moc57/db'
import { todayInVietnam } from '@moc57/shared'
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
type Encoding = 'br' | 'gzip' | 'identity'

const mostBytesKept = 64 * 1024 * 1024
const fewestBytesToCompress = 2048
const keptHeaders = ['content-type', 'content-disposition'] as const
const negotiator = new Negotiator<Encoding>({
  supportedValues: ['br', 'gzip', 'identity'],
  cache: new LRUCache<string, string>({ max: 100 }),
})

/**
 * Keeps the answers of routes with `config.kept` in each encoding that was asked for, so that an unchanged view costs a
 * look-up. The database stays the one source of truth: all are dropped as soon as its data version or the
 * day changes, so a write is visible in the very next answer. Each carries an ETag; a client that has it already gets
 * 304.
 */
export const answers = plugin<{ database: Database; now: () => Date }>(async (app, { database, now }) => {
  const kept = new LRUCache<string, Answer>({
    maxSize: mostBytesKept,
    sizeCalculation: ({ body }, key) => body.length + key.length,
  })
  let keptFor = ''
  app.decorateRequest('dataVersion', '')

  const presentVersion = () => `${dataVersion(database)} ${todayInVietnam(now())}`
  const mayKeep = ({ routeOptions: { config }, account }: FastifyRequest) =>
    config.kept === true && !(config.keptForPublic && account)
  /** Before it is known who asks. */
  const maySendKept = ({ routeOptions: { config }, headers }: FastifyRequest) =>
    config.kept === true && !(config.keptForPublic && headers.cookie)
  const keyOf = (request: FastifyRequest) => `${encodingOf(request)} ${request.url}`

  app.addHook('onRequest', async (request, reply) => {
    if (!request.routeOptions.config.kept) return
    request.dataVersion = presentVersion()
    if (request.dataVersion !== keptFor) kept.clear()
    keptFor = request.dataVersion
    const answer = maySendKept(request) && kept.get(keyOf(request))
    if (answer) return sendAnswer(request, reply, answer)
  })

  app.addHook('onSend', async (request, reply, payload) => {
    const isNew = mayKeep(request) && reply.statusCode === 200 && !reply.hasHeader('etag')
    if (!isNew || !(typeof payload === 'string' || Buffer.isBuffer(payload))) return payload
    const answer = await compressedAs(encodingOf(request), plainAnswer(reply, Buffer.from(payload)))
    // A slow answer may have been overtaken by a write: it is still true of its moment, but not to be kept.
    const isCurrent = request.dataVersion === presentVersion() && request.dataVersion === keptFor
    if (isCurrent) kept.set(keyOf(request), answer)
    const { body, headers, etag } = answer
    reply.headers({ ...headers, etag, ...checkedAgain })
    return body
  })
})

const checkedAgain = { 'cache-control': 'no-cache', vary: 'accept-encoding' }

function encodingOf({ headers }: FastifyRequest): Encoding {
  const accepted = headers['accept-encoding']
  return (accepted && negotiator.negotiate(accepted)) || 'identity'
}

/** A weak ETag: the same for every encoding. */
function plainAnswer(reply: FastifyReply, body: Buffer): Answer {
  const headers = keptHeaders.flatMap((name) => {
    const value = reply.getHeader(name)
    return typeof value === 'string' ? [[name, value]] : []
  })
  const hash = createHash('sha256').update(body).digest('base64url').slice(0, 22)
  return { body, headers: Object.fromEntries(headers), etag: `W/"${hash}"` }
}

const [brotli, gzip] = [promisify(zlib.brotliCompress), promisify(zlib.gzip)]
/** A little smaller than gzip at about its speed and memory. */
const brotliParams = { [zlib.constants.BROTLI_PARAM_QUALITY]: 5, [zlib.constants.BROTLI_PARAM_LGWIN]: 18 }

async function compressedAs(encoding: Encoding, answer: Answer): Promise<Answer> {
  const { body, headers } = answer
  const isText = /^text\/|json|svg/.test(headers['content-type'] ?? '')
  if (encoding === 'identity' || !isText || body.length < fewestBytesToCompress) return answer
  const compressed = encoding === 'br' ? await brotli(body, { params: brotliParams }) : await gzip(body)
  return { ...answer, body: compressed, headers: { ...headers, 'content-encoding': encoding } }
}

function sendAnswer(request: FastifyRequest, reply: FastifyReply, { body, headers, etag }: Answer) {
  reply.headers({ etag, ...checkedAgain })
  const known = request.headers['if-none-match']?.split(',').map((tag) => tag.trim())
  if (known?.some((tag) => tag === etag || tag === '*')) return reply.code(304).send()
  return reply.headers(headers).send(body)
}
