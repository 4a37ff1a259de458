import { appendBudgetLine, listBudgetLines } from '@moc57/db'
import {
  type Account,
  type AdministrativeUnit,
  BudgetBasis,
  budgetShare,
  budgetSum,
  type Input,
  may,
  type Output,
} from '@moc57/shared'
import { readBudget, recordBudgetLine } from '@moc57/shared/api'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import type { Context } from '../http/context.ts'
import { conflict, ProblemError } from '../http/problem.ts'
import { ledgerSubject } from '../http/subjects.ts'

const mostLines = 300

/** The ledger behind indicator 6: all spending of a unit's year, and its lines for KHCN, ĐMST and CĐS. */
export const budgetRoutes: FastifyPluginAsyncZod<Context> = async (app, context) => {
  const { database, calendar, notice } = context

  const read = (unit: AdministrativeUnit, year: number, account: Account | null) => {
    const history = listBudgetLines(database, unit.code, year)
    const latest = history.filter(
      ({ line }, index) => history.findIndex((other) => other.line === line) === index,
    )
    const inForce = latest.filter(({ isRemoved }) => !isRemoved)
    const total = inForce.find(({ line }) => line === 0) ?? null
    const lines = inForce.filter(({ line }) => line > 0).sort((a, b) => a.line - b.line)
    const shareOn = (basis: BudgetBasis) => budgetShare(total, lines, basis)
    return {
      notice,
      unit,
      year,
      total,
      lines,
      shares: {
        planned: shareOn('planned'),
        allocated: shareOn('allocated'),
        disbursed: shareOn('disbursed'),
      },
      history,
      nextLine: Math.max(0, ...history.map(({ line }) => line)) + 1,
      mayKeep: may(account, 'keepBudget', ledgerSubject(context, unit.code)),
    }
  }

  app.route({
    ...readBudget,
    handler: async ({ params, account, unit }) => read(unit, Number(params.year), account),
  })

  app.route({
    ...recordBudgetLine,
    handler: async ({ params, body, account, deed, unit }) => {
      const year = Number(params.year)
      const line = Number(params.line)
      refuseLaterYear(year, calendar().today)
      refuseWrongLine(line, body)
      refuseUnfitLine(read(unit, year, account), line, body)
      appendBudgetLine(database, { ...lineOf(body), unitCode: unit.code, year, line, ...deed })
      return read(unit, year, account)
    },
  })
}
type LineInput = Input<typeof recordBudgetLine>['body']
type Ledger = Output<typeof readBudget>

const amountsOf = ({ planned, allocated, disbursed }: LineInput) => ({
  planned: planned ?? null,
  allocated: allocated ?? null,
  disbursed: disbursed ?? null,
})

function lineOf(body: LineInput) {
  return {
    ...amountsOf(body),
    field: body.field ?? null,
    kind: body.kind ?? null,
    title: body.title || null,
    source: body.source || null,
    reason: body.reason || null,
    isRemoved: body.isRemoved ?? false,
    basedOn: body.revision,
  }
}

function refuseLaterYear(year: number, today: string): void {
  if (year > Number(today.slice(0, 4)) + 1) throw conflict('Chỉ ghi ngân sách đến hết năm sau.')
}

/** A new line takes the next number; with it the ledger has neither too many lines nor too much money. */
function refuseUnfitLine({ lines, history, nextLine }: Ledger, line: number, body: LineInput): void {
  const isNew = !history.some((known) => known.line === line)
  if (isNew && line > nextLine) throw conflict(`Dòng mới mang số ${nextLine}.`)
  if (line > mostLines) throw conflict(`Mỗi năm ghi tối đa ${mostLines} dòng.`)
  const others = lines.filter((known) => known.line !== line)
  if (line > 0 && !body.isRemoved) refuseTooMuch([...others, amountsOf(body)])
}

/** What a line needs depends on whether it is the total; it is told field by field and nothing is written. */
function refuseWrongLine(line: number, body: LineInput): void {
  const errors: { pointer: string; detail: string }[] = []
  const refuse = (field: keyof LineInput, detail: string) => errors.push({ pointer: `#/${field}`, detail })
  for (const [field, detail] of [
    ['field', 'Hãy chọn lĩnh vực.'],
    ['kind', 'Hãy chọn loại nội dung chi.'],
    ['title', 'Hãy ghi nội dung chi.'],
  ] as const) {
    const isGiven = body[field] != null && body[field] !== ''
    if (line === 0 && isGiven) refuse(field, 'Dòng tổng chi chỉ ghi số tiền và nguồn.')
    if (line > 0 && !isGiven) refuse(field, detail)
  }
  const isEmpty = BudgetBasis.options.every((basis) => body[basis] == null)
  if (isEmpty && !body.isRemoved) refuse('planned', 'Hãy ghi ít nhất một số tiền.')
  if (body.isRemoved && body.revision === 0) refuse('isRemoved', 'Chưa có dòng này để bỏ.')
  if (body.revision > 0 && !body.reason) refuse('reason', 'Dòng này đã ghi. Hãy nêu lý do sửa hoặc bỏ.')
  if (errors.length === 0) return
  const detail = errors.map((error) => error.detail).join(' ')
  throw new ProblemError({ status: 422, title: 'Dòng ngân sách chưa hợp lệ', detail, errors })
}

const largestSum = 999_999_999_999_999

function refuseTooMuch(lines: readonly Record<BudgetBasis, number | null>[]): void {
  for (const basis of BudgetBasis.options) {
    const isKnown = lines.some((line) => line[basis] !== null)
    const sum = budgetSum(lines, basis)
    if (!isKnown || (sum !== null && sum <= largestSum)) continue
    const detail = 'Tổng các dòng vượt quá 15 chữ số. Hãy kiểm tra lại số tiền; đơn vị tính là đồng.'
    throw new ProblemError({
      status: 422,
      title: 'Dòng ngân sách chưa hợp lệ',
      detail,
      errors: [{ pointer: `#/${basis}`, detail }],
    })
  }
}
