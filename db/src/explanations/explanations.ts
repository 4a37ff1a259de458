import {
  type Explanation,
  type ExplanationAction,
  type ExplanationEvent,
  explanationAfter,
  explanationState,
  type Quarter,
} from '@moc57/shared'
import { and, asc, eq, getTableColumns, type SQL } from 'drizzle-orm'
import type { Database } from '../open/open.ts'
import { explanationEvents, explanations } from '../schema/explanations.ts'
import { indicators, leadBodies } from '../schema/plans.ts'
import { inOneCommit } from '../sql/one-commit.ts'

const { unitCode: _, indicatorNumber, leadBodyId, ...columns } = getTableColumns(explanations)
const { id: __, ...eventColumns } = getTableColumns(explanationEvents)

/** What is looked for; every field that is left out is anything. */
export type ExplanationSearch = { unitCode?: string; number?: number; period?: Quarter }

/** The explanations that were asked for, each with its whole history, in the order they were asked. */
export function listExplanations(db: Database, search: ExplanationSearch): FoundExplanation[] {
  const { unitCode, number, period } = search
  return select(
    db,
    unitCode === undefined ? undefined : eq(explanations.unitCode, unitCode),
    number === undefined ? undefined : eq(indicatorNumber, number),
    period === undefined ? undefined : eq(explanations.period, period),
  )
}

/** An explanation, and the unit it is asked of. */
export type FoundExplanation = Explanation & { unitCode: string }

export function findExplanation(db: Database, unitCode: string, id: number): Explanation | undefined {
  return select(db, eq(explanations.unitCode, unitCode), eq(explanations.id, id))[0]
}

function select(db: Database, ...conditions: (SQL | undefined)[]): FoundExplanation[] {
  const events = db.orm
    .select(eventColumns)
    .from(explanationEvents)
    .innerJoin(explanations, eq(explanations.id, explanationEvents.explanationId))
    .where(and(...conditions))
    .orderBy(asc(explanationEvents.id))
    .all()
  const eventsOf = Map.groupBy(events, ({ explanationId }) => explanationId)
  return db.orm
    .select({
      ...columns,
      unitCode: explanations.unitCode,
      number: indicatorNumber,
      shortName: indicators.shortName,
      leadBody: leadBodies.name,
    })
    .from(explanations)
    .innerJoin(indicators, eq(indicators.number, indicatorNumber))
    .leftJoin(leadBodies, eq(leadBodies.id, leadBodyId))
    .where(and(...conditions))
    .orderBy(asc(explanations.id))
    .all()
    .map((row) =>
      withEvents(
        row,
        (eventsOf.get(row.id) ?? []).map(({ explanationId: ___, ...event }) => event),
      ),
    )
}

type Row = Omit<FoundExplanation, 'state' | 'answer' | 'events'>

function withEvents(row: Row, events: ExplanationEvent[]): FoundExplanation {
  return {
    ...row,
    dueOn: events.findLast(({ dueOn }) => dueOn !== null)?.dueOn ?? row.dueOn,
    state: explanationState(events),
    answer: events.findLast(({ action }) => action === 'answer') ?? null,
    events,
  }
}

export type NewExplanation = Omit<typeof explanations.$inferInsert, 'id' | 'indicatorNumber'> & {
  number: number
}

/** Asks for an explanation; returns its id. */
export function askExplanation(db: Database, { number, ...given }: NewExplanation): number {
  return db.orm
    .insert(explanations)
    .values({ ...given, indicatorNumber: number })
    .returning({ id: explanations.id })
    .get().id
}

type NewEvent = Partial<ExplanationEvent> & { action: ExplanationAction; by: string; at: string }

/** Adds what was done to the history. Throws where its state does not allow it. */
export function recordExplanationEvent(db: Database, id: number, event: NewEvent): void {
  inOneCommit(db, () => {
    const events = db.orm
      .select({ action: explanationEvents.action })
      .from(explanationEvents)
      .where(eq(explanationEvents.explanationId, id))
      .orderBy(asc(explanationEvents.id))
      .all()
    const state = explanationState(events)
    if (explanationAfter(state, event.action) === undefined) {
      throw new Error(`an explanation that is ${state} does not allow to ${event.action}`)
    }
    db.orm
      .insert(explanationEvents)
      .values({ ...event, explanationId: id })
      .run()
  })
}
