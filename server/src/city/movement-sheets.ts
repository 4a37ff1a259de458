import {
  directionLabels,
  MovementKind,
  movementLabels,
  nameWithDirection,
  type Output,
  quarterInText,
  unitTitle,
} from '@moc57/shared'
import { listedKinds, listMoves, type readMovement, sortedMoves } from '@moc57/shared/api'
import type { CellValue } from 'hucre/xlsx'
import { csv } from '../http/files/csv.ts'
import { officeWorkbook, type SheetColumn } from '../http/files/office-sheet.ts'
import { directionHeading, knownInWords } from '../indicators/figure-words.ts'

/** What moved, with the list that is asked for: of these kinds where not of all, sorted as the page has it or not. */
type MovementAnswer = Output<typeof readMovement> & {
  listed: readonly MovementKind[] | undefined
  isSorted: boolean
}

/** One line a unit and indicator, numbers plain. */
export function movementCsv({ listed, isSorted, ...movement }: MovementAnswer): string {
  const { from, to, knownOn, notice } = movement
  const kinds = listed ?? MovementKind.options
  const lines = isSorted ? sortedMoves(movement, kinds) : listMoves(movement, kinds)
  return csv(
    lines.map(({ unit, item: { number, shortName, direction }, before, after, change, kind }) => ({
      'Mã đơn vị': unit.code,
      'Đơn vị': unitTitle(unit),
      'Kỳ đầu': from,
      'Kỳ sau': to,
      'Theo số liệu có đến ngày': knownOn,
      Stt: number,
      'Chỉ tiêu': shortName,
      [directionHeading]: directionLabels[direction],
      'Kết quả kỳ đầu': before,
      'Kết quả kỳ sau': after,
      'Thay đổi': change,
      'Biến động': movementLabels[kind],
      'Ghi chú dữ liệu': notice,
    })),
  )
}

/**
 * On one sheet how many units moved which way, on another the change of each unit and indicator, and where an order is
 * asked for a third with the single moves as the page lists them.
 */
export function movementWorkbook({ listed, isSorted, ...movement }: MovementAnswer): Promise<Buffer> {
  const { units, items, from, to, knownOn, notice } = movement
  const sheet = {
    note: `Từ ${quarterInText(from)} đến ${quarterInText(to)}${knownInWords(knownOn)}. Thay đổi là kết quả kỳ sau trừ kỳ đầu, theo đơn vị tính của chỉ tiêu (tỷ lệ: điểm phần trăm); ô trống là chưa có số liệu để so sánh.`,
    notice,
  }
  const kinds = [...MovementKind.options].reverse()
  const counts: SheetColumn[] = [
    { title: 'Stt', width: 5, align: 'center' },
    { title: 'Chỉ tiêu', width: 44 },
    { title: 'Toàn thành phố kỳ đầu', width: 12, align: 'right' },
    { title: 'Toàn thành phố kỳ sau', width: 12, align: 'right' },
    ...kinds.map((kind) => ({ title: movementLabels[kind], width: 11, align: 'center' as const })),
  ]
  const changes: SheetColumn[] = [
    { title: 'Stt', width: 5, align: 'center' },
    { title: 'Đơn vị', width: 24 },
    ...items.map((item) => ({
      title: `${item.number}. ${nameWithDirection(item)}`,
      width: 13,
      align: 'center' as const,
    })),
  ]
  return officeWorkbook(`Biến động ${from} - ${to}`, [
    {
      ...sheet,
      name: 'Theo chỉ tiêu',
      title: 'BIẾN ĐỘNG CÁC CHỈ TIÊU NGHỊ QUYẾT SỐ 57-NQ/TW CỦA CÁC ĐƠN VỊ',
      columns: counts,
      rows: items.map(({ city, kind, ...item }): CellValue[] => [
        item.number,
        nameWithDirection(item),
        city.before.value,
        city.after.value,
        ...kinds.map((asked) => kind.filter((is) => is === asked).length),
      ]),
    },
    {
      ...sheet,
      name: 'Thay đổi',
      title: 'THAY ĐỔI KẾT QUẢ CỦA TỪNG ĐƠN VỊ',
      columns: changes,
      rows: units.map((unit, place): CellValue[] => [
        place + 1,
        unitTitle(unit),
        ...items.map(({ change }) => change[place] ?? null),
      ]),
    },
    ...(isSorted
      ? [
          {
            ...sheet,
            name: 'Danh sách',
            title: 'CÁC BIẾN ĐỘNG, THAY ĐỔI LỚN NHẤT TRƯỚC',
            columns: moveColumns,
            rows: sortedMoves(movement, listed ?? listedKinds).map(
              ({ unit, item, before, after, change, kind }, index): CellValue[] => [
                index + 1,
                unitTitle(unit),
                `${item.number}. ${nameWithDirection(item)}`,
                before,
                after,
                change,
                movementLabels[kind],
              ],
            ),
          },
        ]
      : []),
  ])
}

const moveColumns: SheetColumn[] = [
  { title: 'Stt', width: 6, align: 'center' },
  { title: 'Đơn vị', width: 26 },
  { title: 'Chỉ tiêu', width: 50 },
  { title: 'Kết quả kỳ đầu', width: 12, align: 'right' },
  { title: 'Kết quả kỳ sau', width: 12, align: 'right' },
  { title: 'Thay đổi', width: 12, align: 'right' },
  { title: 'Biến động', width: 22 },
]
