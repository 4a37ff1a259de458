import type { GridLine } from './entry-lines.ts'
import type { EntryField } from './row-text.ts'

/** A cell of the grid: the index of its line and of its column. */
export type GridCell = { rowIdx: number; idx: number }
export type CellRange = { top: number; bottom: number; left: number; right: number }

/** The cell above or below, past the headings of the groups. */
export function cellBelow(lines: readonly GridLine[], { rowIdx, idx }: GridCell, step: 1 | -1): GridCell {
  for (let next = rowIdx + step; next >= 0 && next < lines.length; next += step) {
    if (lines[next]?.kind === 'line') return { rowIdx: next, idx }
  }
  return { rowIdx, idx }
}

/** The next cell that may be entered, row by row; none at the end. */
export function nextEditable(
  lines: readonly GridLine[],
  columns: readonly string[],
  from: GridCell,
  step: 1 | -1,
): GridCell | undefined {
  let { rowIdx, idx } = from
  while (rowIdx >= 0 && rowIdx < lines.length) {
    idx += step
    if (idx < 0 || idx >= columns.length) {
      rowIdx += step
      idx = step === 1 ? -1 : columns.length
    } else if (isEditable(lines[rowIdx], columns[idx])) {
      return { rowIdx, idx }
    }
  }
  return undefined
}

export function isEditable(line: GridLine | undefined, column: string | undefined): boolean {
  return line?.kind === 'line' && line.fields.includes(column as EntryField)
}

/** The cells between two corners; one cell where there is no other corner. */
export function rangeOf(active: GridCell, anchor: GridCell | null): CellRange {
  const other = anchor ?? active
  return {
    top: Math.min(active.rowIdx, other.rowIdx),
    bottom: Math.max(active.rowIdx, other.rowIdx),
    left: Math.min(active.idx, other.idx),
    right: Math.max(active.idx, other.idx),
  }
}
