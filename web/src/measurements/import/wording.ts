import { formatNumber, type ImportRow, importFieldLabels, valuePlaces } from '@moc57/shared'
import { questionWords } from '../../lib/question-words.ts'

/** "48,5%", "26 tổ", "-" for none. */
export function figureText(value: number | null, unitOfMeasure: string): string {
  if (value === null) return '-'
  const number = formatNumber(value, valuePlaces)
  return unitOfMeasure === '%' ? `${number}%` : `${number} ${unitOfMeasure}`.trim()
}

/** What changes beside the value, each with its cell: "J5 Văn bản nguồn: “Báo cáo số 12”". */
export function otherChanges({ cells }: ImportRow): string[] {
  return cells.flatMap(({ field, cell, after }) => {
    if (field === 'value') return []
    const label = `${cell} ${importFieldLabels[field]}`
    if (after === null) return [`${label}: bỏ trống`]
    if (field === 'comparator') return [`${label}: trên`]
    return [`${label}: ${typeof after === 'number' ? formatNumber(after, valuePlaces) : `“${after}”`}`]
  })
}

export function questionsText({ questions }: ImportRow): string | null {
  if (questions.length === 0) return null
  return `Cần xem lại: ${questions.map((question) => questionWords[question]).join('; ')}.`
}

/** The first sentence over a preview: what would happen, in numbers; `units` where the file is of many. */
export function previewSentence(
  { changed, refused, unchanged, empty }: Record<string, number>,
  units: number,
): string {
  const rest = [
    refused && `${formatNumber(refused)} ô bị từ chối`,
    unchanged && `${formatNumber(unchanged)} ô giữ nguyên`,
    empty && `${formatNumber(empty)} dòng để trống`,
  ].filter(Boolean)
  const first = changed
    ? `${formatNumber(changed)} ô sẽ thay đổi${units > 0 ? ` ở ${units} đơn vị` : ''}`
    : 'Không có ô nào thay đổi'
  return `${[first, ...rest].join(', ')}. Chưa có gì được ghi.`
}
