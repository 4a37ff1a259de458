import { fileResponse, type ReportingPeriod } from '@moc57/shared'
import { readReporting } from '@moc57/shared/api'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { authorize } from '../authorize.ts'
import type { Context } from '../context.ts'
import { reportingCsv } from '../exports/reporting-csv.ts'
import { fileTypes, sendAsFile } from '../exports/send-as-file.ts'
import { reportingOf } from '../reporting.ts'

/** Who has reported, for the city: a unit sees its own quarter elsewhere. */
export const reportingRoutes: FastifyPluginAsyncZod<Context> = async (app, context) => {
  const read = (period: ReportingPeriod | undefined) => {
    const calendar = context.calendar()
    return reportingOf(context, period ?? calendar.lastClosed, calendar)
  }

  app.route({
    ...readReporting,
    handler: async ({ query, account }) => {
      authorize(account, 'readSubmission')
      return read(query.period)
    },
  })

  const { querystring, tags } = readReporting.schema
  app.get(`${readReporting.url}.csv`, {
    schema: {
      querystring,
      tags,
      summary: 'The same as CSV (UTF-8 with BOM), a line a unit',
      response: fileResponse(fileTypes.csv),
    },
    handler: async ({ query, account }, reply) => {
      authorize(account, 'readSubmission')
      const reporting = read(query.period)
      sendAsFile(reply, 'csv', [reporting.notice && 'minh-hoa', 'nop-so-lieu', reporting.period])
      return reportingCsv(reporting)
    },
  })
}
