import {
  appendReport,
  appendReportSection,
  appendReportSettings,
  findReport,
  listReports,
  readTemplateDocument,
  type StoredReport,
} from '@moc57/db'
import {
  type AdministrativeUnit,
  may,
  type ReportContent,
  type ReportPeriod,
  reportPeriodLabel,
  uncapitalize,
  unitTitle,
} from '@moc57/shared'
import {
  makeReport,
  readReport,
  readReportDesk,
  writeReportSection,
  writeReportSettings,
} from '@moc57/shared/api'
import type { FastifyRequest } from 'fastify'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { z } from 'zod'
import type { Context } from '../http/context.ts'
import { fileOf } from '../http/files/file-of.ts'
import { attachmentNamed, fileTypes } from '../http/files/send-as-file.ts'
import { writtenInThread } from '../http/files/written-in-thread.ts'
import { conflict, notFound, ProblemError } from '../http/problem.ts'
import { costly } from '../http/rates.ts'
import type { ReportToWrite } from './fill-template.ts'
import { packageOf } from './quarter-package.ts'
import { annexWorkbook } from './report-annex-xlsx.ts'
import { newReportCode } from './report-code.ts'
import { readDesk, readSections } from './report-desk.ts'
import { templateInForce } from './report-templates.ts'

/** `publicUrl`: where the pages are opened, for the code on the papers. */
type ReportContext = Context & { publicUrl: string | undefined }

type Asked = Pick<FastifyRequest, 'unit'> & { params: { period: ReportPeriod; id: number } }

/** Reports of a unit: written by people and from the figures, made once, drawn again from what was kept. */
export const reportRoutes: FastifyPluginAsyncZod<ReportContext> = async (app, context) => {
  const { database, notice, publicUrl } = context

  app.route({
    ...readReportDesk,
    handler: async ({ params: { period }, query: { addressee, figures }, account, unit }) => {
      const { content, ...desk } = readDesk(context, { unit, period, addressee }, figures)
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
    handler: async ({ params: { period }, body, deed, unit }) => {
      const of = { unit, period, addressee: body?.addressee }
      const { refusal, content, addressee } = readDesk(context, of, body?.figures)
      if (refusal) throw conflict(refusal)
      if (!content.figures.isDraft && content.settings.signerName === '') throw noSigner()
      const templateId = templateInForce(database, unit.code)?.id ?? null
      const made = { unitCode: unit.code, content, code: newReportCode(), templateId, addressee }
      return { notice, report: appendReport(database, { ...made, ...deed }) }
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

  const attachment = (
    unit: AdministrativeUnit,
    { period, isDraft }: Named,
    start: string,
    extension: string,
  ) => {
    const marks = [notice && 'MINH HỌA', isDraft && 'DỰ THẢO'].filter(Boolean)
    const label = uncapitalize(reportPeriodLabel(period)).replace('/', '-')
    const name = [...marks, start, label, unitTitle(unit)].join(' ')
    return attachmentNamed(`${name}.${extension}`)
  }
  const written = (templateId: number | null, content: ReportContent, code: string | null) =>
    writtenInThread(new URL('./report-worker.ts', import.meta.url), {
      template: templateId === null ? null : readTemplateDocument(database, templateId),
      content,
      proof:
        code === null
          ? null
          : { code, url: publicUrl ? new URL(`/kiem-chung/${code}`, publicUrl).href : null },
    } satisfies ReportToWrite)

  app.route({
    ...fileOf(readReport, {
      url: `${readReport.url}/report.docx`,
      summary: 'The report in Word, the same bytes each time',
      mediaType: fileTypes.docx,
    }),
    config: costly,
    handler: async (request, reply) => {
      const { unit, report, content } = madeReport(request)
      reply.type(fileTypes.docx).header('content-disposition', attachment(unit, report, 'BC', 'docx'))
      return written(report.templateId, content, report.code)
    },
  })

  app.route({
    ...fileOf(readReportDesk, {
      url: `${readReportDesk.url}/preview.docx`,
      summary: 'The report in Word as it would be made now, without a number of its own',
      mediaType: fileTypes.docx,
    }),
    config: costly,
    handler: async ({ params: { period }, query: { addressee, figures }, unit }, reply) => {
      const { refusal, content } = readDesk(context, { unit, period, addressee }, figures)
      if (refusal) throw conflict(refusal)
      reply
        .type(fileTypes.docx)
        .header('content-disposition', attachment(unit, content.figures, 'Xem trước BC', 'docx'))
      return written(templateInForce(database, unit.code)?.id ?? null, content, null)
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
      const { unit, report, content } = madeReport(request)
      reply.type(fileTypes.xlsx).header('content-disposition', attachment(unit, report, 'Phụ lục BC', 'xlsx'))
      return annexWorkbook(content)
    },
  })

  app.route({
    ...fileOf(readReportDesk, {
      url: `${readReportDesk.url}/package.zip`,
      querystring: z.strictObject({}),
      summary: 'The approved figures of the period as JSON and CSV, with the chain that proves them',
      mediaType: 'application/zip',
    }),
    config: costly,
    handler: async ({ params: { period }, unit }, reply) => {
      reply
        .type('application/zip')
        .header('content-disposition', attachment(unit, { period, isDraft: false }, 'Gói số liệu', 'zip'))
      return packageOf(database, unit.code, period)
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
    handler: async ({ body, deed, unit: { code: unitCode } }) => {
      const { revision: basedOn, ...given } = body
      const revision = appendReportSettings(database, { unitCode, ...given, basedOn, ...deed })
      return { notice, revision, ...deed, settings: given.settings }
    },
  })
}

type Named = Pick<StoredReport, 'period' | 'isDraft'>

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
