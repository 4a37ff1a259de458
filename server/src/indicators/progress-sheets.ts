import {
  type AdministrativeUnit,
  type Assignment,
  directionLabels,
  flagLabels,
  type Indicator,
  type IndicatorGroup,
  milestonesOf,
  type Quarter,
  quarterInText,
  type SourceDocument,
  statusLabels,
  statusNote,
  unitTitle,
} from '@moc57/shared'
import type { ProgressItem, sampleNotice } from '@moc57/shared/api'
import type { CellValue } from 'hucre/xlsx'
import { type Column, csvOf, sheetOf } from '../http/files/columns.ts'
import { type OfficeSheet, officeWorkbook } from '../http/files/office-sheet.ts'
import {
  directionHeading,
  flagsInWords,
  gapHeading,
  knownInWords,
  neededHeading,
  resultInCell,
} from './figure-words.ts'

/** What a sheet of a unit's progress is made from. */
export type ProgressExport = {
  notice: typeof sampleNotice | null
  unit: AdministrativeUnit
  asOf: Quarter
  knownOn: string | null
  plan: { source: 'own' | 'reference'; unit: AdministrativeUnit; document: SourceDocument }
  items: readonly ProgressItem[]
  /** The plan, whole. */
  planned: readonly { indicator: Indicator }[]
}

type Target = ProgressItem['targets'][number]
type Assigned = { assignment: Assignment | null }

/** Who directs, answers for and follows an indicator, as printed. */
export const assignmentColumns: Column<Assigned>[] = [
  {
    name: 'Đồng chí chỉ đạo',
    title: 'Đồng chí được phân công chỉ đạo',
    width: 22,
    value: ({ assignment }) => assignment?.directingLeader,
  },
  {
    name: 'Đồng chí được phân công chủ trì',
    width: 22,
    value: ({ assignment }) => assignment?.responsibleOfficer,
    inSheetOnly: true,
  },
  {
    name: 'Cơ quan chủ trì',
    title: 'Cơ quan chủ trì theo dõi đánh giá',
    width: 22,
    value: ({ assignment }) => assignment?.leadBody,
  },
]

/** The rows of a table in the groups of the plan: before the first of each group its code and name. */
export function rowsInGroups<Item>(
  items: readonly Item[],
  rows: readonly CellValue[][],
  groupOf: (item: Item) => IndicatorGroup,
): OfficeSheet['rows'] {
  return rows.flatMap((row, index) => {
    const { code, name } = groupOf(items[index] as Item)
    const before = items[index - 1]
    const isFirstOfGroup = before === undefined || groupOf(before).code !== code
    return isFirstOfGroup ? [{ group: [code, name] }, row] : [row]
  })
}

