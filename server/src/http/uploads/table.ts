import { foldText, type ImportField, periodLabel, ReportingPeriod } from '@moc57/shared'
import { refused } from './refuse.ts'
import { columnName, type Sheet, textOf } from './sheet.ts'

/** What a column of a file holds. `key`, `keyNumber`, `revision` are the hidden columns of our template. */
export type ColumnRole =
  | 'number'
  | 'name'
  | 'unitCode'
  | 'period'
  | 'keyNumber'
  | 'revision'
  | 'key'
  | ImportField

const headings: [ColumnRole, RegExp][] = [
  ['number', /^(stt|tt|so tt|so thu tu)$/],
  ['name', /^(ten )?chi tieu$/],
  ['unitCode', /^ma don vi( hanh chinh)?$/],
  ['period', /^(ky|ky bao cao|ky so lieu|quy)$/],
  ['keyNumber', /^ma chi tieu$/],
  ['revision', /^ban so lieu$/],
  ['key', /^khoa$/],
  ['numerator', /^tu so$/],
  ['denominator', /^mau so$/],
  ['comparator', /^so sanh$/],
  ['source', /^(van ban nguon|nguon|nguon so lieu)$/],
  ['note', /^ghi chu$/],
  ['reason', /^ly do( dinh chinh)?$/],
]
const valueHeading = /^(ket qua|gia tri|ky nay|thuc hien)\b(?!.*\btruoc\b)/

/** A table of indicators in a sheet. */
export type Table = {
  sheet: Sheet
  /** From 0. */
  headRow: number
  titles: { column: number; title: string }[]
  columns: Map<ColumnRole, number>
}

const deepestHead = 40

/** Every table of the file: a sheet has one below the first row that names Stt or Chỉ tiêu. */
export function findTables(sheets: readonly Sheet[]): Table[] {
  return sheets.flatMap((sheet) => {
    const headRow = sheet.rows.slice(0, deepestHead).findIndex((row) => {
      const roles = row.map((cell) => roleOf(textOf(cell)))
      const namesRow = roles.some((role) => role === 'number' || role === 'name' || role === 'keyNumber')
      return namesRow && row.filter((cell) => cell !== null).length >= 2
    })
    if (headRow < 0) return []
    const titles = (sheet.rows[headRow] ?? []).flatMap((cell, column) => {
      const title = textOf(cell).replace(/\s+/gu, ' ').trim()
      return title === '' ? [] : [{ column, title }]
    })
    const columns = new Map<ColumnRole, number>()
    for (const { column, title } of titles) {
      const role = roleOf(title)
      if (role && !columns.has(role)) columns.set(role, column)
    }
    return [{ sheet, headRow, titles, columns }]
  })
}

function roleOf(title: string): ColumnRole | undefined {
  const folded = foldText(title.replace(/\(.*?\)/g, ' '))
  return headings.find(([, heading]) => heading.test(folded))?.[0]
}

/**
 * The column with the values: the one that was picked, or the first whose heading says so. A heading that names
 * another quarter is none; a table with counts may do without.
 */
export function valueColumnOf(
  table: Table,
  period: ReportingPeriod,
  picked: string | undefined,
): number | null {
  const { titles, columns } = table
  if (picked) {
    const column = titles.find((title) => columnName(title.column) === picked.toUpperCase())
    if (!column)
      throw refused('Không có cột đã chọn', `Bảng không có cột “${picked}”. Hãy chọn lại cột giá trị.`)
    return column.column
  }
  const candidates = titles.filter(({ title }) => valueHeading.test(foldText(title)))
  const found = candidates.find(({ title }) => (periodIn(title) ?? period) === period)
  const [other] = candidates
  if (!found && other) {
    throw refused(
      'Sai kỳ',
      `Cột “${other.title}” (cột ${columnName(other.column)}) không phải ${periodLabel(period)}. Hãy chọn đúng kỳ, hoặc chọn cột giá trị khác.`,
    )
  }
  return found?.column ?? (columns.has('numerator') ? -1 : null)
}

const quarters = ['i', 'ii', 'iii', 'iv']

/** The quarter that a text names: "2026-Q3", "Quý III/2026", "quý 3 năm 2026"; `undefined` where it names none. */
export function periodIn(text: string): ReportingPeriod | undefined {
  const folded = foldText(text)
  const [, year, quarter] = /(\d{4})-q([1-4])/.exec(folded) ?? []
  const [, words, ofYear] = /\bquy (iv|i{1,3}|[1-4])\s*(?:\/|nam|-)?\s*(\d{4})/.exec(folded) ?? []
  const read = year
    ? `${year}-Q${quarter}`
    : words && `${ofYear}-Q${/\d/.test(words) ? words : quarters.indexOf(words) + 1}`
  return ReportingPeriod.safeParse(read).data
}
