import { fileResponse, type Output, type ReportingPeriod } from '@moc57/shared'
import { ReportingFileQuery, readReporting } from '@moc57/shared/api'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { authorize } from '../authorize.ts'
import type { Context } from '../context.ts'
import { reportingCsv, reportingWorkbook } from '../exports/reporting-sheets.ts'
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

  const { tags } = readReporting.schema
  const asked = ({ period, standing }: ReportingFileQuery) => {
    const reporting = read(period)
    return { ...reporting, items: reporting.items.filter((item) => !standing || item.standing === standing) }
  }
  const nameOf = ({ notice, period }: Output<typeof readReporting>) => [
    notice && 'minh-hoa',
    'nop-so-lieu',
    period,
  ]

  app.get(`${readReporting.url}.csv`, {
    schema: {
      querystring: ReportingFileQuery,
      tags,
      summary: 'The same as CSV (UTF-8 with BOM), a line a unit',
      response: fileResponse(fileTypes.csv),
    },
    handler: async ({ query, account }, reply) => {
      authorize(account, 'readSubmission')
      const reporting = asked(query)
      sendAsFile(reply, 'csv', nameOf(reporting))
      return reportingCsv(reporting)
    },
  })

  app.get(`${readReporting.url}.xlsx`, {
    schema: {
      querystring: ReportingFileQuery,
      tags,
      summary: 'The same as a workbook, a row a unit',
      response: fileResponse(fileTypes.xlsx),
    },
    handler: async ({ query, account }, reply) => {
      authorize(account, 'readSubmission')
      const reporting = asked(query)
      sendAsFile(reply, 'xlsx', nameOf(reporting))
      return reportingWorkbook(reporting)
    },
  })
}
