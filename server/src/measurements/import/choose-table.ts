import type { Quarter } from '@moc57/shared'
import { quartersIn } from '../../http/uploads/heading.ts'
import { refuseLegacyText } from '../../http/uploads/legacy-text.ts'
import { refused } from '../../http/uploads/refuse.ts'
import { mostRows, type Sheet, shownText } from '../../http/uploads/sheet.ts'
import { cellBelow, findTables, type Table } from '../../http/uploads/table.ts'

type Asked = {
  period: Quarter
  sheet?: string | undefined
  /** Whether that is the name of an indicator. */
  knows: (name: string) => boolean
}

export type ChosenTable = {
  table: Table
  /** Every sheet that has a table. */
  sheets: string[]
  /** Several sheets are as likely, and none was picked. */
  isOpen: boolean
}

/** The table of indicators in a file: of the picked sheet, or the one that names indicators, and the asked quarter. */
export function chooseTable(sheets: readonly Sheet[], { period, sheet, knows }: Asked): ChosenTable {
  const tables = findTables(sheets).map((table) => withNameColumn(table, knows))
  if (tables.length === 0) for (const each of sheets) refuseLegacyText(each)
  const ranked = tables
    .filter((table) => !sheet || table.sheet.name === sheet)
    .map((table) => ({
      table,
      known: knownNames(table, table.columns.get('name'), knows),
      time: timeOf(table, period),
    }))
    .sort((one, other) => other.time - one.time || other.known - one.known)
  const named = ranked.filter(({ known }) => known > 0)
  const [best, next] =
    named.length > 0
      ? named
      : ranked.sort((one, other) => Number(other.table.hasHeading) - Number(one.table.hasHeading))
  if (!best) throw withoutTable(sheet)
  const { table } = best
  refuseLegacyText(table.sheet)
  if (table.sheet.rows.length > mostRows) {
    throw refused(
      'Bảng quá dài',
      `Trang “${table.sheet.name}” có hơn ${mostRows.toLocaleString('vi-VN')} dòng. Hãy chỉ giữ các dòng chỉ tiêu rồi gửi lại.`,
    )
  }
  const isRival = next !== undefined && next.table.sheet !== table.sheet && next.time === best.time
  return {
    table,
    sheets: [...new Set(tables.map((one) => one.sheet.name))],
    isOpen: !sheet && isRival && (best.known === 0 || next.known * 2 > best.known),
  }
}

const linesLooked = 500

function knownNames(table: Table, column: number | undefined, knows: Asked['knows']): number {
  if (column === undefined) return 0
  const end = Math.min(table.endRow, table.firstRow + linesLooked)
  let known = 0
  for (let line = table.firstRow; line < end; line++) {
    const name = shownText(cellBelow(table.sheet, line, column))
    if (name.length > 3 && knows(name)) known++
  }
  return known
}

/** A table whose names stand under a heading of its own wording: the column that holds most of ours. */
function withNameColumn(table: Table, knows: Asked['knows']): Table {
  if (table.columns.has('name')) return table
  const counted = table.titles
    .map(({ column }) => ({ column, known: knownNames(table, column, knows) }))
    .sort((one, other) => other.known - one.known)
  const [best] = counted
  if (!best || best.known === 0) return table
  const columns = new Map([...table.columns].filter(([, column]) => column !== best.column))
  return { ...table, columns: columns.set('name', best.column) }
}

/** 1 where the sheet, the lines above or a heading name the quarter, -1 where they name others alone. */
function timeOf({ sheet, caption, titles }: Table, period: Quarter): number {
  const [year] = period.split('-')
  const quarters = [sheet.name, caption, ...titles.map(({ title }) => title)].flatMap((text) =>
    quartersIn(text, year),
  )
  return quarters.includes(period) ? 1 : quarters.length > 0 ? -1 : 0
}

function withoutTable(picked: string | undefined) {
  return refused(
    'Không thấy bảng chỉ tiêu',
    picked
      ? `Tệp không có bảng chỉ tiêu ở trang “${picked}”. Hãy chọn lại trang tính.`
      : 'Không trang nào của tệp có dòng tiêu đề với cột “Stt” hoặc “Chỉ tiêu” như Phụ lục 01. Hãy dùng mẫu tải về, hoặc thêm dòng tiêu đề.',
  )
}
