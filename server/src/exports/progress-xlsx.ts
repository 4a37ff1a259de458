import {
  type AdministrativeUnit,
  flagLabels,
  type Indicator,
  periodInText,
  periodLabel,
  planMilestones,
  type ReportingPeriod,
  type SourceDocument,
  statusLabels,
} from '@moc57/shared'
import type { ProgressItem, sampleNotice } from '@moc57/shared/api'
import { type Cell, type CellStyle, type CellValue, writeXlsx } from 'hucre/xlsx'

/** What a sheet of a unit's progress is made from. */
export type ProgressExport = {
  notice: typeof sampleNotice | null
  unit: AdministrativeUnit
  asOf: ReportingPeriod
  plan: { source: 'own' | 'reference'; unit: AdministrativeUnit; document: SourceDocument }
  items: readonly ProgressItem[]
  indicators: readonly Indicator[]
}

type Column = {
  title: string
  width: number
  align?: 'center' | 'right'
  value: (item: ProgressItem) => CellValue
}

/** The columns of Phụ lục 01, with the result, the gap and the status between the milestones and the assignment. */
function columnsOf(indicators: readonly Indicator[]): Column[] {
  const deliverables = new Map(indicators.map(({ number, deliverable }) => [number, deliverable]))
  return [
    { title: 'Stt', width: 5, align: 'center', value: ({ number }) => number },
    { title: 'Chỉ tiêu', width: 38, value: ({ name }) => name },
    ...planMilestones.map((year) => ({
      title: `Năm ${year}`,
      width: 9,
      align: 'center' as const,
      value: ({ targets }: ProgressItem) => targets.find(({ milestone }) => milestone === year)?.text ?? '',
    })),
    { title: 'Kết quả', width: 9, align: 'right', value: resultOf },
    {
      title: 'Kỳ số liệu',
      width: 12,
      align: 'center',
      value: ({ period }) => (period ? periodLabel(period) : ''),
    },
    {
      title: 'Mốc kế tiếp',
      width: 8,
      align: 'center',
      value: ({ next }) => (next ? String(next.milestone) : ''),
    },
    { title: 'Còn thiếu (điểm phần trăm)', width: 12, align: 'right', value: ({ next }) => next?.gap ?? '' },
    {
      title: 'Cần thêm mỗi quý',
      width: 10,
      align: 'right',
      value: ({ pace }) => pace.neededPerQuarter ?? '',
    },
    { title: 'Trạng thái', width: 15, align: 'center', value: statusOf },
    {
      title: 'Đồng chí được phân công chỉ đạo',
      width: 22,
      value: ({ assignment }) => assignment?.directingLeader ?? '',
    },
    {
      title: 'Đồng chí được phân công chủ trì',
      width: 22,
      value: ({ assignment }) => assignment?.responsibleOfficer ?? '',
    },
    {
      title: 'Cơ quan chủ trì theo dõi đánh giá',
      width: 22,
      value: ({ assignment }) => assignment?.leadBody ?? '',
    },
    {
      title: 'Sản phẩm đầu ra',
      width: 10,
      align: 'center',
      value: ({ number }) => deliverables.get(number) ?? '',
    },
  ]
}

function resultOf({ value, comparator }: ProgressItem): CellValue {
  if (value === null) return ''
  return comparator ? `trên ${value.toLocaleString('vi-VN')}` : value
}

function statusOf({ status, flags }: ProgressItem): string {
  const marks = flags.filter((flag) => flag !== 'assumedBaseline').map((flag) => flagLabels[flag])
  return [statusLabels[status], ...marks].join('\n')
}

const thin = { style: 'thin', color: { rgb: '000000' } } as const
const box = { top: thin, right: thin, bottom: thin, left: thin }
/** The font that Nghị định 30/2020/NĐ-CP asks for. */
const serif = { name: 'Times New Roman', size: 11 }
const titleStyle: CellStyle = {
  font: { ...serif, bold: true, size: 14 },
  alignment: { horizontal: 'center', wrapText: true },
}
const noticeStyle: CellStyle = {
  ...titleStyle,
  font: { ...serif, bold: true, size: 12, color: { rgb: 'B3261E' } },
}
const noteStyle: CellStyle = {
  font: { ...serif, italic: true },
  alignment: { horizontal: 'center', wrapText: true },
}
const headStyle: CellStyle = {
  font: { ...serif, bold: true },
  border: box,
  alignment: { horizontal: 'center', vertical: 'center', wrapText: true },
}
const groupStyle: CellStyle = { font: { ...serif, bold: true }, border: box }

/**
 * The progress of a unit as an .xlsx in the layout of Phụ lục 01: A4 landscape, groups in Roman numerals, a row of
 * column numbers, the head repeated on each printed page.
 */
