import {
  exactValue,
  foldText,
  formatNumber,
  type ImportField,
  type ImportRow,
  importFieldLabels,
  type Measurement,
  normalizeText,
  readFigureText,
  refusalsOf,
  round,
  toNumber,
  valuePlaces,
} from '@moc57/shared'
import { type EntryRow, longest, type MeasurementInput, needsReason } from '@moc57/shared/api'
import { type FileRow, isOdd } from '../../http/uploads/file-rows.ts'
import { sameUnitOfMeasure } from '../../http/uploads/indicator-names.ts'
import { type SheetCell, shownText, textOf } from '../../http/uploads/sheet.ts'

/** What a row asks for, field by field, as it would be stored. */
type Stated = Record<Exclude<ImportField, 'comparator'>, number | string | null> & {
  value: number | null
  numerator: number | null
  denominator: number | null
  comparator: 'greaterThan' | null
  source: string | null
  note: string | null
  reason: string | null
}
type Refusals = ImportRow['refusals']

/** What becomes of a row, and what is written for it when it is confirmed. */
export type Proposal = Pick<ImportRow, 'verdict' | 'after' | 'cells' | 'refusals' | 'asks'> & {
  input: MeasurementInput | null
}

export type Beside = {
  stored: EntryRow
  /** The row's latest revision, also where its figure is not shown to this account. */
  latest: number
  /** What the template showed when it was made: `null` for nothing, `undefined` where the file is no template. */
  seen: Measurement | null | undefined
  /** Why this account cannot enter the row now, `null` where it can. */
  closed: string | null
  /** Who a stored figure is by, as this account sees people. */
  nameOf: (username: string) => string
  /** The column of the values says that it holds shares, whatever unit of measure the counts beside it have. */
  isRate: boolean
}

/** Compares a row of a file with what is stored. A row without a figure leaves the stored one alone. */
export function proposalOf(row: FileRow, { stored, latest, seen, closed, nameOf, isRate }: Beside): Proposal {
  const refusals: Refusals = []
  const asks: ImportRow['asks'] = []
  if (row.isHidden)
    asks.push({ question: 'hiddenRow', cell: figureCell(row), detail: `Dòng ${row.row} bị ẩn trong tệp.` })
  if (row.isUnitAbove) {
    const detail = `Dòng ${row.row} không ghi đơn vị; lấy đơn vị của dòng trên, “${row.unitName || row.unitCode}”. Có đúng không?`
    asks.push({ question: 'unit', cell: figureCell(row), detail })
  }
  const shared = (['value', 'numerator', 'denominator'] as const).find((field) => row.cells[field]?.isShared)
  if (shared) {
    const detail = 'Ô gộp cho nhiều dòng hoặc nhiều cột. Số này có phải của chỉ tiêu này không?'
    asks.push({ question: 'merged', cell: row.cells[shared]?.address ?? figureCell(row), detail })
  }
  const stated = readStated(row, stored, { refusals, asks })
  const { current } = stored
  const cellOf = (field: ImportField) => row.cells[field]?.address ?? figureCell(row)
  const refuse = (field: ImportField, detail: string) => refusals.push({ cell: cellOf(field), detail })

  if (refusals.length === 0 && isEmpty(stated)) {
    const isKept = (['source', 'note', 'reason'] as const).every(
      (field) => !stated[field] || stated[field] === current?.[field],
    )
    if (isKept)
      return { verdict: 'empty', after: current?.value ?? null, cells: [], refusals, asks, input: null }
    refuse('value', 'Dòng có ghi chữ nhưng chưa có giá trị.')
  }
  const otherUnit = isRate || stated.value === null ? null : otherUnitOfMeasure(row, stored)
  if (otherUnit) refuse('value', otherUnit)
  const wanted = completed(stated, row, current)
  if (refusals.length === 0) {
    for (const { field, detail } of refusalsOf(figureOf(wanted), stored)) refuse(field, detail)
  }
  const cells = differences(wanted, current).map((change) => ({ ...change, cell: cellOf(change.field) }))
  const isUntouched = seen !== undefined && differences(wanted, seen).length === 0
  if (refusals.length === 0) {
    if (cells.length === 0 || isUntouched) {
      return { verdict: 'unchanged', after: current?.value ?? null, cells: [], refusals, asks, input: null }
    }
    if (closed) refuse('value', closed)
    if (row.seen !== null && row.seen !== latest) {
      const stands = inWords(current, latest, nameOf)
      refuse('value', `Sau khi tải mẫu, người khác đã sửa: nay là ${stands}. Hãy tải mẫu mới.`)
    }
    if (!wanted.reason && needsReason(inputOf(wanted), stored.approved)) {
      refuse('reason', `Giá trị đã duyệt: ghi lý do ở cột “${importFieldLabels.reason}”.`)
    }
  }
  const after = storedValue(wanted)
  if (refusals.length > 0) return { verdict: 'refused', after: null, cells, refusals, asks, input: null }
  return { verdict: 'changed', after, cells, refusals, asks, input: inputOf(wanted) }
}

