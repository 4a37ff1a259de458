import { auditActionLabels, auditKindLabels, formatMoment } from '@moc57/shared'
import type { AuditItem } from '@moc57/shared/api'
import { csvInPages } from '../http/files/csv.ts'

/** One line a deed, newest first; the moment is in the time of Viet Nam. */
export function auditCsv(
  pages: Iterable<readonly AuditItem[]>,
  notice: string | null,
): AsyncGenerator<string> {
  return csvInPages(pages, (item) => ({
    'Thời điểm': formatMoment(item.at),
    'Người thực hiện': item.by,
    Loại: auditKindLabels[item.kind],
    Việc: auditActionLabels[item.action],
    'Mã đơn vị': item.unitCode,
    'Đơn vị': item.unitName,
    'Kỳ báo cáo': item.period,
    Stt: item.number,
    'Chỉ tiêu': item.shortName,
    'Lần ghi': item.revision,
    'Giá trị': item.value,
    'Tử số': item.numerator,
    'Mẫu số': item.denominator,
    'So sánh': item.comparator && 'lớn hơn',
    'Về việc': item.subject,
    'Tài khoản': [item.person, item.username].filter(Boolean).join(', ') || null,
    'Lý do': item.reason,
    'Thời điểm UTC': item.at,
    'Ghi chú dữ liệu': notice,
  }))
}
