import { listTasks as tasksOfUnit, listUnits as unitsFound } from '@moc57/db'
import { listTasks, listUnits } from '@moc57/shared/api'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { type Context, unitOf } from '../context.ts'

export const unitRoutes: FastifyPluginAsyncZod<Context> = async (app, context) => {
  app.route({
    ...listUnits,
    config: { kept: true },
    handler: async ({ query }) => ({ notice: context.notice, items: unitsFound(context.database, query.q) }),
  })

  app.route({
    ...listTasks,
    config: { kept: true },
    handler: async ({ params }) => {
      const unit = unitOf(context, params.unitCode)
      return { notice: context.notice, unit, items: tasksOfUnit(context.database, unit.code) }
    },
  })
}
