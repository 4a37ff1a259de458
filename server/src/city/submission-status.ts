import type { Quarter } from '@moc57/shared'
import { readSubmissionStatus, SubmissionStatusFileQuery } from '@moc57/shared/api'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import type { Context } from '../http/context.ts'
import { serveTableFiles } from '../http/files/send-as-file.ts'
import { submissionStatusOfCity } from './read-submission-status.ts'
import { submissionStatusCsv, submissionStatusWorkbook } from './submission-status-sheets.ts'

/** Who has reported, for the city: a unit sees its own quarter elsewhere. */
export const submissionStatusRoutes: FastifyPluginAsyncZod<Context> = async (app, context) => {
  const read = (period: Quarter | undefined) => {
    const calendar = context.calendar()
    return submissionStatusOfCity(context, period ?? calendar.closed, calendar)
  }

  app.route({
    ...readSubmissionStatus,
    handler: async ({ query }) => {
      return read(query.period)
    },
  })

  const asked = ({ period, standing }: SubmissionStatusFileQuery) => {
    const reporting = read(period)
    return { ...reporting, items: reporting.items.filter((item) => !standing || item.standing === standing) }
  }
  serveTableFiles(app, {
    of: readSubmissionStatus,
    querystring: SubmissionStatusFileQuery,
    read: ({ query }) => asked(query),
    nameOf: ({ period }) => ['nop-so-lieu', period],
    csv: { summary: 'The same as CSV (UTF-8 with BOM), a line a unit', write: submissionStatusCsv },
    xlsx: { summary: 'The same as a workbook, a row a unit', write: submissionStatusWorkbook },
  })
}
