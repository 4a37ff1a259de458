import {
  appendAssessment,
  assignmentsInForce,
  listAssessments as foundAssessments,
  listInspections as foundInspections,
  listIndicatorsOfUnit,
  listTasks,
  readReportingWindow,
  followUpInspection as recordFollowUp,
  addInspection as recordInspection,
  StaleRevisionError,
} from '@moc57/db'
import { type Account, type Inspection, may, quarterInText } from '@moc57/shared'
import {
  addInspection,
  followUpInspection,
  listAssessments,
  listInspections,
  recordAssessment,
} from '@moc57/shared/api'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { authorize } from '../http/authorize.ts'
import { type Context, indicatorOf, unitOf } from '../http/context.ts'
import { badField, conflict, notFound } from '../http/problem.ts'

/** What 003, III.8 asks beside the figures: assessments in words, and inspections with what followed. */
export const reviewRoutes: FastifyPluginAsyncZod<Context> = async (app, context) => {
  const { database, calendar, now, notice } = context

  app.route({
    ...listAssessments,
    handler: async ({ params, query, account }) => {
      const unit = unitOf(context, params.unitCode)
      authorize(account, 'readWork', { unitCode: unit.code })
      const { number, period } = query
      const items = foundAssessments(database, {
        unitCode: unit.code,
        ...(number && { number: Number(number) }),
        ...(period && { period }),
      })
      return { notice, unit, items }
    },
  })

  app.route({
    ...recordAssessment,
    handler: async ({ params, body, account }) => {
      const { code: unitCode } = unitOf(context, params.unitCode)
      authorize(account, 'assess', { unitCode })
      const { period } = params
      const { number } = indicatorOf(context, unitCode, params.number, period)
      const assignment = assignmentsInForce(database, unitCode, period).get(number) ?? null
      authorize(account, 'assess', { unitCode, indicator: { assignment } })
      const { text, reason, revision: basedOn } = body
      if (calendar().today < readReportingWindow(database, period).from)
        throw conflict(`Kỳ ${quarterInText(period)} chưa bắt đầu, chưa có gì để đánh giá.`)
      if (basedOn > 0 && !reason) throw badField('#/reason', 'Kỳ này đã có đánh giá. Hãy ghi lý do sửa.')
      try {
        appendAssessment(database, {
          unitCode,
          indicatorNumber: number,
          period,
          text,
          reason: reason || null,
          basedOn,
          by: account.username,
          at: now().toISOString(),
        })
      } catch (error) {
        if (!(error instanceof StaleRevisionError)) throw error
        throw conflict(
          'Người khác vừa đánh giá chỉ tiêu này. Hãy xem bản mới rồi ghi lại; chưa có gì bị ghi đè.',
        )
      }
      return { notice, items: foundAssessments(database, { unitCode, number, period }) }
    },
  })

  const inspectionsFor = (unitCode: string, account: Account | null) => ({
    notice,
    unit: unitOf(context, unitCode),
    items: inOrder(foundInspections(database, unitCode)),
    mayInspect: may(account, 'inspect', { unitCode }),
    mayFollowUp: may(account, 'followUpInspection', { unitCode }),
  })

  app.route({
    ...listInspections,
    handler: async ({ params, account }) => {
      const { code } = unitOf(context, params.unitCode)
      authorize(account, 'readWork', { unitCode: code })
      return inspectionsFor(code, account)
    },
  })

  app.route({
    ...addInspection,
    handler: async ({ params, body, account }) => {
      const { code: unitCode } = unitOf(context, params.unitCode)
      authorize(account, 'inspect', { unitCode })
      const { kind, heldOn, findings, demand, dueOn } = body
      const { today, currentQuarter } = calendar()
      if (heldOn > today) throw badField('#/heldOn', 'Ngày kiểm tra chưa đến.')
      if (dueOn && !demand) throw badField('#/dueOn', 'Hãy ghi việc phải làm trước khi ghi thời hạn.')
      if (dueOn && dueOn < heldOn) throw badField('#/dueOn', 'Thời hạn phải từ ngày kiểm tra trở đi.')
      const numbersOf = (items: readonly { number: number }[]) => new Set(items.map(({ number }) => number))
      const subjects = {
        indicators: known(
          body.indicators,
          numbersOf(listIndicatorsOfUnit(database, unitCode, currentQuarter)),
          ['#/indicators', 'chỉ tiêu'],
        ),
        tasks: known(body.tasks, numbersOf(listTasks(database, unitCode)), ['#/tasks', 'nhiệm vụ']),
      }
      if (subjects.indicators.length + subjects.tasks.length === 0)
        throw badField('#/indicators', 'Hãy chọn ít nhất một chỉ tiêu hoặc nhiệm vụ được kiểm tra.')
      recordInspection(database, {
        ...subjects,
        unitCode,
        kind,
        heldOn,
        findings,
        demand: demand || null,
        dueOn: dueOn ?? null,
        by: account.username,
        at: now().toISOString(),
      })
      return inspectionsFor(unitCode, account)
    },
  })

  app.route({
    ...followUpInspection,
    handler: async ({ params, body, account }) => {
      const { code: unitCode } = unitOf(context, params.unitCode)
      authorize(account, 'followUpInspection', { unitCode })
      const inspection = foundInspections(database, unitCode).find(({ id }) => String(id) === params.id)
      if (!inspection) throw notFound('Đơn vị không có cuộc kiểm tra này.')
      if (!inspection.isOpen) throw conflict('Cuộc kiểm tra này không còn việc phải làm.')
      const at = now().toISOString()
      recordFollowUp(database, { ...body, inspectionId: inspection.id, by: account.username, at })
      return inspectionsFor(unitCode, account)
    },
  })
}

/** The numbers that are asked for, each once; one that the unit's plan does not have is refused. */
function known(
  asked: readonly number[] = [],
  numbers: ReadonlySet<number>,
  [pointer, what]: readonly [string, string],
): number[] {
  const unknown = asked.find((number) => !numbers.has(number))
  if (unknown !== undefined) throw badField(pointer, `Kế hoạch của đơn vị không có ${what} số ${unknown}.`)
  return [...new Set(asked)]
}

function inOrder(inspections: readonly Inspection[]): Inspection[] {
  const rank = ({ isOpen, dueOn, heldOn }: Inspection): string =>
    isOpen ? `0${dueOn ?? '9999'}` : `1${String(99_999_999 - Number(heldOn.replaceAll('-', '')))}`
  return [...inspections].sort((a, b) => (rank(a) < rank(b) ? -1 : rank(a) > rank(b) ? 1 : b.id - a.id))
}
