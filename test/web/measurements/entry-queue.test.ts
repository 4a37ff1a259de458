import type { DraftStore, Sending } from '@moc57/web/measurements/entry/draft-store.ts'
import { createDraftStore } from '@moc57/web/measurements/entry/draft-store.ts'
import { emptyText, type RowText } from '@moc57/web/measurements/entry/row-text.ts'
import {
  countQueue,
  type Draft,
  nextToSend,
  noDrafts,
  type Queue,
  type QueueEvent,
  queueAfter,
} from '@moc57/web/measurements/entry/save-queue.ts'
import { applyChange, nothingToUndo, redo, remember, undo } from '@moc57/web/measurements/entry/undo.ts'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { makeMeasurement } from '../../support/make-measurement.ts'

const text = (value: string): RowText => ({ ...emptyText, value })
const edited = (
  number: number,
  value: string,
  given: Partial<Extract<QueueEvent, { type: 'edited' }>> = {},
) =>
  ({
    type: 'edited',
    number,
    text: text(value),
    held: null,
    saved: emptyText,
    revision: 0,
    ...given,
  }) as const
const after = (...events: QueueEvent[]) => events.reduce<Queue>(queueAfter, noDrafts)
const refusal = { kind: 'refused', errors: { value: 'không phải là số' } } as const

describe('the queue', () => {
  test('sends in the order of the last change', () => {
    expect(nextToSend(after(edited(1, '1'), edited(2, '2')))).toBe(1)
    expect(nextToSend(after(edited(1, '1'), edited(2, '2'), edited(1, '3')))).toBe(2)
  })

  test('forgets a row once the server has it', () => {
    const queue = after(
      edited(1, '1'),
      { type: 'sending', number: 1 },
      { type: 'saved', number: 1, revision: 1 },
    )
    expect(queue.size).toBe(0)
  })

  test('sends again what was changed under way, on the new revision', () => {
    const queue = after(edited(1, '1'), { type: 'sending', number: 1 }, edited(1, '2'), {
      type: 'saved',
      number: 1,
      revision: 7,
    })
    expect(queue.get(1)).toMatchObject({ text: text('2'), revision: 7, sent: null })
    expect(nextToSend(queue)).toBe(1)
  })

  test('does not send a row twice at the same time', () => {
    expect(nextToSend(after(edited(1, '1'), { type: 'sending', number: 1 }, edited(1, '2')))).toBeUndefined()
  })

  test('keeps a refused value and does not send it until it changes', () => {
    const refused = after(
      edited(1, '140'),
      { type: 'sending', number: 1 },
      { type: 'refused', number: 1, errors: { value: 'lớn hơn 100' } },
    )
    expect(refused.get(1)?.text).toEqual(text('140'))
    expect(nextToSend(refused)).toBeUndefined()
    expect(nextToSend(queueAfter(refused, edited(1, '100')))).toBe(1)
  })

  test('does not blame a later value for a refusal', () => {
    const queue = after(edited(1, '140'), { type: 'sending', number: 1 }, edited(1, '100'), {
      type: 'refused',
      number: 1,
      errors: { value: 'lớn hơn 100' },
    })
    expect(queue.get(1)?.held).toBeNull()
    expect(nextToSend(queue)).toBe(1)
  })

  test('keeps what a lost line did not take', () => {
    const queue = after(edited(1, '1'), { type: 'sending', number: 1 }, { type: 'lineLost', number: 1 })
    expect(nextToSend(queue)).toBe(1)
  })

  test('lets go of a row that is typed back to what the server has', () => {
    expect(after(edited(1, '1'), edited(1, '')).size).toBe(0)
    expect(after(edited(1, 'x', { held: refusal }), edited(1, '')).size).toBe(0)
  })

  test('keeps a row typed back while its change is under way', () => {
    const queue = after(edited(1, '1'), { type: 'sending', number: 1 }, edited(1, ''))
    expect(queue.get(1)?.text).toEqual(text(''))
  })

  test('counts what is on its way, refused, unfinished and to be decided', () => {
    const queue = after(
      edited(1, '1'),
      edited(2, 'x', { held: refusal }),
      edited(3, '', { held: { kind: 'incomplete', errors: {} }, text: { ...emptyText, numerator: '1' } }),
      edited(4, '4'),
      { type: 'conflicted', number: 4, theirs: makeMeasurement() },
    )
    expect(countQueue(queue)).toEqual({ unsent: 1, refused: 1, incomplete: 1, conflicts: 1 })
  })
})

