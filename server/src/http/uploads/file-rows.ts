import { ImportField, type Quarter, quarterLabel } from '@moc57/shared'
import { type ColumnRole, isBesideTable, isColumnNumbers, quarterIn } from './heading.ts'
import { cellList, refused } from './refuse.ts'
import { address, type SheetCell, shownText, textOf } from './sheet.ts'
import { cellBelow, isMerged, type Table } from './table.ts'
import { checkWord } from './template-key.ts'

/** A row of the table that means an indicator, or has a figure and means none. */
export type FileRow = {
  /** From 1, as people count. */
  row: number
  number: number | null
  name: string
  unitCode: string | null
  unitName: string
  unitOfMeasure: string
  /** Nobody who has the file open sees the row. */
  isHidden: boolean
  /** The unit is named in a row above, as where it is printed once for its rows. */
  isUnitAbove: boolean
  /** The revision that the template was made with; `null` in a file that is not our template. */
  seen: number | null
  /** By field, for the columns that the file has. */
  cells: Partial<Record<ImportField, { address: string; content: SheetCell; isShared: boolean }>>
}

type Columns = Map<ColumnRole | 'value', number>

/** Fields whose cells are read, by column; a value column of `null` is none. */
type Given = { table: Table; valueColumn: number | null; period: Quarter; unitCode: string | null }

/**
 * The rows below the heading. What makes the whole file doubtful is refused here: another quarter, another unit, keys
 * that were edited.
 */
export function fileRows(given: Given): FileRow[] {
  const { table, valueColumn } = given
  const columnOf: Columns = new Map(table.columns)
  if (valueColumn !== null) columnOf.set('value', valueColumn)
  const rows: FileRow[] = []
  let above: FileRow | undefined
  for (let line = table.firstRow; line < table.endRow; line++) {
    if (table.repeated.has(line)) continue
    const row = readRow(table, line, columnOf)
    const namesUnit = row.unitCode !== null || row.unitName !== ''
    if (isIndicator(row, table)) {
      const isBelow = given.unitCode === null && !namesUnit && above !== undefined
      rows.push(
        isBelow && above
          ? { ...row, unitCode: above.unitCode, unitName: above.unitName, isUnitAbove: true }
          : row,
      )
      if (namesUnit) above = row
    } else if (namesUnit) above = undefined
  }
  refuseUnitNumbers(rows, given)
  refuseOtherQuarter(rows, given, columnOf)
  refuseOtherUnit(rows, given, columnOf)
  return withKeys(rows, given, columnOf)
}

/** What has neither a number nor a figure of its own is a group, a total, a signature, a line of column numbers. */
function isIndicator({ row, number, name, unitName, cells }: FileRow, table: Table): boolean {
  const { sheet, firstRow, hasHeading, columns } = table
  const line = sheet.rows[row - 1] ?? []
  if (hasHeading && row - 1 < firstRow + 2 && isColumnNumbers(line.map(textOf))) return false
  if (number !== null) return true
  const value = cells.value?.content
  const words = [textOf(line[columns.get('number') ?? 0]), name, unitName, textOf(value)]
  return !words.some(isBesideTable) && hasContent(value) && (typeof value !== 'string' || /\d/.test(value))
}

/** What stands once for several rows is of each of them; of a figure that is asked. */
function readRow({ sheet }: Table, line: number, columnOf: Columns): FileRow {
  const at = (role: ColumnRole) => {
    const column = columnOf.get(role)
    return column === undefined ? null : cellBelow(sheet, line, column)
  }
  const words = (role: ColumnRole) => shownText(at(role)).normalize('NFC')
  const fields: FileRow['cells'] = {}
  for (const field of ImportField.options) {
    const column = columnOf.get(field)
    if (column === undefined) continue
    const content = cellBelow(sheet, line, column)
    const isShared = content !== null && isFigureField(field) && isMerged(sheet, line, column)
    fields[field] = { address: address(column, line), content, isShared }
  }
  return {
    row: line + 1,
    number: wholeNumber(at('number')) ?? wholeNumber(at('keyNumber')),
    name: textOf(at('name')).replace(/\s+/gu, ' ').trim().normalize('NFC'),
    unitCode:
      textOf(at('unitCode'))
        .trim()
        .replace(/[.,]0+$/, '') || null,
    unitName: words('unitName'),
    unitOfMeasure: words('unitOfMeasure'),
    isHidden: sheet.hiddenRows.has(line),
    isUnitAbove: false,
    seen: null,
    cells: fields,
  }
}

const isFigureField = (field: ImportField) =>
  field === 'value' || field === 'numerator' || field === 'denominator'

/** "7", "07", "7." and the number 7. */
export function wholeNumber(cell: SheetCell): number | null {
  const digits = /^\s*0*(\d{1,4})\s*[.)]?\s*$/.exec(textOf(cell))?.[1]
  return digits === undefined ? null : Number(digits)
}

function hasContent(cell: SheetCell | undefined): boolean {
  return cell !== null && cell !== undefined && textOf(cell).trim() !== '-'
}

export function isOdd(cell: SheetCell): boolean {
  return typeof cell === 'object' && cell !== null && 'odd' in cell
}

/** Without names, numbers that count through rows of several units are numbers of the rows. */
function refuseUnitNumbers(rows: readonly FileRow[], { table, unitCode }: Given): void {
  if (unitCode !== null || table.columns.has('name') || table.columns.has('keyNumber')) return
  const units = new Set(rows.map((row) => row.unitCode ?? row.unitName))
  const isCounting = rows.every(
    ({ number }, index) => number !== null && number > (rows[index - 1]?.number ?? 0),
  )
  if (units.size < 2 || !isCounting) return
  throw refused(
    'Thiếu cột chỉ tiêu',
    'Cột “Stt” của tệp đánh số các dòng đơn vị, không nói dòng nào là chỉ tiêu nào. Hãy thêm cột “Chỉ tiêu” (tên hoặc số của chỉ tiêu) rồi gửi lại.',
  )
}

function refuseOtherQuarter(rows: readonly FileRow[], given: Given, columnOf: Columns): void {
  const column = columnOf.get('period')
  if (column === undefined) return
  for (const { row } of rows) {
    const text = textOf(given.table.sheet.rows[row - 1]?.[column])
    const stated = quarterIn(text)
    if (text.trim() === '' || stated === given.period) continue
    const cell = address(column, row - 1)
    throw refused(
      'Sai kỳ',
      `Tệp là của ${stated ? quarterLabel(stated) : `kỳ “${text}”`} (ô ${cell}), không phải ${quarterLabel(given.period)}. Hãy chọn đúng kỳ, hoặc tải mẫu của kỳ này.`,
      [{ cell, detail: `Kỳ ghi trong tệp: ${text}` }],
    )
  }
}

function refuseOtherUnit(rows: readonly FileRow[], given: Given, columnOf: Columns): void {
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
function withKeys(rows: readonly FileRow[], given: Given, columnOf: Columns): FileRow[] {
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
