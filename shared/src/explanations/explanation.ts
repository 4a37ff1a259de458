import { z } from 'zod'
import { Quarter } from '../quarter-schema.ts'

/** What is done with an explanation (giải trình) once it has been asked for. */
export const ExplanationAction = z.enum(['answer', 'accept', 'return', 'withdraw'])
export type ExplanationAction = z.infer<typeof ExplanationAction>

/** Where an explanation stands: whose turn it is, or how it ended. */
export const ExplanationState = z.enum(['asked', 'answered', 'returned', 'accepted', 'withdrawn'])
export type ExplanationState = z.infer<typeof ExplanationState>

/** Who asked: a leader of the unit, or the city. Only they accept the answer. */
export const Asker = z.enum(['leader', 'city'])
export type Asker = z.infer<typeof Asker>

/**
 * What may be done in a state, and where it leads. An answer may be given anew until it is decided on; what is
 * accepted or withdrawn is over.
 */
const transitions: Record<ExplanationState, Partial<Record<ExplanationAction, ExplanationState>>> = {
  asked: { answer: 'answered', withdraw: 'withdrawn' },
  answered: { answer: 'answered', accept: 'accepted', return: 'returned', withdraw: 'withdrawn' },
  returned: { answer: 'answered', withdraw: 'withdrawn' },
  accepted: {},
  withdrawn: {},
}

/** The state that an action leads to; `undefined` where the state does not allow it. */
export function explanationAfter(
  state: ExplanationState,
  action: ExplanationAction,
): ExplanationState | undefined {
  return transitions[state][action]
}

/** The state after everything that was done since the question, in order. */
export function explanationState(events: readonly { action: ExplanationAction }[]): ExplanationState {
  return events.reduce<ExplanationState>(
    (state, { action }) => explanationAfter(state, action) ?? state,
    'asked',
  )
}

/** Whether an answer is still owed. */
export function isAnswerDue(state: ExplanationState): boolean {
  return state === 'asked' || state === 'returned'
}

const day = z.string().meta({ description: 'A day as 2026-11-22' })

/** One step of an explanation; what it does not concern is null. */
export const ExplanationEvent = z
  .object({
    action: ExplanationAction,
    cause: z.string().nullable().meta({ description: 'Of an answer: nguyên nhân' }),
    measure: z.string().nullable().meta({ description: 'Of an answer: giải pháp khắc phục' }),
    doneBy: day.nullable().meta({ description: 'Of an answer: the day by which the measure is to be done' }),
    reason: z.string().nullable(),
    dueOn: day.nullable().meta({ description: 'Of a return: the new deadline, where one was set' }),
    by: z.string(),
    at: z.string().meta({ description: 'Instant in ISO 8601' }),
  })
  .meta({ id: 'ExplanationEvent' })
export type ExplanationEvent = z.infer<typeof ExplanationEvent>

/** A question on one figure, or on its absence: a unit, an indicator and a quarter, with all that was said on it. */
export const Explanation = z
  .object({
    id: z.int(),
    number: z.int().meta({ description: 'Of the indicator' }),
    shortName: z.string(),
    period: Quarter,
    question: z.string(),
    askedAs: Asker,
    addressee: z.string().meta({ description: 'The body or person that is to answer' }),
    leadBody: z.string().nullable().meta({ description: 'The body whose accounts may answer' }),
    dueOn: day.meta({ description: 'The deadline in force' }),
    by: z.string(),
    at: z.string().meta({ description: 'Instant in ISO 8601' }),
    state: ExplanationState,
    answer: ExplanationEvent.nullable().meta({ description: 'The latest answer' }),
    events: z.array(ExplanationEvent).meta({ description: 'Oldest first' }),
  })
  .meta({ id: 'Explanation' })
export type Explanation = z.infer<typeof Explanation>

/** Whether an answer is owed and its day has passed. */
export function isOverdue({ state, dueOn }: Pick<Explanation, 'state' | 'dueOn'>, today: string): boolean {
  return isAnswerDue(state) && today > dueOn
}

const turn: Record<ExplanationState, number> = {
  asked: 0,
  returned: 0,
  answered: 1,
  accepted: 2,
  withdrawn: 2,
}

/** What is owed first, the oldest deadline before the others; then what waits for a decision; then what is over. */
export function inOrderOfUrgency<Item extends Explanation>(items: readonly Item[]): Item[] {
  return [...items].sort((a, b) => {
    const byTurn = turn[a.state] - turn[b.state]
    if (byTurn !== 0) return byTurn
    const isOver = turn[a.state] === 2
    const [first, second] = isOver ? [b.at, a.at] : [a.dueOn, b.dueOn]
    return first < second ? -1 : first > second ? 1 : a.id - b.id
  })
}
