import type { Measurement } from '@moc57/shared'
import { entryFields, type FieldErrors, type RowText } from './row-text.ts'

/** A row that differs from what the server has, or may differ. It leaves the queue once the server has kept it. */
export type Draft = {
  text: RowText
  /** The revision it was made on. */
  revision: number
  /** Its place among what is to be sent. */
  order: number
  /** Why it is not sent, or was not kept; it waits for a change. */
  held: Held | null
  /** What somebody else entered meanwhile; a person decides which stands. */
  theirs: Measurement | null
  /** The text that is under way to the server. */
  sent: RowText | null
}
export type Held = { kind: 'incomplete' | 'refused'; errors: FieldErrors }

export type Queue = ReadonlyMap<number, Draft>

export type QueueEvent =
  | {
      type: 'edited'
      number: number
      text: RowText
      held: Held | null
      /** What the server has, and its revision. */
      saved: RowText
      revision: number
    }
  | { type: 'sending'; number: number }
  | { type: 'saved'; number: number; revision: number }
  | { type: 'lineLost'; number: number }
  | { type: 'refused'; number: number; errors: FieldErrors }
  | { type: 'conflicted'; number: number; theirs: Measurement }
  | { type: 'keptMine'; number: number }
  | { type: 'tookTheirs'; number: number }
  /** Another tab of the same person changed what is kept. */
  | { type: 'adopted'; number: number; draft: Draft | null }

export const noDrafts: Queue = new Map()

/** The queue after an event. Nothing that was typed leaves it unless the server has it or the person gave it up. */
export function queueAfter(queue: Queue, event: QueueEvent): Queue {
  const draft = queue.get(event.number)
  const put = (next: Draft) => new Map(queue).set(event.number, next)
  if (event.type === 'edited') {
    const { text, held, saved, revision } = event
    if (!draft?.sent && !draft?.theirs && isSameText(text, saved)) return without(queue, event.number)
    return put({
      text,
      held,
      revision: draft?.revision ?? revision,
      order: nextOrder(queue),
      theirs: draft?.theirs ?? null,
      sent: draft?.sent ?? null,
    })
  }
  if (event.type === 'adopted') return event.draft ? put(event.draft) : without(queue, event.number)
  if (!draft) return queue
  const hasChanged = draft.sent !== null && !isSameText(draft.text, draft.sent)
  switch (event.type) {
    case 'sending':
      return put({ ...draft, sent: draft.text })
    case 'saved':
      return hasChanged
        ? put({ ...draft, sent: null, revision: event.revision })
        : without(queue, event.number)
    case 'lineLost':
      return put({ ...draft, sent: null })
    case 'refused':
      // What was typed since has not been judged yet.
      return put({
        ...draft,
        sent: null,
        held: hasChanged ? draft.held : { kind: 'refused', errors: event.errors },
      })
    case 'conflicted':
      return put({ ...draft, sent: null, theirs: event.theirs })
    case 'keptMine':
      return put({ ...draft, revision: draft.theirs?.revision ?? draft.revision, theirs: null })
    case 'tookTheirs':
      return without(queue, event.number)
  }
}

/** The row to send next: the one changed longest ago, unless it is under way, held back or in conflict. */
export function nextToSend(queue: Queue): number | undefined {
  const [next] = [...queue]
    .filter(([, { sent, held, theirs }]) => !sent && !held && !theirs)
    .sort(([, a], [, b]) => a.order - b.order)
  return next?.[0]
}

/** How many rows are on their way, held back, or to be decided. */
export function countQueue(queue: Queue) {
  const drafts = [...queue.values()]
  return {
    unsent: drafts.filter(({ held, theirs }) => !held && !theirs).length,
    refused: drafts.filter(({ held, theirs }) => !theirs && held?.kind === 'refused').length,
    incomplete: drafts.filter(({ held, theirs }) => !theirs && held?.kind === 'incomplete').length,
    conflicts: drafts.filter(({ theirs }) => theirs).length,
  }
}

export function isSameText(a: RowText, b: RowText): boolean {
  return entryFields.every((field) => a[field] === b[field])
}

function nextOrder(queue: Queue): number {
  return Math.max(0, ...[...queue.values()].map(({ order }) => order)) + 1
}

function without(queue: Queue, number: number): Queue {
  const rest = new Map(queue)
  rest.delete(number)
  return rest
}
