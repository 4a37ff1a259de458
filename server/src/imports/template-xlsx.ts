import {
  type AdministrativeUnit,
  formatNumber,
  type ImportField,
  importFieldLabels,
  type Measurement,
  periodInText,
  periodLabel,
  type ReportingPeriod,
  unitTitle,
  valuePlaces,
} from '@moc57/shared'
import type { EntryRow, sampleNotice } from '@moc57/shared/api'
import {
  type Cell,
  type CellStyle,
  type CellValue,
  type DataValidation,
  type WriteSheet,
  writeXlsx,
} from 'hucre/xlsx'
import { columnName } from './sheet.ts'
import { instructions } from './template-instructions.ts'
import { checkWord } from './template-key.ts'

export type Template = {
  notice: typeof sampleNotice | null
  unit: AdministrativeUnit
  period: ReportingPeriod
  rows: readonly EntryRow[]
}

type Column = {
  title: string
  width: number
  field?: ImportField
  hidden?: true
  align?: 'center' | 'right'
  value: (row: EntryRow, template: Template) => CellValue
}

/** The cells to fill in have what is stored now, so that a file that nobody touched changes nothing. */
const input = (field: ImportField, width: number, value: (current: Measurement) => CellValue): Column => ({
  title: importFieldLabels[field],
  width,
  field,
  value: ({ current }) => (current ? value(current) : null),
})
const hasCounts = ({ numerator }: Measurement) => numerator !== null

const columns: Column[] = [
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
      previous ? `${formatNumber(previous.value, valuePlaces)} (${periodLabel(previous.period)})` : '-',
  },
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
  { title: 'Mã đơn vị', width: 8, hidden: true, value: (_, { unit }) => unit.code },
  { title: 'Kỳ báo cáo', width: 8, hidden: true, value: (_, { period }) => period },
  { title: 'Mã chỉ tiêu', width: 8, hidden: true, value: ({ number }) => number },
  { title: 'Bản số liệu', width: 8, hidden: true, value: ({ current }) => current?.revision ?? 0 },
  { title: 'Khóa', width: 8, hidden: true, value: keyOf },
]

const above = 'trên'

function keyOf({ number, current }: EntryRow, { unit, period }: Template): string {
  return checkWord({ unitCode: unit.code, period, number, revision: current?.revision ?? 0 })
}

const thin = { style: 'thin', color: { rgb: '000000' } } as const
const box = { top: thin, right: thin, bottom: thin, left: thin }
const serif = { name: 'Times New Roman', size: 12 }
const centred = { horizontal: 'center', vertical: 'center', wrapText: true } as const
const titleStyle: CellStyle = { font: { ...serif, bold: true, size: 14 }, alignment: centred }
const noteStyle: CellStyle = { font: { ...serif, italic: true }, alignment: centred }
const noticeStyle: CellStyle = {
  font: { ...serif, bold: true, color: { rgb: 'B3261E' } },
  alignment: centred,
}
const headStyle: CellStyle = { font: { ...serif, bold: true }, border: box, alignment: centred }
const yellow = { type: 'pattern', pattern: 'solid', fgColor: { rgb: 'FFF8D6' } } as const

/** The workbook that a ward fills in: only the yellow cells take anything, and the hidden keys bring it home. */
export async function templateWorkbook(template: Template): Promise<Buffer> {
  const bytes = await writeXlsx({
    defaultFont: serif,
    properties: { title: `Nhập số liệu ${unitTitle(template.unit)} ${template.period}`, creator: 'Mốc 57' },
    workbookProtection: { lockStructure: true },
    sheets: [entrySheet(template), instructionSheet(template)],
  })
  return Buffer.from(bytes)
}

