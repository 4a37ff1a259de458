import { foldText } from '@moc57/shared'
import { type ColumnRole, isColumnNumbers, meaningOf, namesOtherTime, quartersIn, roleOf } from './heading.ts'
import { columnName, type Merge, mostColumns, type Sheet, type SheetCell, textOf } from './sheet.ts'

/** A column of a table, with the lines of its heading as one title: "Kết quả thực hiện – Quý IV/2026". */
export type TitledColumn = { column: number; title: string; isHidden: boolean }

/** A table of a sheet: a heading of one to four lines, and the rows below it up to the next heading. */
export type Table = {
  sheet: Sheet
  /** The lines above the heading, as one text. */
  caption: string
  /** From 0; the end is the first line that is no row of the table. */
  firstRow: number
  endRow: number
  titles: TitledColumn[]
  columns: Map<ColumnRole, number>
  hasHeading: boolean
  /** Lines between that print the heading once more. */
  repeated: Set<number>
}

const deepestHead = 40
const mostHeadLines = 4

/** Every table of the file, in the order of the sheets; a sheet without a heading may be a bare list of numbers and figures. */
export function findTables(sheets: readonly Sheet[]): Table[] {
  return sheets.flatMap((sheet) => {
    const tables: Table[] = []
    let from = 0
    for (;;) {
      const head = headFrom(sheet, from, tables.at(-1))
      if (!head) break
      const previous = tables.at(-1)
      const table = tableBelow(sheet, from, head)
      if (previous && goesOn(previous, table)) {
        for (let line = head.start; line < head.end; line++) previous.repeated.add(line)
      } else {
        if (previous) previous.endRow = head.start
        tables.push(table)
      }
      from = head.end
    }
    return tables.length > 0 ? tables : bareTable(sheet)
  })
}

/** The same heading once more, as on the next page, and no title between that speaks of another time. */
function goesOn(previous: Table, { titles, caption }: Table): boolean {
  const isSame =
    titles.length === previous.titles.length &&
    titles.every(({ column, title }, index) => {
      const known = previous.titles[index]
      return known?.column === column && foldText(known.title) === foldText(title)
    })
  return isSame && quartersIn(caption, undefined).length === 0 && !namesOtherTime(caption)
}

/** What stands at a place: a cell that a merged range covers has what stands at the range's beginning. */
function coveredCell(sheet: Sheet, line: number, column: number): SheetCell {
  const merge = mergeOver(sheet, line, column)
  return sheet.rows[merge?.startRow ?? line]?.[merge?.startCol ?? column] ?? null
}

/** Whether a figure stands once for several cells. */
export function isMerged(sheet: Sheet, line: number, column: number): boolean {
  return mergeOver(sheet, line, column) !== undefined
}

/** The same within a column: what is merged across the columns is a title or a group, and no content of theirs. */
export function cellBelow(sheet: Sheet, line: number, column: number): SheetCell {
  const merge = mergeOver(sheet, line, column)
  const start = merge && merge.startCol === merge.endCol ? merge.startRow : line
  return sheet.rows[start]?.[column] ?? null
}

const mergesByLine = new WeakMap<Sheet, Map<number, Merge[]>>()

/** The ranges that cover a line; a range may be a million rows deep, and a hostile file has as many as it likes. */
function mergesOn(sheet: Sheet, line: number): readonly Merge[] {
  let byLine = mergesByLine.get(sheet)
  if (!byLine) {
    byLine = new Map()
    for (const merge of sheet.merges) {
      if (merge.startCol >= mostColumns) continue
      const end = Math.min(merge.endRow, sheet.rows.length - 1)
      for (let covered = merge.startRow; covered <= end; covered++) {
        const known = byLine.get(covered) ?? []
        if (known.length >= mostColumns) break
        byLine.set(covered, known)
        known.push(merge)
      }
    }
    mergesByLine.set(sheet, byLine)
  }
  return byLine.get(line) ?? []
}

function mergeOver(sheet: Sheet, line: number, column: number): Merge | undefined {
  return mergesOn(sheet, line).find(({ startCol, endCol }) => startCol <= column && column <= endCol)
}

type Head = { start: number; end: number }

