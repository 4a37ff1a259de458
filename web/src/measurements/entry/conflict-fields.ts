import type { Measurement } from '@moc57/shared'
import { computedValue, type EntryField, entryFields, type RowText, textOfMeasurement } from './row-text.ts'
import { fieldLabels } from './wording.ts'

export type ConflictField = { field: EntryField; label: string; mine: string; other: string }

/** What differs between two versions of a row, the value first and always. */
export function conflictFields(mine: RowText, theirs: Measurement): ConflictField[] {
  const other = textOfMeasurement(theirs, mine.reason !== '')
  const shown = (text: RowText, field: EntryField) =>
    field === 'value' ? text.value || (computedValue(text) ?? '') : text[field]
  return entryFields
    .filter((field) => field === 'value' || mine[field] !== other[field])
    .map((field) => ({
      field,
      label: fieldLabels[field],
      mine: shown(mine, field),
      other: shown(other, field),
    }))
}
