import {
  type AdministrativeUnit,
  cityMethodLabels,
  directionLabels,
  nameWithDirection,
  type Output,
  type Quarter,
  quarterInText,
  statusLabels,
  type UnitOrder,
  unitsInOrder,
  unitTitle,
  verdictLabels,
} from '@moc57/shared'
import {
  type ComparisonCell,
  type ComparisonItem,
  comparisonCell,
  type readComparison,
} from '@moc57/shared/api'
import type { CellValue } from 'hucre/xlsx'
import { type Column, csvOf, rowNumber, sheetOf } from '../http/files/columns.ts'
import { officeWorkbook } from '../http/files/office-sheet.ts'
import {
  comparedInCell,
  directionHeading,
  flagsInWords,
  gapHeading,
  knownInWords,
} from '../indicators/figure-words.ts'

/** A comparison, and the order that its units are to stand in. */
type Comparison = Output<typeof readComparison> & { order: UnitOrder }

type Line = { unit: AdministrativeUnit; item: ComparisonItem; cell: ComparisonCell }

/** A line a unit and indicator. */
const lineColumns = ({ asOf, knownOn, notice }: Comparison): Column<Line>[] => [
  { name: 'Mã đơn vị', value: ({ unit }) => unit.code },
  { name: 'Đơn vị', value: ({ unit }) => unitTitle(unit) },
  { name: 'Kỳ xem', value: () => asOf },
  { name: 'Theo số liệu có đến ngày', value: () => knownOn },
  { name: 'Stt', value: ({ item }) => item.number },
  { name: 'Chỉ tiêu', value: ({ item }) => item.shortName },
  { name: directionHeading, value: ({ item }) => directionLabels[item.direction] },
  { name: 'Kết quả', value: ({ cell }) => cell.value },
  { name: 'So sánh', value: ({ cell }) => cell.comparator && 'lớn hơn' },
  { name: 'Kỳ số liệu', value: ({ cell }) => cell.period },
  { name: 'Mốc so sánh', value: ({ cell }) => cell.milestone },
  { name: gapHeading, value: ({ cell }) => cell.gap },
  { name: 'Kết quả của mốc', value: ({ cell }) => cell.verdict && verdictLabels[cell.verdict] },
  { name: 'Trạng thái', value: ({ cell }) => statusLabels[cell.status] },
  { name: 'Thứ hạng', value: ({ cell }) => cell.rank },
  { name: 'Lưu ý', value: ({ cell }) => flagsInWords(cell.flags) },
  { name: 'Toàn thành phố', value: ({ item }) => item.city.value },
  {
    name: 'Cách tính toàn thành phố',
    value: ({ item: { city } }) => city.method && cityMethodLabels[city.method],
  },
  { name: 'Ghi chú dữ liệu', value: () => notice },
]

/** Numbers plain. */
export function comparisonCsv({ order, ...comparison }: Comparison): string {
  const lines = unitsInOrder(comparison, order).flatMap(({ unit, place }) =>
    comparison.items.map((item) => ({ unit, item, cell: comparisonCell(item, place) })),
  )
  return csvOf(lineColumns({ order, ...comparison }), lines)
}

type PlacedUnit = ReturnType<typeof unitsInOrder>[number]

/** A row a unit, a column an indicator. */
const unitColumns = (
  items: readonly ComparisonItem[],
  shown: (cell: ComparisonCell) => CellValue,
): Column<PlacedUnit>[] => [
  rowNumber,
  { name: 'Đơn vị', width: 24, value: ({ unit }) => unitTitle(unit) },
  ...items.map(
    (item): Column<PlacedUnit> => ({
      name: `${item.number}. ${nameWithDirection(item)}`,
      width: 13,
      kind: 'word',
      value: ({ place }) => shown(comparisonCell(item, place)),
    }),
  ),
]

/** Units by indicators: a sheet of the results with the city's figure, one of the statuses, one of the gaps. */
export function comparisonWorkbook({ order, ...comparison }: Comparison): Promise<Buffer> {
  const { items, asOf, knownOn, notice } = comparison
  const units = unitsInOrder(comparison, order)
  const tableOf = (shown: (cell: ComparisonCell) => CellValue) => sheetOf(unitColumns(items, shown), units)
  const city = [null, 'Toàn thành phố', ...items.map((item) => item.city.value)]
  const methods = [
    null,
    'Cách tính',
    ...items.map((item) => item.city.method && cityMethodLabels[item.city.method]),
  ]
  const sheet = { note: noteOf(asOf, knownOn), notice }
  const results = tableOf(comparedInCell)
  return officeWorkbook(`So sánh các đơn vị ${asOf}`, [
    {
      ...sheet,
      name: 'Kết quả',
      title: 'KẾT QUẢ CÁC CHỈ TIÊU NGHỊ QUYẾT SỐ 57-NQ/TW CỦA CÁC ĐƠN VỊ',
      columns: results.columns,
      rows: [...results.rows, { group: city }, { group: methods }],
    },
    {
      ...sheet,
      name: 'Trạng thái',
      title: 'TRẠNG THÁI CÁC CHỈ TIÊU NGHỊ QUYẾT SỐ 57-NQ/TW CỦA CÁC ĐƠN VỊ',
      ...tableOf(({ status }) => statusLabels[status]),
    },
    {
      ...sheet,
      name: 'Khoảng cách đến mốc',
      title: 'CÒN THIẾU HOẶC CẦN GIẢM THÊM ĐẾN MỐC (TỶ LỆ: ĐIỂM PHẦN TRĂM; SỐ ÂM: TỐT HƠN MỤC TIÊU)',
      ...tableOf(({ gap }) => gap),
    },
  ])
}

function noteOf(asOf: Quarter, knownOn: string | null): string {
  return `Tính đến ${quarterInText(asOf)}${knownInWords(knownOn)}. Chỉ tiêu tham chiếu Phụ lục 01 của phường Kiến An; ô trống là chưa có số liệu.`
}
