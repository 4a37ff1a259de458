import {
  ambiguousNumber,
  exactValue,
  foldText,
  formatNumber,
  type Measurement,
  normalizeText,
  parseVietnameseNumber,
  readFigureText,
  refusalsOf,
  round,
  toNumber,
  valuePlaces,
} from '@moc57/shared'
import { type EntryRow, type MeasurementInput, needsReason } from '@moc57/shared/api'

/** What is entered in a row, in the order of the grid's columns. */
export const entryFields = [
  'value',
  'numerator',
  'denominator',
  'comparator',
  'source',
  'note',
  'reason',
] as const
export type EntryField = (typeof entryFields)[number]

/** A row as it is typed. A text that cannot be read stays as it is, so that it can be seen and put right. */
export type RowText = Record<EntryField, string>
/** What is wrong with a row, field by field. */
export type FieldErrors = Partial<Record<EntryField, string>>

export const emptyText: RowText = {
  value: '',
  numerator: '',
  denominator: '',
  comparator: '',
  source: '',
  note: '',
  reason: '',
}

/** The word of the column "So sánh" where the source says only "trên 30%". */
export const aboveWord = 'trên'

type Measured = Pick<EntryRow, 'unitOfMeasure'>

/** What the server has of a row, as it would be typed. */
export function textOf({ current, approved }: Pick<EntryRow, 'current' | 'approved'>): RowText {
  return current ? textOfMeasurement(current, approved !== null && current.state !== 'approved') : emptyText
}

export function textOfMeasurement(measurement: Measurement, isCorrection: boolean): RowText {
  const { value, numerator, denominator, comparator, source, note, reason } = measurement
  const hasCounts = numerator !== null && denominator !== null
  return {
    value: hasCounts ? '' : plainNumber(value),
    numerator: plainNumber(numerator),
    denominator: plainNumber(denominator),
    comparator: comparator ? aboveWord : '',
    source: source ?? '',
    note: note ?? '',
    reason: isCorrection ? (reason ?? '') : '',
  }
}

/** A number as it is typed: comma, no grouping, and never in the form that can be read two ways. */
export function plainNumber(number: number | null): string {
  if (number === null) return ''
  const text = String(number).replace('.', ',')
  return parseVietnameseNumber(text) === ambiguousNumber ? `${text}0` : text
}

/** The number of a cell, for the eye: grouped where it can be read, as typed where it cannot. */
export function shownNumber(text: string, row: Measured): string {
  const number = numberIn(text, row)
  return number === null ? text : formatNumber(number, valuePlaces)
}

/** The value that numerator and denominator give, rounded for the eye; `undefined` where they give none. */
export function computedValue(text: RowText): string | undefined {
  const [numerator, denominator] = [countIn(text.numerator), countIn(text.denominator)]
  if (numerator === null || denominator === null) return undefined
  const exact = exactValue({ value: null, numerator, denominator })
  return exact ? formatNumber(toNumber(round(exact, valuePlaces)), valuePlaces) : undefined
}

/** A cell as it goes to a spreadsheet: what it shows, without its unit of measure. */
export function copiedText({ row, text }: { row: EntryRow; text: RowText }, column: string): string {
  switch (column) {
    case 'number':
      return String(row.number)
    case 'name':
      return row.name
    case 'previous':
      return plainNumber(row.previous?.value ?? null)
    case 'value':
      return text.value || (computedValue(text) ?? '')
    default:
      return text[column as EntryField] ?? ''
  }
}

/**
 * The row after one cell was typed, pasted or cleared. A count takes the place of a value that stood alone; a value that
 * its counts make says nothing new, and one that contradicts them stays beside them until that is settled. "trên 30%" in the value sets the comparison, too.
 */
export function withField(text: RowText, field: EntryField, typed: string, row: Measured): RowText {
  const trimmed = normalizeText(typed)
  switch (field) {
    case 'value':
    case 'numerator':
    case 'denominator': {
      const read = readFigureText(trimmed, unitOf(field, row))
      // What cannot be read stays as it was typed, with what is said about it.
      const kept = 'refusal' in read ? trimmed : plainNumber(read.number)
      const isAbove = 'number' in read && read.isAbove
      const made = field === 'value' ? computedValue(text) : undefined
      const isSaid =
        made !== undefined && 'number' in read && read.number !== null && isShareTo(read.number, made)
      return {
        ...text,
        ...(field !== 'value' && kept !== '' && { value: '' }),
        ...(isAbove && { comparator: aboveWord }),
        [field]: isSaid ? '' : kept,
      }
    }
    case 'comparator':
      return { ...text, comparator: /^(>|t)/.test(foldText(trimmed)) ? aboveWord : '' }
    default:
      return { ...text, [field]: trimmed }
  }
}

