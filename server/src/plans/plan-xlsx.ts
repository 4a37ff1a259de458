import {
  type AdministrativeUnit,
  directionLabels,
  milestonesOf,
  type Quarter,
  quarterInText,
  unitTitle,
} from '@moc57/shared'
import type { PlanItem, sampleNotice } from '@moc57/shared/api'
import { type Column, sheetOf } from '../http/files/columns.ts'
import { officeWorkbook } from '../http/files/office-sheet.ts'
import { knownInWords } from '../indicators/figure-words.ts'
import {
  assignmentColumns,
  type ProgressExport,
  planWords,
  rowsInGroups,
  unitInCapitals,
} from '../indicators/progress-sheets.ts'

/** What a sheet of a unit's plan is made from. */
export type PlanExport = {
  notice: typeof sampleNotice | null
  unit: AdministrativeUnit
  asOf: Quarter
  knownOn: string | null
  plan: ProgressExport['plan']
  items: readonly PlanItem[]
}

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
  const columns: Column<PlanItem>[] = [
    { name: 'Stt', width: 5, kind: 'word', value: ({ number }) => number },
    { name: 'Chỉ tiêu', width: 38, value: ({ name }) => name },
    { name: 'Đơn vị tính', width: 8, kind: 'word', value: ({ unitOfMeasure }) => unitOfMeasure },
    { name: 'Chiều tốt lên', width: 9, kind: 'word', value: ({ direction }) => directionLabels[direction] },
    ...milestonesOf(items).map(
      (year): Column<PlanItem> => ({
        name: `Năm ${year}`,
        width: 10,
        kind: 'word',
        value: ({ targets }) => targets.find(({ milestone }) => milestone === year)?.text,
      }),
    ),
    ...assignmentColumns,
    { name: 'Sản phẩm đầu ra', width: 14, kind: 'word', value: ({ deliverable }) => deliverable },
  ]
  const sheet = sheetOf(columns, items)
  return officeWorkbook(`Kế hoạch ${unitTitle(unit)} ${asOf}`, [
    {
      name: notice ? 'Minh họa' : 'Phụ lục 01',
      title: `CHỈ TIÊU THỰC HIỆN NGHỊ QUYẾT SỐ 57-NQ/TW CỦA ${unitInCapitals(unit)}`,
      note: `Hiệu lực tại ${quarterInText(asOf)}${knownInWords(knownOn)}. ${planWords(plan)}`,
      notice,
      columns: sheet.columns,
      rows: rowsInGroups(items, sheet.rows, ({ group }) => group),
    },
  ])
}
