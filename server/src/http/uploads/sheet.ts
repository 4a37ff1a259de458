/** A figure as a person sees it: a share that is formatted as one (0.855 shown as 85.5%) is `percent: 85.5`. */
export type PlainContent = string | number | { percent: number }

/**
 * Why the figure of a cell is asked about: a formula made it, footnote marks or struck digits stand beside it, or its
 * number format prints words around it.
 */
type Doubt = 'formula' | 'marks' | 'format'

/** `odd` is what holds no figure of its own: a formula without a result, what Excel made a date or a yes and no of, an error. */
type Odd = 'formula' | 'date' | 'boolean' | 'error'

export type SheetCell =
  | PlainContent
  | null
  | { odd: Odd }
  | {
      doubt: Doubt
      /** The likely reading. */
      content: PlainContent
      /** As the file shows it. */
      shown: string
    }

/** Counted from 0, both ends included. */
export type Merge = { startRow: number; endRow: number; startCol: number; endCol: number }

export type Sheet = {
  name: string
  rows: SheetCell[][]
  merges: Merge[]
  /** Lines and columns that the reader of the file does not see, from 0. */
  hiddenRows: ReadonlySet<number>
  hiddenColumns: ReadonlySet<number>
  /** A table of a Word or PDF file, and no sheet of a workbook. */
  isOfDocument?: true
}

/** No table of 114 units with 31 indicators comes near. */
export const mostRows = 10_000
export const mostColumns = 100
/** Filled cells of all sheets: a city's file of every unit has a third of them. */
export const mostCells = 200_000
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
  if (typeof cell === 'object' && cell !== null && 'doubt' in cell) return textOf(cell.content)
  return typeof cell === 'string' || typeof cell === 'number' ? String(cell) : ''
}

/** A cell as the file shows it, in one line. */
export function shownText(cell: SheetCell | undefined): string {
  if (cell === null || cell === undefined) return ''
  if (typeof cell === 'object') {
    if ('doubt' in cell) return cell.shown
    if ('percent' in cell) return `${decimalComma(cell.percent)}%`
    return { formula: 'công thức', date: 'ngày tháng', boolean: 'TRUE/FALSE', error: 'lỗi' }[cell.odd]
  }
  return typeof cell === 'number' ? decimalComma(cell) : cell.replace(/\s+/gu, ' ').trim()
}

/** Without points between thousands, which could be read two ways. */
export function decimalComma(number: number): string {
  return String(number).replace('.', ',')
}

/** Without the empty lines at the end, which have nothing but borders. */
export function withoutEmptyEnd(rows: SheetCell[][]): SheetCell[][] {
  const last = rows.findLastIndex((row) => row.some((cell) => cell !== null))
  return rows.slice(0, last + 1)
}
