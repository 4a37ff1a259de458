import {
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
import { type ComparisonCell, comparisonCell, type readComparison } from '@moc57/shared/api'
import type { CellValue } from 'hucre/xlsx'
import { csv } from '../http/files/csv.ts'
import { officeWorkbook, type SheetColumn } from '../http/files/office-sheet.ts'
import {
  comparedInCell,
  directionHeading,
  flagsInWords,
  gapHeading,
  knownInWords,
} from '../indicators/figure-words.ts'

/** A comparison, and the order that its units are to stand in. */
type Comparison = Output<typeof readComparison> & { order: UnitOrder }

/** One line a unit and indicator, numbers plain. */
export function comparisonCsv({ order, ...comparison }: Comparison): string {
  const { items, asOf, knownOn, notice } = comparison
  return csv(
    unitsInOrder(comparison, order).flatMap(({ unit, place }) =>
      items.map((item) => {
        const { number, shortName, city } = item
        const cell = comparisonCell(item, place)
        return {
          'Mã đơn vị': unit.code,
          'Đơn vị': unitTitle(unit),
          'Kỳ xem': asOf,
          'Theo số liệu có đến ngày': knownOn,
          Stt: number,
          'Chỉ tiêu': shortName,
          [directionHeading]: directionLabels[item.direction],
          'Kết quả': cell.value,
          'So sánh': cell.comparator && 'lớn hơn',
          'Kỳ số liệu': cell.period,
          'Mốc so sánh': cell.milestone,
          [gapHeading]: cell.gap,
          'Kết quả của mốc': cell.verdict && verdictLabels[cell.verdict],
          'Trạng thái': statusLabels[cell.status],
          'Thứ hạng': cell.rank,
          'Lưu ý': flagsInWords(cell.flags),
          'Toàn thành phố': city.value,
          'Cách tính toàn thành phố': city.method && cityMethodLabels[city.method],
          'Ghi chú dữ liệu': notice,
        }
      }),
    ),
  )
}

/** Units by indicators: a sheet of the results with the city's figure, one of the statuses, one of the gaps. */
export function comparisonWorkbook({ order, ...comparison }: Comparison): Promise<Buffer> {
  const { items, asOf, knownOn, notice } = comparison
  const columns: SheetColumn[] = [
    { title: 'Stt', width: 5, align: 'center' },
    { title: 'Đơn vị', width: 24 },
    ...items.map((item) => ({
      title: `${item.number}. ${nameWithDirection(item)}`,
      width: 13,
      align: 'center' as const,
    })),
  ]
  const rowsOf = (shown: (cell: ComparisonCell) => CellValue): CellValue[][] =>
    unitsInOrder(comparison, order).map(({ unit, place }, index) => [
      index + 1,
      unitTitle(unit),
      ...items.map((item) => shown(comparisonCell(item, place))),
    ])
  const city = [null, 'Toàn thành phố', ...items.map((item) => item.city.value)]
  const methods = [
    null,
    'Cách tính',
    ...items.map((item) => item.city.method && cityMethodLabels[item.city.method]),
  ]
  const sheet = { note: noteOf(asOf, knownOn), notice, columns }
  return officeWorkbook(`So sánh các đơn vị ${asOf}`, [
    {
      ...sheet,
      name: 'Kết quả',
      title: 'KẾT QUẢ CÁC CHỈ TIÊU NGHỊ QUYẾT SỐ 57-NQ/TW CỦA CÁC ĐƠN VỊ',
      rows: [...rowsOf(comparedInCell), { group: city }, { group: methods }],
    },
    {
      ...sheet,
      name: 'Trạng thái',
      title: 'TRẠNG THÁI CÁC CHỈ TIÊU NGHỊ QUYẾT SỐ 57-NQ/TW CỦA CÁC ĐƠN VỊ',
      rows: rowsOf(({ status }) => statusLabels[status]),
    },
    {
      ...sheet,
      name: 'Khoảng cách đến mốc',
      title: 'CÒN THIẾU HOẶC CẦN GIẢM THÊM ĐẾN MỐC (TỶ LỆ: ĐIỂM PHẦN TRĂM; SỐ ÂM: TỐT HƠN MỤC TIÊU)',
      rows: rowsOf(({ gap }) => gap),
    },
  ])
}

function noteOf(asOf: Quarter, knownOn: string | null): string {
  return `Tính đến ${quarterInText(asOf)}${knownInWords(knownOn)}. Chỉ tiêu tham chiếu Phụ lục 01 của phường Kiến An; ô trống là chưa có số liệu.`
}
