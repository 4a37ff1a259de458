import { ImportField, periodLabel, type ReportingPeriod } from '@moc57/shared'
import { cellList, refused } from './refuse.ts'
import { address, type SheetCell, textOf } from './sheet.ts'
import { type ColumnRole, periodIn, type Table } from './table.ts'
import { checkWord } from './template-key.ts'

/** A row of the table that means an indicator, or has a figure and means none. */
export type FileRow = {
  /** From 1, as people count. */
  row: number
  number: number | null
  name: string
  unitCode: string | null
  /** The revision that the template was made with; `null` in a file that is not our template. */
  seen: number | null
  /** By field, for the columns that the file has. */
  cells: Partial<Record<ImportField, { address: string; content: SheetCell }>>
}

/** Fields whose cells are read, by column; a value column of -1 is none. */
type Given = { table: Table; valueColumn: number; period: ReportingPeriod; unitCode: string | null }

/**
 * The rows below the heading. What makes the whole file doubtful is refused here: another quarter, another unit, keys
 * that were edited, formulas and merged cells where figures are expected.
 */
export function fileRows(given: Given): FileRow[] {
  const { table, valueColumn } = given
  const columnOf = new Map<ColumnRole, number>(table.columns)
  columnOf.delete('value')
  if (valueColumn >= 0) columnOf.set('value', valueColumn)
  const rows = table.sheet.rows.flatMap((cells, line) => {
    if (line <= table.headRow) return []
    const row = readRow(cells, line, columnOf)
    const isMeant = row.number !== null || hasContent(row.cells.value?.content)
    return isMeant && !isColumnNumbers(cells) ? [row] : []
  })
  refuseMerged(rows, given, columnOf)
  refuseFormulas(rows)
  refuseOtherPeriod(rows, given, columnOf)
  refuseOtherUnit(rows, given, columnOf)
  return withKeys(rows, given, columnOf)
}

function readRow(cells: readonly SheetCell[], line: number, columnOf: Map<ColumnRole, number>): FileRow {
  const at = (role: ColumnRole) => cells[columnOf.get(role) ?? -1] ?? null
  const fields: FileRow['cells'] = {}
  for (const field of ImportField.options) {
    const column = columnOf.get(field)
    if (column !== undefined)
      fields[field] = { address: address(column, line), content: cells[column] ?? null }
  }
  const name = textOf(at('name')).replace(/\s+/gu, ' ').trim()
  return {
    row: line + 1,
    number: wholeNumber(at('number')) ?? wholeNumber(at('keyNumber')),
    name,
    unitCode: textOf(at('unitCode')).trim() || null,
    seen: null,
    cells: fields,
  }
}

/** "7", "07", "7." and the number 7. */
export function wholeNumber(cell: SheetCell): number | null {
  const digits = /^\s*0*(\d{1,4})\s*[.)]?\s*$/.exec(textOf(cell))?.[1]
  return digits === undefined ? null : Number(digits)
}

function hasContent(cell: SheetCell | undefined): boolean {
  return cell !== null && cell !== undefined && textOf(cell).trim() !== '-'
}

/** The row "(1) (2) (3)" below a heading. */
export function isColumnNumbers(cells: readonly SheetCell[]): boolean {
  return cells.every((cell) => cell === null || /^\s*\(\d+\)\s*$/.test(textOf(cell)))
}

function inputs(row: FileRow) {
  return Object.values(row.cells)
}

function refuseMerged(rows: readonly FileRow[], { table }: Given, columnOf: Map<ColumnRole, number>): void {
  const columns = ImportField.options.flatMap((field) => columnOf.get(field) ?? [])
  const merged = table.sheet.merges.filter(({ startRow, endRow, startCol, endCol }) => {
    if (!columns.some((column) => column >= startCol && column <= endCol)) return false
    // Rows are in order: the first one from the range on is in it, or none is.
    const next = rows[firstFrom(rows, startRow)]
    return next !== undefined && next.row - 1 <= endRow
  })
  if (merged.length === 0) return
  const ranges = merged.map(
    ({ startRow, endRow, startCol, endCol }) => `${address(startCol, startRow)}:${address(endCol, endRow)}`,
  )
  throw refused(
    'Có ô gộp',
    `Các ô nhập số liệu bị gộp: ${cellList(ranges)}. Hãy bỏ gộp ô (Trang đầu > Phối & Căn giữa) rồi gửi lại.`,
    ranges.map((cell) => ({ cell, detail: `Vùng ${cell} là ô gộp.` })),
  )
}

