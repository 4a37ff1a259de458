import {
  type ColumnMeaning,
  formatNumber,
  type ImportPreview,
  type ImportRow,
  importFieldLabels,
  type ReaderQuestion,
  valuePlaces,
} from '@moc57/shared'
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

/** The file's own words, where they are not ours: "Trong tệp: “Tỷ lệ phủ sóng 5G”, ô ghi “64,5¹”". */
export function fileWords({ name, nameInFile, shown, number, asks }: ImportRow): string | null {
  const words = [
    number !== null && nameInFile !== '' && nameInFile !== name && `tên “${nameInFile}”`,
    asks.some(({ question }) => question !== 'indicator') && shown !== '' && `ô ghi “${shown}”`,
  ].filter(Boolean)
  return words.length > 0 ? `Trong tệp: ${words.join(', ')}` : null
}

/** A column to pick, with its first contents: "E: Quý IV/2026 (64,5; 97,5; 65)". */
export function columnText({ column, title, isHidden, values }: ImportPreview['columns'][number]): string {
  const shown = values.length > 0 ? ` (${values.join('; ')})` : ' (trống)'
  return `${column}: ${title}${isHidden ? ', cột ẩn' : ''}${shown}`
}

/** What a column of the file was read as, beside the fields of a figure. */
export const meaningWords: Record<ColumnMeaning, string> = {
  ...importFieldLabels,
  number: 'Số thứ tự',
  name: 'Tên chỉ tiêu',
  unit: 'Đơn vị',
  unitOfMeasure: 'Đơn vị tính',
  period: 'Kỳ',
  none: 'không đọc',
}

/** What the reader asks of rows, as the heading over those of one kind. */
export const askWords: Record<ReaderQuestion, string> = {
  indicator: 'Tên chỉ tiêu chưa chắc',
  hiddenRow: 'Dòng bị ẩn trong tệp',
  formula: 'Số do công thức tính ra',
  marks: 'Số có dấu chú thích hoặc chữ gạch ngang',
  format: 'Số có chữ đi kèm do định dạng ô',
  words: 'Số đọc ra từ câu chữ',
  merged: 'Số nằm trong ô gộp',
  unit: 'Đơn vị lấy theo dòng trên',
}

/** The first sentence over a preview: what would happen, in numbers; `units` where the file is of many. */
export function previewSentence(
  { changed, asked, refused, unchanged, empty }: Record<string, number>,
  units: number,
): string {
  const rest = [
    asked && `${formatNumber(asked)} ô chờ trả lời`,
    refused && `${formatNumber(refused)} ô bị từ chối`,
    unchanged && `${formatNumber(unchanged)} ô giữ nguyên`,
    empty && `${formatNumber(empty)} dòng để trống`,
  ].filter(Boolean)
  const first = changed
    ? `${formatNumber(changed)} ô sẽ thay đổi${units > 0 ? ` ở ${units} đơn vị` : ''}`
    : 'Không có ô nào thay đổi'
  return `${[first, ...rest].join(', ')}. Chưa có gì được ghi.`
}