describe('two people on one row', () => {
  const conflicted = after(
    edited(1, '45', { revision: 3 }),
    { type: 'sending', number: 1 },
    { type: 'conflicted', number: 1, theirs: makeMeasurement({ value: 40, revision: 4 }) },
  )

  test('neither value is sent or dropped by itself', () => {
    expect(nextToSend(conflicted)).toBeUndefined()
    expect(conflicted.get(1)).toMatchObject({ text: text('45'), theirs: { value: 40 } })
  })

  test('mine is sent on their revision', () => {
    const queue = queueAfter(conflicted, { type: 'keptMine', number: 1 })
    expect(queue.get(1)).toMatchObject({ text: text('45'), revision: 4, theirs: null })
    expect(nextToSend(queue)).toBe(1)
  })

  test('theirs leaves nothing to send', () => {
    expect(queueAfter(conflicted, { type: 'tookTheirs', number: 1 }).size).toBe(0)
  })

  test('typing on does not decide', () => {
    expect(nextToSend(queueAfter(conflicted, edited(1, '46')))).toBeUndefined()
  })
})

describe('undo and redo', () => {
  const step = [
    { number: 1, before: text(''), after: text('1') },
    { number: 2, before: text(''), after: text('2') },
  ]

  test('take one action back at once, and bring it back', () => {
    const undone = undo(remember(nothingToUndo, step))
    expect(undone?.step).toEqual(
      step.map(({ number, before, after: to }) => ({ number, before: to, after: before })),
    )
    expect(redo(undone?.history ?? nothingToUndo)?.step).toEqual(step)
    expect(undo(nothingToUndo)).toBeUndefined()
  })

  test('leave alone what somebody else filled in the row', () => {
    const now = { ...text('1'), note: 'của người khác' }
    expect(applyChange(now, { before: text('1'), after: text('') })).toEqual({ ...now, value: '' })
  })
})

describe('sending', () => {
  const kept = new Map<number, Draft>()
  let answers: Sending[]
  let sent: [number, string, number][]
  let store: ReturnType<typeof createDraftStore>
  let close: () => void

  function open(): DraftStore {
    store = createDraftStore({
      kept: {
        load: () => new Map(kept),
        put: (number, draft) => (draft ? kept.set(number, draft) : kept.delete(number)),
        watch: () => () => undefined,
      },
      send: async (number, draft) => {
        sent.push([number, draft.text.value, draft.revision])
        return answers.shift() ?? { type: 'saved', revision: draft.revision + 1 }
      },
      onElsewhere: () => undefined,
    })
    close = store.open()
    return store
  }

  beforeEach(() => {
    vi.useFakeTimers()
    vi.stubGlobal('addEventListener', () => undefined)
    vi.stubGlobal('removeEventListener', () => undefined)
    kept.clear()
    answers = []
    sent = []
  })
  afterEach(() => {
    close()
    vi.useRealTimers()
    vi.unstubAllGlobals()
  })

  test('sends every row once, in order, and keeps none of them afterwards', async () => {
    open()
    for (const number of [1, 2, 3]) store.change(edited(number, String(number)))
    expect(kept.size).toBe(3)
    await vi.advanceTimersByTimeAsync(5_000)
    expect(sent).toEqual([
      [1, '1', 0],
      [2, '2', 0],
      [3, '3', 0],
    ])
    expect(kept.size).toBe(0)
  })

  test('keeps everything while the line is lost, and sends it once when it is back', async () => {
    answers = [{ type: 'away' }, { type: 'away' }]
    open()
    store.change(edited(1, '1'))
    store.change(edited(2, '2'))
    await vi.advanceTimersByTimeAsync(1_000)
    expect(store.state().line).toBe('away')
    expect(kept.size).toBe(2)
    await vi.advanceTimersByTimeAsync(60_000)
    expect(sent.map(([number]) => number)).toEqual([1, 1, 1, 2])
    expect(store.state()).toMatchObject({ line: 'up', queue: noDrafts })
  })

  test('says why the server cannot write, and sends by itself again', async () => {
    answers = [{ type: 'unable', why: 'Máy chủ đang bận.' }]
    open()
    store.change(edited(1, '1'))
    await vi.advanceTimersByTimeAsync(1_000)
    expect(store.state()).toMatchObject({ line: 'unable', why: 'Máy chủ đang bận.' })
    expect(kept.size).toBe(1)
    await vi.advanceTimersByTimeAsync(10_000)
    expect(sent.length).toBe(2)
    expect(store.state()).toMatchObject({ line: 'up', queue: noDrafts })
  })

  test('sends what a closed page left behind', async () => {
    answers = [{ type: 'away' }]
    open()
    store.change(edited(1, '1'))
    await vi.advanceTimersByTimeAsync(1_000)
    close()
    open()
    await vi.advanceTimersByTimeAsync(1_000)
    expect(sent.length).toBe(2)
    expect(kept.size).toBe(0)
  })

  test('an answer that was lost on the way is no conflict', async () => {
    answers = [{ type: 'away' }, { type: 'stale', current: makeMeasurement({ value: 1, revision: 1 }) }]
    open()
    store.change(edited(1, '1'))
    await vi.advanceTimersByTimeAsync(10_000)
    expect(store.state().queue.size).toBe(0)
  })

  test('tells when all is saved', async () => {
    open()
    store.change(edited(1, '1'))
    const settled = store.settled()
    await vi.advanceTimersByTimeAsync(1_000)
    await settled
    expect(sent.length).toBe(1)
  })
})
