import { formatMoment, formatRecorded, type MeasurementState, statusLabels } from '@moc57/shared'
import type { FigureRevision } from '@moc57/shared/api'
import { uncapitalize } from '../../lib/text.ts'
import { whoText } from '../../lib/who-text.ts'

/** A draft is what a figure is recorded as; what is decided on it comes after. */
const changeWords: Record<MeasurementState, string> = {
  draft: 'Lưu nháp',
  submitted: 'Trình duyệt',
  returned: 'Trả lại',
  approved: 'Duyệt',
  unverified: 'Ghi nhận, chưa xác minh',
}

/** "Trả lại: Thiếu nguồn số liệu" */
export function changeText({ state, reason }: FigureRevision['changes'][number]): string {
  return reason ? `${changeWords[state]}: ${reason}` : changeWords[state]
}

export function signedText({ by, at }: { by: string; at: string }): string {
  return `${whoText(by)}, ${formatMoment(at)}`
}

/** What a revision did to the indicator's status when it began to count. */
export function effectText({ effect }: FigureRevision, unitOfMeasure: string): string {
  if (!effect) return 'Chưa được tính vào kết quả, không làm thay đổi trạng thái.'
  const { without, with: counted } = effect
  const figures = [without, counted].map(({ value, status }) =>
    value === null
      ? uncapitalize(statusLabels[status])
      : `${uncapitalize(statusLabels[status])} (${formatRecorded(value, unitOfMeasure)})`,
  )
  return without.status === counted.status
    ? `Trạng thái giữ nguyên: ${figures[1]}.`
    : `Trạng thái đổi từ ${figures[0]} sang ${figures[1]}.`
}
