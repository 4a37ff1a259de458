import {
  type AdministrativeUnit,
  directionLabels,
  MovementKind,
  movementLabels,
  nameWithDirection,
  type Output,
  quarterInText,
  unitTitle,
} from '@moc57/shared'
import {
  listedKinds,
  listMoves,
  type Move,
  type MovementItem,
  type readMovement,
  sortedMoves,
} from '@moc57/shared/api'
import { type Column, csvOf, rowNumber, sheetOf } from '../http/files/columns.ts'
import { officeWorkbook } from '../http/files/office-sheet.ts'
import { directionHeading, knownInWords } from '../indicators/figure-words.ts'

/** What moved, with the list that is asked for: of these kinds where not of all, sorted as the page has it or not. */
type MovementAnswer = Output<typeof readMovement> & {
  listed: readonly MovementKind[] | undefined
  isSorted: boolean
}

/** The single moves: a line a unit and indicator. */
const moveColumns = ({ from, to, knownOn, notice }: MovementAnswer): Column<Move>[] => [
  { ...rowNumber, width: 6 },
  { name: 'Mã đơn vị', value: ({ unit }) => unit.code },
  { name: 'Đơn vị', width: 26, value: ({ unit }) => unitTitle(unit) },
  { name: 'Kỳ đầu', value: () => from },
  { name: 'Kỳ sau', value: () => to },
  { name: 'Theo số liệu có đến ngày', value: () => knownOn },
  { name: 'Stt', value: ({ item }) => item.number },
  {
    name: 'Chỉ tiêu',
    width: 50,
    value: ({ item }) => item.shortName,
    shown: ({ item }) => `${item.number}. ${nameWithDirection(item)}`,
  },
  { name: directionHeading, value: ({ item }) => directionLabels[item.direction] },
  { name: 'Kết quả kỳ đầu', width: 12, kind: 'number', value: ({ before }) => before },
  { name: 'Kết quả kỳ sau', width: 12, kind: 'number', value: ({ after }) => after },
  { name: 'Thay đổi', width: 12, kind: 'number', value: ({ change }) => change },
  { name: 'Biến động', width: 22, value: ({ kind }) => movementLabels[kind] },
  { name: 'Ghi chú dữ liệu', value: () => notice },
]

/** Numbers plain. */
export function movementCsv(movement: MovementAnswer): string {
  const { listed: kinds = MovementKind.options, isSorted } = movement
  const moves = isSorted ? sortedMoves(movement, kinds) : listMoves(movement, kinds)
  return csvOf(moveColumns(movement), moves)
}

const mostFalling = MovementKind.options.toReversed()

/** How many units moved which way: a row an indicator. */
const countColumns: Column<MovementItem>[] = [
  { name: 'Stt', width: 5, kind: 'word', value: ({ number }) => number },
  { name: 'Chỉ tiêu', width: 44, value: nameWithDirection },
  { name: 'Toàn thành phố kỳ đầu', width: 12, kind: 'number', value: ({ city }) => city.before.value },
  { name: 'Toàn thành phố kỳ sau', width: 12, kind: 'number', value: ({ city }) => city.after.value },
  ...mostFalling.map(
    (asked): Column<MovementItem> => ({
      name: movementLabels[asked],
      width: 11,
      kind: 'word',
      value: ({ kind }) => kind.filter((is) => is === asked).length,
    }),
  ),
]

/** The change of each indicator: a row a unit. */
const changeColumns = ({ items }: MovementAnswer): Column<AdministrativeUnit>[] => [
  rowNumber,
  { name: 'Đơn vị', width: 24, value: unitTitle },
  ...items.map(
    (item): Column<AdministrativeUnit> => ({
      name: `${item.number}. ${nameWithDirection(item)}`,
      width: 13,
      kind: 'word',
      value: (_, place) => item.change[place],
    }),
  ),
]

/**
 * On one sheet how many units moved which way, on another the change of each unit and indicator, and where an order is
 * asked for a third with the single moves as the page lists them.
 */
export function movementWorkbook(movement: MovementAnswer): Promise<Buffer> {
  const { units, items, from, to, knownOn, notice, isSorted, listed = listedKinds } = movement
  const sheet = {
    note: `Từ ${quarterInText(from)} đến ${quarterInText(to)}${knownInWords(knownOn)}. Thay đổi là kết quả kỳ sau trừ kỳ đầu, theo đơn vị tính của chỉ tiêu (tỷ lệ: điểm phần trăm); ô trống là chưa có số liệu để so sánh.`,
    notice,
  }
  const sheets = [
    {
      ...sheet,
      name: 'Theo chỉ tiêu',
      title: 'BIẾN ĐỘNG CÁC CHỈ TIÊU NGHỊ QUYẾT SỐ 57-NQ/TW CỦA CÁC ĐƠN VỊ',
      ...sheetOf(countColumns, items),
    },
    {
      ...sheet,
      name: 'Thay đổi',
      title: 'THAY ĐỔI KẾT QUẢ CỦA TỪNG ĐƠN VỊ',
      ...sheetOf(changeColumns(movement), units),
    },
  ]
  if (isSorted) {
    sheets.push({
      ...sheet,
      name: 'Danh sách',
      title: 'CÁC BIẾN ĐỘNG, THAY ĐỔI LỚN NHẤT TRƯỚC',
      ...sheetOf(moveColumns(movement), sortedMoves(movement, listed)),
    })
  }
  return officeWorkbook(`Biến động ${from} - ${to}`, sheets)
}