/** Where a row's figure stands in the file. */
export function figureCell({ cells, row }: FileRow): string {
  const filled = (['value', 'numerator'] as const).find(
    (field) => cells[field] && cells[field].content !== null,
  )
  return cells[filled ?? 'value']?.address ?? cells.numerator?.address ?? `${row}`
}

/** Whether the row has anything to say of a figure. */
export function statesFigure({ cells }: FileRow): boolean {
  return (['value', 'numerator', 'denominator'] as const).some(
    (field) => cells[field] && !isBlank(cells[field].content),
  )
}

const isBlank = (content: SheetCell) => content === null || /^[\s\-–—/…._]*$/u.test(shownText(content))

/** A row's own unit of measure that is not ours: its figures are of something else. */
function otherUnitOfMeasure(row: FileRow, { number, unitOfMeasure }: EntryRow): string | null {
  const content = row.cells.value?.content
  const isShare = unitOfMeasure === '%' && (typeof content === 'object' || /%\s*$/.test(textOf(content)))
  if (isShare || row.unitOfMeasure === '' || sameUnitOfMeasure(row.unitOfMeasure, unitOfMeasure)) return null
  return `Đơn vị tính trong tệp là “${row.unitOfMeasure.slice(0, 60)}”, còn chỉ tiêu ${number} tính bằng “${unitOfMeasure}”. Hãy ghi số theo đơn vị tính của chỉ tiêu.`
}

type Findings = { refusals: Refusals; asks: ImportRow['asks'] }

function readStated(row: FileRow, { unitOfMeasure }: EntryRow, { refusals, asks }: Findings): Stated {
  let isAbove = false
  const counts: { numerator?: number; denominator?: number } = {}
  const number = (field: 'value' | 'numerator' | 'denominator'): number | null => {
    const cell = row.cells[field]
    if (!cell) return null
    const read = readNumber(cell.content, field === 'value' ? unitOfMeasure : '')
    if (typeof read === 'string') refusals.push({ cell: cell.address, detail: read })
    if (typeof read !== 'object') return null
    if (read.ask) asks.push({ ...read.ask, cell: cell.address })
    Object.assign(counts, read.counts)
    isAbove ||= read.isAbove
    return read.number
  }
  const text = (field: 'source' | 'note' | 'reason'): string | null => {
    const cell = row.cells[field]
    if (!cell) return null
    const words = normalizeText(textOf(cell.content))
    if (isOdd(cell.content)) refusals.push({ cell: cell.address, detail: 'Ô này phải là chữ; hãy gõ lại.' })
    if (words.length > mostLetters[field])
      refusals.push({ cell: cell.address, detail: `Không quá ${formatNumber(mostLetters[field])} ký tự.` })
    return words || null
  }
  // "=" is how the entry grid shows that nothing is compared.
  const comparison = foldText(textOf(row.cells.comparator?.content)).replace(/^=$/, '')
  if (comparison !== '' && !/^(>|tren)$/.test(comparison)) {
    const cell = row.cells.comparator?.address ?? figureCell(row)
    refusals.push({ cell, detail: 'Cột So sánh chỉ nhận “trên” hoặc để trống.' })
  }
  const figure = {
    value: number('value'),
    numerator: number('numerator'),
    denominator: number('denominator'),
  }
  return {
    ...withoutComputedValue({ ...figure, ...counts }),
    comparator: isAbove || comparison !== '' ? 'greaterThan' : null,
    source: text('source'),
    note: text('note'),
    reason: text('reason'),
  }
}

