import type { Quarter } from '@moc57/shared'
import { ReportingFileQuery, readReporting } from '@moc57/shared/api'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import type { Context } from '../http/context.ts'
import { serveTableFiles } from '../http/files/send-as-file.ts'
import { reportingOf } from './read-submission-status.ts'
import { reportingCsv, reportingWorkbook } from './submission-status-sheets.ts'

/** Who has reported, for the city: a unit sees its own quarter elsewhere. */
export const reportingRoutes: FastifyPluginAsyncZod<Context> = async (app, context) => {
  const read = (period: Quarter | undefined) => {
    const calendar = context.calendar()
    return reportingOf(context, period ?? calendar.closed, calendar)
  }

  app.route({
    ...readReporting,
    handler: async ({ query }) => {
      return read(query.period)
    },
  })

  const asked = ({ period, standing }: ReportingFileQuery) => {
    const reporting = read(period)
    return { ...reporting, items: reporting.items.filter((item) => !standing || item.standing === standing) }
  }
  serveTableFiles(app, {
    of: readReporting,
    querystring: ReportingFileQuery,
    read: ({ query }) => asked(query),
    nameOf: ({ period }) => ['nop-so-lieu', period],
    csv: { summary: 'The same as CSV (UTF-8 with BOM), a line a unit', write: reportingCsv },
    xlsx: { summary: 'The same as a workbook, a row a unit', write: reportingWorkbook },
  })
}