/** The next heading at or below a line: the first one names Stt or Chỉ tiêu, a second one Stt where the first has it. */
function headFrom(sheet: Sheet, from: number, above: Table | undefined): Head | undefined {
  const last = above ? sheet.rows.length : Math.min(sheet.rows.length, from + deepestHead)
  const column = above?.columns.get('number') ?? above?.columns.get('name')
  for (let line = from; line < last; line++) {
    const row = sheet.rows[line] ?? []
    if (row.filter((cell) => cell !== null).length < 2) continue
    const looked = column === undefined ? row : [row[column] ?? null]
    const isHead = looked.some((cell) => isRowHeading(roleOfCell(cell)))
    if (isHead) return { start: startOf(sheet, line, from), end: endOf(sheet, line) }
  }
  return undefined
}

const isRowHeading = (role: ColumnRole | undefined) =>
  role === 'number' || role === 'name' || role === 'keyNumber'

const longestHeading = 80

function roleOfCell(cell: SheetCell): ColumnRole | undefined {
  return typeof cell === 'string' && cell.length <= longestHeading ? roleOf(cell) : undefined
}

/** A line above belongs to the heading where it spans columns of figures, and not the whole table as a title does. */
function startOf(sheet: Sheet, head: number, from: number): number {
  const names = (sheet.rows[head] ?? []).findIndex((cell) => isRowHeading(roleOfCell(cell)))
  const above = head - 1
  if (above < from) return head
  const spans = mergesOn(sheet, above).some(({ startCol, endCol }) => startCol > names && endCol > startCol)
  const filled = (sheet.rows[above] ?? []).flatMap((cell, column) =>
    cell === null ? [] : [{ cell, column }],
  )
  const isOverFigures =
    filled.length > 1 && filled.every(({ cell, column }) => column > names && isHeadingText(cell))
  return spans || isOverFigures ? above : head
}

/** Words that a heading has over figures: what they are, or of which time. */
function isHeadingText(cell: SheetCell): boolean {
  if (typeof cell !== 'string' || cell.length > longestHeading) return false
  return meaningOf(cell) !== undefined || quartersIn(cell, '2000').length > 0 || namesOtherTime(cell)
}

/** The first line below the heading. */
function endOf(sheet: Sheet, head: number): number {
  const row = sheet.rows[head] ?? []
  const own = row.flatMap((cell, column) => (isRowHeading(roleOfCell(cell)) ? [column] : []))
  const merged = Math.max(...own.map((column) => mergeOver(sheet, head, column)?.endRow ?? head))
  if (merged > head) return Math.min(merged, head + mostHeadLines - 1) + 1
  let end = head + 1
  while (end < head + mostHeadLines && isHeadLine(sheet, end, own)) end++
  return end
}

/** Below a heading without merged Stt: a line that fills what the line above left empty or spans over. */
function isHeadLine(sheet: Sheet, line: number, own: readonly number[]): boolean {
  const row = sheet.rows[line] ?? []
  const filled = row.flatMap((cell, column) => (cell === null ? [] : [column]))
  if (filled.length === 0 || own.some((column) => row[column] !== null && row[column] !== undefined))
    return false
  if (isColumnNumbers(row.map(textOf))) return false
  if (filled.every((column) => isHeadingText(row[column] ?? null))) return true
  const above = sheet.rows[line - 1] ?? []
  const isBelowSpan = (column: number) => {
    const merge = mergeOver(sheet, line - 1, column)
    return (merge && merge.endCol > merge.startCol) || (above[column] ?? null) === null
  }
  const isUnderEmpty = filled.filter((column) => (above[column] ?? null) === null)
  return filled.every(
    (column) => isBelowSpan(column) || (isUnderEmpty.length > 0 && isUnderEmpty[0] === column + 1),
  )
}

