import {
  appendPlanChange,
  lastPlanChange,
  listDocuments,
  listIndicatorGroups,
  listLeadBodies,
  listLeaders,
  listPlanChanges,
  listTargetReadings,
  readPlanView,
} from '@moc57/db'
import { isOwnIndicator, may, mostImportBytes } from '@moc57/shared'
import { changePlan, previewPlanFile, readPlan, settleTarget } from '@moc57/shared/api'
import type { FastifyRequest } from 'fastify'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import type { Context } from '../http/context.ts'
import { fileOf } from '../http/files/file-of.ts'
import { fileTypes, sendAsFile } from '../http/files/send-as-file.ts'
import { costly, ratedAs } from '../http/rates.ts'
import { openFile } from '../http/uploads/open-file.ts'
import { readAnswers } from '../http/uploads/read-answers.ts'
import { acceptUploads, readUpload } from '../http/uploads/read-upload.ts'
import { viewOf } from '../http/view.ts'
import { refuseUnfitChange } from './plan-change.ts'
import { readPlanFile } from './plan-file.ts'
import { planWorkbook } from './plan-xlsx.ts'
import { settleReading } from './settle-reading.ts'

/** The plan of a unit: what it is measured by, from when, and who changed it why. */
export const planRoutes: FastifyPluginAsyncZod<Context> = async (app, context) => {
  const { database, calendar, notice } = context
  await acceptUploads(app, mostImportBytes)

  const read = (
    { unit, account }: Pick<FastifyRequest, 'unit' | 'account'>,
    asked: Parameters<typeof viewOf>[0],
  ) => {
    const today = calendar()
    const { asOf, recordedBefore } = viewOf(asked, today)
    const { plan, items } = readPlanView(database, unit, { asOf, ...(recordedBefore && { recordedBefore }) })
    const knowsAuthors = may(account, 'readDrafts', { unitCode: unit.code })
    return {
      notice,
      unit,
      asOf,
      knownOn: asked.knownOn ?? null,
      currentQuarter: today.currentQuarter,
      plan,
      mayEdit: recordedBefore === undefined && may(account, 'changePlan', { unitCode: unit.code }),
      lastChange: lastPlanChange(database, unit.code),
      documents: listDocuments(database, unit.code),
      groups: listIndicatorGroups(database),
      leaders: listLeaders(database, unit.code, asOf, recordedBefore),
      leadBodies: listLeadBodies(database, unit.code),
      items: items.map(({ indicator, targets, assignment }) => ({
        ...indicator,
        isOwn: isOwnIndicator(indicator.number),
        targets: [...targets],
        assignment,
      })),
      changes: listPlanChanges(database, unit.code)
        .filter(({ recordedAt }) => recordedBefore === undefined || recordedAt < recordedBefore)
        .map((change) => (knowsAuthors ? change : { ...change, recordedBy: null })),
      readings: listTargetReadings(database, unit.code, recordedBefore).map((reading) =>
        knowsAuthors ? reading : { ...reading, recordedBy: null },
      ),
    }
  }

  app.route({
    ...readPlan,
    handler: async (request) => read(request, request.query),
  })

  app.route({
    ...changePlan,
    handler: async (request) => {
      const { body, deed, unit } = request
      refuseUnfitChange(context, unit.code, body)
      appendPlanChange(database, unit.code, body, deed)
      return read(request, { asOf: body.effectiveFrom })
    },
  })

  app.route({
    ...settleTarget,
    handler: async (request) => {
      const { body, deed, unit } = request
      settleReading(context, unit.code, body, deed)
      return read(request, { asOf: body.asOf })
    },
  })

  app.route({
    ...fileOf(readPlan, {
      url: `${readPlan.url}.xlsx`,
      summary: 'The same in the layout of Phụ lục 01, to print or to change and send back',
      mediaType: fileTypes.xlsx,
    }),
    config: costly,
    handler: async (request, reply) => {
      const plan = read(request, request.query)
      const { unit, asOf, knownOn } = plan
      const day = knownOn && `biet-den-${knownOn}`
      sendAsFile(reply, 'xlsx', [notice && 'minh-hoa', 'ke-hoach', unit.code, asOf, day])
      return planWorkbook(plan)
    },
  })

  app.route({
    ...previewPlanFile,
    config: ratedAs('upload'),
    handler: async (request) => {
      const { bytes, name, fields } = await readUpload(request, mostImportBytes)
      const sheets = await openFile(bytes)
      const plan = read(request, request.query)
      const picked = { sheet: fields.sheet, answers: readAnswers(fields.answers) }
      return { notice, fileName: name, ...readPlanFile(sheets, plan, picked) }
    },
  })
}
