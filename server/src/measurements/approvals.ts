import { againstTargetsOf, type PlannedIndicator, readPlanView } from '@moc57/db'
import { type AdministrativeUnit, firstQuarter, progressOf, type Quarter, shiftQuarter } from '@moc57/shared'
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
      const statuses = readStatuses(context, unit, period)
      const items = rows.map((row) => ({ ...row, ...statuses(row) }))
      return { notice, unit, submission, items }
    },
  })
}

/** Who an indicator is assigned to; where it stood the quarter before, stands now, and would with the figure that waits. */
function readStatuses(
  { database, calendar }: Context,
  unit: AdministrativeUnit,
  period: Quarter,
): (row: EntryRow) => Pick<ApprovalRow, 'assignment' | 'status'> {
  const { closed } = calendar()
  const view = readPlanView(database, unit, { asOf: period })
  const before = period > firstQuarter ? shiftQuarter(period, -1) : null
  const earlier = before && againstTargetsOf(database, unit, view, { asOf: before })
  const indexes = new Map(view.items.map(({ indicator }, index) => [indicator.number, index]))
  return ({ number, current }) => {
    const index = indexes.get(number) as number
    const planned = view.items[index] as PlannedIndicator
    const others = planned.measurements.filter((figure) => figure.period !== period)
    const proposed = current ? { ...planned, measurements: [...others, current] } : planned
    const statusOf = (item: PlannedIndicator, asOf = period) => progressOf({ ...item, asOf, closed }).status
    return {
      assignment: planned.assignment,
      status: {
        before: before && earlier ? statusOf(earlier[index] as PlannedIndicator, before) : null,
        counted: statusOf(planned),
        proposed: statusOf(proposed),
      },
    }
  }
}
