import { appendReport, appendReportSection, appendReportSettings, findReport, listReports } from '@moc57/db'
import { may, type ReportPeriod } from '@moc57/shared'
import {
  makeReport,
  readReport,
  readReportDesk,
  writeReportSection,
  writeReportSettings,
} from '@moc57/shared/api'
import type { FastifyRequest } from 'fastify'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import type { Context } from '../http/context.ts'
import { fileOf } from '../http/files/file-of.ts'
import { fileTypes, sendAsFile } from '../http/files/send-as-file.ts'
import { writtenInThread } from '../http/files/written-in-thread.ts'
import { conflict, notFound, ProblemError } from '../http/problem.ts'
import { costly } from '../http/rates.ts'
import { annexWorkbook } from './report-annex-xlsx.ts'
import { readDesk, readSections } from './report-desk.ts'

type Asked = Pick<FastifyRequest, 'unit'> & { params: { period: ReportPeriod; id: number } }

/** Reports of a unit: written by people and from the figures, made once, drawn again from what was kept. */
export const reportRoutes: FastifyPluginAsyncZod<Context> = async (app, context) => {
  const { database, notice } = context

  app.route({
    ...readReportDesk,
    handler: async ({ params: { period }, query, account, unit }) => {
      const { content, ...desk } = readDesk(context, unit, period, query.figures)
      return {
        notice,
        unit,
        period,
        mayWrite: may(account, 'writeReports', { unitCode: unit.code }),
        ...desk,
        preview: desk.refusal ? null : content,
        items: listReports(database, unit.code),
      }
    },
  })

  app.route({
    ...makeReport,
    config: costly,
    handler: async ({ params, body, deed, unit }) => {
      const { refusal, content } = readDesk(context, unit, params.period, body?.figures)
      if (refusal) throw conflict(refusal)
      if (!content.figures.isDraft && content.settings.signerName === '') throw noSigner()
      return { notice, report: appendReport(database, { unitCode: unit.code, content, ...deed }) }
    },
  })

  const madeReport = ({ unit, params }: Asked) => {
    const found = findReport(database, unit.code, params.id)
    if (found?.period !== params.period)
      throw notFound('Không có báo cáo này. Chọn trong danh sách báo cáo đã lập.')
    const { content, ...report } = found
    return { unit, report, content }
  }

  app.route({
    ...readReport,
    handler: async (request) => ({ notice, ...madeReport(request) }),
  })

  const nameOf = ({ unit, report }: ReturnType<typeof madeReport>, what: string) => [
    notice && 'minh-hoa',
    report.isDraft ? 'du-thao' : null,
    what,
    unit.code,
    report.period,
    String(report.id),
  ]

  app.route({
    ...fileOf(readReport, {
      url: `${readReport.url}/report.docx`,
      summary: 'The report in Word, the same bytes each time',
      mediaType: fileTypes.docx,
    }),
    config: costly,
    handler: async (request, reply) => {
      const made = madeReport(request)
      sendAsFile(reply, 'docx', nameOf(made, 'bao-cao'))
      return writtenInThread(new URL('./report-worker.ts', import.meta.url), made.content)
    },
  })

  app.route({
    ...fileOf(readReport, {
      url: `${readReport.url}/annex.xlsx`,
      summary: 'The annex of the report as a workbook',
      mediaType: fileTypes.xlsx,
    }),
    config: costly,
    handler: async (request, reply) => {
      const made = madeReport(request)
      sendAsFile(reply, 'xlsx', nameOf(made, 'phu-luc-bao-cao'))
      return annexWorkbook(made.content)
    },
  })

  app.route({
    ...writeReportSection,
    handler: async ({ params: { period, section }, body, deed, unit: { code: unitCode } }) => {
      const text = body.text.normalize('NFC')
      appendReportSection(database, { unitCode, period, section, text, basedOn: body.revision, ...deed })
      const stored = readSections(context, unitCode, period).find((one) => one.section === section)
      if (!stored) throw new Error(`no section ${section}`)
      return { notice, ...stored }
    },
  })

  app.route({
    ...writeReportSettings,
    handler: async ({ body: { settings, revision: basedOn }, deed, unit: { code: unitCode } }) => {
      const revision = appendReportSettings(database, { unitCode, settings, basedOn, ...deed })
      return { notice, revision, ...deed, settings }
    },
  })
}

function noSigner(): ProblemError {
  const detail =
    'Chưa có họ tên người ký. Hãy ghi ở mục “Thể thức báo cáo” rồi lập lại; nội dung đã soạn vẫn được giữ.'
  return new ProblemError({
    status: 422,
    title: 'Chưa lập được báo cáo',
    detail,
    errors: [{ pointer: '#/settings/signerName', detail }],
  })
}