/** The index of the first row at or below a line; a file may hold tens of thousands of merged ranges. */
function firstFrom(rows: readonly FileRow[], line: number): number {
  let low = 0
  let high = rows.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((rows[middle]?.row ?? 0) - 1 < line) low = middle + 1
    else high = middle
  }
  return low
}

function refuseFormulas(rows: readonly FileRow[]): void {
  const formulas = rows.flatMap((row) =>
    inputs(row).flatMap(({ address, content }) => (isOdd(content, 'formula') ? [address] : [])),
  )
  if (formulas.length === 0) return
  throw refused(
    'Có công thức',
    `Ô nhập chứa công thức: ${cellList(formulas)}. Hãy chép các ô đó rồi Dán đặc biệt > Giá trị, sau đó gửi lại.`,
    formulas.map((cell) => ({ cell, detail: `Ô ${cell} chứa công thức.` })),
  )
}

export function isOdd(cell: SheetCell, odd?: 'formula' | 'date' | 'boolean'): boolean {
  return typeof cell === 'object' && cell !== null && 'odd' in cell && (odd === undefined || cell.odd === odd)
}

function refuseOtherPeriod(rows: readonly FileRow[], given: Given, columnOf: Map<ColumnRole, number>): void {
  const column = columnOf.get('period')
  if (column === undefined) return
  for (const { row } of rows) {
    const text = textOf(given.table.sheet.rows[row - 1]?.[column])
    const stated = periodIn(text)
    if (text.trim() === '' || stated === given.period) continue
    const cell = address(column, row - 1)
    throw refused(
      'Sai kỳ',
      `Tệp là của ${stated ? periodLabel(stated) : `kỳ “${text}”`} (ô ${cell}), không phải ${periodLabel(given.period)}. Hãy chọn đúng kỳ, hoặc tải mẫu của kỳ này.`,
      [{ cell, detail: `Kỳ ghi trong tệp: ${text}` }],
    )
  }
}

function refuseOtherUnit(rows: readonly FileRow[], given: Given, columnOf: Map<ColumnRole, number>): void {
  const column = columnOf.get('unitCode')
  if (given.unitCode === null || column === undefined) return
  const other = rows.find(({ unitCode }) => unitCode !== null && unitCode !== given.unitCode)
  if (!other) return
  const cell = address(column, other.row - 1)
  throw refused(
    'Tệp của đơn vị khác',
    `Ô ${cell} ghi mã đơn vị ${other.unitCode}, không phải ${given.unitCode}. Hãy tải mẫu của đơn vị mình.`,
    [{ cell, detail: `Mã đơn vị ghi trong tệp: ${other.unitCode}` }],
  )
}

/** In our template every row carries keys, and they fit each other. */
function withKeys(rows: readonly FileRow[], given: Given, columnOf: Map<ColumnRole, number>): FileRow[] {
  const { table, period } = given
  const keyColumn = columnOf.get('key')
  const isTemplate = keyColumn !== undefined && columnOf.has('revision') && columnOf.has('keyNumber')
  if (!isTemplate) return [...rows]
  const edited: string[] = []
  const checked = rows.map((row): FileRow => {
    const at = (role: ColumnRole) => table.sheet.rows[row.row - 1]?.[columnOf.get(role) ?? -1] ?? null
    const seen = wholeNumber(at('revision'))
    const fits =
      row.unitCode !== null &&
      row.number !== null &&
      seen !== null &&
      wholeNumber(at('keyNumber')) === row.number &&
      textOf(at('key')) === checkWord({ unitCode: row.unitCode, period, number: row.number, revision: seen })
    if (!fits) edited.push(address(keyColumn, row.row - 1))
    return { ...row, seen }
  })
  if (edited.length === 0) return checked
  throw refused(
    'Cột khóa đã bị sửa',
    `Các cột khóa ẩn của mẫu không còn khớp với dòng của chúng (${cellList(edited)}), có thể do chép đè hoặc sắp xếp lại. Hãy tải mẫu mới rồi chỉ nhập vào các ô màu vàng.`,
    edited.map((cell) => ({ cell, detail: `Khóa của dòng ${cell.replace(/\D/g, '')} không khớp.` })),
  )
}
