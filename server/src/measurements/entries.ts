import {
  appendRevision,
  type Deed,
  groupCommit,
  type NewRevision,
  recordSubmission,
  type SubmissionChange,
} from '@moc57/db'
import {
  type Account,
  type FigureKey,
  formatDay,
  type Input,
  type Quarter,
  quarterInText,
  refusalsOf,
  type SubmissionAction,
  stateOf,
} from '@moc57/shared'
import {
  changeSubmission,
  type EntryRow,
  type MeasurementInput,
  needsReason,
  readEntries,
  recordMeasurement,
} from '@moc57/shared/api'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import type { Context } from '../http/context.ts'
import { badField, conflict, notFound, ProblemError } from '../http/problem.ts'
import { type EntryCell, gateOf, readEntryCell, readUnitQuarter } from './unit-quarter.ts'

export const entryRoutes: FastifyPluginAsyncZod<Context> = async (app, context) => {
  const { database, calendar, notice } = context
  const commit = groupCommit(database)
  const readQuarter = (unitCode: string, period: Quarter, account: Account | null) =>
    readUnitQuarter(database, { unitCode, period, account, calendar: calendar() })

  app.route({
    ...readEntries,
    handler: async ({ params, account, unit }) => {
      const { submission, rows } = readQuarter(unit.code, params.period, account)
      return { notice, unit, submission, items: rows }
    },
  })

  app.route({
    ...recordMeasurement,
    handler: ({ params: { number, period }, body, account, deed, unit: { code: unitCode } }) =>
      commit(() => {
        const asked = { unitCode, period, number: Number(number), account, calendar: calendar() }
        const { cell, readSaved } = openCell(readEntryCell(database, asked), { number, period })
        refuseWrongFigure(body, cell)
        appendRevision(database, revisionOf(body, { unitCode, number: cell.number, period, ...deed }))
        const { current, questions } = readSaved()
        if (!current) throw new Error('the revision that was just recorded is not there')
        return { notice, ...current, questions }
      }),
  })

  app.route({
    ...changeSubmission,
    handler: async ({ params: { period, action }, body, account, deed, unit: { code: unitCode } }) => {
      const reason = body?.reason || null
      if (action === 'return' && reason === null) throw badField('#/reason', 'Hãy ghi lý do trả lại.')
      refuseImpossible(context, unitCode, period, action)
      const { rows } = readQuarter(unitCode, period, account)
      const moves = movesOf(askedRows(rows, body), action)
      recordSubmission(database, { unitCode, period, action, reason, moves, ...deed })
      return { notice, ...readQuarter(unitCode, period, account).submission }
    },
  })
}

const nothingToMove = {
  submit: 'Không có số liệu nháp nào để trình. Hãy nhập số liệu trước.',
  approve: 'Không có số liệu nào đang chờ đồng chí duyệt trong kỳ này.',
  return: 'Không có số liệu nào đang chờ duyệt để trả lại trong kỳ này.',
}

/** The rows that are named, or all; one that was named as it is no longer is refused before anything moves. */
function askedRows(rows: readonly EntryRow[], body: Input<typeof changeSubmission>['body']): EntryRow[] {
  const { indicators, figures } = body ?? {}
  const stale = figures?.find(
    ({ number, revision }) => rows.find((row) => row.number === number)?.current?.revision !== revision,
  )
  if (stale) {
    throw conflict(
      `Số liệu chỉ tiêu ${stale.number} vừa có bản mới. Hãy xem lại rồi duyệt hoặc trả lại; chưa có gì thay đổi.`,
    )
  }
  return rows.filter(
    ({ number }) =>
      (indicators?.includes(number) ?? true) && (figures?.some((figure) => figure.number === number) ?? true),
  )
}

const moveOf = {
  submit: { from: ['draft', 'returned'], to: 'submitted' },
  approve: { from: ['submitted'], to: 'approved' },
  return: { from: ['submitted'], to: 'returned' },
} as const

