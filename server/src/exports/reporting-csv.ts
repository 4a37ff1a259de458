import { type Output, reportingStandingLabels, unitTitle } from '@moc57/shared'
import type { readReporting } from '@moc57/shared/api'
import { csv } from './csv.ts'

/** One line a unit. */
export function reportingCsv({ items, period, window, notice }: Output<typeof readReporting>): string {
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
      'Bản nháp': counts.draft,
      'Chưa nhập': counts.missing,
      'Chỉ tiêu còn nợ': owed.join(' '),
      'Cơ quan còn nợ': bodies
        .filter((body) => body.owed.length > 0)
        .map((body) => `${body.name}: ${body.owed.join(' ')}`)
        .join('; '),
      'Gửi lần cuối': submittedAt,
      'Duyệt xong': approvedAt,
      'Ghi chú dữ liệu': notice,
    })),
  )
}
