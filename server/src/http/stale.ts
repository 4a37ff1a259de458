import type { Revised, StaleError } from '@moc57/db'
import type { Problem } from '@moc57/shared'

/** What to do where somebody else was faster; nothing was written, and the page still has what was typed. */
const words: Record<Revised, string> = {
  measurement: 'Số liệu đã có bản mới hơn. Hãy xem cả hai bản rồi chọn bản giữ lại; chưa có gì bị ghi đè.',
  quarterDays:
    'Người khác vừa sửa ngày của kỳ này. Thay đổi này chưa được ghi; hãy xem ngày mới rồi ghi lại.',
  plan: 'Người khác vừa thay đổi kế hoạch này. Thay đổi này chưa được ghi; hãy xem kế hoạch mới rồi ghi lại.',
  assessment: 'Người khác vừa đánh giá chỉ tiêu này. Hãy xem bản mới rồi ghi lại; chưa có gì bị ghi đè.',
  task: 'Người khác vừa ghi nhiệm vụ này. Hãy xem bản mới rồi ghi lại; chưa có gì bị ghi đè.',
  budgetLine: 'Người khác vừa ghi dòng này. Hãy xem bản mới rồi ghi lại; chưa có gì bị ghi đè.',
  reportText:
    'Người khác vừa sửa nội dung này. Bản vừa gõ chưa lưu và vẫn còn trên trang: hãy xem bản mới rồi lưu lại.',
}

/** 409; of a measurement with the revision that stands. */
export function problemOfStale({ revised, current }: StaleError): Omit<Problem, 'type'> {
  return {
    status: 409,
    title: revised === 'measurement' ? 'Người khác vừa sửa ô này' : 'Không thực hiện được lúc này',
    detail: words[revised],
    ...(current && { current }),
  }
}