/** The columns of Phụ lục 01, with the result, the gap and the status between the milestones and the assignment. */
function columnsOf({
  unit,
  asOf,
  knownOn,
  notice,
  planned,
  items,
  plan,
}: ProgressExport): Column<ProgressItem>[] {
  const deliverables = new Map(planned.map(({ indicator: { number, deliverable } }) => [number, deliverable]))
  // Phụ lục 01 has shares alone, of which more is always better, and no such columns.
  const hasCounts = items.some(({ unitOfMeasure }) => unitOfMeasure !== '%')
  const hasDecreasing = items.some(({ direction }) => direction === 'decrease')
  return [
    { name: 'Mã đơn vị', value: () => unit.code },
    { name: 'Đơn vị', value: () => unitTitle(unit) },
    { name: 'Kỳ xem', value: () => asOf },
    { name: 'Theo số liệu có đến ngày', value: () => knownOn },
    { name: 'Stt', width: 5, kind: 'word', value: ({ number }) => number },
    { name: 'Nhóm', value: ({ groupCode }) => groupCode },
    { name: 'Chỉ tiêu', width: 38, value: ({ name }) => name },
    {
      name: 'Đơn vị tính',
      width: hasCounts ? 8 : undefined,
      kind: 'word',
      value: ({ unitOfMeasure }) => unitOfMeasure,
    },
    {
      name: directionHeading,
      width: hasDecreasing ? 10 : undefined,
      kind: 'word',
      value: ({ direction }) => directionLabels[direction],
    },
    ...milestonesOf(items).map(
      (year): Column<ProgressItem> => ({
        name: `Năm ${year}`,
        width: 9,
        kind: 'word',
        value: ({ targets }) =>
          targetWords(
            targets.find(({ milestone }) => milestone === year),
            plan,
          ),
      }),
    ),
    { name: 'Kết quả', width: 9, kind: 'number', value: ({ value }) => value, shown: resultInCell },
    { name: 'So sánh', value: ({ comparator }) => comparator && 'lớn hơn' },
    { name: 'Kỳ số liệu', width: 12, kind: 'quarter', value: ({ period }) => period },
    { name: 'Mốc kế tiếp', width: 8, kind: 'year', value: ({ next }) => next?.milestone },
    {
      name: gapHeading,
      title: `${gapHeading}, ${hasCounts ? 'điểm phần trăm hoặc đơn vị tính' : 'điểm phần trăm'}`,
      width: 15,
      kind: 'number',
      value: ({ next }) => next?.gap,
    },
    { name: neededHeading, width: 10, kind: 'number', value: ({ pace }) => pace.neededPerQuarter },
    {
      name: 'Trạng thái',
      width: 15,
      kind: 'word',
      value: ({ status }) => statusLabels[status],
      shown: (item) => statusOf(item, asOf),
    },
    {
      name: 'Lưu ý',
      value: (item) => [statusNote(item, asOf), flagsInWords(item.flags)].filter(Boolean).join('; '),
    },
    ...assignmentColumns,
    {
      name: 'Sản phẩm đầu ra',
      width: 10,
      kind: 'word',
      value: ({ number }) => deliverables.get(number),
      inSheetOnly: true,
    },
    { name: 'Ghi chú dữ liệu', value: () => notice },
  ]
}

function statusOf(item: ProgressItem, asOf: Quarter): string {
  const marks = item.flags.filter((flag) => flag !== 'assumedBaseline').map((flag) => flagLabels[flag])
  return [statusLabels[item.status], statusNote(item, asOf), ...marks].filter(Boolean).join('\n')
}

/** One line an indicator. Numbers are plain (85.6), so that programs read them. */
export function progressCsv(progress: ProgressExport): string {
  return csvOf(columnsOf(progress), progress.items)
}

/**
 * The progress of a unit as an .xlsx in the layout of Phụ lục 01: groups in Roman numerals, a row of column numbers,
 * the five milestones as printed, then result, gap and status.
 */
export async function progressWorkbook(progress: ProgressExport): Promise<Buffer> {
  const { unit, asOf, knownOn, plan, items, planned, notice } = progress
  const sheet = sheetOf(columnsOf(progress), items)
  const groups = new Map(planned.map(({ indicator: { group } }) => [group.code, group.name]))
  const rows = rowsInGroups(items, sheet.rows, ({ groupCode }) => ({
    code: groupCode,
    name: groups.get(groupCode) ?? '',
  }))
  return officeWorkbook(`Tiến độ ${unitTitle(unit)} ${asOf}`, [
    {
      name: notice ? 'Minh họa' : 'Tiến độ',
      title: `TIẾN ĐỘ THỰC HIỆN CÁC CHỈ TIÊU NGHỊ QUYẾT SỐ 57-NQ/TW CỦA ${unitInCapitals(unit)}`,
      note: `Tính đến ${quarterInText(asOf)}${knownInWords(knownOn)}. ${planWords(plan)}`,
      notice,
      columns: sheet.columns,
      rows,
    },
  ])
}

/** A target as printed; one of the unit's own among those of a reference plan is marked. */
function targetWords(target: Target | undefined, { source }: ProgressExport['plan']): string {
  if (!target) return ''
  return source === 'reference' && target.source === 'own' ? `${target.text} (mục tiêu riêng)` : target.text
}

/** "PHƯỜNG KIẾN AN" */
export function unitInCapitals({ type, name }: AdministrativeUnit): string {
  return `${type} ${name}`.toLocaleUpperCase('vi-VN')
}

/** Whose plan the targets are of, as a sentence. */
export function planWords({ source, unit, document }: ProgressExport['plan']): string {
  return source === 'own'
    ? `Chỉ tiêu theo Phụ lục 01 ${document.title}.`
    : `Chỉ tiêu tham chiếu Phụ lục 01 của ${unitTitle(unit)}; mục tiêu riêng của đơn vị thay cho mục tiêu tham chiếu ở nơi có.`
}
