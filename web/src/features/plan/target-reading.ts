import { formatNumber, type Indicator, parseTarget, type Target } from '@moc57/shared'

type Measured = Pick<Indicator, 'unitOfMeasure' | 'naturalMaximum'>

/** How a printed target is understood, in the words of an office: "đạt từ 95% trở lên". */
export function readingText(target: Target, measured: Measured): string {
  const { kind, lower, upper, aspirational } = target
  const { unitOfMeasure } = measured
  const figure = (value: number | null) =>
    value === null ? '' : formatNumber(value, 4) + (unitOfMeasure === '%' ? '%' : ` ${unitOfMeasure}`)
  const hope = aspirational ? 'phấn đấu ' : ''
  switch (kind) {
    case 'none':
      return 'không đặt mục tiêu'
    case 'unread':
      return `chưa đọc được: sẽ giữ nguyên chữ và không tính tiến độ${adviceOn(target.text, measured)}`
    case 'range':
      return `${hope}trong khoảng ${formatNumber(lower ?? 0, 4)} - ${figure(upper)}, đạt từ ${figure(lower)}`
    default:
      return `${hope}đạt từ ${figure(lower)} trở lên`
  }
}

/** The likeliest slip is a number without its unit of measure: what to type instead. */
function adviceOn(text: string, measured: Measured): string {
  const { unitOfMeasure } = measured
  const full = unitOfMeasure === '%' ? `${text}%` : `${text} ${unitOfMeasure}`
  return parseTarget(full, measured).kind === 'unread' ? '' : `. Nếu đúng ý, hãy ghi “${full}”`
}
