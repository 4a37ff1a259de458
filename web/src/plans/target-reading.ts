import {
  formatNumber,
  type IndicatorScale,
  problemInPrint,
  problemText,
  type Reading,
  type Target,
} from '@moc57/shared'

/** When a reading is met, in the words of an office: "đạt từ 95% trở lên", "đạt khi không quá 5%". */
export function metText(
  { kind, lower, upper, strict }: Reading,
  { unitOfMeasure, direction }: IndicatorScale,
): string {
  const figure = (value: number | null) =>
    value === null ? '' : formatNumber(value, 4) + (unitOfMeasure === '%' ? '%' : ` ${unitOfMeasure}`)
  const isUp = direction === 'increase'
  if (kind === 'range') {
    const met = isUp ? `đạt từ ${figure(lower)}` : `đạt khi không quá ${figure(upper)}`
    return `trong khoảng ${formatNumber(lower ?? 0, 4)} - ${figure(upper)}, ${met}`
  }
  if (strict) return isUp ? `đạt khi trên ${figure(lower)}` : `đạt khi dưới ${figure(upper)}`
  return isUp ? `đạt từ ${figure(lower)} trở lên` : `đạt khi không quá ${figure(upper)}`
}

/** How a printed target is understood; what is not says why and what becomes of it. */
export function readingText(target: Target, measured: IndicatorScale): string {
  if (target.kind === 'none') return 'không đặt mục tiêu'
  if (target.kind === 'unread') {
    const problem = problemInPrint(target.text, measured)
    const reason = problem ? `. ${problemText(problem, measured)}` : ''
    return `chưa đọc được: sẽ giữ nguyên chữ và không tính tiến độ${reason}`
  }
  const object = target.object ? `, tính trên: ${target.object}` : ''
  return `${target.aspirational ? 'phấn đấu ' : ''}${metText(target, measured)}${object}`
}
