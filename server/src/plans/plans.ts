import {
  appendPlanChange,
  assignmentsInForce,
  lastPlanChange,
  listDocuments,
  listIndicatorGroups,
  listIndicatorsOfUnit,
  listLeadBodies,
  listLeaders,
  listPlanChanges,
  listTargetReadings,
  planOfUnit,
  StalePlanError,
  targetsInForce,
} from '@moc57/db'
import { type Account, fileResponse, isOwnIndicator, may, mostImportBytes } from '@moc57/shared'
import { changePlan, previewPlanFile, readPlan, settleTarget } from '@moc57/shared/api'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { authorize } from '../http/authorize.ts'
import { type Context, unitOf } from '../http/context.ts'
import { fileTypes, sendAsFile } from '../http/files/send-as-file.ts'
import { conflict } from '../http/problem.ts'
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
  const { database, calendar, now, notice } = context
  await acceptUploads(app, mostImportBytes)

  const read = (unitCode: string, asked: Parameters<typeof viewOf>[0], account: Account | null) => {
    const unit = unitOf(context, unitCode)
    const today = calendar()
    const { asOf, knownBefore } = viewOf(asked, today)
    const targets = targetsInForce(database, unit.code, asOf, knownBefore)
    const assignments = assignmentsInForce(database, unit.code, asOf, knownBefore)
    const knowsAuthors = may(account, 'readDrafts', { unitCode: unit.code })
    return {
      notice,
      unit,
      asOf,
      knownOn: asked.knownOn ?? null,
      currentQuarter: today.currentQuarter,
      plan: planOfUnit(database, unit.code, asOf, knownBefore),
      mayEdit: knownBefore === undefined && may(account, 'changePlan', { unitCode: unit.code }),
      lastChange: lastPlanChange(database, unit.code),
      documents: listDocuments(database, unit.code),
      groups: listIndicatorGroups(database),
      leaders: listLeaders(database, unit.code, asOf, knownBefore),
      leadBodies: listLeadBodies(database, unit.code),
      items: listIndicatorsOfUnit(database, unit.code, asOf, knownBefore).map((indicator) => ({
        ...indicator,
        isOwn: isOwnIndicator(indicator.number),
        targets: targets.get(indicator.number) ?? [],
        assignment: assignments.get(indicator.number) ?? null,
      })),
      changes: listPlanChanges(database, unit.code)
        .filter(({ recordedAt }) => knownBefore === undefined || recordedAt < knownBefore)
        .map((change) => (knowsAuthors ? change : { ...change, recordedBy: null })),
      readings: listTargetReadings(database, unit.code, knownBefore).map((reading) =>
        knowsAuthors ? reading : { ...reading, recordedBy: null },
      ),
    }
  }

  app.route({
    ...readPlan,
    handler: async ({ params, query, account }) => read(params.unitCode, query, account),
  })

  app.route({
    ...changePlan,
    handler: async ({ params, body, account }) => {
      const { code: unitCode } = unitOf(context, params.unitCode)
      authorize(account, 'changePlan', { unitCode })
      refuseUnfitChange(context, unitCode, body)
      try {
        appendPlanChange(database, unitCode, body, { by: account.username, at: now().toISOString() })
      } catch (error) {
        if (!(error instanceof StalePlanError)) throw error
        throw conflict(
          'Người khác vừa thay đổi kế hoạch này. Thay đổi này chưa được ghi; hãy xem kế hoạch mới rồi ghi lại.',
        )
      }
      return read(unitCode, { asOf: body.effectiveFrom }, account)
    },
  })

  app.route({
    ...settleTarget,
    handler: async ({ params, body, account }) => {
      const { code: unitCode } = unitOf(context, params.unitCode)
      authorize(account, 'changePlan', { unitCode })
      settleReading(context, unitCode, body, account.username)
      return read(unitCode, { asOf: body.asOf }, account)
    },
  })

  const { params, querystring } = readPlan.schema

  app.get(`${readPlan.url}.xlsx`, {
    schema: {
      params,
      querystring,
      tags: ['plan'],
      summary: 'The same in the layout of Phụ lục 01, to print or to change and send back',
      response: fileResponse(fileTypes.xlsx),
    },
    config: costly,
    handler: async ({ params, query, account }, reply) => {
      const plan = read(params.unitCode, query, account)
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
      const { params, query, account } = request
      const { code: unitCode } = unitOf(context, params.unitCode)
      authorize(account, 'changePlan', { unitCode })
      const { bytes, name, fields } = await readUpload(request, mostImportBytes)
      const sheets = await openFile(bytes)
      return {
        notice,
        fileName: name,
        ...readPlanFile(sheets, read(unitCode, query, account), readAnswers(fields.answers)),
      }
    },
  })
}
