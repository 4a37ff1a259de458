import {
  cityMethodLabels,
  directionLabels,
  nameWithDirection,
  type Output,
  quarterInText,
  statusLabels,
  unitTitle,
} from '@moc57/shared'
import { comparisonCell, type readPeers } from '@moc57/shared/api'
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

type Peers = Output<typeof readPeers>

const placeLabels = { below: 'Thấp hơn', within: 'Ở giữa', above: 'Cao hơn' }

/** One line a unit and indicator, numbers plain. */
export function peersCsv(peers: Peers): string {
  const { units, items, asOf, knownOn, notice } = peers
  return csv(
    units.flatMap((unit, index) =>
      items.map((item) => {
        const { number, shortName, city, middle } = item
        const among = item.place[index]
        const { value, comparator, period, gap, status, flags } = cellOf(item, index)
        return {
          'Mã đơn vị': unit.code,
          'Đơn vị': unitTitle(unit),
          'Kỳ xem': asOf,
          'Theo số liệu có đến ngày': knownOn,
          Stt: number,
          'Chỉ tiêu': shortName,
          [directionHeading]: directionLabels[item.direction],
          'Kết quả': value,
          'So sánh': comparator && 'lớn hơn',
          'Kỳ số liệu': period,
          [gapHeading]: gap,
          'Trạng thái': statusLabels[status],
          'Lưu ý': flagsInWords(flags),
          'So với': othersOf(peers),
          'So với khoảng giữa': among && placeLabels[among],
          'Khoảng giữa từ': middle?.lower,
          'Trung vị': middle?.median,
          'Khoảng giữa đến': middle?.upper,
          'Số đơn vị có số liệu': middle?.units,
          'Toàn thành phố': city.value,
          'Cách tính toàn thành phố': city.method && cityMethodLabels[city.method],
          'Ghi chú dữ liệu': notice,
        }
      }),
    ),
  )
}

/** A row an indicator: each unit with its result, place and status, then the middle half of the others and the city. */
export function peersWorkbook(peers: Peers): Promise<Buffer> {
  const { units, items, asOf, knownOn, notice } = peers
  const columns: SheetColumn[] = [
    { title: 'Stt', width: 5, align: 'center' },
    { title: 'Chỉ tiêu', width: 44 },
    ...units.flatMap((unit): SheetColumn[] => [
      { title: unitTitle(unit), width: 13, align: 'center' },
      { title: 'So với khoảng giữa', width: 11, align: 'center' },
      { title: 'Trạng thái', width: 15 },
    ]),
    { title: 'Khoảng giữa từ', width: 10, align: 'right' },
    { title: 'Trung vị', width: 10, align: 'right' },
    { title: 'Khoảng giữa đến', width: 10, align: 'right' },
    { title: 'Toàn thành phố', width: 10, align: 'right' },
  ]
  return officeWorkbook(`So với đơn vị khác ${asOf}`, [
    {
      name: 'So với đơn vị khác',
      title: `KẾT QUẢ CỦA ${units.map(unitTitle).join(', ').toUpperCase()} SO VỚI CÁC ĐƠN VỊ KHÁC`,
      note: `Tính đến ${quarterInText(asOf)}${knownInWords(knownOn)}. Khoảng giữa chứa một nửa số đơn vị của ${othersOf(peers)}; ô trống là chưa có hoặc quá ít số liệu.`,
      notice,
      columns,
      rows: items.map((item): CellValue[] => [
        item.number,
        nameWithDirection(item),
        ...units.flatMap((_, index) => {
          const among = item.place[index]
          const cell = cellOf(item, index)
          return [comparedInCell(cell), among ? placeLabels[among] : null, statusLabels[cell.status]]
        }),
        item.middle?.lower ?? null,
        item.middle?.median ?? null,
        item.middle?.upper ?? null,
        item.city.value,
      ]),
    },
  ])
}

/** Units side by side have no ranks, and are compared by the next milestone of each alone. */
const cellOf = (item: Peers['items'][number], index: number) =>
  comparisonCell(
    { ...item, rank: [], milestone: [], bound: [], strict: [], missingShare: [], verdict: [] },
    index,
  )

function othersOf({ others, among, units }: Peers): string {
  return `${others} ${among === 'type' && units[0] ? units[0].type : 'đơn vị'} khác`
}