export async function progressWorkbook(progress: ProgressExport): Promise<Buffer> {
  const { unit, asOf, plan, items, indicators, notice } = progress
  const columns = columnsOf(indicators)
  const groups = new Map(indicators.map(({ group }) => [group.code, group.name]))
  const rows: CellValue[][] = []
  const cells = new Map<string, Partial<Cell>>()
  const heights = new Map<number, { height: number }>()
  const addRow = (values: CellValue[], styleOf: (column: number) => CellStyle) => {
    for (let column = 0; column < columns.length; column += 1) {
      cells.set(`${rows.length},${column}`, { style: styleOf(column) })
    }
    heights.set(rows.length, { height: heightOf(values, columns) })
    rows.push(columns.map((_, column) => values[column] ?? null))
  }
  const addTitle = (text: string, style: CellStyle) => {
    addRow([text], () => style)
    heights.set(rows.length - 1, { height: 2 * lineHeight })
  }

  addTitle(`TIẾN ĐỘ THỰC HIỆN CÁC CHỈ TIÊU NGHỊ QUYẾT SỐ 57-NQ/TW CỦA ${unitInCapitals(unit)}`, titleStyle)
  addTitle(`Tính đến ${periodInText(asOf)}. ${planWords(plan)}`, noteStyle)
  addTitle(notice ?? '', noticeStyle)
  const titleRows = rows.length
  addRow(
    columns.map(({ title }) => title),
    () => headStyle,
  )
  addRow(
    columns.map((_, column) => `(${column + 1})`),
    () => ({ ...headStyle, font: { ...serif, italic: true } }),
  )
  for (const [index, item] of items.entries()) {
    if (item.groupCode !== items[index - 1]?.groupCode) {
      addRow([item.groupCode, groups.get(item.groupCode) ?? ''], () => groupStyle)
    }
    const values = columns.map(({ value }) => value(item))
    addRow(values, (column) => bodyStyle(columns[column], values[column]))
  }

  const bytes = await writeXlsx({
    defaultFont: serif,
    properties: { title: `Tiến độ ${unit.type} ${unit.name} ${asOf}`, creator: 'Mốc 57' },
    sheets: [
      {
        name: notice ? 'Minh họa' : 'Tiến độ',
        columns: columns.map(({ width }) => ({ width })),
        rows,
        cells,
        rowDefs: heights,
        merges: Array.from({ length: titleRows }, (_, row) => ({
          startRow: row,
          endRow: row,
          startCol: 0,
          endCol: columns.length - 1,
        })),
        freezePane: { rows: titleRows + 2, columns: 2 },
        pageSetup: {
          paperSize: 'a4',
          orientation: 'landscape',
          fitToPage: true,
          fitToWidth: 1,
          fitToHeight: 0,
          printTitlesRow: `$${titleRows + 1}:$${titleRows + 2}`,
          margins: { top: 0.6, bottom: 0.6, left: 0.5, right: 0.5, header: 0.3, footer: 0.3 },
        },
        headerFooter: { oddFooter: `&L${notice ?? ''}&RTrang &P/&N` },
      },
    ],
  })
  return Buffer.from(bytes)
}

function bodyStyle(column: Column | undefined, value: CellValue | undefined): CellStyle {
  return {
    border: box,
    // The cell keeps the whole number; a share is shown with one or two decimals, a count with none.
    numFmt: Number.isInteger(value) ? '#,##0' : '#,##0.0#',
    alignment: { vertical: 'center', wrapText: true, ...(column?.align && { horizontal: column.align }) },
  }
}

const lineHeight = 15
/** Letters are narrower than the digits that a column's width counts, but lines break at words. */
const lettersPerWidth = 0.9

/** Programs other than Excel do not fit a row to its wrapped text, so its height in points is estimated here. */
function heightOf(values: readonly CellValue[], columns: readonly Column[]): number {
  const lines = values.map((value, column) => {
    const width = (columns[column]?.width ?? 1) * lettersPerWidth
    const paragraphs = String(value ?? '').split('\n')
    return paragraphs.reduce((sum, paragraph) => sum + Math.max(1, Math.ceil(paragraph.length / width)), 0)
  })
  return Math.max(...lines) * lineHeight + 3
}

function unitInCapitals({ type, name }: AdministrativeUnit): string {
  return `${type} ${name}`.toLocaleUpperCase('vi-VN')
}

function planWords({ source, unit, document }: ProgressExport['plan']): string {
  return source === 'own'
    ? `Chỉ tiêu theo Phụ lục 01 ${document.title}.`
    : `Chỉ tiêu tham chiếu Phụ lục 01 của ${unit.type} ${unit.name}; mục tiêu riêng của đơn vị thay cho mục tiêu tham chiếu ở nơi có.`
}