const mostLetters = { source: longest.title, note: longest.note, reason: longest.note }

type ReadNumber = {
  number: number | null
  isAbove: boolean
  counts?: { numerator: number; denominator: number }
  ask?: Omit<ImportRow['asks'][number], 'cell'>
}

const doubts = {
  formula: (shown: string) => `Ô là công thức (${shown}); kết quả đã lưu được đọc là số. Có lấy không?`,
  marks: (shown: string) =>
    `Ô có dấu chú thích hoặc chữ gạch ngang (“${shown}”); phần còn lại được đọc là số. Có đúng không?`,
  format: (shown: string) => `Ô hiện là “${shown}”; chỉ phần số được đọc. Có đúng không?`,
}

function readNumber(cell: SheetCell, unitOfMeasure: string): ReadNumber | string {
  if (cell === null) return { number: null, isAbove: false }
  if (typeof cell === 'number') return { number: cell, isAbove: false }
  if (typeof cell === 'string') return readWords(cell, unitOfMeasure)
  if ('doubt' in cell) {
    const read = readNumber(cell.content, unitOfMeasure)
    if (typeof read === 'string') return `${read} (ô hiện là “${cell.shown}”)`
    return { ...read, ask: { question: cell.doubt, detail: doubts[cell.doubt](cell.shown) } }
  }
  if ('percent' in cell) {
    const { percent } = cell
    return unitOfMeasure === '%'
      ? { number: Number(percent.toPrecision(15)), isAbove: false }
      : `Ô định dạng phần trăm (${formatNumber(percent, 4)}%) trong khi cần một số. Hãy đổi định dạng ô.`
  }
  return oddCells[cell.odd]
}

const oddCells = {
  formula: 'Ô là công thức chưa có kết quả. Hãy mở tệp bằng Excel rồi lưu lại, hoặc ghi số vào ô.',
  date: 'Excel đã đổi số này thành ngày tháng. Hãy đổi định dạng ô thành Số rồi gõ lại.',
  boolean: 'Ô này không phải là số.',
  error: 'Ô này là lỗi của Excel (như #N/A), không phải là số.',
}

/** One plain number, or what words say of one: "đạt 98%", "45/50", "100% (45/45)"; those are asked about. */
function readWords(text: string, unitOfMeasure: string): ReadNumber | string {
  const read = readFigureText(text, unitOfMeasure)
  if (!('refusal' in read)) return read
  const words = normalizeText(text)
  const ask = { question: 'words' as const, detail: `Ô ghi “${words.slice(0, 60)}”. Có đọc đúng không?` }
  const [, before, part, whole] =
    /^(?:đạt\s+)?(?:([\d.,]+)\s*%\s*)?\(?\s*(\d[\d.]*)\s*\/\s*(\d[\d.]*)\s*\)?$/iu.exec(words) ?? []
  if (part && whole && unitOfMeasure === '%') {
    const counts = { numerator: countIn(part), denominator: countIn(whole) }
    const value = before === undefined ? null : readFigureText(before, '%')
    if (value && 'refusal' in value) return read.refusal
    if (!Object.values(counts).every(Number.isSafeInteger)) return read.refusal
    return { number: value?.number ?? null, isAbove: false, counts, ask }
  }
  const plain = words
    .replace(/^(?:đã\s+)?đạt(?:\s+tỷ lệ|\s+mức)?\s+/iu, '')
    .replace(/\s*phần trăm$/iu, unitOfMeasure === '%' ? '%' : ' phần trăm')
  const said = plain === words ? read : readFigureText(plain, unitOfMeasure)
  return 'refusal' in said ? read.refusal : { ...said, ask }
}

