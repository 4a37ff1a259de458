import {
  appendReport,
  appendReportSection,
  appendReportSettings,
  findReport,
  listReports,
  StaleTextError,
} from '@moc57/db'
import { type Account, type AdministrativeUnit, fileResponse, may, type ReportPeriod } from '@moc57/shared'
import {
  makeReport,
  readReport,
  readReportDesk,
  writeReportSection,
  writeReportSettings,
} from '@moc57/shared/api'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { authorize } from '../http/authorize.ts'
import { type Context, unitOf } from '../http/context.ts'
import { fileTypes, sendAsFile } from '../http/files/send-as-file.ts'
import { writtenInThread } from '../http/files/written-in-thread.ts'
import { conflict, notFound, ProblemError } from '../http/problem.ts'
import { costly } from '../http/rates.ts'
import { annexWorkbook } from './report-annex-xlsx.ts'
import { readDesk, readSections } from './report-desk.ts'

/** Reports of a unit: written by people and from the figures, made once, drawn again from what was kept. */
export const reportRoutes: FastifyPluginAsyncZod<Context> = async (app, context) => {
  const { database, now, notice } = context

  const readableUnit = (unitCode: string, account: Account | null): AdministrativeUnit => {
    const unit = unitOf(context, unitCode)
    authorize(account, 'makeReports', { unitCode: unit.code })
    return unit
  }
  const deedOf = (account: Account) => ({ by: account.username, at: now().toISOString() })

  app.route({
    ...readReportDesk,
    handler: async ({ params, query, account }) => {
      const { period } = params
      const unit = readableUnit(params.unitCode, account)
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
    handler: async ({ params, body, account }) => {
      const unit = unitOf(context, params.unitCode)
      authorize(account, 'makeReports', { unitCode: unit.code })
      const { refusal, content } = readDesk(context, unit, params.period, body?.figures)
      if (refusal) throw conflict(refusal)
      if (!content.figures.isDraft && content.settings.signerName === '') throw noSigner()
      return { notice, report: appendReport(database, { unitCode: unit.code, content, ...deedOf(account) }) }
    },
  })

  const madeReport = (
    params: { unitCode: string; period: ReportPeriod; id: string },
    account: Account | null,
  ) => {
    const unit = readableUnit(params.unitCode, account)
    const id = /^[1-9]\d{0,14}$/.test(params.id) ? Number(params.id) : 0
    const found = findReport(database, unit.code, id)
    if (found?.period !== params.period)
      throw notFound('Không có báo cáo này. Chọn trong danh sách báo cáo đã lập.')
    const { content, ...report } = found
    return { unit, report, content }
  }

  app.route({
    ...readReport,
    handler: async ({ params, account }) => ({ notice, ...madeReport(params, account) }),
  })

  const { params, querystring } = readReport.schema
  const nameOf = ({ unit, report }: ReturnType<typeof madeReport>, what: string) => [
    notice && 'minh-hoa',
    report.isDraft ? 'du-thao' : null,
    what,
    unit.code,
    report.period,
    String(report.id),
  ]

  app.get(`${readReport.url}/report.docx`, {
    schema: {
      params,
      querystring,
      tags: ['reports'],
      summary: 'The report in Word, the same bytes each time',
      response: fileResponse(fileTypes.docx),
    },
    config: costly,
    handler: async (request, reply) => {
      const made = madeReport(request.params, request.account)
      sendAsFile(reply, 'docx', nameOf(made, 'bao-cao'))
      return writtenInThread(new URL('./report-worker.ts', import.meta.url), made.content)
    },
  })

  app.get(`${readReport.url}/annex.xlsx`, {
    schema: {
      params,
      querystring,
      tags: ['reports'],
      summary: 'The annex of the report as a workbook',
      response: fileResponse(fileTypes.xlsx),
    },
    config: costly,
    handler: async (request, reply) => {
      const made = madeReport(request.params, request.account)
      sendAsFile(reply, 'xlsx', nameOf(made, 'phu-luc-bao-cao'))
      return annexWorkbook(made.content)
    },
  })

  app.route({
    ...writeReportSection,
    handler: async ({ params, body, account }) => {
      const { code: unitCode } = unitOf(context, params.unitCode)
      authorize(account, 'writeReports', { unitCode })
      const { period, section } = params
      keepText(() =>
        appendReportSection(database, {
          unitCode,
          period,
          section,
          text: body.text.normalize('NFC'),
          basedOn: body.revision,
          ...deedOf(account),
        }),
      )
      const stored = readSections(context, unitCode, period).find((one) => one.section === section)
      if (!stored) throw new Error(`no section ${section}`)
      return { notice, ...stored }
    },
  })

  app.route({
    ...writeReportSettings,
    handler: async ({ params, body, account }) => {
      const { code: unitCode } = unitOf(context, params.unitCode)
      authorize(account, 'writeReports', { unitCode })
      const deed = deedOf(account)
      const { settings } = body
      const revision = keepText(() =>
        appendReportSettings(database, { unitCode, settings, basedOn: body.revision, ...deed }),
      )
      return { notice, revision, ...deed, settings }
    },
  })
}

/** Somebody else has written in the meantime: nothing is kept, and the page still has what was typed. */
function keepText<Result>(write: () => Result): Result {
  try {
    return write()
  } catch (error) {
    if (!(error instanceof StaleTextError)) throw error
    throw conflict(
      'Người khác vừa sửa nội dung này. Bản vừa gõ chưa lưu và vẫn còn trên trang: hãy xem bản mới rồi lưu lại.',
    )
  }
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
