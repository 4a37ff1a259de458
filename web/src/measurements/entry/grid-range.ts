import { blockText, type Placed, type PlacedCell, parseBlock, placeBlock } from './block.ts'
import type { EntryLine, GridLine } from './entry-lines.ts'
import { type CellRange, cellBelow, isEditable } from './grid-moves.ts'
import { copiedText, type EntryField, entryFields } from './row-text.ts'

/** A selection: the lines and columns of the grid, and the corners in them. */
export type Selection = { lines: readonly GridLine[]; columns: readonly string[]; range: CellRange }

/** Takes back what is selected. */
export function clearedCells(selection: Selection): PlacedCell[] {
  return cellsIn(selection).map(({ number, field }) => ({ number, field, text: '' }))
}

/** The top cell of the selection goes down; with one cell selected, the cell above it comes down, as in Excel. */
export function filledDown(selection: Selection): PlacedCell[] {
  const { lines, range } = selection
  const { top, bottom, left } = range
  const source = lines[top === bottom ? cellBelow(lines, { rowIdx: top, idx: left }, -1).rowIdx : top]
  if (source?.kind !== 'line') return []
  return cellsIn(selection)
    .filter(({ number }) => number !== source.row.number)
    .map(({ number, field }) => ({ number, field, text: source.text[field] }))
}

/** What is selected, for the clipboard. */
export function copiedBlock({ lines, columns, range }: Selection): string {
  const { top, bottom, left, right } = range
  return blockText(
    lines
      .slice(top, bottom + 1)
      .filter(isLine)
      .map((line) => columns.slice(left, right + 1).map((column) => copiedText(line, column))),
  )
}

/** The clipboard laid onto the grid from the first cell of the selection on; nothing where that takes no entry. */
export function pastedCells(text: string, { lines, columns, range }: Selection): Placed | undefined {
  const { top, bottom, left } = range
  const field = columns[left] as EntryField
  if (!entryFields.includes(field)) return undefined
  return placeBlock(parseBlock(text), {
    lines: lines
      .slice(top)
      .map((line) => (isLine(line) ? { number: line.row.number, fields: line.fields } : null)),
    field,
    height: lines.slice(top, bottom + 1).filter(isLine).length,
  })
}

function cellsIn({ lines, columns, range }: Selection): { number: number; field: EntryField }[] {
  const { top, bottom, left, right } = range
  return lines
    .slice(top, bottom + 1)
    .filter(isLine)
    .flatMap((line) =>
      columns
        .slice(left, right + 1)
        .filter((column) => isEditable(line, column))
        .map((column) => ({ number: line.row.number, field: column as EntryField })),
    )
}

function isLine(line: GridLine): line is EntryLine {
  return line.kind === 'line'
}
