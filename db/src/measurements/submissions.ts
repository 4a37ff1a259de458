import type { MeasurementState, Quarter, Submission, SubmissionAction } from '@moc57/shared'
import { and, asc, desc, eq } from 'drizzle-orm'
import type { Database } from '../open/open.ts'
import { given, prepared } from '../open/prepared.ts'
import { isOneOf } from '../schema/columns.ts'
import { measurementStates, submissionEvents } from '../schema/measurements.ts'
import type { Deed } from '../sql/deed.ts'
import { inOneCommit } from '../sql/one-commit.ts'
import { StaleError } from '../sql/stale-error.ts'
import { appendChainLink } from './approval-chain.ts'
import { latestRevisions } from './measurements.ts'

/** What was done with a quarter of a unit, oldest first. */
export function listSubmissionEvents(db: Database, unitCode: string, period: Quarter): Submission['events'] {
  return events(db).all({ unitCode, period })
}

const events = prepared(({ orm }) => {
  const { action, reason, by, at } = submissionEvents
  return orm
    .select({ action, reason, by, at })
    .from(submissionEvents)
    .where(
      and(eq(submissionEvents.unitCode, given('unitCode')), eq(submissionEvents.period, given('period'))),
    )
    .orderBy(asc(submissionEvents.id))
    .prepare()
})

const gates = prepared(({ orm }) =>
  orm
    .select({ action: submissionEvents.action })
    .from(submissionEvents)
    .where(
      and(
        eq(submissionEvents.unitCode, given('unitCode')),
        eq(submissionEvents.period, given('period')),
        isOneOf(submissionEvents.action, ['reopen', 'lock']),
      ),
    )
    .orderBy(desc(submissionEvents.id))
    .prepare(),
)

/** The last word of the city or the administrator on whether the quarter is open. */
export function lastGate(db: Database, unitCode: string, period: Quarter): 'reopen' | 'lock' | undefined {
  return gates(db).get({ unitCode, period })?.action as 'reopen' | 'lock' | undefined
}

/** What a submission does: the figures that move to a new state, if any, and the event itself; all or nothing. */
export type SubmissionChange = Deed & {
  unitCode: string
  period: Quarter
  action: SubmissionAction
  reason: string | null
  /** Figures that move, by indicator, and where to. */
  moves: readonly { number: number; revision: number; state: MeasurementState }[]
}

/** Records the change. Throws `StaleError` when a figure has got a newer revision in the meantime. */
export function recordSubmission(db: Database, change: SubmissionChange): void {
  const { unitCode, period, action, reason, by, at, moves } = change
  inOneCommit(db, () => {
    const current = latestRevisions(db, unitCode, period)
    const approved: number[] = []
    for (const { number, revision, state } of moves) {
      const figure = current.get(number)
      if (figure?.revision !== revision) throw new StaleError('measurement', figure)
      db.orm.insert(measurementStates).values({ measurementId: figure.id, state, by, at, reason }).run()
      if (state === 'approved') approved.push(figure.id)
    }
    db.orm.insert(submissionEvents).values({ unitCode, period, action, reason, by, at }).run()
    if (approved.length > 0)
      appendChainLink(db, { unitCode, kind: 'approval', period, measurementIds: approved, by, at })
  })
}
