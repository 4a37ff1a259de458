import { createHash } from 'node:crypto'
import type { OutgoingHttpHeaders } from 'node:http'
import { promisify } from 'node:util'
import zlib from 'node:zlib'
import { Negotiator } from '@fastify/accept-negotiator'
import { type Database, dataVersion } from '@moc57/db'
import { todayInVietnam } from '@moc57/shared'
import type { FastifyReply, FastifyRequest } from 'fastify'
import plugin from 'fastify-plugin'
import { LRUCache } from 'lru-cache'
import { sessionCookieName } from './account.ts'

declare module 'fastify' {
  interface FastifyRequest {
    /** Of the data that the answer is made from. */
    dataVersion: string
  }
  interface FastifyReply {
    /** Sends the answer where somebody else's request has left it meanwhile. */
    sendIfCached: () => boolean
  }
  interface FastifyContextConfig {
    /** The answer depends on the address, the data and the day alone, so it may be cached until one of them changes. */
    cached?: boolean
    /** With `cached`: a signed-in account may be shown more, so its answers are made anew. */
    cachedForPublic?: boolean
  }
}

type Answer = { body: Buffer; etag: string; headers: OutgoingHttpHeaders }
type Encoding = 'br' | 'gzip' | 'identity'

const mostBytesCached = 64 * 1024 * 1024
const fewestBytesToCompress = 2048
const negotiator = new Negotiator<Encoding>({
  supportedValues: ['br', 'gzip', 'identity'],
  cache: new LRUCache<string, string>({ max: 100 }),
})

/**
 * Caches the answers of routes with `config.cached` in each encoding that was asked for, so that an unchanged view costs a
 * look-up. The database stays the one source of truth: all are dropped as soon as its data version or the
 * day changes, so a write is visible in the very next answer. Each carries an ETag; a client that has it already gets
 * 304. All of that is for the public: an answer to a signed-in account says that no browser or proxy may store it, as
 * does every answer of /api that is not cached.
 */
export const answers = plugin<{ database: Database; now: () => Date }>(async (app, { database, now }) => {
  const cached = new LRUCache<string, Answer>({
    maxSize: mostBytesCached,
    sizeCalculation: ({ body }, key) => body.length + key.length,
  })
  let cachedFor = ''
  app.decorateRequest('dataVersion', '')

  const presentVersion = () => `${dataVersion(database)} ${todayInVietnam(now())}`
  const mayCache = ({ routeOptions: { config }, account }: FastifyRequest) =>
    config.cached === true && !(config.cachedForPublic && account)
  /** Before it is known who asks. */
  const maySendCached = ({ routeOptions: { config }, headers }: FastifyRequest) =>
    config.cached === true && !(config.cachedForPublic && headers.cookie)
  const keyOf = (request: FastifyRequest) => `${encodingOf(request)} ${request.url}`

  const sendIfCached = (request: FastifyRequest, reply: FastifyReply): boolean => {
    if (!request.routeOptions.config.cached || app.isClosing()) return false
    request.dataVersion = presentVersion()
    if (request.dataVersion !== cachedFor) cached.clear()
    cachedFor = request.dataVersion
    const answer = maySendCached(request) && cached.get(keyOf(request))
    if (answer) sendCached(request, reply, answer)
    return Boolean(answer)
  }

  app.decorateReply('sendIfCached', function () {
    return sendIfCached(this.request, this)
  })
  app.addHook('onRequest', (request, reply, done) => {
    if (!sendIfCached(request, reply)) done()
  })

  app.addHook('onSend', async (request, reply, payload) => {
    const isOfAccount = request.account !== null || isPerhapsOfAccount(request)
    const isMadeAnew = isOfApi(request) && !request.routeOptions.config.cached
    if (isMadeAnew || (isOfAccount && !isPartOfProgram(reply))) reply.headers(notStored)
    const isNew = mayCache(request) && reply.statusCode === 200 && !reply.hasHeader('etag')
    if (!isNew || !(typeof payload === 'string' || Buffer.isBuffer(payload))) return payload
    const plain = Buffer.from(payload)
    const etag = etagOf(plain)
    reply.headers(isOfAccount ? notStored : { etag, ...checkedAgain })
    if (!isOfAccount && isKnown(request, etag)) {
      reply.code(304).removeHeader('content-type')
      return ''
    }
    const isText = /^text\/|json|svg/.test(String(reply.getHeader('content-type')))
    const encoding = isText && plain.length >= fewestBytesToCompress ? encodingOf(request) : 'identity'
    if (encoding !== 'identity') reply.header('content-encoding', encoding)
    const body = await compressedAs(encoding, plain)
    // A slow answer may have been overtaken by a write: it is still true of its moment, but not to be cached.
    const isCurrent = request.dataVersion === presentVersion() && request.dataVersion === cachedFor
    if (isCurrent) cached.set(keyOf(request), { body, etag, headers: headersOf(reply, body) })
    return body
  })
})

