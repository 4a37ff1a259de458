import { listUnits as unitsFound } from '@moc57/db'
import { listUnits } from '@moc57/shared/api'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import type { Context } from '../http/context.ts'

export const unitRoutes: FastifyPluginAsyncZod<Context> = async (app, context) => {
  app.route({
    ...listUnits,
    config: { cached: true },
    handler: async ({ query }) => ({ notice: context.notice, items: unitsFound(context.database, query.q) }),
  })
}
