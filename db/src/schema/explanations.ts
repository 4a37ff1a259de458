import { Asker, ExplanationAction } from '@moc57/shared'
import { sql } from 'drizzle-orm'
import { check, index, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import { isDay, isOneOf, isQuarter, word } from './columns.ts'
import { period, unitCode } from './ground.ts'
import { indicatorNumber, leadBodies } from './plans.ts'

/** A question on one figure of a unit. */
export const explanations = sqliteTable(
  'explanations',
  {
    id: integer().primaryKey(),
    unitCode: unitCode().notNull(),
    indicatorNumber: indicatorNumber().notNull(),
    period: period().notNull(),
    question: text().notNull(),
    askedAs: word(Asker.options).notNull(),
    addressee: text().notNull(),
    /** Whose accounts may answer; without one only the unit's officer. */
    leadBodyId: text().references(() => leadBodies.id),
    dueOn: text().notNull(),
    by: text().notNull(),
    at: text().notNull(),
  },
  (table) => [
    index('explanations_of_a_figure').on(table.unitCode, table.indicatorNumber, table.period),
    check('explanations_period', isQuarter(table.period)),
    check('explanations_asked_as', isOneOf(table.askedAs, Asker.options)),
    check('explanations_due_on', isDay(table.dueOn)),
  ],
)

/** The state of an explanation follows from its events: see `explanationState`. */
export const explanationEvents = sqliteTable(
  'explanation_events',
  {
    id: integer().primaryKey(),
    explanationId: integer()
      .notNull()
      .references(() => explanations.id),
    action: word(ExplanationAction.options).notNull(),
    cause: text(),
    measure: text(),
    doneBy: text(),
    reason: text(),
    dueOn: text(),
    by: text().notNull(),
    at: text().notNull(),
  },
  (table) => [
    index('explanation_events_of_an_explanation').on(table.explanationId),
    check('explanation_events_action', isOneOf(table.action, ExplanationAction.options)),
    check(
      'explanation_events_answer',
      sql`(${table.action} = 'answer') = (${table.cause} IS NOT NULL)
        AND (${table.action} = 'answer') = (${table.measure} IS NOT NULL)
        AND (${table.action} = 'answer') = (${table.doneBy} IS NOT NULL)`,
    ),
    check(
      'explanation_events_reason',
      sql`${table.reason} IS NOT NULL OR ${table.action} NOT IN ('return', 'withdraw')`,
    ),
    check('explanation_events_done_by', isDay(table.doneBy)),
    check(
      'explanation_events_due_on',
      sql`${table.dueOn} IS NULL OR (${table.action} = 'return' AND ${isDay(table.dueOn)})`,
    ),
  ],
)
