import { type AdministrativeUnit, type Quarter, quarterInText, quarterLabel, unitTitle } from '@moc57/shared'
import type { sampleNotice } from '@moc57/shared/api'
import { type Cell, type CellStyle, type CellValue, type WriteSheet, writeXlsx } from 'hucre/xlsx'
import { writable } from '../../http/files/writable.ts'
import { writtenInThread } from '../../http/files/written-in-thread.ts'
import { cityColumns, type TemplateColumn, type TemplateRow, unitColumns } from './template-columns.ts'
import { cityInstructions, instructions } from './template-instructions.ts'
import { validationsOf } from './template-validations.ts'

export type Template = {
  notice: typeof sampleNotice | null
  /** `null`: of all units that take figures now. */
  unit: AdministrativeUnit | null
  period: Quarter
  rows: readonly TemplateRow[]
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

/** The workbook that a ward, or the city, fills in: only the yellow cells take anything, and the hidden keys bring it home. */
export async function templateWorkbook(template: Template): Promise<Buffer> {
  return template.unit
    ? Buffer.from(await writeTemplate(template))
    : writtenInThread(new URL('./template-worker.ts', import.meta.url), template)
}

/** Its bytes, made here and now. */
export function writeTemplate(given: Template): Promise<Uint8Array> {
  const template = writable(given)
  return writeXlsx({
    defaultFont: serif,
    properties: { title: `Nhập số liệu ${whose(template)} ${template.period}`, creator: 'Mốc 57' },
    workbookProtection: { lockStructure: true },
    sheets: [entrySheet(template), instructionSheet(template)],
  })
}

const whose = ({ unit }: Template) => (unit ? unitTitle(unit) : 'các đơn vị')

function entrySheet(template: Template): WriteSheet {
  const { notice, unit, period, rows } = template
  const columns = unit ? unitColumns : cityColumns
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
    [`NHẬP SỐ LIỆU ${quarterLabel(period)} - ${whose(template)}`.toLocaleUpperCase('vi-VN')],
    24,
    () => titleStyle,
  )
  add(
    [`Kỳ báo cáo: ${quarterInText(period)}. Chỉ nhập vào ô màu vàng; xem trang “Hướng dẫn”.`],
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
      columns.map(({ value }) => value(row)),
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
    dataValidations: validationsOf(rows, columns, firstLine + 1),
    // Formats stay free: Excel then turns a typed "85,5%" into a percentage that is read as one.
    protection: {
      sheet: true,
      formatCells: true,
      formatColumns: true,
      formatRows: true,
      selectLockedCells: true,
      selectUnlockedCells: true,
    },
    freezePane: { rows: firstLine, columns: unit ? 2 : 3 },
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

function bodyStyle(column: TemplateColumn | undefined, { mayEnter, unitOfMeasure }: TemplateRow): CellStyle {
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

function instructionSheet(template: Template): WriteSheet {
  const { notice, unit, period } = template
  const lines = [
    'HƯỚNG DẪN NHẬP SỐ LIỆU',
    `Mẫu này của ${whose(template)}, ${quarterInText(period)}. Không dùng cho đơn vị khác hoặc kỳ khác.`,
    ...(notice ? [`${notice}: số liệu do chương trình tạo ra để giới thiệu.`] : []),
    ...instructions,
    ...(unit ? [] : cityInstructions),
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
