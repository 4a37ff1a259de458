/**
 * A cell as a file has it. A share that is formatted as one (0.855 shown as 85.5%) arrives as `percent: 85.5`; `odd` is
 * what holds no figure of its own: a formula, or what Excel made a date or a yes and no of.
 */
export type SheetCell = string | number | null | { percent: number } | { odd: 'formula' | 'date' | 'boolean' }

/** Counted from 0, both ends included. */
type Merge = { startRow: number; endRow: number; startCol: number; endCol: number }

export type Sheet = { name: string; rows: SheetCell[][]; merges: Merge[] }

/** No table of 114 units with 31 indicators comes near. */
export const mostRows = 10_000
export const mostColumns = 100
/** Characters of a cell that are read: more than any field takes, so that a longer text is still refused. */
export const longestText = 5000

/** "F" of 5. */
export function columnName(index: number): string {
  const rest = Math.floor(index / 26) - 1
  return (rest >= 0 ? columnName(rest) : '') + String.fromCharCode(65 + (index % 26))
}

/** "F7" of column 5 and row 6, both from 0. */
export function address(column: number, row: number): string {
  return `${columnName(column)}${row + 1}`
}

/** The text of a cell for headings, keys and words; empty where it has none. */
export function textOf(cell: SheetCell | undefined): string {
  return typeof cell === 'string' || typeof cell === 'number' ? String(cell) : ''
}
