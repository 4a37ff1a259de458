import { type EntryField, entryFields, type RowText } from './row-text.ts'

/** What one action did to one row. */
export type RowChange = { number: number; before: RowText; after: RowText }
/** One action, however many rows it touched: a paste is undone at once. */
export type Step = readonly RowChange[]
export type UndoStack = { past: readonly Step[]; future: readonly Step[] }

export const nothingToUndo: UndoStack = { past: [], future: [] }
const longestPast = 200

export function remember({ past }: UndoStack, step: Step): UndoStack {
  return { past: [...past, step].slice(-longestPast), future: [] }
}

/** The rows as they were before the last action, and the history after taking it back. */
export function undo({ past, future }: UndoStack): { history: UndoStack; step: Step } | undefined {
  const step = past.at(-1)
  if (!step) return undefined
  return {
    history: { past: past.slice(0, -1), future: [...future, step] },
    step: step.map(({ number, before, after }) => ({ number, before: after, after: before })),
  }
}

export function redo({ past, future }: UndoStack): { history: UndoStack; step: Step } | undefined {
  const step = future.at(-1)
  return step && { history: { past: [...past, step], future: future.slice(0, -1) }, step }
}

/** Applies only what the step changed, so that a field somebody else filled meanwhile stays. */
export function applyChange(text: RowText, { before, after }: Omit<RowChange, 'number'>): RowText {
  const changed = entryFields.filter((field) => before[field] !== after[field])
  return {
    ...text,
    ...(Object.fromEntries(changed.map((field) => [field, after[field]])) as Partial<
      Record<EntryField, string>
    >),
  }
}