/** Which figures an action moves, and where to: drafts are submitted, submitted ones approved or returned; some there must be. */
function movesOf(rows: readonly EntryRow[], action: SubmissionAction): SubmissionChange['moves'] {
  if (action === 'reopen' || action === 'lock') return []
  const { from, to } = moveOf[action]
  const mayMove = (row: EntryRow) => action === 'submit' || row.mayDecide
  const moves = rows.flatMap((row) => {
    const state = stateOf(row)
    const isAsked = from.some((moved) => moved === state) && mayMove(row)
    // A draft that was taken back before anything was approved leaves nothing to decide on.
    const isEmpty = row.current?.value === null && row.approved === null
    return row.current && isAsked && !isEmpty
      ? [{ number: row.number, revision: row.current.revision, state: to }]
      : []
  })
  if (moves.length === 0) throw conflict(nothingToMove[action])
  return moves
}

export function refuseWhenClosed(context: Context, unitCode: string, period: Quarter): void {
  refuseClosed(gateOf(context.database, unitCode, period, context.calendar()), period)
}

type Gate = ReturnType<typeof gateOf>

function refuseClosed({ window, isBegun, isOpen, isLocked }: Gate, period: Quarter): void {
  if (!isBegun)
    throw conflict(`Kỳ ${quarterInText(period)} chưa bắt đầu; nhập được từ ngày ${formatDay(window.from)}.`)
  if (isOpen) return
  const why = isLocked ? 'đã khóa' : 'đã đóng'
  throw conflict(
    `Kỳ ${quarterInText(period)} ${why}. Muốn sửa, hãy đề nghị thành phố hoặc quản trị mở lại kỳ này.`,
  )
}

function refuseImpossible(
  context: Context,
  unitCode: string,
  period: Quarter,
  action: SubmissionAction,
): void {
  if (action === 'submit') refuseWhenClosed(context, unitCode, period)
  const { window, isBegun, isDue, isLocked } = gateOf(context.database, unitCode, period, context.calendar())
  if (!isBegun) throw conflict(`Kỳ ${quarterInText(period)} chưa bắt đầu.`)
  if (action === 'lock' && !isDue) {
    throw conflict(`Chỉ khóa kỳ sau hạn gửi, ngày ${formatDay(window.dueOn)}.`)
  }
  if (isLocked && action !== 'reopen') throw conflict(`Kỳ ${quarterInText(period)} đã khóa.`)
}

/** The cell where it takes figures of the account; refused where the plan has no such indicator, too. */
function openCell(
  found: ReturnType<typeof readEntryCell>,
  { number, period }: { number: string; period: Quarter },
): NonNullable<typeof found> {
  if (!found || String(found.cell.number) !== number)
    throw notFound(`Kế hoạch không có chỉ tiêu số “${number}”.`)
  refuseClosed(found.gate, period)
  if (found.cell.mayEnter) return found
  throw new ProblemError({
    status: 403,
    title: 'Không có quyền',
    detail: `Chỉ tiêu ${number} do cơ quan khác nhập. Hãy nhập các chỉ tiêu của cơ quan mình.`,
  })
}

/** Refused figures are told field by field; nothing is written. */
function refuseWrongFigure(input: MeasurementInput, row: EntryCell): void {
  const errors = refusalsOf(input, row).map(({ field, detail }) => ({ pointer: `#/${field}`, detail }))
  if (!input.reason && needsReason(input, row.approved)) {
    errors.push({ pointer: '#/reason', detail: 'Số liệu kỳ này đã duyệt. Hãy ghi lý do đính chính.' })
  }
  if (errors.length === 0) return
  const detail = errors.map((error) => error.detail).join(' ')
  throw new ProblemError({ status: 422, title: 'Số liệu chưa hợp lệ', detail, errors })
}

export function revisionOf(input: MeasurementInput, recorded: FigureKey & Deed): NewRevision {
  const { value = null, numerator, denominator } = input
  return {
    ...recorded,
    figure: numerator != null && denominator != null ? { numerator, denominator } : { value },
    comparator: input.comparator ?? null,
    ...(input.source && { source: input.source }),
    note: input.note || null,
    ...(input.reason && { reason: input.reason }),
    ...(input.revision != null && { basedOn: input.revision }),
    state: 'draft',
  }
}
