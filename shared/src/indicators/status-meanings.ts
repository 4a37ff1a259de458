import type { ProgressStatus } from './status.ts'

/** What each status means, in a line for somebody who has never met it. */
export const statusMeanings: Record<ProgressStatus, string> = {
  missed: 'Mốc đã đến hạn mà kết quả chưa đạt mục tiêu của mốc.',
  lost: 'Đã từng đạt mục tiêu, nay kết quả không còn đạt.',
  regressing: 'Kết quả kém hơn điểm xuất phát của giai đoạn.',
  behind: 'Mới đi được dưới 60% quãng đường cần đi đến quý của số liệu.',
  needsAcceleration: 'Đã đi được từ 60% đến dưới 95% quãng đường cần đi đến quý của số liệu.',
  insufficientData: 'Chưa có số liệu mới sau điểm xuất phát, hoặc số liệu cũ hơn 4 quý.',
  noData: 'Chưa có số liệu được duyệt, hoặc số liệu quá cũ so với mốc đã đến hạn. Không phải là 0.',
  unreadTarget:
    'Mục tiêu ghi trong kế hoạch chưa xác định được; người phụ trách kế hoạch cần đọc lại và xác nhận.',
  onTrack: 'Đã đi được từ 95% quãng đường cần đi đến quý của số liệu.',
  achieved: 'Kết quả đã đạt mục tiêu của mốc kế tiếp.',
  notYetDue: 'Kế hoạch ghi “-” cho mốc liền trước; chưa đến giai đoạn thực hiện.',
  noTarget: 'Kế hoạch không đặt mục tiêu cho mốc nào.',
}
