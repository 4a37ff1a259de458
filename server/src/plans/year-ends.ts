import {
  addTargetProposal,
  appendPlanChange,
  assignmentsInForce,
  decideTargetProposal,
  inOneCommit,
  lastPlanChange,
  listDocuments,
  listIndicatorGroups,
  listTargetProposals,
  planOfUnit,
} from '@moc57/db'
import { type Account, countOutcomes, may, milestoneQuarter, PlanChange, yearEndOf } from '@moc57/shared'
import { decideProposal, proposeTarget, readYearlyReview } from '@moc57/shared/api'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { authorize } from '../http/authorize.ts'
import { type Context, indicatorOf, unitOf } from '../http/context.ts'
import { serveTableFiles } from '../http/files/send-as-file.ts'
import { badField, conflict, notFound } from '../http/problem.ts'
import { progressOfUnit } from '../indicators/unit-progress.ts'
import { refuseUnfitChange } from './plan-change.ts'
import { reviewCsv, reviewWorkbook } from './year-end-sheets.ts'

/** The yearly review (003, I.2: "Định kỳ hằng năm tổ chức đánh giá kết quả để kịp thời điều chỉnh"). */
export const yearlyReviewRoutes: FastifyPluginAsyncZod<Context> = async (app, context) => {
  const { database, calendar, now, notice } = context

  const read = (unitCode: string, year: number, account: Account | null) => {
    const unit = unitOf(context, unitCode)
    const asOf = milestoneQuarter(year)
    const { closed } = calendar()
    const isOver = closed >= asOf
    const items = progressOfUnit(database, unit.code, { asOf, closed }).map((progress) => {
      const { number, name, shortName, unitOfMeasure, direction, groupCode, targets } = progress
      return {
        number,
        name,
        shortName,
        unitOfMeasure,
        direction,
        groupCode,
        targets: targets.map(({ milestone, text }) => ({ milestone, text })),
        ...yearEndOf(progress, year, isOver),
      }
    })
    const seesAll = may(account, 'readDrafts', { unitCode: unit.code })
    const assignments = assignmentsInForce(database, unit.code, asOf)
    return {
      notice,
      unit,
      year,
      isOver,
      plan: planOfUnit(database, unit.code, asOf),
      counts: countOutcomes(items),
      groups: listIndicatorGroups(database),
      items,
      proposals: listTargetProposals(database, unit.code, year).flatMap(({ decision, ...proposal }) => {
        const isAccepted = decision !== null && decision.changeId !== null
        if (!seesAll && !isAccepted) return []
        const { number, milestone } = proposal
        const targets = items.find((item) => item.number === number)?.targets
        const indicator = { assignment: assignments.get(number) ?? null }
        return [
          {
            ...proposal,
            by: seesAll ? proposal.by : null,
            before: targets?.find((target) => target.milestone === milestone)?.text ?? null,
            decision: decision && {
              isAccepted,
              reason: decision.reason,
              by: seesAll ? decision.by : null,
              at: decision.at,
            },
            mayDecide: decision === null && may(account, 'decideTarget', { unitCode: unit.code, indicator }),
          },
        ]
      }),
      documents: listDocuments(database, unit.code),
      mayPropose: may(account, 'changePlan', { unitCode: unit.code }),
    }
  }

  app.route({
    ...readYearlyReview,
    handler: async ({ params, account }) => read(params.unitCode, params.year, account),
  })

  const { params, tags } = readYearlyReview.schema
  serveTableFiles(app, {
    url: readYearlyReview.url,
    tags,
    params,
    read: ({ params, account }) => read(params.unitCode, params.year, account),
    nameOf: ({ unit, year }) => ['danh-gia', unit.code, String(year)],
    csv: { summary: 'The same as CSV (UTF-8 with BOM), a line an indicator', write: reviewCsv },
    xlsx: { summary: 'The same to print, with the proposals on a sheet of their own', write: reviewWorkbook },
  })

  app.route({
    ...proposeTarget,
    handler: async ({ params, body, account }) => {
      const { code: unitCode } = unitOf(context, params.unitCode)
      authorize(account, 'changePlan', { unitCode })
      indicatorOf(context, unitCode, String(body.number), milestoneQuarter(params.year))
      const at = now().toISOString()
      addTargetProposal(database, { ...body, unitCode, year: params.year, by: account.username, at })
      return read(unitCode, params.year, account)
    },
  })

  app.route({
    ...decideProposal,
    handler: async ({ params, body, account }) => {
      const { code: unitCode } = unitOf(context, params.unitCode)
      const { year, id } = params
      const proposal = listTargetProposals(database, unitCode, year).find((one) => one.id === id)
      if (!proposal) throw notFound('Không có đề xuất này trong đợt đánh giá.')
      const { number, milestone, text } = proposal
      const assignments = assignmentsInForce(database, unitCode, milestoneQuarter(year))
      authorize(account, 'decideTarget', {
        unitCode,
        indicator: { assignment: assignments.get(number) ?? null },
      })
      if (proposal.decision) throw conflict('Đề xuất này đã được quyết định. Hãy tải lại trang.')
      const deed = { by: account.username, at: now().toISOString() }
      const reason = body.reason ?? null
      if (params.decision === 'refuse') {
        if (reason === null) throw badField('#/reason', 'Hãy ghi lý do không đồng ý.')
        decideTargetProposal(database, id, { ...deed, changeId: null, reason })
        return read(unitCode, year, account)
      }
      const change = PlanChange.parse({
        basedOn: lastPlanChange(database, unitCode),
        effectiveFrom: body.effectiveFrom ?? `${year + 1}-Q1`,
        reason: proposal.reason,
        documentId: body.documentId,
        document: body.document,
        targets: [{ number, milestone, text }],
      })
      refuseUnfitChange(context, unitCode, change)
      inOneCommit(database, () => {
        const changeId = appendPlanChange(database, unitCode, change, deed)
        decideTargetProposal(database, id, { ...deed, changeId, reason })
      })
      return read(unitCode, year, account)
    },
  })
}
