import {
  addTargetProposal,
  appendPlanChange,
  type Database,
  type Deed,
  decideTargetProposal,
  inOneCommit,
  lastPlanChange,
  listDocuments,
  listIndicatorGroups,
  listTargetProposals,
} from '@moc57/db'
import { countOutcomes, type Input, may, milestoneQuarter, PlanChange, yearEndOf } from '@moc57/shared'
import { decideProposal, proposeTarget, readYearEnd } from '@moc57/shared/api'
import type { FastifyRequest } from 'fastify'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { type Context, indicatorOf } from '../http/context.ts'
import { serveTableFiles } from '../http/files/send-as-file.ts'
import { badField, conflict } from '../http/problem.ts'
import type { TargetProposal } from '../http/subjects.ts'
import { progressOfUnit } from '../indicators/unit-progress.ts'
import { refuseUnfitChange } from './plan-change.ts'
import { yearEndCsv, yearEndWorkbook } from './year-end-sheets.ts'

type Asked = Pick<FastifyRequest, 'unit' | 'account'> & { params: { year: number } }

/** The year's end of a unit (003, I.2: "Định kỳ hằng năm tổ chức đánh giá kết quả để kịp thời điều chỉnh"). */
export const yearEndRoutes: FastifyPluginAsyncZod<Context> = async (app, context) => {
  const { database, calendar, notice } = context

  const read = ({ unit, account, params: { year } }: Asked) => {
    const asOf = milestoneQuarter(year)
    const { closed } = calendar()
    const isOver = closed >= asOf
    const unitProgress = progressOfUnit(database, unit, { asOf, closed })
    const items = unitProgress.items.map((progress) => {
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
    const planned = new Map(unitProgress.planned.map((item) => [item.indicator.number, item]))
    return {
      notice,
      unit,
      year,
      isOver,
      plan: unitProgress.plan,
      counts: countOutcomes(items),
      groups: listIndicatorGroups(database),
      items,
      proposals: listTargetProposals(database, unit.code, year).flatMap(({ decision, ...proposal }) => {
        const isAccepted = decision !== null && decision.changeId !== null
        if (!seesAll && !isAccepted) return []
        const { number, milestone } = proposal
        const targets = items.find((item) => item.number === number)?.targets
        const indicator = { assignment: planned.get(number)?.assignment ?? null }
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
    ...readYearEnd,
    handler: async (request) => read(request),
  })

  serveTableFiles(app, {
    of: readYearEnd,
    read,
    nameOf: ({ unit, year }) => ['danh-gia', unit.code, String(year)],
    csv: { summary: 'The same as CSV (UTF-8 with BOM), a line an indicator', write: yearEndCsv },
    xlsx: {
      summary: 'The same to print, with the proposals on a sheet of their own',
      write: yearEndWorkbook,
    },
  })

  app.route({
    ...proposeTarget,
    handler: async (request) => {
      const { params, body, deed, unit } = request
      indicatorOf(context, unit.code, String(body.number), milestoneQuarter(params.year))
      addTargetProposal(database, { ...body, unitCode: unit.code, year: params.year, ...deed })
      return read(request)
    },
  })

  app.route({
    ...decideProposal,
    handler: async (request) => {
      const { params, body, deed, unit, proposal } = request
      if (proposal.decision) throw conflict('Đề xuất này đã được quyết định. Hãy tải lại trang.')
      if (params.decision === 'refuse') refuseTarget(database, proposal, body, deed)
      else acceptTarget(context, { unitCode: unit.code, year: params.year, proposal }, body, deed)
      return read(request)
    },
  })
}

type DecisionInput = Input<typeof decideProposal>['body']

function refuseTarget(
  database: Database,
  { id }: TargetProposal,
  { reason }: DecisionInput,
  deed: Deed,
): void {
  if (!reason) throw badField('#/reason', 'Hãy ghi lý do không đồng ý.')
  decideTargetProposal(database, id, { ...deed, changeId: null, reason })
}

/** The proposal becomes a dated change of the plan, from the next year on where no quarter is named. */
function acceptTarget(
  context: Context,
  { unitCode, year, proposal }: { unitCode: string; year: number; proposal: TargetProposal },
  { reason = null, effectiveFrom, documentId, document }: DecisionInput,
  deed: Deed,
): void {
  const { database } = context
  const { number, milestone, text } = proposal
  const change = PlanChange.parse({
    basedOn: lastPlanChange(database, unitCode),
    effectiveFrom: effectiveFrom ?? `${year + 1}-Q1`,
    reason: proposal.reason,
    documentId,
    document,
    targets: [{ number, milestone, text }],
  })
  refuseUnfitChange(context, unitCode, change)
  inOneCommit(database, () => {
    const changeId = appendPlanChange(database, unitCode, change, deed)
    decideTargetProposal(database, proposal.id, { ...deed, changeId, reason })
  })
}