function entrySheet(template: Template): WriteSheet {
  const { notice, unit, period, rows } = template
  const lines: CellValue[][] = []
  const cells = new Map<string, Partial<Cell>>()
  const rowDefs = new Map<number, { height: number }>()
  const add = (values: CellValue[], height: number, styleOf: (column: number) => CellStyle) => {
    for (const [column] of columns.entries())
      cells.set(`${lines.length},${column}`, { style: styleOf(column) })
    rowDefs.set(lines.length, { height })
    lines.push(columns.map((_, column) => values[column] ?? null))
  }
  add(
    [`NHẬP SỐ LIỆU ${periodLabel(period)} - ${unitTitle(unit)}`.toLocaleUpperCase('vi-VN')],
    24,
    () => titleStyle,
  )
  add(
    [`Kỳ báo cáo: ${periodInText(period)}. Chỉ nhập vào ô màu vàng; xem trang “Hướng dẫn”.`],
    20,
    () => noteStyle,
  )
  add([notice ? `${notice}: không phải số liệu thật` : ''], notice ? 20 : 6, () => noticeStyle)
  add(
    columns.map(({ title }) => title),
    34,
    () => headStyle,
  )
  const firstLine = lines.length
  for (const row of rows) {
    // At least two lines, for a source is longer than its column.
    const height = Math.max(2, Math.ceil(row.name.length / 38)) * 16 + 4
    add(
      columns.map(({ value }) => value(row, template)),
      height,
      (column) => bodyStyle(columns[column], row),
    )
  }
  const shown = columns.filter(({ hidden }) => !hidden).length
  return {
    name: 'Nhập số liệu',
    columns: columns.map(({ width, hidden }) => ({ width, ...(hidden && { hidden }) })),
    rows: lines,
    cells,
    rowDefs,
    merges: [0, 1, 2].map((row) => ({ startRow: row, endRow: row, startCol: 0, endCol: shown - 1 })),
    dataValidations: rows.flatMap((row, index) => validationsOf(row, firstLine + index + 1)),
    // Formats stay free: Excel then turns a typed "85,5%" into a percentage that is read as one.
    protection: {
      sheet: true,
      formatCells: true,
      formatColumns: true,
      formatRows: true,
      selectLockedCells: true,
      selectUnlockedCells: true,
    },
    freezePane: { rows: firstLine, columns: 2 },
    pageSetup: {
      paperSize: 'a4',
      orientation: 'landscape',
      fitToPage: true,
      fitToWidth: 1,
      fitToHeight: 0,
      printTitlesRow: `$${firstLine}:$${firstLine}`,
      margins: { top: 0.6, bottom: 0.6, left: 0.5, right: 0.5, header: 0.3, footer: 0.3 },
    },
    headerFooter: { oddFooter: `&L${notice ?? ''}&RTrang &P/&N` },
  }
}

function bodyStyle(column: Column | undefined, { mayEnter, unitOfMeasure }: EntryRow): CellStyle {
  const isCount = column?.field === 'numerator' || column?.field === 'denominator'
  const isInput = column?.field !== undefined && mayEnter && !(isCount && unitOfMeasure !== '%')
  const isNumber = isCount || column?.field === 'value'
  return {
    font: serif,
    border: box,
    alignment: {
      vertical: 'center',
      wrapText: true,
      horizontal: column?.align ?? (isNumber ? 'right' : 'left'),
    },
    ...(isInput && { fill: yellow }),
    protection: { locked: !isInput },
  }
}

/** Excel refuses at once what the server would refuse later. */
function validationsOf({ naturalMaximum, unitOfMeasure }: EntryRow, line: number): DataValidation[] {
  const maximum = naturalMaximum === null ? '' : ` đến ${formatNumber(naturalMaximum)}`
  const at = (field: ImportField) =>
    `${columnName(columns.findIndex((column) => column.field === field))}${line}`
  const stop = (detail: string) =>
    ({
      allowBlank: true,
      showErrorMessage: true,
      errorStyle: 'stop',
      errorTitle: 'Chưa hợp lệ',
      errorMessage: detail,
    }) as const
  return [
    {
      type: 'decimal',
      range: at('value'),
      ...(naturalMaximum === null
        ? { operator: 'greaterThanOrEqual', formula1: '0' }
        : { operator: 'between', formula1: '0', formula2: String(naturalMaximum) }),
      ...stop(`Nhập một số từ 0${maximum || ' trở lên'} (${unitOfMeasure}), không ghi đơn vị.`),
    },
    ...(['numerator', 'denominator'] as const).map(
      (field): DataValidation => ({
        type: 'decimal',
        operator: 'greaterThanOrEqual',
        formula1: '0',
        range: at(field),
        ...stop('Nhập một số từ 0 trở lên.'),
      }),
    ),
    { type: 'list', values: [above], range: at('comparator'), ...stop('Chỉ chọn “trên” hoặc để trống.') },
  ]
}

function instructionSheet({ notice, unit, period }: Template): WriteSheet {
  const lines = [
    'HƯỚNG DẪN NHẬP SỐ LIỆU',
    `Mẫu này của ${unitTitle(unit)}, ${periodInText(period)}. Không dùng cho đơn vị khác hoặc kỳ khác.`,
    ...(notice ? [`${notice}: số liệu do chương trình tạo ra để giới thiệu.`] : []),
    ...instructions,
  ]
  return {
    name: 'Hướng dẫn',
    columns: [{ width: 110 }],
    rows: lines.map((line) => [line]),
    cells: new Map(
      lines.map((_, row): [string, Partial<Cell>] => [
        `${row},0`,
        {
          style: {
            font: row === 0 ? { ...serif, bold: true, size: 14 } : serif,
            alignment: { wrapText: true, vertical: 'top' },
          },
        },
      ]),
    ),
    rowDefs: new Map(lines.map((line, row) => [row, { height: Math.ceil(line.length / 120) * 17 + 4 }])),
    protection: { sheet: true, selectLockedCells: true },
    pageSetup: { paperSize: 'a4', orientation: 'landscape', fitToPage: true, fitToWidth: 1, fitToHeight: 0 },
  }
}
