import { assignmentsInForce, countedMeasurements, listIndicatorsOfUnit, targetsInForce } from '@moc57/db'
import {
  type CountedMeasurement,
  firstQuarter,
  type Indicator,
  type ProgressStatus,
  progressOf,
  type Quarter,
  shiftQuarter,
} from '@moc57/shared'
import { type ApprovalRow, type EntryRow, readApprovals, readSubmission } from '@moc57/shared/api'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import type { Context } from '../http/context.ts'
import { readUnitQuarter } from './unit-quarter.ts'

export const approvalRoutes: FastifyPluginAsyncZod<Context> = async (app, context) => {
  const { database, calendar, notice } = context

  app.route({
    ...readSubmission,
    handler: async ({ params, account, unit }) => {
      const asked = { unitCode: unit.code, period: params.period, account, calendar: calendar() }
      return { notice, unit, submission: readUnitQuarter(database, asked).submission }
    },
  })

  app.route({
    ...readApprovals,
    handler: async ({ params, account, unit }) => {
      const { period } = params
      const asked = { unitCode: unit.code, period, account, calendar: calendar() }
      const { submission, rows } = readUnitQuarter(database, asked)
      const assignments = assignmentsInForce(database, unit.code, period)
      const statusesOf = readStatuses(context, unit.code, period)
      const items = rows.map((row) => ({
        ...row,
        assignment: assignments.get(row.number) ?? null,
        status: statusesOf(row),
      }))
      return { notice, unit, submission, items }
    },
  })
}

/** Where an indicator stood the quarter before, stands now, and would stand with the figure that waits. */
function readStatuses(
  { database, calendar }: Context,
  unitCode: string,
  period: Quarter,
): (row: EntryRow) => ApprovalRow['status'] {
  const { closed } = calendar()
  const counted = countedMeasurements(database, unitCode, period)
  const indicators = new Map(
    listIndicatorsOfUnit(database, unitCode, period).map((indicator) => [indicator.number, indicator]),
  )
  const statusAt = (asOf: Quarter) => {
    const targets = targetsInForce(database, unitCode, asOf)
    return (number: number, measurements: readonly CountedMeasurement[]): ProgressStatus =>
      progressOf({
        asOf,
        closed,
        indicator: indicators.get(number) as Indicator,
        targets: targets.get(number) ?? [],
        measurements,
      }).status
  }
  const statusNow = statusAt(period)
  const statusBefore = period > firstQuarter ? statusAt(shiftQuarter(period, -1)) : null
  return ({ number, current }) => {
    const approved = counted.get(number) ?? []
    const others = approved.filter((figure) => figure.period !== period)
    return {
      before: statusBefore?.(number, approved) ?? null,
      counted: statusNow(number, approved),
      proposed: statusNow(number, current ? [...others, current] : approved),
    }
  }
}
