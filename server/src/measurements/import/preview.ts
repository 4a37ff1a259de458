import { createHash } from 'node:crypto'
import {
  canBeFull,
  type ImportPreview,
  type ImportRow,
  ImportVerdict,
  isAllFull,
  type ReportingPeriod,
  unitTitle,
} from '@moc57/shared'
import type { EntryRow, MeasurementInput } from '@moc57/shared/api'
import { type FileRow, fileRows } from '../../http/uploads/file-rows.ts'
import { refuseLegacyText } from '../../http/uploads/legacy-text.ts'
import { refused } from '../../http/uploads/refuse.ts'
import { columnName, type Sheet } from '../../http/uploads/sheet.ts'
import { findTables, type Table, valueColumnOf } from '../../http/uploads/table.ts'
import { figureCell, proposalOf } from './proposal.ts'
import { isNamed, type Quarter } from './quarter.ts'

export type Compared = {
  item: ImportRow
  /** What is compared with; absent where the row means nothing that is known. */
  target?: { quarter: Quarter; stored: EntryRow }
  input: MeasurementInput | null
}

export type Asked = {
  bytes: Buffer
  fileName: string
  period: ReportingPeriod
  sheet?: string | undefined
  valueColumn?: string | undefined
  /** The unit of the file; `null` where each row names its own. */
  unitCode: string | null
  /** The quarter of a unit, by its code; `undefined` for an unknown one. */
  quarterOf: (unitCode: string) => Quarter | undefined
}

/** Compares the table of a file with what is stored, row by row. */
export function comparisonOf(
  sheets: readonly Sheet[],
  asked: Asked,
): { preview: ImportPreview; rows: Compared[] } {
  for (const sheet of sheets) refuseLegacyText(sheet)
  const tables = findTables(sheets)
  const table = tableOf(tables, asked.sheet)
  if (asked.unitCode === null && !table.columns.has('unitCode')) {
    throw refused(
      'Thiếu cột Mã đơn vị',
      'Tệp nhiều đơn vị cần cột “Mã đơn vị” (mã 5 chữ số), “Stt” và “Giá trị”.',
    )
  }
  const valueColumn = valueColumnOf(table, asked.period, asked.valueColumn)
  const read = valueColumn === null ? [] : fileRows({ ...asked, table, valueColumn })
  if (valueColumn !== null && read.length === 0) {
    throw refused('Bảng trống', `Trang “${table.sheet.name}” không có dòng chỉ tiêu nào dưới dòng tiêu đề.`)
  }
  const rows = read.map((row) => compared(row, asked))
  refuseDuplicates(rows)
  askOfAllFull(rows)
  const counts = Object.fromEntries(
    ImportVerdict.options.map((verdict) => [
      verdict,
      rows.filter(({ item }) => item.verdict === verdict).length,
    ]),
  ) as ImportPreview['counts']
  return {
    rows,
    preview: {
      fileName: asked.fileName,
      sheet: table.sheet.name,
      sheets: tables.map(({ sheet }) => sheet.name),
      columns: table.titles.map(({ column, title }) => ({ column: columnName(column), title })),
      valueColumn: valueColumn === null || valueColumn < 0 ? null : columnName(valueColumn),
      counts,
      token: tokenOf(asked, table, rows),
      items: rows.map(({ item }) => item),
    },
  }
}

function tableOf(tables: readonly Table[], picked: string | undefined): Table {
  const table = picked ? tables.find(({ sheet }) => sheet.name === picked) : tables[0]
  if (table) return table
  throw refused(
    'Không thấy bảng chỉ tiêu',
    picked
      ? `Tệp không có bảng chỉ tiêu ở trang “${picked}”. Hãy chọn lại trang tính.`
      : 'Không trang nào của tệp có dòng tiêu đề với cột “Stt” hoặc “Chỉ tiêu” như Phụ lục 01. Hãy dùng mẫu tải về, hoặc thêm dòng tiêu đề.',
  )
}

