import {
  appendAssessment,
  listAssessments as foundAssessments,
  listInspections as foundInspections,
  listIndicatorsOfUnit,
  listTasks,
  readReportingWindow,
  followUpInspection as recordFollowUp,
  addInspection as recordInspection,
} from '@moc57/db'
import { type Input, type Inspection, may, quarterInText } from '@moc57/shared'
import {
  addInspection,
  followUpInspection,
  listAssessments,
  listInspections,
  recordAssessment,
} from '@moc57/shared/api'
import type { FastifyRequest } from 'fastify'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import type { Context } from '../http/context.ts'
import { badField, conflict, notFound } from '../http/problem.ts'

/** What 003, III.8 asks beside the figures: assessments in words, and inspections with what followed. */
export const inspectionRoutes: FastifyPluginAsyncZod<Context> = async (app, context) => {
  const { database, calendar, notice } = context

  app.route({
    ...listAssessments,
    handler: async ({ query, unit }) => {
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
    handler: async ({ params: { period }, body, deed, unit, indicator: { number } }) => {
      const { text, reason, revision: basedOn } = body
      if (calendar().today < readReportingWindow(database, period).from)
        throw conflict(`Kỳ ${quarterInText(period)} chưa bắt đầu, chưa có gì để đánh giá.`)
      if (basedOn > 0 && !reason) throw badField('#/reason', 'Kỳ này đã có đánh giá. Hãy ghi lý do sửa.')
      const figure = { unitCode: unit.code, number, period }
      appendAssessment(database, { ...figure, text, reason: reason || null, basedOn, ...deed })
      return { notice, items: foundAssessments(database, figure) }
    },
  })

  const inspectionsFor = ({ unit, account }: Pick<FastifyRequest, 'unit' | 'account'>) => ({
    notice,
    unit,
    items: inOrder(foundInspections(database, unit.code)),
    mayInspect: may(account, 'inspect', { unitCode: unit.code }),
    mayFollowUp: may(account, 'followUpInspection', { unitCode: unit.code }),
  })

  app.route({
    ...listInspections,
    handler: async (request) => inspectionsFor(request),
  })

  app.route({
    ...addInspection,
    handler: async (request) => {
      const { body, deed, unit } = request
      refuseUnfitDays(body, calendar().today)
      const subjects = subjectsOf(context, unit.code, body)
      const { kind, heldOn, findings, demand, dueOn } = body
      const found = { kind, heldOn, findings, demand: demand || null, dueOn: dueOn ?? null }
      recordInspection(database, { ...found, ...subjects, unitCode: unit.code, ...deed })
      return inspectionsFor(request)
    },
  })

  app.route({
    ...followUpInspection,
    handler: async (request) => {
      const { params, body, deed, unit } = request
      const inspection = foundInspections(database, unit.code).find(({ id }) => id === params.id)
      if (!inspection) throw notFound('Đơn vị không có cuộc kiểm tra này.')
      if (!inspection.isOpen) throw conflict('Cuộc kiểm tra này không còn việc phải làm.')
      recordFollowUp(database, { ...body, inspectionId: inspection.id, ...deed })
      return inspectionsFor(request)
    },
  })
}

type InspectionInput = Input<typeof addInspection>['body']

function refuseUnfitDays({ heldOn, dueOn, demand }: InspectionInput, today: string): void {
  if (heldOn > today) throw badField('#/heldOn', 'Ngày kiểm tra chưa đến.')
  if (dueOn && !demand) throw badField('#/dueOn', 'Hãy ghi việc phải làm trước khi ghi thời hạn.')
  if (dueOn && dueOn < heldOn) throw badField('#/dueOn', 'Thời hạn phải từ ngày kiểm tra trở đi.')
}

/** What was inspected: indicators and tasks that the unit's plan has, at least one. */
function subjectsOf({ database, calendar }: Context, unitCode: string, body: InspectionInput) {
  const numbersOf = (items: readonly { number: number }[]) => new Set(items.map(({ number }) => number))
  const planned = numbersOf(listIndicatorsOfUnit(database, unitCode, calendar().currentQuarter))
  const indicators = known(body.indicators, planned, ['#/indicators', 'chỉ tiêu'])
  const tasks = known(body.tasks, numbersOf(listTasks(database, unitCode)), ['#/tasks', 'nhiệm vụ'])
  if (indicators.length + tasks.length === 0)
    throw badField('#/indicators', 'Hãy chọn ít nhất một chỉ tiêu hoặc nhiệm vụ được kiểm tra.')
  return { indicators, tasks }
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
