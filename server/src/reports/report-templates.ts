import {
  appendReportTemplate,
  type Database,
  findReportTemplate,
  readTemplateDocument,
  type StoredTemplate,
} from '@moc57/db'
import { type Account, may, type Output, templatePlaces, unitTitle } from '@moc57/shared'
import { dropReportTemplate, giveReportTemplate, readReportTemplate } from '@moc57/shared/api'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { z } from 'zod'
import type { Context } from '../http/context.ts'
import { fileOf } from '../http/files/file-of.ts'
import { attachmentNamed, fileTypes } from '../http/files/send-as-file.ts'
import { badField } from '../http/problem.ts'
import { ratedAs } from '../http/rates.ts'
import { acceptUploads, readUpload } from '../http/uploads/read-upload.ts'
import { readOwnTemplate } from './fill-template.ts'
import { mostTemplateBytes, refuseBadTemplate } from './open-template.ts'
import { readDesk } from './report-desk.ts'

const places = Object.entries(templatePlaces).map(([name, { kind, meaning, isRequired }]) => ({
  place: kind === 'group' ? `{#${name}} … {/${name}}` : `{${name}}`,
  meaning,
  isRequired: isRequired ?? false,
}))

/** The template of the unit's own; undefined where the product's is used. */
export function templateInForce(database: Database, unitCode: string): StoredTemplate | undefined {
  const stored = findReportTemplate(database, unitCode)
  return stored?.name ? stored : undefined
}

/** The Word template of a unit: taken along, changed in Word, given back, or put back to the product's own. */
export const reportTemplateRoutes: FastifyPluginAsyncZod<Context> = async (app, context) => {
  const { database, calendar, notice } = context
  await acceptUploads(app, mostTemplateBytes)

  const answer = (unitCode: string, account: Account | null): Output<typeof readReportTemplate> => {
    const { revision, name, by, at } = findReportTemplate(database, unitCode) ?? unwritten
    return { notice, name, revision, by, at, mayWrite: may(account, 'writeReports', { unitCode }), places }
  }

  app.route({
    ...readReportTemplate,
    handler: async ({ account, unit }) => answer(unit.code, account),
  })

  app.route({
    ...fileOf(readReportTemplate, {
      url: `${readReportTemplate.url}/template.docx`,
      querystring: z.strictObject({ of: z.enum(['unit', 'product']).optional() }),
      summary: "The template as a Word file: the unit's, or with `?of=product` the product's own",
      mediaType: fileTypes.docx,
    }),
    handler: async ({ query, unit }, reply) => {
      const stored = query.of === 'product' ? undefined : templateInForce(database, unit.code)
      const name = stored ? `Mẫu báo cáo ${unitTitle(unit)}.docx` : 'Mẫu báo cáo.docx'
      reply.type(fileTypes.docx).header('content-disposition', attachmentNamed(name))
      return stored ? readTemplateDocument(database, stored.id) : readOwnTemplate()
    },
  })

  app.route({
    ...giveReportTemplate,
    config: ratedAs('upload'),
    handler: async (request) => {
      const { account, unit } = request
      const { bytes, name, fields } = await readUpload(request, mostTemplateBytes)
      const basedOn = Number(fields.revision)
      if (!Number.isInteger(basedOn))
        throw badField('#/revision', 'Thiếu số bản (revision) của mẫu mà tệp này thay.')
      const tried = { unit, period: calendar().currentQuarter, addressee: undefined }
      await refuseBadTemplate(bytes, readDesk(context, tried).content)
      const template = { name, document: bytes }
      appendReportTemplate(database, { unitCode: unit.code, basedOn, template, ...request.deed })
      return answer(unit.code, account)
    },
  })

  app.route({
    ...dropReportTemplate,
    handler: async ({ body, account, deed, unit: { code: unitCode } }) => {
      appendReportTemplate(database, { unitCode, basedOn: body.revision, template: null, ...deed })
      return answer(unitCode, account)
    },
  })
}

const unwritten = { revision: 0, name: null, by: null, at: null }
