import {
  dashBefore,
  insufficientReason,
  milestoneQuarter,
  type Output,
  type ProgressStatus,
  verdictLabels,
} from '@moc57/shared'
import type { readIndicator } from '@moc57/shared/api'
import { nextBound, quarterText } from '../../lib/figures.ts'
import { uncapitalize } from '../../lib/text.ts'
import { formatFigure } from './figures.ts'

type Indicator = Pick<
  Output<typeof readIndicator>,
  'asOf' | 'value' | 'period' | 'next' | 'status' | 'pace' | 'flags' | 'targets' | 'direction'
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
  ['noTarget', 'Không mốc nào của kế hoạch đặt mục tiêu'],
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
  const { asOf, value, period, next, pace, flags, targets } = indicator
  if (!next) return 'không có mốc nào'
  if (status === 'noTarget') return `có mốc ${next.milestone}`
  const bound = nextBound(indicator)
  const target = targets.find(({ milestone }) => milestone === next.milestone)
  if (bound === null) return `“${target?.text}”`
  if (status === 'unreadTarget') return `đọc được “${target?.text}”`
  if (value === null || !period) return 'chưa có số liệu'

  const { anchor, ratio } = pace
  switch (status) {
    case 'achieved':
      return compared(indicator, value, bound)
    case 'notYetDue':
      return stageText(indicator)
    case 'noData':
      return `có số liệu ${quarterText(period)}`
    case 'lost':
      if (target?.verdict === 'met') return `mốc ${next.milestone} đã kết luận đạt`
      return anchor ? compared(indicator, anchor.value, bound) : 'không có điểm xuất phát'
    case 'missed': {
      const due = quarterText(milestoneQuarter(next.milestone))
      if (!target?.isDue) return `chưa đến hạn ${due}`
      return `đã đến hạn ${due}, ${target.verdict ? uncapitalize(verdictLabels[target.verdict]) : 'chưa kết luận'}`
    }
    case 'insufficientData':
      return indicator.status === 'insufficientData'
        ? insufficientReason(indicator, asOf)
        : `có số liệu ${quarterText(period)}${flags.includes('stale') ? '' : ', không quá 4 quý'}`
    default:
      return ratio === null ? compared(indicator, value, bound) : `p = ${formatFigure(ratio, paceBands)}`
  }
}

/** "48 < 100" */
function compared({ direction, next }: Indicator, figure: number, bound: number): string {
  const isBeyond = direction === 'increase' ? figure > bound : figure < bound
  const [beyond, short] = direction === 'increase' ? ['>', '<'] : ['<', '>']
  const equal = next?.strict ? '=' : direction === 'increase' ? '≥' : '≤'
  const sign = figure === bound ? equal : isBeyond ? beyond : short
  return `${formatFigure(figure, [bound])} ${sign} ${formatFigure(bound)}`
}

/** Whether the stage of the milestone has begun. */
function stageText({ targets, next, asOf }: Indicator): string {
  const dash = next && dashBefore(targets, next.milestone)
  if (dash === null) return 'mốc liền trước không ghi “-”'
  return `mốc ${dash} ghi “-”, ${milestoneQuarter(dash) < asOf ? 'đã qua' : 'chưa qua'}`
}
