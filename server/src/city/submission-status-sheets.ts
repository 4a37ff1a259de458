import {
  formatDay,
  formatMoment,
  type Output,
  quarterInText,
  reportingStandingLabels,
  unitTitle,
} from '@moc57/shared'
import type { ReportingItem, readReporting } from '@moc57/shared/api'
import type { CellValue } from 'hucre/xlsx'
import { csv } from '../http/files/csv.ts'
import { officeWorkbook, type SheetColumn } from '../http/files/office-sheet.ts'

type Reporting = Output<typeof readReporting>

/** One line a unit. */
export function reportingCsv({ items, period, window, notice }: Reporting): string {
  return csv(
    items.map(({ unit, standing, due, counts, owed, submittedAt, approvedAt, bodies }) => ({
      'Mã đơn vị': unit.code,
      'Đơn vị': unitTitle(unit),
      Kỳ: period,
      Hạn: window.dueOn,
      'Tình trạng': reportingStandingLabels[standing],
      'Phải báo cáo': due,
      'Đã duyệt': counts.approved,
      'Chờ duyệt': counts.submitted,
      'Trả lại': counts.returned,
      Nháp: counts.draft,
      'Chưa nhập': counts.missing,
      'Chỉ tiêu còn thiếu': owed.join(' '),
      'Cơ quan còn thiếu số liệu': owingBodies(bodies, ' '),
      'Gửi lần cuối': submittedAt,
      'Duyệt xong': approvedAt,
      'Ghi chú dữ liệu': notice,
    })),
  )
}

const columns: SheetColumn[] = [
  { title: 'Stt', width: 5, align: 'center' },
  { title: 'Đơn vị', width: 24 },
  { title: 'Tình trạng', width: 14 },
  { title: 'Phải báo cáo', width: 9, align: 'center' },
  { title: 'Đã duyệt', width: 9, align: 'center' },
  { title: 'Chờ duyệt', width: 9, align: 'center' },
  { title: 'Trả lại', width: 9, align: 'center' },
  { title: 'Nháp', width: 9, align: 'center' },
  { title: 'Chưa nhập', width: 9, align: 'center' },
  { title: 'Chỉ tiêu còn thiếu', width: 26 },
  { title: 'Cơ quan còn thiếu số liệu', width: 30 },
  { title: 'Gửi lần cuối', width: 16, align: 'center' },
]

/** The same for print, the moments as Vietnam's clocks show them. */
export function reportingWorkbook(reporting: Reporting): Promise<Buffer> {
  const { items, period, window, today, notice } = reporting
  return officeWorkbook(`Nộp số liệu ${period}`, [
    {
      name: 'Nộp số liệu',
      title: 'TÌNH HÌNH NỘP SỐ LIỆU CÁC CHỈ TIÊU NGHỊ QUYẾT SỐ 57-NQ/TW CỦA CÁC ĐƠN VỊ',
      note: `Số liệu ${quarterInText(period)}; hạn gửi ${formatDay(window.dueOn)}; tính đến ngày ${formatDay(today)}.`,
      notice,
      columns,
      rows: items.map(({ unit, standing, due, counts, owed, submittedAt, bodies }, index): CellValue[] => [
        index + 1,
        unitTitle(unit),
        reportingStandingLabels[standing],
        due,
        counts.approved,
        counts.submitted,
        counts.returned,
        counts.draft,
        counts.missing,
        owed.join(', '),
        owingBodies(bodies, ', '),
        submittedAt && formatMoment(submittedAt),
      ]),
    },
  ])
}

function owingBodies(bodies: ReportingItem['bodies'], separator: string): string {
  return bodies
    .filter((body) => body.owed.length > 0)
    .map((body) => `${body.name}: ${body.owed.join(separator)}`)
    .join('; ')
}
