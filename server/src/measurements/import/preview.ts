import { createHash } from 'node:crypto'
import {
  ColumnMeaning,
  canBeFull,
  type ImportAnswers,
  type ImportPreview,
  type ImportRow,
  ImportVerdict,
  isAllFull,
  type Quarter,
  unitTitle,
} from '@moc57/shared'
import type { EntryRow, MeasurementInput } from '@moc57/shared/api'
import { type FileRow, fileRows } from '../../http/uploads/file-rows.ts'
import type { ColumnRole } from '../../http/uploads/heading.ts'
import { refused } from '../../http/uploads/refuse.ts'
import { columnName, type Sheet, shownText } from '../../http/uploads/sheet.ts'
import { cellBelow, type Table } from '../../http/uploads/table.ts'
import { chooseTable } from './choose-table.ts'
import { indicatorOfRow } from './indicator-of-row.ts'
import { figureCell, proposalOf, statesFigure } from './proposal.ts'
import type { StoredQuarter } from './stored-quarter.ts'
import { type ValueColumn, valueColumnOf } from './value-column.ts'

export type Compared = {
  item: ImportRow
  /** What is compared with; absent where the row means nothing that is known. */
  target?: { quarter: StoredQuarter; stored: EntryRow }
  input: MeasurementInput | null
}

export type Asked = {
  bytes: Buffer
  fileName: string
  period: Quarter
  sheet?: string | undefined
  valueColumn?: string | undefined
  /** The unit of the file; `null` where each row names its own. */
  unitCode: string | null
  /** The indicator that a person says a row means, by row of the sheet. */
  answers?: ImportAnswers | undefined
  /** Whether that is the name of an indicator. */
  knows: (name: string) => boolean
  /** What a row without a known name may mean. */
  choices: () => ImportPreview['choices']
  /** The codes of the units of that name. */
  unitsNamed: (name: string) => readonly string[]
  /** The quarter of a unit, by its code; `undefined` for an unknown one. */
  quarterOf: (unitCode: string) => StoredQuarter | undefined
}

/** Compares the table of a file with what is stored, row by row. */
export function comparisonOf(
  sheets: readonly Sheet[],
  asked: Asked,
): { preview: ImportPreview; rows: Compared[] } {
  const chosen = chooseTable(sheets, asked)
  const table = withUnitOfMeasure(chosen.table)
  if (asked.unitCode === null && !table.columns.has('unitCode') && !table.columns.has('unitName')) {
    throw refused(
      'Thiếu cột Mã đơn vị',
      'Tệp nhiều đơn vị cần cột “Mã đơn vị” (mã 5 chữ số) hoặc “Đơn vị” (tên), “Stt” và “Giá trị”.',
    )
  }
  const value: ValueColumn = chosen.isOpen
    ? {
        column: undefined,
        question: 'Tệp có nhiều trang cùng loại bảng. Chọn trang tính có số liệu của quý.',
      }
    : valueColumnOf(table, asked.period, asked.valueColumn)
  const read = value.column === undefined ? [] : fileRows({ ...asked, table, valueColumn: value.column })
  const isEmpty = value.column === undefined ? !chosen.isOpen && hasNoRows(table) : read.length === 0
  if (isEmpty) {
    throw refused('Bảng trống', `Trang “${table.sheet.name}” không có dòng chỉ tiêu nào dưới dòng tiêu đề.`)
  }
  const reading = {
    hasNames: read.some(({ name }) => name !== ''),
    isRate: typeof value.column === 'number' && value.isRate,
  }
  const rows = read.flatMap((row) => compared(row, asked, reading) ?? [])
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
      sheets: chosen.sheets,
      columns: table.titles.map((column) => ({
        ...column,
        column: columnName(column.column),
        meaning: meaningIn(table, column.column, value.column),
        values: firstValues(table, column.column),
      })),
      lines: firstLines(table),
      valueColumn: typeof value.column === 'number' ? columnName(value.column) : null,
      valueQuestion: value.column === undefined ? value.question : null,
      counts,
      choices: rows.some(({ item }) => item.verdict === 'asked' && item.number === null)
        ? asked.choices()
        : [],
      token: tokenOf(asked, table, rows),
      items: rows.map(({ item }) => item),
    },
  }
}

/** "Đơn vị" is the unit of measure where a % stands below it. */
function withUnitOfMeasure(table: Table): Table {
  const column = table.columns.get('unitName')
  if (column === undefined || table.columns.has('unitOfMeasure')) return table
  const hasShare = table.sheet.rows.slice(table.firstRow, table.endRow).some((row) => row[column] === '%')
  if (!hasShare) return table
  const others = [...table.columns].filter(([role]) => role !== 'unitName')
  return { ...table, columns: new Map(others).set('unitOfMeasure', column) }
}

function hasNoRows({ sheet, firstRow, endRow }: Table): boolean {
  return sheet.rows.slice(firstRow, endRow).every((row) => row.every((cell) => shownText(cell) === ''))
}

const unitRoles: readonly ColumnRole[] = ['unitCode', 'unitName']

function meaningIn(
  { columns }: Table,
  column: number,
  valueColumn: number | null | undefined,
): ColumnMeaning {
  if (column === valueColumn) return 'value'
  const role = [...columns].find(([, place]) => place === column)?.[0]
  if (role && unitRoles.includes(role)) return 'unit'
  return ColumnMeaning.safeParse(role).data ?? 'none'
}