/** The row after several of its cells came at once: "trên 30%" stands beside a comparison that is left empty. */
export function withFields(
  text: RowText,
  cells: readonly { field: EntryField; text: string }[],
  row: Measured,
): RowText {
  const isComparator = ({ field }: { field: EntryField }) => field === 'comparator'
  const isValue = ({ field }: { field: EntryField }) => field === 'value'
  const others = cells.filter((cell) => !isComparator(cell) && !isValue(cell))
  // A value that comes together with its counts is compared with them.
  const ordered = [...cells.filter(isComparator), ...others, ...cells.filter(isValue)]
  return ordered.reduce((after, cell) => withField(after, cell.field, cell.text, row), text)
}

/** What a row sends, or why it is not sent: `incomplete` while it is being typed, `refused` where it is wrong. */
export type CheckedRow =
  | { kind: 'ready'; input: MeasurementInput }
  | { kind: 'incomplete' | 'refused'; errors: FieldErrors }

/** @param isUnderWay whether a figure is being sent: what is cleared meanwhile takes that one back, and has to be sent */
export function checkRow(text: RowText, row: EntryRow, isUnderWay = false): CheckedRow {
  const errors: FieldErrors = {}
  const numberOf = (field: 'value' | 'numerator' | 'denominator') => {
    const read = readFigureText(text[field], unitOf(field, row))
    if ('number' in read) return read.number
    errors[field] = read.refusal
    return null
  }
  const [value, numerator, denominator] = [numberOf('value'), numberOf('numerator'), numberOf('denominator')]
  if (Object.keys(errors).length > 0) return { kind: 'refused', errors }

  if (value !== null && numerator !== null && denominator !== null) {
    const made = computedValue(text)
    if (made !== undefined && !isShareTo(value, made)) {
      const detail = `Tử số và mẫu số cho ${made}, khác ${formatNumber(value, valuePlaces)}. Xóa giá trị, hoặc xóa tử số và mẫu số.`
      return { kind: 'refused', errors: { value: detail } }
    }
  }
  const hasFigure = value !== null || numerator !== null || denominator !== null
  if ((numerator === null) !== (denominator === null)) {
    const field = numerator === null ? 'numerator' : 'denominator'
    return {
      kind: 'incomplete',
      errors: { [field]: `Còn thiếu ${field === 'numerator' ? 'tử số' : 'mẫu số'}.` },
    }
  }
  const isStored = isUnderWay || row.current?.value != null || row.current?.denominator != null
  if (!hasFigure && !isStored) {
    return { kind: 'incomplete', errors: { value: 'Còn thiếu giá trị.' } }
  }
  const figure = numerator === null ? { value } : { numerator, denominator }
  for (const { field, detail } of refusalsOf(figure, row)) errors[field] ??= detail
  if (Object.keys(errors).length > 0) return { kind: 'refused', errors }
  const stated: MeasurementInput = {
    ...figure,
    comparator: text.comparator === '' || !hasFigure ? null : 'greaterThan',
    source: text.source || null,
    note: text.note || null,
  }
  if (text.reason === '' && needsReason(stated, row.approved)) {
    return { kind: 'incomplete', errors: { reason: 'Giá trị đã duyệt: ghi lý do đính chính.' } }
  }
  return { kind: 'ready', input: { ...stated, ...(row.approved && text.reason && { reason: text.reason }) } }
}

/** Whether a stored figure says what was sent: the answer to it may have been lost on the way. */
export function isSameFigure(stored: Measurement, sent: RowText): boolean {
  const kept = textOfMeasurement(stored, sent.reason !== '')
  return entryFields.every((field) => kept[field] === sent[field])
}

/** Counts have no unit of measure of their own: a point before three digits is a thousands mark in them. */
function unitOf(field: EntryField, row: Measured): string {
  return field === 'value' ? row.unitOfMeasure : ''
}

function countIn(text: string): number | null {
  return numberIn(text, { unitOfMeasure: '' })
}

/** Whether a typed value says what its counts give, to the last digit that was typed. */
function isShareTo(value: number, made: string): boolean {
  const places = String(value).split('.')[1]?.length ?? 0
  const share = parseVietnameseNumber(made)
  return typeof share === 'number' && Math.abs(share - value) <= 0.5 * 10 ** -places + 1e-9
}

/** The number in a cell; null where it is empty or cannot be read. */
function numberIn(text: string, { unitOfMeasure }: Measured): number | null {
  const read = readFigureText(text, unitOfMeasure)
  return 'number' in read ? read.number : null
}
