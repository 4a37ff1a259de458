import {
  askExplanation as ask,
  assignmentsInForce,
  findExplanation,
  findUnit,
  listExplanations as found,
  readReportingWindow,
  recordExplanationEvent,
} from '@moc57/db'
import {
  type Account,
  type Assignment,
  type Explanation,
  type ExplanationAction,
  type ExplanationState,
  explanationAfter,
  formatDay,
  type Input,
  inOrderOfUrgency,
  isOverdue,
  type LeadBody,
  namesBody,
  type Quarter,
  quarterInText,
} from '@moc57/shared'
import {
  askExplanation,
  changeExplanation,
  type ExplanationItem,
  listCityExplanations,
  listExplanations,
} from '@moc57/shared/api'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import type { Context } from '../http/context.ts'
import { badField, conflict, notFound, ProblemError } from '../http/problem.ts'
import { askerOf, mayAnswer, mayDecide } from './explanation-rights.ts'

/** Explanations (giải trình): a leader or the city asks about one figure, the body answers, the asker decides. */
export const explanationRoutes: FastifyPluginAsyncZod<Context> = async (app, context) => {
  const { database, calendar, notice } = context

  const itemFor = (account: Account | null, unitCode: string) => (explanation: Explanation) => {
    const { period, number, state } = explanation
    const assignment = assignmentsInForce(database, unitCode, period).get(number) ?? null
    return {
      ...explanation,
      isOverdue: isOverdue(explanation, calendar().today),
      mayAnswer:
        explanationAfter(state, 'answer') !== undefined &&
        mayAnswer(account, unitCode, assignment, explanation),
      mayDecide:
        explanationAfter(state, 'withdraw') !== undefined &&
        mayDecide(account, unitCode, assignment, explanation),
    }
  }
  const itemOf = (account: Account, unitCode: string, id: number): ExplanationItem => {
    const explanation = findExplanation(database, unitCode, id)
    if (!explanation) throw notFound('Không có yêu cầu giải trình này trong đơn vị.')
    return itemFor(account, unitCode)(explanation)
  }

  app.route({
    ...listExplanations,
    handler: async ({ query, account, unit }) => {
      const { number, period } = query
      const items = found(database, {
        unitCode: unit.code,
        ...(number && { number: Number(number) }),
        ...(period && { period }),
      })
      return { notice, unit, items: inOrderOfUrgency(items).map(itemFor(account, unit.code)) }
    },
  })

  app.route({
    ...listCityExplanations,
    handler: async ({ account }) => {
      const items = found(database, {}).filter(({ askedAs }) => askedAs === 'city')
      return {
        notice,
        items: inOrderOfUrgency(items).flatMap((explanation) => {
          const unit = findUnit(database, explanation.unitCode)
          return unit ? [{ ...itemFor(account, unit.code)(explanation), unit }] : []
        }),
      }
    },
  })

  app.route({
    ...askExplanation,
    handler: async ({ body, signedIn, deed, unit, indicator: { number, assignment } }) => {
      const { leadBody, ...asked } = body
      refuseBeforeItBegins(context, asked.period)
      refusePastDay(asked.dueOn, calendar().today)
      const to = addressedTo(bodyAsked(assignment, leadBody))
      const by = { askedAs: askerOf(signedIn), ...deed }
      const id = ask(database, { ...asked, unitCode: unit.code, number, ...to, ...by })
      return { notice, explanation: itemOf(signedIn, unit.code, id) }
    },
  })

  app.route({
    ...changeExplanation,
    handler: async ({ params: { id, action }, body, signedIn, deed, unit }) => {
      refuseImpossible(action, itemOf(signedIn, unit.code, id))
      const given = contentOf(action, body)
      if (given.dueOn) refusePastDay(given.dueOn, calendar().today)
      recordExplanationEvent(database, id, { ...given, action, ...deed })
      return { notice, explanation: itemOf(signedIn, unit.code, id) }
    },
  })
}