function compared(row: FileRow, { unitCode, quarterOf }: Asked): Compared {
  const item: ImportRow = {
    row: row.row,
    cell: figureCell(row),
    unit: null,
    number: row.number,
    name: row.name,
    unitOfMeasure: '',
    verdict: 'refused',
    before: null,
    after: null,
    cells: [],
    refusals: [],
    questions: [],
  }
  const cannot = (detail: string): Compared => ({
    item: { ...item, refusals: [{ cell: item.cell, detail }] },
    input: null,
  })
  const code = unitCode ?? row.unitCode
  if (code === null) return cannot('Dòng thiếu mã đơn vị.')
  const quarter = quarterOf(code)
  if (!quarter) return cannot(`Không có đơn vị mang mã “${code.slice(0, 20)}”.`)
  item.unit = { code, name: unitTitle(quarter.unit) }
  const found = indicatorOf(row, quarter)
  if (typeof found === 'string') return cannot(found)
  const seen =
    row.seen === null ? undefined : row.seen === 0 ? null : quarter.revision(found.number, row.seen)
  const { input, ...proposal } = proposalOf(row, {
    stored: found,
    latest: quarter.latest(found.number),
    seen,
    closed: quarter.closed(found),
    nameOf: quarter.nameOf,
  })
  const questions =
    proposal.verdict === 'changed'
      ? quarter.questions(found.number, {
          value: proposal.after,
          comparator: input?.comparator ?? null,
          source: input?.source ?? null,
        })
      : []
  return {
    item: {
      ...item,
      ...proposal,
      number: found.number,
      name: found.name,
      unitOfMeasure: found.unitOfMeasure,
      before: found.current?.value ?? null,
      questions,
    },
    target: { quarter, stored: found },
    input,
  }
}

/** The indicator of a row by its number, or by its name where it has none; the two must not contradict each other. */
function indicatorOf({ number, name }: FileRow, quarter: Quarter): EntryRow | string {
  if (number === null) {
    const named = quarter.named(name)
    const [only] = named
    return only && named.length === 1
      ? only
      : 'Không nhận ra chỉ tiêu: thiếu số thứ tự, và tên không có trong kế hoạch.'
  }
  const row = quarter.rows.get(number)
  if (!row) return `Kế hoạch không có chỉ tiêu số ${number}.`
  if (name === '' || isNamed(row, name)) return row
  const [other] = quarter.named(name)
  return other ? `Số thứ tự là ${number} nhưng tên là của chỉ tiêu ${other.number}.` : row
}

function refuseDuplicates(rows: readonly Compared[]): void {
  const stated = rows.filter(({ item, target }) => target && item.verdict !== 'empty')
  const twice = [...Map.groupBy(stated, ({ item }) => `${item.unit?.code} ${item.number}`).values()].filter(
    (same) => same.length > 1,
  )
  if (twice.length === 0) return
  const told = twice.map((same) => {
    const [{ item }] = same as [Compared]
    const unit = item.unit ? ` của ${item.unit.name}` : ''
    return {
      cell: item.cell,
      detail: `Chỉ tiêu ${item.number}${unit} có ở các ô ${same.map(({ item: { cell } }) => cell).join(', ')}.`,
    }
  })
  throw refused(
    'Chỉ tiêu lặp lại',
    `${told[0]?.detail} Hãy chỉ giữ một dòng cho mỗi chỉ tiêu rồi gửi lại.`,
    told,
  )
}

/** A unit whose every figure would be 100 is asked about all of them. */
function askOfAllFull(rows: readonly Compared[]): void {
  for (const ofUnit of Map.groupBy(rows, ({ target }) => target?.quarter).values()) {
    const quarter = ofUnit[0]?.target?.quarter
    if (!quarter) continue
    const values = new Map(
      [...quarter.rows.values()]
        .filter(canBeFull)
        .map(({ number, current }) => [number, current?.value ?? null]),
    )
    const changed = ofUnit.filter(({ item }) => item.verdict === 'changed' && values.has(item.number ?? 0))
    for (const { item } of changed) values.set(item.number ?? 0, item.after)
    if (!isAllFull([...values.values()].filter((value) => value !== null))) continue
    for (const { item } of changed) item.questions.push('allFull')
  }
}

/** Says of which file, and on which revisions, a preview was made; `staleRows` compares it with those of now. */
function tokenOf({ bytes, period, unitCode }: Asked, table: Table, rows: readonly Compared[]): string {
  const read = JSON.stringify([period, unitCode, table.sheet.name, rows.map(({ item }) => item.cell)])
  const file = createHash('sha256').update(bytes).update(read).digest('base64url').slice(0, 22)
  return `${file}.${rows.map(seenRevision).join('.')}`
}

function seenRevision({ target }: Compared): string {
  return target ? target.quarter.latest(target.stored.number).toString(36) : '-'
}

/** The rows that got another revision since the preview; `undefined` where the token is of another file. */
export function staleRows(
  token: string,
  { preview, rows }: ReturnType<typeof comparisonOf>,
): Compared[] | undefined {
  const [file, ...seen] = token.split('.')
  if (file !== preview.token.split('.')[0] || seen.length !== Math.max(rows.length, 1)) return undefined
  return rows.filter((row, index) => seenRevision(row) !== seen[index])
}
