import { readHealth } from '@moc57/shared/api'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'

export const healthRoutes: FastifyPluginAsyncZod = async (app) => {
  app.route({ ...readHealth, handler: async () => ({ status: 'ok' as const }) })
}
