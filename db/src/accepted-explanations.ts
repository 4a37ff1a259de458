import type { ReportingPeriod } from '@moc57/shared'
import { and, asc, eq, gte, lte, sql } from 'drizzle-orm'
import type { Database } from './open.ts'
import { explanationEvents, explanations } from './schema/office.ts'

/** What a body answered and its leader accepted: why a figure is as it is, and what is done about it until when. */
export type AcceptedExplanation = { number: number; cause: string; measure: string; doneBy: string }

/** The accepted explanations on a unit's figures of the quarters, in the order of the indicators. */
export function acceptedExplanations(
  db: Database,
  unitCode: string,
  { first, last }: { first: ReportingPeriod; last: ReportingPeriod },
): AcceptedExplanation[] {
  const { cause, measure, doneBy } = explanationEvents
  const ofExplanation = sql`FROM ${explanationEvents} AS event WHERE event.explanation_id = ${explanations.id}`
  return db.orm
    .select({ number: explanations.indicatorNumber, cause, measure, doneBy })
    .from(explanations)
    .innerJoin(explanationEvents, eq(explanationEvents.explanationId, explanations.id))
    .where(
      and(
        eq(explanations.unitCode, unitCode),
        gte(explanations.period, first),
        lte(explanations.period, last),
        sql`(SELECT event.action ${ofExplanation} ORDER BY event.id DESC LIMIT 1) = 'accept'`,
        sql`${explanationEvents.id} = (SELECT max(event.id) ${ofExplanation} AND event.action = 'answer')`,
      ),
    )
    .orderBy(asc(explanations.indicatorNumber), asc(explanations.id))
    .all()
    .map((row) => row as AcceptedExplanation)
}
