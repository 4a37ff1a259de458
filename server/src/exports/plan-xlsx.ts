import { type AdministrativeUnit, periodInText, planMilestones, type ReportingPeriod } from '@moc57/shared'
import type { PlanItem, sampleNotice } from '@moc57/shared/api'
import { type OfficeSheet, officeWorkbook, type SheetColumn } from './office-sheet.ts'
import { type ProgressExport, planWords, unitInCapitals } from './progress-xlsx.ts'

/** What a sheet of a unit's plan is made from. */
export type PlanExport = {
  notice: typeof sampleNotice | null
  unit: AdministrativeUnit
  asOf: ReportingPeriod
  plan: ProgressExport['plan']
  items: readonly PlanItem[]
}

type Column = SheetColumn & { value: (item: PlanItem) => string | number }

/**
 * The plan of a unit as an .xlsx in the layout of Phụ lục 01, every target as printed; what is changed in it can be
 * read back (`readPlanFile`). Beside the printed columns it has the unit of measure, which the unit's own need.
 */
export async function planWorkbook({ notice, unit, asOf, plan, items }: PlanExport): Promise<Buffer> {
  const years = [
    ...new Set([...planMilestones, ...items.flatMap(({ targets }) => targets.map((t) => t.milestone))]),
  ].sort((a, b) => a - b)
  const columns: Column[] = [
    { title: 'Stt', width: 5, align: 'center', value: ({ number }) => number },
    { title: 'Chỉ tiêu', width: 38, value: ({ name }) => name },
    { title: 'Đơn vị tính', width: 8, align: 'center', value: ({ unitOfMeasure }) => unitOfMeasure },
    ...years.map((year) => ({
      title: `Năm ${year}`,
      width: 10,
      align: 'center' as const,
      value: ({ targets }: PlanItem) => targets.find(({ milestone }) => milestone === year)?.text ?? '',
    })),
    {
      title: 'Đồng chí được phân công chỉ đạo',
      width: 22,
      value: ({ assignment }) => assignment?.directingLeader ?? '',
    },
    {
      title: 'Đồng chí được phân công chủ trì',
      width: 22,
      value: ({ assignment }) => assignment?.responsibleOfficer ?? '',
    },
    {
      title: 'Cơ quan chủ trì theo dõi đánh giá',
      width: 22,
      value: ({ assignment }) => assignment?.leadBody ?? '',
    },
    { title: 'Sản phẩm đầu ra', width: 14, align: 'center', value: ({ deliverable }) => deliverable ?? '' },
  ]
  const rows: OfficeSheet['rows'] = items.flatMap((item, index) => {
    const { group } = item
    const values = columns.map(({ value }) => value(item))
    return group.code === items[index - 1]?.group.code
      ? [values]
      : [{ group: [group.code, group.name] }, values]
  })
  return officeWorkbook(`Kế hoạch ${unit.type} ${unit.name} ${asOf}`, [
    {
      name: notice ? 'Minh họa' : 'Phụ lục 01',
      title: `CHỈ TIÊU THỰC HIỆN NGHỊ QUYẾT SỐ 57-NQ/TW CỦA ${unitInCapitals(unit)}`,
      note: `Hiệu lực tại ${periodInText(asOf)}. ${planWords(plan)}`,
      notice,
      columns,
      rows,
    },
  ])
}
