import { randomBytes } from 'node:crypto'
import { type FastifyReply, type FastifyRequest, LogController } from 'fastify'
import plugin from 'fastify-plugin'

/** Few enough signs to be read out over the telephone; of two requests with the same one the time tells. */
export function newRequestId(): string {
  return randomBytes(4).toString('hex')
}

/**
 * One line a request, once it is answered. The route is written as its pattern: what stands in an address may be about a
 * person. The account is written by its username: the operator finds it on the pages of accounts and of the audit, where
 * an id stands nowhere.
 */
export class RequestLog extends LogController {
  constructor() {
    super({ requestIdLogLabel: 'id' })
  }

  override incomingRequest(request: FastifyRequest): void {
    request.log.debug({ method: request.method, route: routeOf(request) }, 'request begun')
  }

  override requestCompleted(error: Error | null, request: FastifyRequest, reply: FastifyReply): void {
    if (error) reply.log.error({ err: error }, 'answer broken off')
    if (!request.raw.aborted)
      request.log.info(lineOf(request, reply.statusCode, reply.elapsedTime), 'request')
  }

  override defaultErrorLog(error: Error, request: FastifyRequest): void {
    request.log.error({ err: error }, 'failed')
  }

  override streamError(error: Error, request: FastifyRequest): void {
    request.log.warn({ err: error }, 'answer broken off')
  }

  override routeNotFound(): void {}

  override writeHeadError(error: Error, request: FastifyRequest): void {
    request.log.error({ err: error }, 'failed')
  }
}

/** Also the requests whose sender has gone before they were answered. */
export const abortedRequests = plugin(async (app) => {
  app.addHook('onRequestAbort', async (request) => {
    request.log.info({ ...lineOf(request, null, null), isAborted: true }, 'request')
  })
})

function lineOf(request: FastifyRequest, status: number | null, ms: number | null) {
  const { method, account, ip } = request
  return {
    method,
    route: routeOf(request),
    status,
    ms: ms && Math.round(ms * 10) / 10,
    account: account?.username ?? null,
    address: ip,
  }
}

/** `null` for a page, which the browser builds itself, and for an address that does not exist. */
function routeOf({ is404, routeOptions }: FastifyRequest): string | null {
  return is404 ? null : (routeOptions.url ?? null)
}