function refuseBeforeItBegins({ database, calendar }: Context, period: Quarter): void {
  if (calendar().today >= readReportingWindow(database, period).from) return
  throw badField('#/period', `Kỳ ${quarterInText(period)} chưa bắt đầu, chưa có gì để giải trình.`)
}

/** Where the indicator has no body yet, the unit's officer is asked. */
function addressedTo(body: LeadBody | undefined) {
  return { addressee: body?.name ?? 'Người tổng hợp số liệu của đơn vị', leadBodyId: body?.id ?? null }
}

function refuseImpossible(action: ExplanationAction, { state, mayAnswer, mayDecide }: ExplanationItem): void {
  if (explanationAfter(state, action) === undefined) throw conflict(impossible[state])
  if (!(action === 'answer' ? mayAnswer : mayDecide)) throw notYours(action)
}

/** Why an action does not fit the state any more. */
const impossible: Record<ExplanationState, string> = {
  asked: 'Chưa có giải trình nào để xem xét.',
  returned: 'Giải trình đang được yêu cầu bổ sung; hãy chờ bản mới.',
  answered: 'Giải trình đang chờ xem xét.',
  accepted: 'Giải trình này đã được chấp nhận; nội dung không thay đổi nữa.',
  withdrawn: 'Yêu cầu giải trình này đã được rút lại.',
}

function bodyAsked(assignment: Assignment | null, asked: string | null | undefined) {
  const bodies = assignment?.leadBodies ?? []
  if (!asked) return bodies[0]
  const named = bodies.find((known) => namesBody(asked, known))
  if (!named) throw badField('#/leadBody', `Chỉ tiêu không do “${asked}” chủ trì theo dõi, đánh giá.`)
  return named
}

function refusePastDay(dueOn: string, today: string): void {
  if (dueOn < today) throw badField('#/dueOn', `Hạn trả lời phải từ hôm nay, ${formatDay(today)}, trở đi.`)
}

const due = {
  answer: {
    cause: 'Hãy ghi nguyên nhân.',
    measure: 'Hãy ghi giải pháp.',
    doneBy: 'Hãy ghi thời hạn khắc phục.',
  },
  accept: {},
  return: { reason: 'Hãy ghi lý do trả lại.' },
  withdraw: { reason: 'Hãy ghi lý do rút lại.' },
} as const

const taken = {
  answer: ['cause', 'measure', 'doneBy'],
  accept: ['reason'],
  return: ['reason', 'dueOn'],
  withdraw: ['reason'],
} as const

/** What an action takes of the body; what is missing, or belongs to another action, is told field by field. */
function contentOf(action: ExplanationAction, body: Input<typeof changeExplanation>['body']) {
  const given = Object.entries(body ?? {}).filter(([, value]) => value != null && value !== '')
  const names = given.map(([name]) => name)
  const errors = [
    ...Object.entries(due[action])
      .filter(([field]) => !names.includes(field))
      .map(([field, detail]) => ({ pointer: `#/${field}`, detail })),
    ...names
      .filter((field) => !(taken[action] as readonly string[]).includes(field))
      .map((field) => ({ pointer: `#/${field}`, detail: `Thao tác này không dùng trường “${field}”.` })),
  ]
  if (errors.length > 0) {
    const detail = errors.map((error) => error.detail).join(' ')
    throw new ProblemError({ status: 422, title: 'Nội dung chưa đủ', detail, errors })
  }
  return Object.fromEntries(given) as { dueOn?: string }
}

function notYours(action: ExplanationAction): ProblemError {
  return new ProblemError({
    status: 403,
    title: 'Không có quyền',
    detail:
      action === 'answer'
        ? 'Yêu cầu này gửi cơ quan khác; cơ quan được nêu tên hoặc người tổng hợp của đơn vị trả lời.'
        : 'Chỉ người yêu cầu, hoặc người cùng chỉ đạo chỉ tiêu, xem xét giải trình này.',
  })
}
