import { countedAt, isCounted, type LoggedState, listLoggedStates, targetsInForce } from '@moc57/db'
import { type CountedMeasurement, progressOf } from '@moc57/shared'
import { type FigureRevision, readRevisions } from '@moc57/shared/api'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import type { Context } from '../http/context.ts'

export const revisionRoutes: FastifyPluginAsyncZod<Context> = async (app, context) => {
  const { database, calendar, notice } = context

  app.route({
    ...readRevisions,
    handler: async ({ query, unit, indicator }) => {
      const { currentQuarter, closed } = calendar()
      const { period = currentQuarter } = query
      const targets = targetsInForce(database, unit.code, period).get(indicator.number) ?? []
      const standingWith = (measurements: readonly CountedMeasurement[]) => {
        const { value, status } = progressOf({ asOf: period, closed, indicator, targets, measurements })
        return { value, status }
      }
      const log = listLoggedStates(database, unit.code, indicator.number, period)
      const { number, shortName, unitOfMeasure } = indicator
      return {
        notice,
        unit,
        period,
        number,
        shortName,
        unitOfMeasure,
        items: revisionsOf(
          log.filter((entry) => entry.period === period),
          ({ stateId }) => ({
            without: standingWith(countedAt(log, stateId - 1)),
            with: standingWith(countedAt(log, stateId)),
          }),
        ),
      }
    },
  })
}

/** The revisions of a cell from the log of their states; `effectOf` tells what a state that counts did. */
function revisionsOf(
  log: readonly LoggedState[],
  effectOf: (counting: LoggedState) => FigureRevision['effect'],
): FigureRevision[] {
  const revisions = [...Map.groupBy(log, ({ id }) => id).values()]
  return revisions.map((states, index) => {
    const [first] = states as [LoggedState, ...LoggedState[]]
    const counting = states.find(({ state }) => isCounted(state))
    return {
      ...first,
      replaced: revisions[index - 1]?.[0] ?? null,
      changes: states.map(({ state, by, at, stateReason }) => ({ state, by, at, reason: stateReason })),
      effect: counting ? effectOf(counting) : null,
    }
  })
}
