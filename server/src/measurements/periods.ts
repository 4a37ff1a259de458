import {
  appendPeriodChange,
  type Database,
  listPeriodChanges,
  listPeriods,
  readReportingWindow,
} from '@moc57/db'
import { quarterInText, refusalsOfDays } from '@moc57/shared'
import { changeReportingPeriod, listReportingPeriods, type PeriodItem } from '@moc57/shared/api'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import type { Context } from '../http/context.ts'
import { badField, ProblemError } from '../http/problem.ts'

/** The days of the reporting periods: whatever depends on a window or a due day reads them. */
export const periodRoutes: FastifyPluginAsyncZod<Context> = async (app, context) => {
  const { database, calendar, notice } = context
  const read = () => ({ notice, today: calendar().today, items: periodItems(database) })

  app.route({
    ...listReportingPeriods,
    handler: async () => {
      return read()
    },
  })

  app.route({
    ...changeReportingPeriod,
    handler: async ({ params: { period }, body, deed }) => {
      const { reason, revision: basedOn, ...days } = body
      const refusals = refusalsOfDays(period, days, (other) => readReportingWindow(database, other))
      if (refusals.length > 0) {
        throw new ProblemError({
          status: 422,
          title: 'Ngày của kỳ chưa hợp lệ',
          detail: refusals.map(({ detail }) => detail).join(' '),
          errors: refusals.map(({ field, detail }) => ({ pointer: `#/${field}`, detail })),
        })
      }
      const { from, to, dueOn } = readReportingWindow(database, period)
      if (from === days.from && to === days.to && dueOn === days.dueOn) {
        throw badField(
          '#/dueOn',
          `Các ngày của ${quarterInText(period)} đang là như vậy, chưa có gì thay đổi.`,
        )
      }
      appendPeriodChange(database, { ...days, ...deed, period, reason, basedOn })
      return read()
    },
  })
}

const beforeAnyChange = ''

function periodItems(database: Database): PeriodItem[] {
  const changes = Map.groupBy(listPeriodChanges(database), ({ period }) => period)
  return listPeriods(database).map((item) => {
    const made = changes.get(item.period) ?? []
    const daysBefore = [readReportingWindow(database, item.period, beforeAnyChange), ...made]
    return {
      ...item,
      changes: made.map(({ period: _, ...change }, index) => {
        const { from, to, dueOn } = daysBefore[index] ?? change
        return { ...change, before: { from, to, dueOn } }
      }),
    }
  })
}
