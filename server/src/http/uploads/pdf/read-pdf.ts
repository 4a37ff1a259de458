import { refused } from '../refuse.ts'
import { mostColumns, mostRows, type Sheet, type SheetCell, shownText } from '../sheet.ts'
import { columnTables } from './column-tables.ts'
import { type PdfPage, readPages } from './pdf-pages.ts'
import { linesOf, type PdfTable, ruledTables, textOfPieces } from './ruled-tables.ts'

/** Lines above a table that may be its title. */
const titleLines = 6
/** Tables whose edges lie so near go on over pages. */
const sameEdge = 6

type PdfSheet = Sheet & Pick<PdfTable, 'left' | 'right'> & { head: string[][]; width: number }

/**
 * The tables of a PDF with a text layer as sheets, the lines above as their titles. A table that goes on over pages is
 * one; what was only scanned is refused, since nothing of it would be read.
 */
export async function readPdf(bytes: Uint8Array): Promise<Sheet[]> {
  const pages = await readPages(bytes)
  refuseScans(pages)
  refuseUnreadable(pages)
  const sheets: PdfSheet[] = []
  for (const page of pages) {
    const ruled = ruledTables(page)
    const tables = (ruled.length > 0 ? ruled : columnTables(page)).sort((one, other) => one.top - other.top)
    let from = 0
    for (const table of tables) {
      const titles = titlesAbove(page, from, table.top)
      from = table.bottom
      const before = sheets.at(-1)
      if (before && isSameShape(before, table)) append(before, table)
      else sheets.push(sheetOf(table, titles, sheets.length + 1))
    }
  }
  return sheets.map(({ left: _left, right: _right, head: _head, width: _width, ...sheet }) => ({
    ...sheet,
    rows: sheet.rows.slice(0, mostRows + 1).map((row) => row.slice(0, mostColumns)),
  }))
}

function refuseScans(pages: readonly PdfPage[]): void {
  const scanned = pages.filter(({ pieces, hasImage }) => hasImage && pieces.length === 0)
  if (scanned.length === 0 && pages.some(({ pieces }) => pieces.length > 0)) return
  const isWhole = scanned.length === pages.length || scanned.length === 0
  throw refused(
    'PDF là bản quét',
    `${isWhole ? 'Tệp PDF chỉ có ảnh' : `Trang ${scanned.map(({ number }) => number).join(', ')} của tệp PDF chỉ là ảnh`}, không có chữ để đọc. Hãy gửi tệp Word hoặc Excel gốc, hoặc PDF xuất thẳng từ Word.`,
  )
}

/** Fonts may say which signs to draw without saying which letters they are. */
function refuseUnreadable(pages: readonly PdfPage[]): void {
  const text = pages.flatMap(({ pieces }) => pieces.map((piece) => piece.text)).join('')
  const odd = text.match(/[\p{Co}\p{Cn}\p{Cc}\ufffd]/gu)?.length ?? 0
  if (odd * 50 <= text.length) return
  throw refused(
    'PDF không đọc được chữ',
    'Phông chữ trong tệp PDF không cho biết chữ nào là chữ nào. Hãy gửi tệp Word hoặc Excel gốc.',
  )
}

function titlesAbove({ pieces }: PdfPage, from: number, to: number): string[] {
  const above = pieces.filter(({ base }) => base > from && base <= to)
  return linesOf(above).map(textOfPieces).slice(-titleLines)
}

const widthOf = (rows: readonly SheetCell[][]) => Math.max(0, ...rows.map((row) => row.length))

function isSameShape(sheet: PdfSheet, { rows, left, right }: PdfTable): boolean {
  return (
    sheet.width === widthOf(rows) &&
    Math.abs(sheet.left - left) <= sameEdge &&
    Math.abs(sheet.right - right) <= sameEdge
  )
}

function sheetOf(table: PdfTable, titles: readonly string[], number: number): PdfSheet {
  const { left, right, rows } = table
  const sheet: PdfSheet = {
    name: `Bảng ${number}`,
    rows: titles.map((title): SheetCell[] => [title]),
    merges: [],
    hiddenRows: new Set(),
    hiddenColumns: new Set(),
    isOfDocument: true,
    left,
    right,
    head: rows.slice(0, mostHeadRows).map(textsOf),
    width: widthOf(rows),
  }
  addRows(sheet, table)
  return sheet
}

const mostHeadRows = 4
const textsOf = (row: readonly SheetCell[]) => row.map(shownText)

function addRows(sheet: PdfSheet, { rows, merges }: Pick<PdfTable, 'rows' | 'merges'>): void {
  const start = sheet.rows.length
  sheet.rows.push(...rows)
  for (const merge of merges)
    sheet.merges.push({ ...merge, startRow: merge.startRow + start, endRow: merge.endRow + start })
}

/** The next page begins with the head once more, or in the middle of a row. */
function append(sheet: PdfSheet, table: PdfTable): void {
  const repeated = table.rows.findIndex((row, index) => {
    const known = sheet.head[index]
    return known === undefined || textsOf(row).some((text, column) => text !== known[column])
  })
  const skipped = repeated === -1 ? table.rows.length : repeated
  const [first, ...others] = table.rows.slice(skipped)
  if (!first) return
  const goesOn = isRestOfRow(sheet, first)
  if (goesOn) joinRow(sheet.rows.at(-1) ?? [], first)
  const shift = skipped + (goesOn ? 1 : 0)
  const merges = table.merges.flatMap((merge) =>
    merge.startRow < shift
      ? []
      : [{ ...merge, startRow: merge.startRow - shift, endRow: merge.endRow - shift }],
  )
  addRows(sheet, { rows: goesOn ? others : [first, ...others], merges })
}

/** Where nearly every row is numbered, a first one without a number is the rest of the last one, or the last one of it. */
function isRestOfRow({ rows }: PdfSheet, first: readonly SheetCell[]): boolean {
  const last = rows.at(-1) ?? []
  const isNumbered = (row: readonly SheetCell[]) => shownText(row[0]) !== ''
  const filled = (row: readonly SheetCell[]) => row.filter((cell) => shownText(cell) !== '').length
  const numbered = rows.filter((row) => row.length > 1 && isNumbered(row)).length
  return (
    isNumbered(first) !== isNumbered(last) &&
    filled(first) > 0 &&
    (!isNumbered(first) || filled(last) === 1) &&
    numbered * 3 > rows.length * 2
  )
}

function joinRow(row: SheetCell[], rest: readonly SheetCell[]): void {
  for (const [column, cell] of rest.entries()) {
    if (cell === null) continue
    const [above, below] = [shownText(row[column]), shownText(cell)]
    row[column] = above === '' ? cell : `${above} ${below}`
  }
}
