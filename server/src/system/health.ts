import { readHealth } from '@moc57/shared/api'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { commit } from '../http/commit.ts'
import { type HealthCheck, resultsOf } from '../http/health-checks.ts'
import { version } from '../http/version.ts'

/** Whether the service does what it is for: all checks are run anew, and one that fails is enough for 503. */
export const healthRoutes: FastifyPluginAsyncZod<{ checks: readonly HealthCheck[] }> = async (
  app,
  { checks },
) => {
  app.route({
    ...readHealth,
    handler: async (request, reply) => {
      const found = await resultsOf(checks, request.log)
      const results = found.map(
        ({ name, detail }) =>
          [
            name,
            detail === undefined ? { status: 'ok' as const } : { status: 'failing' as const, detail },
          ] as const,
      )
      const answer = { version, commit, checks: Object.fromEntries(results) }
      reply.header('cache-control', 'no-store')
      if (results.every(([, { status }]) => status === 'ok')) return { status: 'ok' as const, ...answer }
      return reply.code(503).send({ status: 'failing' as const, ...answer })
    },
  })
}
