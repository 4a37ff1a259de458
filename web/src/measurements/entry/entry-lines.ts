import { type EntryQuestion, type Measurement, stateOf } from '@moc57/shared'
import type { EntryRow } from '@moc57/shared/api'
import type { DraftState, Line } from './draft-store.ts'
import { type EntryField, entryFields, type FieldErrors, type RowText, textOf } from './row-text.ts'
import type { Draft } from './save-queue.ts'

export type SaveState = 'none' | 'saved' | 'incomplete' | 'refused' | 'conflict' | Line

/** A row as it is shown: what was typed where the server does not have it yet, what the server has otherwise. */
export type EntryLine = {
  kind: 'line'
  row: EntryRow
  text: RowText
  save: SaveState
  errors: FieldErrors
  theirs: Measurement | null
  /** What is asked of the figure and not answered by its source or its note. */
  openQuestions: EntryQuestion[]
  /** What this account may enter in the row. */
  fields: readonly EntryField[]
}
export type GroupLine = { kind: 'group'; code: string; name: string; count: number }
export type GridLine = EntryLine | GroupLine

export function entryLines(rows: readonly EntryRow[], { queue, line }: DraftState): EntryLine[] {
  return rows.map((row) => {
    const draft = queue.get(row.number)
    const text = draft?.text ?? textOf(row)
    return {
      kind: 'line',
      row,
      text,
      save: draft ? saveStateOf(draft, line) : row.current ? 'saved' : 'none',
      errors: draft?.held?.errors ?? {},
      theirs: draft?.theirs ?? null,
      // They were asked of what the server has; what is typed over it has not been looked at yet.
      openQuestions:
        draft || isDecided(row) ? [] : row.questions.filter((question) => !isAnswered(question, text)),
      fields: fieldsOf(row),
    }
  })
}

/** The rows of the plan under the headings of its groups. */
export function gridLines(lines: readonly EntryLine[], groupNames: Record<string, string>): GridLine[] {
  return [...Map.groupBy(lines, ({ row }) => row.groupCode)].flatMap(([code, grouped]) => [
    { kind: 'group', code, name: groupNames[code] ?? '', count: grouped.length } as const,
    ...grouped,
  ])
}

export function hasFigure({ text }: EntryLine): boolean {
  return text.value !== '' || (text.numerator !== '' && text.denominator !== '')
}

/** What the leader has approved, or a report states, is not asked about any more. */
function isDecided(row: EntryRow): boolean {
  const state = stateOf(row)
  return state === 'approved' || state === 'unverified'
}

function isAnswered(question: EntryQuestion, text: RowText): boolean {
  return question === 'noSource' ? text.source !== '' : text.note !== ''
}

function saveStateOf({ held, theirs }: Draft, line: Line): SaveState {
  if (theirs) return 'conflict'
  if (held) return held.kind
  return line
}

/** Counts make a share; a reason is due once a value of the quarter has been approved. */
function fieldsOf({ mayEnter, unitOfMeasure, approved }: EntryRow): readonly EntryField[] {
  if (!mayEnter) return []
  return entryFields.filter((field) => {
    if (field === 'numerator' || field === 'denominator') return unitOfMeasure === '%'
    return field !== 'reason' || approved !== null
  })
}
