import { milestonePeriod, type Output, type ProgressStatus } from '@moc57/shared'
import type { readIndicator } from '@moc57/shared/api'
import { nextBound, quarterText } from '../../lib/figures.ts'
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
  ['unreadTarget', 'Mục tiêu của mốc đang xét chưa đọc được'],
  ['achieved', 'Giá trị đạt mục tiêu của mốc đang xét (v đạt T)'],
  ['notYetDue', 'Kế hoạch ghi “-” cho mốc liền trước và mốc đó chưa qua'],
  ['noData', 'Chưa có số liệu, hoặc số liệu cũ hơn 4 quý so với mốc đã đến hạn'],
  ['lost', 'Đã từng đạt mục tiêu này (vA đạt T hoặc mốc đã kết luận đạt), nay không còn đạt'],
  ['missed', 'Mốc đã đến hạn và không được kết luận là đạt'],
  ['insufficientData', 'Không có số liệu sau điểm xuất phát, hoặc số liệu cũ hơn 4 quý'],
  ['onTrack', 'p ≥ 0,95'],
  ['needsAcceleration', '0,60 ≤ p < 0,95'],
  ['behind', '0 ≤ p < 0,60'],
  ['regressing', 'p < 0'],
]

/** The rules in the order they are asked; the first that holds gives the status. */
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
  const bound = nextBound(indicator)
  if (bound === null) return `mốc ${next.milestone} chưa đọc được`
  if (status === 'noTarget') return `có mốc ${next.milestone}`
  if (value === null || !period) return 'chưa có'
  if (status === 'noData') return `có số liệu ${quarterText(period)}`

  const compared = (figure: number) => {
    const met = direction === 'increase' ? figure >= bound : figure <= bound
    const sign = direction === 'increase' ? (met ? '≥' : '<') : met ? '≤' : '>'
    return `${formatFigure(figure, [bound])} ${sign} ${formatFigure(bound)}`
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
