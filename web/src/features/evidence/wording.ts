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

/** "Minh chứng", "Minh chứng (2)" */
export function evidenceLabel(count: number): string {
  return count === 0 ? 'Minh chứng' : `Minh chứng (${count})`
}
