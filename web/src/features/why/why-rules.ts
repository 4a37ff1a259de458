import { milestonePeriod, type Output, type ProgressStatus } from '@moc57/shared'
import type { readIndicator } from '@moc57/shared/api'
import { quarterText } from '../../lib/figures.ts'
import { formatFigure } from './figures.ts'

type Indicator = Pick<
  Output<typeof readIndicator>,
  'asOf' | 'value' | 'period' | 'next' | 'status' | 'pace' | 'direction'
>

export type RuleCheck = {
  status: ProgressStatus
  condition: string
  /** This unit's numbers in the condition; `null` for a rule that was no longer asked. */
  finding: string | null
  matched: boolean
}

/** The bands of the pace ratio; design.md section 3. */
export const paceBands = [0.95, 0.6, 0]

const rules: [status: ProgressStatus, condition: string][] = [
  ['noTarget', 'Không mốc nào của kế hoạch đặt chỉ tiêu'],
  ['noData', 'Chưa có số liệu nào được tính đến quý đang xem'],
  ['achieved', 'Giá trị đạt chỉ tiêu của mốc đang xét (v đạt T)'],
  ['missed', 'Đã đến hạn của mốc mà giá trị chưa đạt (t ≥ tM)'],
  ['lost', 'Điểm xuất phát đã đạt chỉ tiêu, nay không còn đạt (vA đạt T)'],
  ['insufficientData', 'Mới có số liệu của điểm xuất phát, chưa tính được p'],
  ['onTrack', 'p ≥ 0,95'],
  ['needsAcceleration', '0,60 ≤ p < 0,95'],
  ['behind', '0 ≤ p < 0,60'],
  ['regressing', 'p < 0'],
]

/** The ten rules in the order they are asked; the first that holds gives the status. */
export function ruleChecks(indicator: Indicator): RuleCheck[] {
  const matched = rules.findIndex(([status]) => status === indicator.status)
  return rules.map(([status, condition], index) => ({
    status,
    condition,
    finding: index <= matched ? finding(status, indicator) : null,
    matched: index === matched,
  }))
}

function finding(status: ProgressStatus, indicator: Indicator): string {
  const { asOf, value, period, next, pace, direction } = indicator
  if (!next) return 'không có mốc nào'
  if (status === 'noTarget') return `có mốc ${next.milestone}`
  if (value === null || !period) return 'chưa có'
  if (status === 'noData') return `có số liệu ${quarterText(period)}`

  const compared = (figure: number) => {
    const met = direction === 'increase' ? figure >= next.lower : figure <= next.lower
    const sign = direction === 'increase' ? (met ? '≥' : '<') : met ? '≤' : '>'
    return `${formatFigure(figure, [next.lower])} ${sign} ${formatFigure(next.lower)}`
  }
  const { anchor, ratio } = pace
  switch (status) {
    case 'achieved':
      return compared(value)
    case 'missed':
      return `${quarterText(asOf)} ${indicator.status === 'missed' ? 'không trước' : 'trước'} ${quarterText(milestonePeriod(next.milestone))}`
    case 'lost':
      return anchor ? compared(anchor.value) : 'không có điểm xuất phát'
    case 'insufficientData':
      return ratio === null ? 'chỉ có điểm xuất phát' : `có số liệu sau điểm xuất phát`
    default:
      return ratio === null ? '' : `p = ${formatFigure(ratio, paceBands)}`
  }
}
