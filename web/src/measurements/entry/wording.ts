import { formatDay, type MeasurementState, type Submission } from '@moc57/shared'
import { questionWords } from '../../lib/question-words.ts'
import type { EntryLine, SaveState } from './entry-lines.ts'
import type { EntryField } from './row-text.ts'

export const fieldLabels: Record<EntryField, string> = {
  value: 'Giá trị kỳ này',
  numerator: 'Tử số',
  denominator: 'Mẫu số',
  comparator: 'So sánh',
  source: 'Văn bản nguồn',
  note: 'Ghi chú',
  reason: 'Lý do đính chính',
}

export const saveWords: Record<SaveState, string> = {
  none: 'Chưa nhập',
  saved: 'Đã lưu',
  up: 'Đang lưu',
  away: 'Chờ đường truyền',
  unable: 'Chờ máy chủ',
  incomplete: 'Nhập dở',
  refused: 'Bị từ chối',
  conflict: 'Người khác đã sửa',
}

export const stateWords: Record<MeasurementState, string> = {
  draft: 'Nháp',
  submitted: 'Chờ duyệt',
  returned: 'Trả lại',
  approved: 'Đã duyệt',
  unverified: 'Chưa xác minh',
}

/** What stands in the way of a row: why it is not saved, why it was returned. */
export function troublesOf({ errors, row, save }: EntryLine): string {
  return [
    ...(save === 'conflict' ? ['Xem hai bản và chọn một, ở dưới bảng.'] : Object.values(errors)),
    ...(row.returnedWith ? [`Trả lại: “${row.returnedWith}”.`] : []),
  ].join(' ')
}

/** What is asked of a row; it may be left open. */
export function questionsText({ openQuestions }: EntryLine): string {
  if (openQuestions.length === 0) return ''
  return `Cần xem lại: ${openQuestions.map((question) => questionWords[question]).join('; ')}.`
}

/** Where the quarter stands and what to do next, in one sentence or two. */
export function adviceOf(submission: Submission, given: { mayEnter: boolean; maySubmit: boolean }): string {
  const { state, isOpen, counts, window, events } = submission
  const { from, dueOn } = window
  const reopening = 'Muốn sửa, đề nghị thành phố hoặc quản trị mở lại kỳ này.'
  if (state === 'notBegun') return `Kỳ này chưa bắt đầu; nhập được từ ngày ${formatDay(from)}.`
  if (state === 'locked') return `Kỳ này đã khóa. ${reopening}`
  if (!isOpen) {
    const progress = counts.submitted > 0 ? `, còn ${counts.submitted} số liệu chờ duyệt` : ''
    return `Kỳ này đã đóng${progress}. ${reopening}`
  }
  if (!given.mayEnter) return `Chỉ xem, không nhập được. Hạn gửi ${formatDay(dueOn)}.`
  const resubmit = counts.draft > 0 ? ` Còn ${counts.draft} số nháp chưa trình.` : ''
  switch (state) {
    case 'submitted':
      return `Đã trình, chờ lãnh đạo duyệt.${resubmit} Số sửa lại phải trình lần nữa.`
    case 'returned': {
      const reason = events.findLast(({ action }) => action === 'return')?.reason
      return `Trả lại ${counts.returned} chỉ tiêu${reason ? `: “${reason}”` : ''}. Sửa rồi trình lại.`
    }
    case 'partlyApproved':
      return `Đã duyệt ${counts.approved} chỉ tiêu, ${counts.submitted} chờ duyệt.${resubmit}`
    case 'approved':
      return `Đã duyệt. Muốn đính chính, nhập giá trị mới kèm lý do rồi trình lại.${resubmit}`
    default:
      return given.maySubmit
        ? `Đang nhập. Nhập xong thì trình duyệt; hạn gửi ${formatDay(dueOn)}.`
        : `Đang nhập. Số liệu tự lưu; đơn vị trình duyệt trước ngày ${formatDay(dueOn)}.`
  }
}