const notStored = { 'cache-control': 'no-store' }
const checkedAgain = { 'cache-control': 'no-cache', vary: 'accept-encoding' }

function encodingOf({ headers }: FastifyRequest): Encoding {
  const accepted = headers['accept-encoding']
  return (accepted && negotiator.negotiate(accepted)) || 'identity'
}

/** A weak one: the same for every encoding. */
function etagOf(body: Buffer): string {
  return `W/"${createHash('sha256').update(body).digest('base64url').slice(0, 22)}"`
}

/** All that goes out before the body, of this connection and of who asked nothing. */
function headersOf(reply: FastifyReply, body: Buffer): OutgoingHttpHeaders {
  const { connection: _, 'set-cookie': __, etag: ___, ...headers } = reply.getHeaders()
  return { ...(headers as OutgoingHttpHeaders), 'content-length': body.length }
}

/** Before the session is looked up: whoever sends its cookie is treated as signed in. */
function isPerhapsOfAccount({ headers }: FastifyRequest): boolean {
  return headers.cookie?.includes(`${sessionCookieName}=`) ?? false
}

/** A file of the built pages whose name changes with its content: the same for everybody, for good. */
function isPartOfProgram(reply: FastifyReply): boolean {
  return String(reply.getHeader('cache-control')).includes('immutable')
}

function isOfApi({ url }: FastifyRequest): boolean {
  return /^\/api(\/|\?|$)/.test(url)
}

const [brotli, gzip] = [promisify(zlib.brotliCompress), promisify(zlib.gzip)]
/** A little smaller than gzip at about its speed and memory. */
const brotliParams = { [zlib.constants.BROTLI_PARAM_QUALITY]: 5, [zlib.constants.BROTLI_PARAM_LGWIN]: 18 }

async function compressedAs(encoding: Encoding, body: Buffer): Promise<Buffer> {
  if (encoding === 'identity') return body
  return encoding === 'br' ? brotli(body, { params: brotliParams }) : gzip(body)
}

/** Whether the client says that it has this answer already. */
function isKnown({ headers }: FastifyRequest, etag: string): boolean {
  const known = headers['if-none-match']?.split(',').map((tag) => tag.trim())
  return known?.some((tag) => tag === etag || tag === '*') ?? false
}

/** Past all that other answers go through, which would take longer than finding this one. */
function sendCached(request: FastifyRequest, reply: FastifyReply, { body, etag, headers }: Answer): void {
  reply.hijack()
  if (isPerhapsOfAccount(request)) reply.raw.writeHead(200, { ...headers, ...notStored }).end(body)
  else if (isKnown(request, etag)) reply.raw.writeHead(304, { etag, ...checkedAgain }).end()
  else reply.raw.writeHead(200, { ...headers, etag, ...checkedAgain }).end(body)
}
