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
import { type Column, csvOf, sheetOf } from '../http/files/columns.ts'
import { officeWorkbook } from '../http/files/office-sheet.ts'
import {
  comparedInCell,
  directionHeading,
  flagsInWords,
  gapHeading,
  knownInWords,
} from '../indicators/figure-words.ts'

type Peers = Output<typeof readPeers>

const placeLabels = { below: 'Thấp hơn', within: 'Ở giữa', above: 'Cao hơn' }

type Item = Peers['items'][number]
type Line = { unit: Peers['units'][number]; index: number; item: Item }

/** A line a unit and indicator. */
const lineColumns = (peers: Peers): Column<Line>[] => [
  { name: 'Mã đơn vị', value: ({ unit }) => unit.code },
  { name: 'Đơn vị', value: ({ unit }) => unitTitle(unit) },
  { name: 'Kỳ xem', value: () => peers.asOf },
  { name: 'Theo số liệu có đến ngày', value: () => peers.knownOn },
  { name: 'Stt', value: ({ item }) => item.number },
  { name: 'Chỉ tiêu', value: ({ item }) => item.shortName },
  { name: directionHeading, value: ({ item }) => directionLabels[item.direction] },
  { name: 'Kết quả', value: ({ item, index }) => item.value[index] },
  { name: 'So sánh', value: ({ item, index }) => item.comparator[index] && 'lớn hơn' },
  { name: 'Kỳ số liệu', value: ({ item, index }) => item.period[index] },
  { name: gapHeading, value: ({ item, index }) => item.gap[index] },
  { name: 'Trạng thái', value: ({ item, index }) => statusLabels[cellOf(item, index).status] },
  { name: 'Lưu ý', value: ({ item, index }) => flagsInWords(cellOf(item, index).flags) },
  { name: 'So với', value: () => othersOf(peers) },
  { name: 'So với khoảng giữa', value: ({ item, index }) => placeInWords(item, index) },
  { name: 'Khoảng giữa từ', value: ({ item }) => item.middle?.lower },
  { name: 'Trung vị', value: ({ item }) => item.middle?.median },
  { name: 'Khoảng giữa đến', value: ({ item }) => item.middle?.upper },
  { name: 'Số đơn vị có số liệu', value: ({ item }) => item.middle?.units },
  { name: 'Toàn thành phố', value: ({ item }) => item.city.value },
  {
    name: 'Cách tính toàn thành phố',
    value: ({ item: { city } }) => city.method && cityMethodLabels[city.method],
  },
  { name: 'Ghi chú dữ liệu', value: () => peers.notice },
]

/** Numbers plain. */
export function peersCsv(peers: Peers): string {
  const lines = peers.units.flatMap((unit, index) => peers.items.map((item) => ({ unit, index, item })))
  return csvOf(lineColumns(peers), lines)
}

/** A row an indicator: each unit with its result, place and status, then the middle half of the others and the city. */
const indicatorColumns = ({ units }: Peers): Column<Item>[] => [
  { name: 'Stt', width: 5, kind: 'word', value: ({ number }) => number },
  { name: 'Chỉ tiêu', width: 44, value: nameWithDirection },
  ...units.flatMap((unit, index): Column<Item>[] => [
    { name: unitTitle(unit), width: 13, kind: 'word', value: (item) => comparedInCell(cellOf(item, index)) },
    { name: 'So với khoảng giữa', width: 11, kind: 'word', value: (item) => placeInWords(item, index) },
    { name: 'Trạng thái', width: 15, value: (item) => statusLabels[cellOf(item, index).status] },
  ]),
  { name: 'Khoảng giữa từ', width: 10, kind: 'number', value: ({ middle }) => middle?.lower },
  { name: 'Trung vị', width: 10, kind: 'number', value: ({ middle }) => middle?.median },
  { name: 'Khoảng giữa đến', width: 10, kind: 'number', value: ({ middle }) => middle?.upper },
  { name: 'Toàn thành phố', width: 10, kind: 'number', value: ({ city }) => city.value },
]

/** The same for print. */
export function peersWorkbook(peers: Peers): Promise<Buffer> {
  const { units, items, asOf, knownOn, notice } = peers
  return officeWorkbook(`So với đơn vị khác ${asOf}`, [
    {
      name: 'So với đơn vị khác',
      title: `KẾT QUẢ CỦA ${units.map(unitTitle).join(', ').toUpperCase()} SO VỚI CÁC ĐƠN VỊ KHÁC`,
      note: `Tính đến ${quarterInText(asOf)}${knownInWords(knownOn)}. Khoảng giữa chứa một nửa số đơn vị của ${othersOf(peers)}; ô trống là chưa có hoặc quá ít số liệu.`,
      notice,
      ...sheetOf(indicatorColumns(peers), items),
    },
  ])
}

function placeInWords({ place }: Item, index: number): string | null {
  const among = place[index]
  return among ? placeLabels[among] : null
}

/** Units side by side have no ranks, and are compared by the next milestone of each alone. */
const cellOf = (item: Item, index: number) =>
  comparisonCell(
    { ...item, rank: [], milestone: [], bound: [], strict: [], missingShare: [], verdict: [] },
    index,
  )

function othersOf({ others, among, units }: Peers): string {
  return `${others} ${among === 'type' && units[0] ? units[0].type : 'đơn vị'} khác`
}
