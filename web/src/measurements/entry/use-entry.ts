import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useMemo, useRef, useState, useSyncExternalStore } from 'react'
import type { PlacedCell } from './block.ts'
import { createDraftStore, type DraftState } from './draft-store.ts'
import { type EntryLine, entryLines } from './entry-lines.ts'
import type { QuarterOfAccount } from './quarter-of-account.ts'
import { type Entries, entriesQuery, sendRow } from './queries.ts'
import { checkRow, textOf, withFields } from './row-text.ts'
import { countQueue, isSameText } from './save-queue.ts'
import { storedDrafts } from './stored-drafts.ts'
import { applyChange, nothingToUndo, redo, remember, type Step, undo } from './undo.ts'

export type Entry = {
  lines: EntryLine[]
  state: DraftState
  /** Enters cells; all of them are one step of undo. */
  edit: (cells: readonly PlacedCell[]) => void
  undo: () => void
  redo: () => void
  decide: (number: number, choice: 'keptMine' | 'tookTheirs') => void
  resume: () => void
  settled: () => Promise<DraftState>
}

/** The rows of a quarter with what was typed into them. A page shows one place; another place is another page. */
export function useEntry(place: QuarterOfAccount, entries: Entries): Entry {
  const queryClient = useQueryClient()
  const { queryKey } = entriesQuery(place)
  const [store] = useState(() =>
    createDraftStore({
      kept: storedDrafts(place),
      send: (number, draft) => sendRow(queryClient, place, number, draft),
      onElsewhere: () => queryClient.invalidateQueries({ queryKey }),
    }),
  )
  useEffect(() => store.open(), [store])
  const state = useSyncExternalStore(store.subscribe, store.state)
  const history = useRef(nothingToUndo)

  // What the rows raise together, and how far the quarter is, is known once they are all there.
  const { unsent } = countQueue(state.queue)
  const wasUnsent = useRef(0)
  useEffect(() => {
    if (wasUnsent.current > 0 && unsent === 0) {
      void queryClient.invalidateQueries({ queryKey: ['units', place.unitCode] })
    }
    wasUnsent.current = unsent
  }, [queryClient, place.unitCode, unsent])

  function apply(step: Step) {
    const rows = queryClient.getQueryData(queryKey)?.items ?? []
    for (const { number, before, after } of step) {
      const row = rows.find((item) => item.number === number)
      if (!row) continue
      const saved = textOf(row)
      const draft = store.state().queue.get(number)
      const text = applyChange(draft?.text ?? saved, { before, after })
      const checked = checkRow(text, row, Boolean(draft?.sent))
      store.change({
        type: 'edited',
        number,
        text,
        held: checked.kind === 'ready' ? null : { kind: checked.kind, errors: checked.errors },
        saved,
        revision: row.current?.revision ?? 0,
      })
    }
  }

  function edit(cells: readonly PlacedCell[]) {
    const rows = queryClient.getQueryData(queryKey)?.items ?? []
    const step = [...Map.groupBy(cells, ({ number }) => number)].flatMap(([number, typed]) => {
      const row = rows.find((item) => item.number === number)
      if (!row) return []
      const before = store.state().queue.get(number)?.text ?? textOf(row)
      const after = withFields(before, typed, row)
      return isSameText(before, after) ? [] : [{ number, before, after }]
    })
    if (step.length === 0) return
    history.current = remember(history.current, step)
    apply(step)
  }

  function travel(direction: typeof undo) {
    const travelled = direction(history.current)
    if (!travelled) return
    history.current = travelled.history
    apply(travelled.step)
  }

  const lines = useMemo(() => entryLines(entries.items, state), [entries.items, state])
  return {
    lines,
    state,
    edit,
    undo: () => travel(undo),
    redo: () => travel(redo),
    decide: (number, type) => store.change({ type, number }),
    resume: store.resume,
    settled: async () => {
      await store.settled()
      return store.state()
    },
  }
}
