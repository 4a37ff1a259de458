/** The words of the page of one's own work, to be read through in one go. */
export const workWords = {
  title: 'Việc của tôi',
  nothing: 'Không có việc nào đang chờ đồng chí.',
  other: 'Việc khác đang chờ',
  letter: 'Thư nhắc việc',
  answer: (count: number, overdue: number) =>
    `Trả lời ${count} yêu cầu giải trình${overdue > 0 ? `, ${overdue} quá hạn` : ''}`,
  review: (count: number) => `Xem xét ${count} giải trình`,
  remind: (count: number) => `Đôn đốc ${count} đơn vị`,
}
