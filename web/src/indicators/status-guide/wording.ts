import type { ProgressFlag, Verdict } from '@moc57/shared'

/** The method, in sentences that a person can check with a pencil. */
export const methodSentences: readonly string[] = [
  'Mỗi chỉ tiêu được so với mốc kế tiếp có mục tiêu trong kế hoạch.',
  'Điểm xuất phát là số liệu tại mốc gần nhất đã qua; không có thì lấy số liệu đầu tiên.',
  'Mức cần có nằm trên đường thẳng từ điểm xuất phát đến mục tiêu, tính tại quý của số liệu.',
  'Quãng đường đã đi được so với quãng đường cần đi đến quý đó cho ra trạng thái. Từ 95% đến dưới 100% ghi thêm “sát mức cần có”.',
  'Chỉ tiêu càng thấp càng tốt thì tính ngược lại: giảm là tốt lên.',
  'Mốc đã đến hạn được kết luận theo số liệu quý IV của năm mốc, hoặc số liệu trước đó không quá 4 quý.',
  'Trang công khai và trang của thành phố chỉ dùng số liệu đã duyệt. Chưa có số liệu không tính là 0.',
  'Mục “Vì sao?” ở trang của từng chỉ tiêu nêu đủ các con số đã dùng.',
]

export const verdictMeanings: readonly [Verdict, string][] = [
  ['met', 'Số liệu tại mốc đạt mục tiêu của mốc.'],
  ['missed', 'Số liệu tại mốc chưa đạt mục tiêu của mốc.'],
  ['notReported', 'Không có số liệu tại quý IV của năm mốc và 4 quý trước đó.'],
]

export const flagMeanings: readonly [ProgressFlag, string][] = [
  ['dueThisQuarter', 'Mốc kế tiếp đến hạn trong quý đang xem; đang thu số liệu nên chưa kết luận.'],
  ['overdue', 'Kỳ báo cáo gần nhất đã đến hạn mà chưa có số liệu.'],
  ['stale', 'Số liệu gần nhất cũ hơn 4 quý so với quý đang xem, nên chưa đánh giá tiến độ.'],
  ['unverified', 'Số liệu trích từ báo cáo của đơn vị, chưa được duyệt.'],
  ['assumedBaseline', 'Không có số liệu tại mốc đã qua, nên điểm xuất phát là số liệu đầu tiên.'],
]