function tableBelow(sheet: Sheet, from: number, { start, end }: Head): Table {
  const width = Math.max(...sheet.rows.slice(start, end).map((row) => row.length))
  const lines = Array.from({ length: end - start }, (_, index) => start + index)
  const titles: TitledColumn[] = []
  const columns = new Map<ColumnRole, number>()
  for (let column = 0; column < width; column++) {
    const parts = lines.map((line) => headingAt(sheet, line, column, line < end - 1))
    const told = parts.filter((part, index) => part !== '' && part !== parts[index - 1])
    if (told.length === 0) continue
    const title = told.join(' – ')
    titles.push({ column, title, isHidden: sheet.hiddenColumns.has(column) })
    const role = roleOf(title) ?? roleOf(told.at(-1) ?? '')
    if (role && !columns.has(role)) columns.set(role, column)
  }
  if (!columns.has('name')) {
    const names = titles.find((titled) => isColumnOfNames(sheet, end, titled, columns))
    if (names) columns.set('name', names.column)
  }
  const above = from === 0 ? sheet.rows.slice(0, start).slice(-deepestHead) : linesAbove(sheet, from, start)
  return {
    sheet,
    caption: above.flatMap((row) => row.map(textOf).filter((text) => text !== '')).join(' · '),
    firstRow: end,
    endRow: sheet.rows.length,
    titles,
    columns,
    hasHeading: true,
    repeated: new Set(),
  }
}

/** Between two tables: the lines right above the second one that are no row of the first. */
function linesAbove(sheet: Sheet, from: number, start: number): SheetCell[][] {
  const rows = sheet.rows.slice(from, start)
  const last = rows.findLastIndex((row) => row.filter((cell) => cell !== null).length > 2)
  return rows.slice(last + 1)
}

const linesLooked = 200
const besideNames =
  /\b(chi dao|chu tri|phoi hop|co quan|bo phan|phong|nguoi|lanh dao|san pham|ghi chu|nguon|thoi han|thoi gian|tien do|lo trinh|giai phap|can cu)\b/

/** Names under a heading of its own wording, such as "Tiêu chí": a column of words beside the figures. */
function isColumnOfNames(
  sheet: Sheet,
  from: number,
  { column, title, isHidden }: TitledColumn,
  columns: ReadonlyMap<ColumnRole, number>,
): boolean {
  if (isHidden || [...columns.values()].includes(column) || besideNames.test(foldText(title))) return false
  const texts = sheet.rows
    .slice(from, from + linesLooked)
    .map((row) => textOf(row[column]))
    .filter((text) => text !== '')
  const wordy = texts.filter((text) => /\p{L}{2}.*\s.*\p{L}{2}/su.test(text)).length
  return texts.length > 0 && wordy * 2 > texts.length
}

/** A heading that is not merged still spans the empty cells to its right, where the next line goes on below them. */
function headingAt(sheet: Sheet, line: number, column: number, isSpanning: boolean): string {
  const clean = (cell: SheetCell) => textOf(cell).replace(/\s+/gu, ' ').trim()
  const own = clean(coveredCell(sheet, line, column))
  if (own !== '' || !isSpanning) return own
  const isFilledBelow = (at: number) => (sheet.rows[line + 1]?.[at] ?? null) !== null
  for (let left = column; left >= 0 && isFilledBelow(left); left--) {
    const words = clean(coveredCell(sheet, line, left))
    if (words !== '') return words
  }
  return ''
}

/** A list without a heading: names of indicators beside figures, or whole numbers that count up in the first column. */
function bareTable(sheet: Sheet): Table[] {
  const rows = sheet.rows.filter((row) => row.some((cell) => cell !== null))
  const width = Math.max(0, ...rows.map((row) => row.length))
  if (rows.length < 2 || width < 2) return []
  const isWords = (column: number) =>
    rows.filter((row) => /\p{L}{2}.*\s.*\p{L}{2}/u.test(textOf(row[column]))).length * 2 > rows.length
  const name = Array.from({ length: width }, (_, column) => column).find(isWords)
  // Beside names the numbers may begin anew, and groups have letters.
  const numbers = rows.map((row) => Number(textOf(row[0])))
  const isCounting = numbers.every(
    (number, index) => Number.isInteger(number) && number > (numbers[index - 1] ?? 0),
  )
  if (name === undefined && !isCounting) return []
  const columns = new Map<ColumnRole, number>(name === 0 ? [] : [['number', 0]])
  if (name !== undefined) columns.set('name', name)
  const titles = Array.from({ length: width }, (_, column) => ({
    column,
    title: `Cột ${columnName(column)}, không có tiêu đề`,
    isHidden: sheet.hiddenColumns.has(column),
  }))
  return [
    {
      sheet,
      caption: '',
      firstRow: 0,
      endRow: sheet.rows.length,
      titles,
      columns,
      hasHeading: false,
      repeated: new Set(),
    },
  ]
}