const linesShown = 5

function firstLines({ sheet, titles, firstRow, endRow }: Table): ImportPreview['lines'] {
  const lines: ImportPreview['lines'] = []
  for (let line = firstRow; line < endRow && lines.length < linesShown; line++) {
    const cells = titles.map(({ column }) => shownText(cellBelow(sheet, line, column)).slice(0, 60))
    if (cells.some((text) => text !== '')) lines.push({ row: line + 1, cells })
  }
  return lines
}

const valuesShown = 3

function firstValues({ sheet, firstRow, endRow }: Table, column: number): string[] {
  const shown: string[] = []
  for (let line = firstRow; line < endRow && shown.length < valuesShown; line++) {
    const text = shownText(sheet.rows[line]?.[column])
    if (text !== '') shown.push(text.slice(0, 60))
  }
  return shown
}

/** How the rows of a table are to be read. */
type Reading = { hasNames: boolean; isRate: boolean }

/** `undefined` where the row means nothing: it has a number, and neither a known name nor a figure. */
function compared(row: FileRow, asked: Asked, { hasNames, isRate }: Reading): Compared | undefined {
  const item: ImportRow = {
    row: row.row,
    cell: figureCell(row),
    unit: null,
    number: row.number,
    name: row.name,
    nameInFile: row.name,
    shown: shownText(row.cells.value?.content),
    unitOfMeasure: '',
    verdict: 'refused',
    before: null,
    after: null,
    cells: [],
    refusals: [],
    questions: [],
    asks: [],
  }
  const cannot = (detail: string): Compared => ({
    item: { ...item, refusals: [{ cell: item.cell, detail }] },
    input: null,
  })
  const quarter = quarterOfRow(row, asked)
  if (typeof quarter === 'string') return cannot(quarter)
  item.unit = { code: quarter.unit.code, name: unitTitle(quarter.unit) }
  const answer = asked.answers?.[row.row]
  const meant = indicatorOfRow(row, quarter, hasNames)
  if (meant.kind === 'refused') return cannot(meant.detail)
  const answered = answer === undefined ? undefined : quarter.rows.get(answer)
  if (meant.kind === 'unknown' && !answered) {
    if (!statesFigure(row)) return undefined
    const asks: ImportRow['asks'] = [{ question: 'indicator', cell: item.cell, detail: meant.question }]
    return { item: { ...item, number: null, verdict: 'asked', asks }, input: null }
  }
  const found = answered ?? (meant.kind === 'unknown' ? undefined : meant.row)
  if (!found) return undefined
  const seen =
    row.seen === null ? undefined : row.seen === 0 ? null : quarter.revision(found.number, row.seen)
  const { input, asks, ...proposal } = proposalOf(row, {
    stored: found,
    latest: quarter.latest(found.number),
    seen,
    closed: quarter.closed(found),
    nameOf: quarter.nameOf,
    isRate,
  })
  if (meant.kind !== 'certain')
    asks.unshift({ question: 'indicator', cell: item.cell, detail: meant.question })
  const isOpen = proposal.verdict === 'changed' && asks.length > 0 && answered !== found
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
      verdict: isOpen ? 'asked' : proposal.verdict,
      number: found.number,
      name: found.name,
      unitOfMeasure: found.unitOfMeasure,
      before: found.current?.value ?? null,
      questions,
      asks: proposal.verdict === 'changed' ? asks : [],
    },
    target: { quarter, stored: found },
    input: isOpen ? null : input,
  }
}

/** The quarter of the unit that a row names by code, by name, or by both where they agree; otherwise why not. */
function quarterOfRow({ unitCode, unitName }: FileRow, asked: Asked): StoredQuarter | string {
  if (asked.unitCode !== null) return asked.quarterOf(asked.unitCode) ?? 'Không có đơn vị này.'
  const named = unitName === '' ? [] : asked.unitsNamed(unitName)
  if (unitCode === null) {
    const [only] = named
    if (unitName === '') return 'Dòng thiếu mã đơn vị.'
    if (only && named.length === 1) return asked.quarterOf(only) ?? `Không có đơn vị “${unitName}”.`
    return named.length > 1
      ? `Có ${named.length} đơn vị tên “${unitName}”. Hãy ghi mã đơn vị.`
      : `Không có đơn vị tên “${unitName.slice(0, 60)}”. Hãy ghi mã đơn vị.`
  }
  const quarter = asked.quarterOf(unitCode)
  if (!quarter) return `Không có đơn vị mang mã “${unitCode.slice(0, 20)}”.`
  if (unitName !== '' && !named.includes(quarter.unit.code))
    return `Mã ${unitCode} là của ${unitTitle(quarter.unit)}, còn tên trong tệp là “${unitName.slice(0, 60)}”. Hãy sửa mã hoặc tên cho khớp.`
  return quarter
}

function refuseDuplicates(rows: readonly Compared[]): void {
  const stated = rows.filter(
    ({ item, target }) => target && item.verdict !== 'empty' && item.verdict !== 'asked',
  )
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
function tokenOf(
  { bytes, period, unitCode, answers = {} }: Asked,
  table: Table,
  rows: readonly Compared[],
): string {
  const read = JSON.stringify([
    period,
    unitCode,
    answers,
    table.sheet.name,
    rows.map(({ item }) => item.cell),
  ])
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
