import { type Evidence, formatMoment, formatNumber } from '@moc57/shared'

/** "340 KB", "2,4 MB" */
export function sizeText(bytes: number): string {
  const kilobytes = Math.max(1, Math.round(bytes / 1024))
  return kilobytes < 1000 ? `${kilobytes} KB` : `${formatNumber(Math.round(bytes / 104_858) / 10)} MB`
}

const typeWords: Record<Evidence['type'], string> = {
  pdf: 'PDF',
  docx: 'Word',
  xlsx: 'Excel',
  png: 'ảnh PNG',
  jpg: 'ảnh JPG',
}

/** "PDF, 340 KB, vhxh gửi lúc 08:02 ngày 05/03/2026" */
export function fileFacts({ type, size, by, at }: Evidence): string {
  return `${typeWords[type]}, ${sizeText(size)}, ${by} gửi ${formatMoment(at)}`
}

/** Of taking a file back, and of erasing what was in it. */
export const withdrawalWords = {
  withdraw: 'Rút tệp',
  note: 'Tệp không còn hiện với ai; nhật ký vẫn ghi tên tệp, người rút và lý do. Không lấy lại được, cần thì gửi tệp mới.',
  quickReasons: ['Gửi nhầm tệp', 'Có dữ liệu cá nhân', 'Đã có bản thay thế'],
  title: 'Tệp minh chứng đã rút',
  none: 'Chưa có tệp nào được rút.',
  erase: 'Xóa nội dung',
  eraseNote:
    'Nội dung tệp bị xóa hẳn khỏi máy chủ; tên tệp, mã băm và nhật ký vẫn còn. Các bản sao lưu đã lập trước đó vẫn giữ nội dung cho đến khi hết hạn.',
  erased: 'Đã xóa nội dung',
}

/** "Minh chứng", "Minh chứng (2)" */
export function evidenceLabel(count: number): string {
  return count === 0 ? 'Minh chứng' : `Minh chứng (${count})`
}