/** Of counts a point before three digits is a thousands mark. */
function countIn(digits: string): number {
  return Number(digits.replaceAll('.', ''))
}

/** A value beside its counts says nothing new where it is the share they make. */
function withoutComputedValue<Figure extends Pick<Stated, 'value' | 'numerator' | 'denominator'>>(
  figure: Figure,
): Figure {
  const { value, numerator, denominator } = figure
  if (value === null || numerator === null || denominator === null) return figure
  const share = storedValue({ ...figure, value: null })
  return share !== null && Math.abs(share - value) <= 0.05 ? { ...figure, value: null } : figure
}

function isEmpty({ value, numerator, denominator }: Stated): boolean {
  return value === null && numerator === null && denominator === null
}

function figureOf({ value, numerator, denominator }: Stated) {
  const hasCounts = numerator !== null || denominator !== null
  return hasCounts ? { ...(value !== null && { value }), numerator, denominator } : { value }
}

/** A column that the file does not have keeps what is stored beside the same figure, and nothing beside a new one. */
function completed(stated: Stated, row: FileRow, current: Measurement | null): Stated {
  const isSame = current !== null && figureDifferences(stated, current).length === 0
  const kept = (field: 'source' | 'note') =>
    row.cells[field] ? stated[field] : isSame ? current[field] : null
  const comparator =
    row.cells.comparator || !isSame ? stated.comparator : (stated.comparator ?? current.comparator)
  return { ...stated, comparator, source: kept('source'), note: kept('note') }
}

function fieldsOf(current: Measurement | null): Stated {
  const { numerator = null, denominator = null, comparator = null } = current ?? {}
  const value = numerator === null ? (current?.value ?? null) : null
  const { source = null, note = null, reason = null } = current ?? {}
  return { value, numerator, denominator, comparator, source, note, reason }
}

function figureDifferences(wanted: Stated, current: Measurement | null) {
  const stored = fieldsOf(current)
  const asStored = { ...wanted, value: wanted.value === null ? null : storedValue(wanted) }
  return (['value', 'numerator', 'denominator'] as const).filter((field) => asStored[field] !== stored[field])
}

function differences(
  wanted: Stated,
  current: Measurement | null,
): Omit<ImportRow['cells'][number], 'cell'>[] {
  const stored = fieldsOf(current)
  const words = (['comparator', 'source', 'note'] as const).filter((field) => wanted[field] !== stored[field])
  return [...figureDifferences(wanted, current), ...words].map((field) => ({
    field,
    before: stored[field],
    after: wanted[field],
  }))
}

/** As it would be stored: the share of the counts, or the value, with four decimals. */
function storedValue({
  value,
  numerator,
  denominator,
}: Pick<Stated, 'value' | 'numerator' | 'denominator'>): number | null {
  const exact = exactValue({ value, numerator, denominator })
  return exact && toNumber(round(exact, valuePlaces))
}

function inputOf({
  value,
  numerator,
  denominator,
  comparator,
  source,
  note,
  reason,
}: Stated): MeasurementInput {
  const figure = numerator === null ? { value } : { numerator, denominator }
  return { ...figure, comparator, source, note, reason }
}

/** What stands in a row now; of a draft that is not this account's to read, that there is one. */
export function inWords(current: Measurement | null, latest: number, nameOf: Beside['nameOf']): string {
  if ((current?.revision ?? 0) !== latest) return 'một bản đơn vị chưa được duyệt'
  if (!current || current.value === null) return 'trống'
  const above = current.comparator ? 'trên ' : ''
  return `${above}${formatNumber(current.value, valuePlaces)} (bản ${current.revision}, ${nameOf(current.recordedBy)})`
}
