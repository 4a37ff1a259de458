import { recordBrowserError } from '@moc57/shared/api'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { LRUCache } from 'lru-cache'
import { ProblemError } from '../http/problem.ts'

const mostBodyBytes = 8 * 1024
/** Of one address, in a minute that begins with the first of them; a whole office may stand behind one address. */
const mostOfAddress = 30
const minute = 60_000

/** Writes errors of browsers into the log. Each address may tell a few: whoever wants to fill the log is stopped. */
export const browserErrorRoutes: FastifyPluginAsyncZod = async (app) => {
  const told = new LRUCache<string, { times: number }>({ max: 1000, ttl: minute })
  app.route({
    ...recordBrowserError,
    bodyLimit: mostBodyBytes,
    handler: async ({ body, ip, log, account }) => {
      const count = told.get(ip) ?? { times: 0 }
      if (count.times === 0) told.set(ip, count)
      count.times += 1
      if (count.times > mostOfAddress) {
        throw new ProblemError({
          status: 429,
          title: 'Gửi quá nhiều',
          detail: 'Máy chủ đã nhận đủ báo lỗi từ máy này. Không cần gửi lại.',
        })
      }
      log.warn({ ...body, account: account?.username ?? null, address: ip }, 'browser error')
      return {}
    },
  })
}
