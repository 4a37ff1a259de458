import {
  assignmentsInForce,
  type Database,
  findUnit,
  listLeadBodies,
  listTargetProposals,
  listTasks,
} from '@moc57/db'
import {
  type AdministrativeUnit,
  type Assignment,
  budgetIndicator,
  type CallSubject,
  type FigureKey,
  type Indicator,
  isResponsibleFor,
  milestoneQuarter,
  type Quarter,
  type Subject,
  type Task,
} from '@moc57/shared'
import type { FastifyRequest } from 'fastify'
import { type Context, indicatorOf } from './context.ts'
import { notFound } from './problem.ts'

export type TargetProposal = ReturnType<typeof listTargetProposals>[number]

/** An indicator with who directs, answers for and follows it; that is looked up only where it is asked for. */
type AssignedIndicator = Indicator & { readonly assignment: Assignment | null }

declare module 'fastify' {
  /** What the address names: there before the handler. */
  interface FastifyRequest {
    /** On every route with `:unitCode`. */
    unit: AdministrativeUnit
    /** With the subject `indicator`: as the unit's plan has it in the quarter of the call. */
    indicator: AssignedIndicator
    /** With the subject `task`. */
    task: Task
    /** With the subject `proposal`. */
    proposal: TargetProposal
  }
}

/** The unit of the address, or 404. */
export function findUnitOf(database: Database, code: string): AdministrativeUnit {
  const unit = findUnit(database, code)
  if (!unit) throw notFound(`Không có đơn vị mang mã “${code}”. Hãy tìm đơn vị theo tên; mã gồm 5 chữ số.`)
  return unit
}

/** Who directs, answers for and follows an indicator, or nobody yet. */
const assignmentIn = (database: Database, { unitCode, number, period }: FigureKey): Assignment | null =>
  assignmentsInForce(database, unitCode, period).get(number) ?? null

/** A task is worked on by the bodies that its plan names. */
export function taskSubject(database: Database, unitCode: string, { leader, responsible }: Task): Subject {
  const leadBodies = listLeadBodies(database, unitCode).filter((body) => isResponsibleFor(responsible, body))
  return { unitCode, indicator: { assignment: { leader, leadBodies } } }
}

/** Who enters indicator 6 keeps its ledger. */
export function ledgerSubject({ database, calendar }: Context, unitCode: string): Subject {
  const figure = { unitCode, number: budgetIndicator, period: calendar().currentQuarter }
  return { unitCode, indicator: { assignment: assignmentIn(database, figure) } }
}

/** Looks up what the address names, for the handler and for its right. */
export const subjects: Record<CallSubject, (context: Context, request: FastifyRequest) => Subject> = {
  indicator: (context, request) => {
    const { number } = request.params as { number: string }
    const quarter = quarterOf(request) ?? context.calendar().currentQuarter
    const { code: unitCode } = request.unit
    const indicator = indicatorOf(context, unitCode, number, quarter)
    request.indicator = {
      ...indicator,
      get assignment() {
        return assignmentIn(context.database, { unitCode, number: indicator.number, period: quarter })
      },
    }
    return { unitCode, indicator: request.indicator }
  },
  task: ({ database }, request) => {
    const { number } = request.params as { number: string }
    const { code } = request.unit
    const task = listTasks(database, code).find((known) => String(known.number) === number)
    if (!task) throw notFound(`Kế hoạch của đơn vị không có nhiệm vụ số “${number}”.`)
    request.task = task
    return taskSubject(database, code, task)
  },
  ledger: (context, { unit }) => ledgerSubject(context, unit.code),
  proposal: ({ database }, request) => {
    const { year, id } = request.params as { year: number; id: number }
    const { code } = request.unit
    const proposal = listTargetProposals(database, code, year).find((one) => one.id === id)
    if (!proposal) throw notFound('Không có đề xuất này trong đợt đánh giá.')
    request.proposal = proposal
    const figure = { unitCode: code, number: proposal.number, period: milestoneQuarter(year) }
    return { unitCode: code, indicator: { assignment: assignmentIn(database, figure) } }
  },
}

type NamesQuarter = { period?: Quarter; asOf?: Quarter } | undefined

/** The quarter that a call names, wherever it stands. */
function quarterOf({ params, query, body }: FastifyRequest): Quarter | undefined {
  const [address, asked, sent] = [params, query, body] as NamesQuarter[]
  return address?.period ?? sent?.period ?? asked?.period ?? asked?.asOf
}
