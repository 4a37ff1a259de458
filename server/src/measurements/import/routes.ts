import { findUnit, listUnits, targetsInForceOfCity } from '@moc57/db'
import { type Account, mostImportBytes, type Quarter, quarterInText } from '@moc57/shared'
import {
  confirmCityImport,
  confirmImport,
  previewCityImport,
  previewImport,
  readEntries,
} from '@moc57/shared/api'
import type { FastifyRequest } from 'fastify'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import type { Context } from '../../http/context.ts'
import { fileOf } from '../../http/files/file-of.ts'
import { fileTypes, sendAsFile } from '../../http/files/send-as-file.ts'
import { conflict } from '../../http/problem.ts'
import { costly, ratedAs } from '../../http/rates.ts'
import { breathe } from '../../http/turns.ts'
import { openFile } from '../../http/uploads/open-file.ts'
import { readAnswers } from '../../http/uploads/read-answers.ts'
import { acceptUploads, readUpload } from '../../http/uploads/read-upload.ts'
import { refuseWhenClosed } from '../entries.ts'
import { readUnitQuarter } from '../unit-quarter.ts'
import { writeImport } from './confirm.ts'
import { comparisonOf } from './preview.ts'
import { readStoredQuarter, type StoredQuarter } from './stored-quarter.ts'
import type { TemplateRow } from './template-columns.ts'
import { templateWorkbook } from './template-xlsx.ts'
import { unitsByName } from './units-by-name.ts'

type Asked = { unitCode: string | null; period: Quarter; account: Account }

/** Figures from files: a template to fill, a preview of what a file would change, and the writing of it. */
export const importRoutes: FastifyPluginAsyncZod<Context> = async (app, context) => {
  const { database, calendar, notice } = context
  await acceptUploads(app, mostImportBytes)

  app.route({
    ...fileOf(readEntries, {
      url: `${readEntries.url}/template.xlsx`,
      summary: "The workbook to fill in for a unit's quarter",
      mediaType: fileTypes.xlsx,
    }),
    config: costly,
    handler: async ({ params, account, unit }, reply) => {
      const { period } = params
      const asked = { unitCode: unit.code, period, account, calendar: calendar() }
      const rows = readUnitQuarter(database, asked).rows.map((row) => ({ ...row, unit, period }))
      sendAsFile(reply, 'xlsx', [notice && 'minh-hoa', 'nhap-so-lieu', unit.code, period])
      return templateWorkbook({ notice, unit, period, rows })
    },
  })

  app.route({
    ...fileOf(previewCityImport, {
      url: '/api/imports/:period/template.xlsx',
      summary: 'The workbook to fill in for the quarter of all units that take figures now',
      mediaType: fileTypes.xlsx,
    }),
    config: costly,
    handler: async ({ params: { period }, account }, reply) => {
      const targetsOfCity = targetsInForceOfCity(database, period)
      const rows: TemplateRow[] = []
      for (const unit of listUnits(database)) {
        const asked = { unitCode: unit.code, period, account, calendar: calendar(), targetsOfCity }
        const quarter = readUnitQuarter(database, asked)
        if (quarter.submission.isOpen)
          rows.push(...quarter.rows.map((row) => ({ ...row, unit, period, mayEnter: true })))
        // All units take half a second: others are answered between them.
        await breathe()
      }
      if (rows.length === 0) {
        throw conflict(
          `Không đơn vị nào nhận số liệu ${quarterInText(period)}. Hãy mở lại kỳ, hoặc chọn kỳ khác.`,
        )
      }
      sendAsFile(reply, 'xlsx', [notice && 'minh-hoa', 'nhap-so-lieu', 'thanh-pho', period])
      return templateWorkbook({ notice, unit: null, period, rows })
    },
  })

  /** Reads the file, and only then compares it: nothing that is stored can change between comparing and writing. */
  const compare = async (request: FastifyRequest, { unitCode, period, account }: Asked) => {
    const { bytes, name, fields } = await readUpload(request, mostImportBytes)
    const sheets = await openFile(bytes)
    const quarters = new Map<string, StoredQuarter | undefined>()
    const targetsOfCity = unitCode === null ? targetsInForceOfCity(database, period) : undefined
    const quarterOf = (code: string) => {
      if (!quarters.has(code)) {
        const unit = findUnit(database, code)
        quarters.set(code, unit && readStoredQuarter(context, { unit, period, account, targetsOfCity }))
      }
      return quarters.get(code)
    }
    const { sheet, valueColumn, token } = fields
    const answers = readAnswers(fields.answers)
    const units = listUnits(database)
    const knowing = quarterOf(unitCode ?? units[0]?.code ?? '')
    const knows = (indicator: string) => (knowing?.named(indicator).length ?? 0) > 0
    const choices = () =>
      [...(knowing?.rows.values() ?? [])].map(({ number, shortName }) => ({ number, name: shortName }))
    const unitsNamed = unitCode === null ? unitsByName(units) : () => []
    const asked = {
      bytes,
      fileName: name,
      period,
      sheet,
      valueColumn,
      unitCode,
      answers,
      knows,
      choices,
      unitsNamed,
      quarterOf,
    }
    return { token, comparison: comparisonOf(sheets, asked) }
  }

  app.route({
    ...previewImport,
    config: ratedAs('upload'),
    handler: async (request) => {
      const { params, signedIn: account, unit } = request
      const { period } = params
      refuseWhenClosed(context, unit.code, period)
      const { comparison } = await compare(request, { unitCode: unit.code, period, account })
      return { notice, unit, period, ...comparison.preview }
    },
  })

  app.route({
    ...confirmImport,
    config: ratedAs('upload'),
    handler: async (request) => {
      const { params, signedIn: account, unit } = request
      const { period } = params
      refuseWhenClosed(context, unit.code, period)
      const { comparison, token } = await compare(request, { unitCode: unit.code, period, account })
      const written = writeImport(context, comparison, { token, period, account })
      return { notice, period, written, counts: comparison.preview.counts }
    },
  })

  app.route({
    ...previewCityImport,
    config: ratedAs('upload'),
    handler: async (request) => {
      const { params, signedIn: account } = request
      const { comparison } = await compare(request, { ...params, unitCode: null, account })
      return { notice, unit: null, ...params, ...comparison.preview }
    },
  })

  app.route({
    ...confirmCityImport,
    config: ratedAs('upload'),
    handler: async (request) => {
      const { params, signedIn: account } = request
      const { comparison, token } = await compare(request, { ...params, unitCode: null, account })
      const written = writeImport(context, comparison, { token, ...params, account })
      return { notice, ...params, written, counts: comparison.preview.counts }
    },
  })
}
