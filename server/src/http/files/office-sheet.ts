import { type Cell, type CellStyle, type CellValue, type WriteSheet, writeXlsx } from 'hucre/xlsx'
import { writable } from './writable.ts'
import { writtenInThread } from './written-in-thread.ts'

/** A column of a sheet; its width in characters. */
export type SheetColumn = { title: string; width: number; align?: 'center' | 'right' }

/** A sheet as offices print it: titles over a table that repeats its head on each page, A4 landscape. */
export type OfficeSheet = {
  name: string
  title: string
  note: string
  /** Marks sample data in red under the title. */
  notice: string | null
  columns: readonly SheetColumn[]
  /** A row of values under the columns; a group is a row of its own, in bold. */
  rows: readonly (CellValue[] | { group: CellValue[] })[]
}

const thin = { style: 'thin', color: { rgb: '000000' } } as const
const box = { top: thin, right: thin, bottom: thin, left: thin }
/** The font that Nghị định 30/2020/NĐ-CP asks for. */
const serif = { name: 'Times New Roman', size: 11 }
const titleStyle: CellStyle = {
  font: { ...serif, bold: true, size: 14 },
  alignment: { horizontal: 'center', wrapText: true },
}
const noticeStyle: CellStyle = {
  ...titleStyle,
  font: { ...serif, bold: true, size: 12, color: { rgb: 'B3261E' } },
}
const noteStyle: CellStyle = {
  font: { ...serif, italic: true },
  alignment: { horizontal: 'center', wrapText: true },
}
const headStyle: CellStyle = {
  font: { ...serif, bold: true },
  border: box,
  alignment: { horizontal: 'center', vertical: 'center', wrapText: true },
}
const groupStyle: CellStyle = { font: { ...serif, bold: true }, border: box }

export type OfficeWorkbook = { title: string; sheets: readonly OfficeSheet[] }

/** More cells than this take longer to write than a quick request may wait for. */
const mostCellsAtOnce = 3000

/** Writes the sheets as one workbook. */
export async function officeWorkbook(title: string, sheets: readonly OfficeSheet[]): Promise<Buffer> {
  const cells = sheets.reduce((sum, { rows, columns }) => sum + rows.length * columns.length, 0)
  const workbook = { title, sheets }
  return cells > mostCellsAtOnce
    ? writtenInThread(new URL('./workbook-worker.ts', import.meta.url), workbook)
    : Buffer.from(await writeOffice(workbook))
}

/** The bytes of a workbook, made here and now. */
export function writeOffice({ title, sheets }: OfficeWorkbook): Promise<Uint8Array> {
  return writeXlsx({
    defaultFont: serif,
    properties: { title: writable(title), creator: 'Mốc 57' },
    sheets: writable(sheets).map(laidOut),
  })
}

function laidOut({ name, title, note, notice, columns, rows }: OfficeSheet): WriteSheet {
  const written: CellValue[][] = []
  const cells = new Map<string, Partial<Cell>>()
  const heights = new Map<number, { height: number }>()
  const addRow = (
    values: CellValue[],
    styleOf: (column: number) => CellStyle,
    height = heightOf(values, columns),
  ) => {
    for (const column of columns.keys()) cells.set(`${written.length},${column}`, { style: styleOf(column) })
    heights.set(written.length, { height })
    written.push(columns.map((_, column) => values[column] ?? null))
  }

  addRow([title], () => titleStyle, 2 * lineHeight)
  addRow([note], () => noteStyle, 2 * lineHeight)
  addRow([notice], () => noticeStyle, 2 * lineHeight)
  const titleRows = written.length
  addRow(
    columns.map((column) => column.title),
    () => headStyle,
  )
  addRow(
    columns.map((_, column) => `(${column + 1})`),
    () => ({ ...headStyle, font: { ...serif, italic: true } }),
  )
  for (const row of rows) {
    if (Array.isArray(row)) addRow(row, (column) => bodyStyle(columns[column], row[column]))
    else addRow(row.group, () => groupStyle)
  }
  return {
    name,
    columns: columns.map(({ width }) => ({ width })),
    rows: written,
    cells,
    rowDefs: heights,
    merges: Array.from({ length: titleRows }, (_, row) => ({
      startRow: row,
      endRow: row,
      startCol: 0,
      endCol: columns.length - 1,
    })),
    freezePane: { rows: titleRows + 2, columns: 2 },
    pageSetup: {
      paperSize: 'a4',
      orientation: 'landscape',
      fitToPage: true,
      fitToWidth: 1,
      fitToHeight: 0,
      printTitlesRow: `$${titleRows + 1}:$${titleRows + 2}`,
      margins: { top: 0.6, bottom: 0.6, left: 0.5, right: 0.5, header: 0.3, footer: 0.3 },
    },
    headerFooter: { oddFooter: `&L${notice ?? ''}&RTrang &P/&N` },
  }
}

function bodyStyle(column: SheetColumn | undefined, value: CellValue | undefined): CellStyle {
  return {
    border: box,
    // The cell keeps the whole number; a share is shown with one or two decimals, a count with none.
    numFmt: Number.isInteger(value) ? '#,##0' : '#,##0.0###',
    alignment: { vertical: 'center', wrapText: true, ...(column?.align && { horizontal: column.align }) },
  }
}

const lineHeight = 15
/** Letters are narrower than the digits that a column's width counts, but lines break at words. */
const lettersPerWidth = 0.9

/** Programs other than Excel do not fit a row to its wrapped text, so its height in points is estimated here. */
function heightOf(values: readonly CellValue[], columns: readonly SheetColumn[]): number {
  const lines = values.map((value, column) => {
    const width = (columns[column]?.width ?? 1) * lettersPerWidth
    const paragraphs = String(value ?? '').split('\n')
    return paragraphs.reduce((sum, paragraph) => sum + Math.max(1, Math.ceil(paragraph.length / width)), 0)
  })
  return Math.max(...lines) * lineHeight + 3
}
