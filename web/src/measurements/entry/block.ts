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
  /** Empty cells of the block, which leave what stands there alone. */
  blanks: number
}

/** A row that takes cells; `null` is the heading of a group, which takes its place in a block that has it. */
type Line = { number: number; fields: readonly EntryField[] } | null

/**
 * Lays a block of cells onto the rows, from one cell on. `lines` are the rows from there down, each with the fields
 * that may be entered; a row or a field that may not takes its place in the block and stays as it is, and so does what
 * an empty cell falls on. A single cell fills every row of a selection.
 */
export function placeBlock(
  block: readonly (readonly string[])[],
  { lines: given, field, height }: { lines: readonly Line[]; field: EntryField; height: number },
): Placed {
  const firstColumn = entryFields.indexOf(field)
  const isSingle = block.length === 1 && block[0]?.length === 1
  const rows = isSingle ? Array.from({ length: height }, () => block[0] ?? []) : block
  const lines = hasGroups(block, given) ? given : given.filter((line) => line !== null)
  const cells: PlacedCell[] = []
  let leftOver = 0
  let blanks = 0
  for (const [down, row] of rows.entries()) {
    for (const [across, text] of row.entries()) {
      const line = lines[down]
      const target = entryFields[firstColumn + across]
      if (text.trim() === '') blanks += line ? 1 : 0
      else if (line && target && line.fields.includes(target))
        cells.push({ number: line.number, field: target, text })
      else leftOver += 1
    }
  }
  return { cells, leftOver, blanks }
}

const isBlank = (row: readonly string[] = []) => row.every((text) => text.trim() === '')

/** A block copied from Phụ lục 01 is blank where the groups III and IV have their headings. */
function hasGroups(block: readonly (readonly string[])[], lines: readonly Line[]): boolean {
  const groups = lines.slice(0, block.length).flatMap((line, place) => (line === null ? [place] : []))
  return groups.length > 0 && groups.every((place) => isBlank(block[place]))
}

/**
 * Whether a block says by itself what its rows are: it has the names of indicators, or a column that counts them. Laid down
 * where the cursor stands it would go to whatever rows are there.
 */
export function namesItsRows(block: readonly (readonly string[])[]): boolean {
  const width = Math.max(0, ...block.map((row) => row.length))
  if (block.length < 2 || width < 2) return false
  const filled = block.filter((row) => !isBlank(row))
  const isName = (text = '') => /\p{L}{2}.*\s.*\p{L}{2}.*\s.*\p{L}/su.test(text)
  const named = [0, 1].some(
    (column) => filled.filter((row) => isName(row[column])).length * 2 > filled.length,
  )
  const numbers = filled.map((row) => Number(/^\s*(\d{1,2})[.)]?\s*$/.exec(row[0] ?? '')?.[1] ?? Number.NaN))
  const isCounting =
    filled.length > 2 &&
    numbers.every((number, index) => index === 0 || number === (numbers[index - 1] ?? 0) + 1)
  return named || isCounting
}
