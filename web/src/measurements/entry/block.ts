import Papa from 'papaparse'
import { type EntryField, entryFields } from './row-text.ts'

/** The cells of what a spreadsheet puts on the clipboard: tabs between cells, quotes around line breaks. */
export function parseBlock(text: string): string[][] {
  return Papa.parse<string[]>(text.replace(/\r?\n$/, ''), { delimiter: '\t' }).data
}

/** Cells as a spreadsheet takes them from the clipboard. */
export function blockText(cells: readonly (readonly string[])[]): string {
  return Papa.unparse(cells as string[][], { delimiter: '\t', newline: '\r\n' })
}

export type PlacedCell = { number: number; field: EntryField; text: string }
export type Placed = {
  cells: PlacedCell[]
  /** Cells of the block that fell on nothing that may be entered. */
  leftOver: number
}

type Line = { number: number; fields: readonly EntryField[] }

/**
 * Lays a block of cells onto the rows, from one cell on. `lines` are the rows from there down, each with the fields
 * that may be entered; a row or a field that may not takes its place in the block and stays as it is. A single cell
 * fills every row of a selection.
 */
export function placeBlock(
  block: readonly (readonly string[])[],
  { lines, field, height }: { lines: readonly Line[]; field: EntryField; height: number },
): Placed {
  const firstColumn = entryFields.indexOf(field)
  const isSingle = block.length === 1 && block[0]?.length === 1
  const rows = isSingle ? Array.from({ length: height }, () => block[0] ?? []) : block
  const cells: PlacedCell[] = []
  let leftOver = 0
  for (const [down, row] of rows.entries()) {
    for (const [across, text] of row.entries()) {
      const line = lines[down]
      const target = entryFields[firstColumn + across]
      if (line && target && line.fields.includes(target))
        cells.push({ number: line.number, field: target, text })
      else if (text.trim() !== '') leftOver += 1
    }
  }
  return { cells, leftOver }
}
