import {
  type AdministrativeUnit,
  directionLabels,
  type Quarter,
  quarterInText,
  unitTitle,
} from '@moc57/shared'
import type { PlanItem, sampleNotice } from '@moc57/shared/api'
import { officeWorkbook, type SheetColumn } from '../http/files/office-sheet.ts'
import { knownInWords } from '../indicators/figure-words.ts'
import {
  assignmentColumns,
  milestonesOf,
  type ProgressExport,
  planWords,
  rowsInGroups,
  unitInCapitals,
} from '../indicators/progress-xlsx.ts'

/** What a sheet of a unit's plan is made from. */
export type PlanExport = {
  notice: typeof sampleNotice | null
  unit: AdministrativeUnit
  asOf: Quarter
  knownOn: string | null
  plan: ProgressExport['plan']
  items: readonly PlanItem[]
}

type Column = SheetColumn & { value: (item: PlanItem) => string | number }

/**
 * The plan of a unit as an .xlsx in the layout of Phụ lục 01, every target as printed; what is changed in it can be
 * read back (`readPlanFile`). Beside the printed columns it has the unit of measure and
 * which way is better, which the unit's own need.
 */
export async function planWorkbook({
  notice,
  unit,
  asOf,
  knownOn,
  plan,
  items,
}: PlanExport): Promise<Buffer> {
  const columns: Column[] = [
    { title: 'Stt', width: 5, align: 'center', value: ({ number }) => number },
    { title: 'Chỉ tiêu', width: 38, value: ({ name }) => name },
    { title: 'Đơn vị tính', width: 8, align: 'center', value: ({ unitOfMeasure }) => unitOfMeasure },
    {
      title: 'Chiều tốt lên',
      width: 9,
      align: 'center',
      value: ({ direction }) => directionLabels[direction],
    },
    ...milestonesOf(items).map((year) => ({
      title: `Năm ${year}`,
      width: 10,
      align: 'center' as const,
      value: ({ targets }: PlanItem) => targets.find(({ milestone }) => milestone === year)?.text ?? '',
    })),
    ...assignmentColumns,
    { title: 'Sản phẩm đầu ra', width: 14, align: 'center', value: ({ deliverable }) => deliverable ?? '' },
  ]
  const rows = rowsInGroups(
    items,
    ({ group }) => group,
    (item) => columns.map(({ value }) => value(item)),
  )
  return officeWorkbook(`Kế hoạch ${unitTitle(unit)} ${asOf}`, [
    {
      name: notice ? 'Minh họa' : 'Phụ lục 01',
      title: `CHỈ TIÊU THỰC HIỆN NGHỊ QUYẾT SỐ 57-NQ/TW CỦA ${unitInCapitals(unit)}`,
      note: `Hiệu lực tại ${quarterInText(asOf)}${knownInWords(knownOn)}. ${planWords(plan)}`,
      notice,
      columns,
      rows,
    },
  ])
}
