import {
  type AdministrativeUnit,
  formatNumber,
  type ImportField,
  importFieldLabels,
  type Measurement,
  type Quarter,
  quarterLabel,
  unitTitle,
  valuePlaces,
} from '@moc57/shared'
import type { EntryRow } from '@moc57/shared/api'
import type { CellValue } from 'hucre/xlsx'
import { checkWord } from '../../http/uploads/template-key.ts'

/** A row of the entry grid, and whose it is. */
export type TemplateRow = EntryRow & { unit: AdministrativeUnit; period: Quarter }

export type TemplateColumn = {
  title: string
  width: number
  field?: ImportField
  hidden?: true
  align?: 'center' | 'right'
  value: (row: TemplateRow) => CellValue
}

/** The word of the column "So sánh" where the source says only "trên 30%". */
export const above = 'trên'

/** The cells to fill in have what is stored now, so that a file that nobody touched changes nothing. */
const input = (
  field: ImportField,
  width: number,
  value: (current: Measurement) => CellValue,
): TemplateColumn => ({
  title: importFieldLabels[field],
  width,
  field,
  value: ({ current }) => (current ? value(current) : null),
})
const hasCounts = ({ numerator }: Measurement) => numerator !== null

const shown: TemplateColumn[] = [
  { title: 'Stt', width: 5, align: 'center', value: ({ number }) => number },
  { title: 'Chỉ tiêu', width: 40, value: ({ name }) => name },
  { title: 'Đơn vị tính', width: 8, align: 'center', value: ({ unitOfMeasure }) => unitOfMeasure },
  {
    title: 'Mục tiêu',
    width: 14,
    align: 'center',
    value: ({ target }) => (target ? `${target.text} (${target.milestone})` : '-'),
  },
  {
    title: 'Kỳ trước',
    width: 14,
    align: 'center',
    value: ({ previous }) =>
      previous ? `${formatNumber(previous.value, valuePlaces)} (${quarterLabel(previous.period)})` : '-',
  },
]

const inputs: TemplateColumn[] = [
  input('value', 11, (current) => (hasCounts(current) ? null : current.value)),
  input('numerator', 11, ({ numerator }) => numerator),
  input('denominator', 11, ({ denominator }) => denominator),
  input('comparator', 8, ({ comparator }) => (comparator ? above : null)),
  input('source', 28, ({ source }) => source),
  input('note', 24, ({ note }) => note),
  {
    ...input('reason', 20, ({ reason }) => reason),
    value: ({ current, approved }) =>
      approved && current?.state !== 'approved' ? (current?.reason ?? null) : null,
  },
]

/** What brings a row home; the check word tells when they were edited. */
const keys: TemplateColumn[] = [
  { title: 'Mã đơn vị', width: 8, hidden: true, value: ({ unit }) => unit.code },
  { title: 'Kỳ báo cáo', width: 8, hidden: true, value: ({ period }) => period },
  { title: 'Mã chỉ tiêu', width: 8, hidden: true, value: ({ number }) => number },
  { title: 'Bản số liệu', width: 8, hidden: true, value: ({ current }) => current?.revision ?? 0 },
  {
    title: 'Khóa',
    width: 8,
    hidden: true,
    value: ({ unit, period, number, current }) =>
      checkWord({ unitCode: unit.code, period, number, revision: current?.revision ?? 0 }),
  },
]

export const unitColumns: readonly TemplateColumn[] = [...shown, ...inputs, ...keys]

/** The city's rows name their unit, and start empty: what a unit has not submitted is not the city's to read. */
export const cityColumns: readonly TemplateColumn[] = [
  { title: 'Đơn vị', width: 20, value: ({ unit }) => unitTitle(unit) },
  ...shown,
  ...inputs.map((column) => ({ ...column, value: () => null })),
  ...keys,
]
