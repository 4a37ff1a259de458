import {
  assignmentsInForce,
  listIndicators as indicatorsOfPlan,
  referenceUnitCode,
  targetsInForce,
} from '@moc57/db'
import { listIndicators } from '@moc57/shared/api'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import type { Context } from '../http/context.ts'

export const indicatorRoutes: FastifyPluginAsyncZod<Context> = async (
  app,
  { database, calendar, notice },
) => {
  app.route({
    ...listIndicators,
    config: { cached: true },
    handler: async () => {
      const asOf = calendar().currentQuarter
      const unitCode = referenceUnitCode(database)
      const targets = targetsInForce(database, unitCode, asOf)
      const assignments = assignmentsInForce(database, unitCode, asOf)
      const items = indicatorsOfPlan(database).map((indicator) => ({
        ...indicator,
        targets: targets.get(indicator.number) ?? [],
        assignment: assignments.get(indicator.number) ?? null,
      }))
      return { notice, items }
    },
  })
}
