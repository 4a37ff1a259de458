import type { Measurement } from '@moc57/shared'
import { type FieldErrors, isSameFigure } from './row-text.ts'
import { countQueue, type Draft, nextToSend, type Queue, type QueueEvent, queueAfter } from './save-queue.ts'
import type { StoredDrafts } from './stored-drafts.ts'

/** How sending a row went. `away`: the server cannot be reached; `unable`: it cannot write at the moment and says why. */
export type Sending =
  | { type: 'saved'; revision: number }
  | { type: 'refused'; errors: FieldErrors }
  | { type: 'stale'; current: Measurement }
  | { type: 'unable'; why: string }
  | { type: 'away' }

export type Line = 'up' | 'away' | 'unable'
export type DraftState = {
  queue: Queue
  line: Line
  /** Of a server that is unable, in its own words. */
  why?: string
}

export type DraftStore = {
  state: () => DraftState
  subscribe: (listener: () => void) => () => void
  change: (event: QueueEvent) => void
  /** Starts sending what waits, without waiting for the next attempt. */
  resume: () => void
  /** Resolves once nothing is to be sent any more, or the line is lost. */
  settled: () => Promise<void>
}

type Options = {
  kept: StoredDrafts
  send: (number: number, draft: Draft) => Promise<Sending>
  /** Another tab sent a row: the server's rows have changed. */
  onElsewhere: () => void
}

const pauseAfterTyping = 250
const shortestRetry = 3_000
const longestRetry = 30_000

/** Holds the queue, keeps it in the browser, and sends it one row at a time, in order. */
export function createDraftStore({
  kept,
  send,
  onElsewhere,
}: Options): DraftStore & { open: () => () => void } {
  let state: DraftState = { queue: kept.load(), line: 'up' }
  let isSending = false
  let isOpen = false
  let timer: ReturnType<typeof setTimeout> | undefined
  let retryAfter = shortestRetry
  const listeners = new Set<() => void>()

  function update(next: Partial<DraftState>) {
    state = { ...state, ...next }
    for (const listener of [...listeners]) listener()
  }

  function take(event: QueueEvent) {
    const queue = queueAfter(state.queue, event)
    update({ queue })
    // What another tab changed is kept by that tab.
    if (event.type !== 'adopted') kept.put(event.number, queue.get(event.number))
  }

  function schedule(delay: number) {
    clearTimeout(timer)
    timer = setTimeout(run, delay)
  }

  async function run(): Promise<void> {
    if (isSending || !isOpen) return
    isSending = true
    for (let number = nextToSend(state.queue); isOpen && number !== undefined; ) {
      const draft = state.queue.get(number) as Draft
      take({ type: 'sending', number })
      const sending = await send(number, draft)
      take(eventOf(number, draft, sending))
      if (sending.type === 'away' || sending.type === 'unable') {
        update({ line: sending.type, ...(sending.type === 'unable' && { why: sending.why }) })
        schedule(retryAfter)
        retryAfter = Math.min(retryAfter * 2, longestRetry)
        break
      }
      retryAfter = shortestRetry
      if (state.line !== 'up') update({ line: 'up' })
      number = nextToSend(state.queue)
    }
    isSending = false
    update({})
  }

  const resume = () => schedule(0)
  return {
    state: () => state,
    subscribe: (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    change: (event) => {
      take(event)
      schedule(pauseAfterTyping)
    },
    resume,
    settled: () =>
      new Promise((resolve) => {
        const check = () => {
          if (countQueue(state.queue).unsent > 0 && state.line === 'up') return
          listeners.delete(check)
          resolve()
        }
        listeners.add(check)
        check()
      }),
    open: () => {
      isOpen = true
      resume()
      addEventListener('online', resume)
      const unwatch = kept.watch((number, draft) => {
        take({ type: 'adopted', number, draft })
        if (!draft) onElsewhere()
      })
      return () => {
        isOpen = false
        clearTimeout(timer)
        removeEventListener('online', resume)
        unwatch()
      }
    },
  }
}

function eventOf(number: number, draft: Draft, sending: Sending): QueueEvent {
  switch (sending.type) {
    case 'saved':
    case 'refused':
      return { ...sending, number }
    case 'stale':
      // The first answer was lost on the way: the server has kept what is being sent again.
      return isSameFigure(sending.current, draft.text)
        ? { type: 'saved', number, revision: sending.current.revision }
        : { type: 'conflicted', number, theirs: sending.current }
    default:
      return { type: 'lineLost', number }
  }
}
