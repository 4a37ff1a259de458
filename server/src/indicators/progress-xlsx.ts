import {
  type AdministrativeUnit,
  type Assignment,
  directionLabels,
  flagLabels,
  type Indicator,
  type IndicatorGroup,
  planMilestones,
  type Quarter,
  quarterInText,
  quarterLabel,
  type SourceDocument,
  statusLabels,
  statusNote,
  unitTitle,
} from '@moc57/shared'
import type { PlanItem, ProgressItem, sampleNotice } from '@moc57/shared/api'
import type { CellValue } from 'hucre/xlsx'
import { type OfficeSheet, officeWorkbook, type SheetColumn } from '../http/files/office-sheet.ts'
import { directionHeading, gapHeading, knownInWords, neededHeading, resultInCell } from './figure-words.ts'

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
type Column = SheetColumn & { value: (item: ProgressItem) => CellValue }

type Assigned = { assignment: Assignment | null }

/** Who directs, answers for and follows an indicator, as printed. */
export const assignmentColumns = [
  {
    title: 'Đồng chí được phân công chỉ đạo',
    width: 22,
    value: ({ assignment }: Assigned) => assignment?.directingLeader ?? '',
  },
  {
    title: 'Đồng chí được phân công chủ trì',
    width: 22,
    value: ({ assignment }: Assigned) => assignment?.responsibleOfficer ?? '',
  },
  {
    title: 'Cơ quan chủ trì theo dõi đánh giá',
    width: 22,
    value: ({ assignment }: Assigned) => assignment?.leadBody ?? '',
  },
]

/** The rows of a table in the groups of the plan: before the first of each group its code and name. */
export function rowsInGroups<Item>(
  items: readonly Item[],
  groupOf: (item: Item) => IndicatorGroup,
  valuesOf: (item: Item) => CellValue[],
): OfficeSheet['rows'] {
  return items.flatMap((item, index) => {
    const { code, name } = groupOf(item)
    const before = items[index - 1]
    const isFirstOfGroup = before === undefined || groupOf(before).code !== code
    return isFirstOfGroup ? [{ group: [code, name] }, valuesOf(item)] : [valuesOf(item)]
  })
}

/** The columns of Phụ lục 01, with the result, the gap and the status between the milestones and the assignment. */
function columnsOf({ planned, items, plan, asOf }: ProgressExport): Column[] {
  const deliverables = new Map(planned.map(({ indicator: { number, deliverable } }) => [number, deliverable]))
  const hasCounts = items.some(({ unitOfMeasure }) => unitOfMeasure !== '%')
  const hasDecreasing = items.some(({ direction }) => direction === 'decrease')
  return [
    { title: 'Stt', width: 5, align: 'center', value: ({ number }) => number },
    { title: 'Chỉ tiêu', width: 38, value: ({ name }) => name },
    // Phụ lục 01 has shares alone, and no such column.
    ...(hasCounts
      ? [
          {
            title: 'Đơn vị tính',
            width: 8,
            align: 'center' as const,
            value: ({ unitOfMeasure }: ProgressItem) => unitOfMeasure,
          },
        ]
      : []),
    // In Phụ lục 01 more is always better.
    ...(hasDecreasing
      ? [
          {
            title: directionHeading,
            width: 10,
            align: 'center' as const,
            value: ({ direction }: ProgressItem) => directionLabels[direction],
          },
        ]
      : []),
    ...milestonesOf(items).map((year) => ({
      title: `Năm ${year}`,
      width: 9,
      align: 'center' as const,
      value: ({ targets }: ProgressItem) =>
        targetWords(
          targets.find(({ milestone }) => milestone === year),
          plan,
        ),
    })),
    { title: 'Kết quả', width: 9, align: 'right', value: resultInCell },
    {
      title: 'Kỳ số liệu',
      width: 12,
      align: 'center',
      value: ({ period }) => (period ? quarterLabel(period) : ''),
    },
    {
      title: 'Mốc kế tiếp',
      width: 8,
      align: 'center',
      value: ({ next }) => (next ? String(next.milestone) : ''),
    },
    {
      title: `${gapHeading}, ${hasCounts ? 'điểm phần trăm hoặc đơn vị tính' : 'điểm phần trăm'}`,
      width: 15,
      align: 'right',
      value: ({ next }) => next?.gap ?? '',
    },
    {
      title: neededHeading,
      width: 10,
      align: 'right',
      value: ({ pace }) => pace.neededPerQuarter ?? '',
    },
    { title: 'Trạng thái', width: 15, align: 'center', value: (item) => statusOf(item, asOf) },
    ...assignmentColumns,
    {
      title: 'Sản phẩm đầu ra',
      width: 10,
      align: 'center',
      value: ({ number }) => deliverables.get(number) ?? '',
    },
  ]
}

function statusOf(item: ProgressItem, asOf: Quarter): string {
  const marks = item.flags.filter((flag) => flag !== 'assumedBaseline').map((flag) => flagLabels[flag])
  return [statusLabels[item.status], statusNote(item, asOf), ...marks].filter(Boolean).join('\n')
}

/**
 * The progress of a unit as an .xlsx in the layout of Phụ lục 01: groups in Roman numerals, a row of column numbers,
 * the five milestones as printed, then result, gap and status.
 */
export async function progressWorkbook(progress: ProgressExport): Promise<Buffer> {
  const { unit, asOf, knownOn, plan, items, planned, notice } = progress
  const columns = columnsOf(progress)
  const groups = new Map(planned.map(({ indicator: { group } }) => [group.code, group.name]))
  const rows = rowsInGroups(
    items,
    ({ groupCode }) => ({ code: groupCode, name: groups.get(groupCode) ?? '' }),
    (item) => columns.map(({ value }) => value(item)),
  )
  return officeWorkbook(`Tiến độ ${unitTitle(unit)} ${asOf}`, [
    {
      name: notice ? 'Minh họa' : 'Tiến độ',
      title: `TIẾN ĐỘ THỰC HIỆN CÁC CHỈ TIÊU NGHỊ QUYẾT SỐ 57-NQ/TW CỦA ${unitInCapitals(unit)}`,
      note: `Tính đến ${quarterInText(asOf)}${knownInWords(knownOn)}. ${planWords(plan)}`,
      notice,
      columns,
      rows,
    },
  ])
}

/** The years of the plan, and those that the unit has added. */
export function milestonesOf(items: readonly Pick<PlanItem, 'targets'>[]): number[] {
  const years = items.flatMap(({ targets }) => targets.map(({ milestone }) => milestone))
  return [...new Set([...planMilestones, ...years])].sort((a, b) => a - b)
}

/** A target as printed; one of the unit's own among those of a reference plan is marked. */
export function targetWords(target: Target | undefined, { source }: ProgressExport['plan']): string {
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
