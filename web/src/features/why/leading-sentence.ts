import {
  boundOf,
  changeBetween,
  formatDifference,
  formatRate,
  formatValue,
  gapInWords,
  missingBound,
  type Output,
  periodLabel,
} from '@moc57/shared'
import type { readIndicator } from '@moc57/shared/api'
import { boundBeside, nextBound, quarterText, valueText } from '../../lib/figures.ts'
import { capitalize } from '../../lib/text.ts'

type Indicator = Pick<
  Output<typeof readIndicator>,
  | 'asOf'
  | 'value'
  | 'period'
  | 'comparator'
  | 'next'
  | 'status'
  | 'pace'
  | 'targets'
  | 'unitOfMeasure'
  | 'direction'
>

/** What matters about an indicator as of a quarter, in one or two sentences. */
export function leadingSentence(indicator: Indicator): string {
  const { asOf, value, period, comparator, next, status, pace, targets, unitOfMeasure } = indicator
  const opening = `${periodLabel(asOf)}:`

  if (!next) {
    const measured =
      value === null ? 'chưa có số liệu' : `ghi nhận ${valueText({ value, comparator }, unitOfMeasure)}`
    return `${opening} kế hoạch không đặt chỉ tiêu cho mốc nào; ${measured}.`
  }
  const target = targets.find(({ milestone }) => milestone === next.milestone)
  const milestone = `mốc ${next.milestone} (${target?.text})`
  if (value === null || next.gap === null) {
    return `${opening} chưa có số liệu, chưa tính được khoảng cách đến ${milestone}.`
  }

  const age = period && period !== asOf ? ` (số liệu ${quarterText(period)})` : ''
  const now = `${opening} ${valueText({ value, comparator }, unitOfMeasure, boundBeside(indicator))}${age}`
  const gap = gapInWords(next.gap, indicator, boundOf(next, indicator.direction))

  if (status === 'achieved') {
    const isWithin = target?.kind === 'range' && target.upper !== null && value <= target.upper
    const surplus = next.gap === 0 || isWithin ? '' : `, ${gap}`
    return `${now}, ${next.gap === 0 && !isWithin ? gap : 'đạt'} ${milestone}${surplus}.${laterMilestone(indicator)}`
  }
  if (status === 'missed') return `${now}, không đạt ${milestone}: ${gap}.`

  const needed =
    pace.neededPerQuarter === null
      ? ''
      : `, ${indicator.direction === 'increase' ? 'cần thêm' : 'cần giảm'} ${missingBound(comparator, indicator.direction)}${formatRate(pace.neededPerQuarter, unitOfMeasure)}`
  const missing = `${capitalize(gap)} để đạt ${milestone}${needed}.`
  if (status === 'lost' && pace.anchor) {
    return `${now}; ${quarterText(pace.anchor.period)} đã đạt mức này (${formatValue(pace.anchor.value, unitOfMeasure, nextBound(indicator))}), nay không còn đạt. ${missing}`
  }
  if (status === 'insufficientData') {
    const alone = period === asOf ? 'Mới có lần đo này' : 'Chưa có lần đo nào sau đó'
    return `${now}. ${missing} ${alone} nên chưa tính được tiến độ.`
  }
  if (status === 'regressing' && pace.anchor) {
    const change = changeBetween(pace.anchor.value, value)
    const moved = `${change < 0 ? 'giảm' : 'tăng'} ${formatDifference(Math.abs(change), unitOfMeasure)}`
    return `${now}, ${moved} so với ${quarterText(pace.anchor.period)}. ${missing}`
  }
  return `${now}${besideExpected(indicator)}. ${missing}`
}

/** How the value stands beside where it should be by now; on track a value of an earlier quarter may be below it. */
function besideExpected(indicator: Indicator): string {
  const { status, pace, direction, unitOfMeasure, period, asOf } = indicator
  if (pace.expected === null) return ''
  const expected = `mức cần có tại ${quarterText(period ?? asOf)} (${formatValue(pace.expected, unitOfMeasure)})`
  if (!isBehind(indicator)) return `, đạt ${expected}`
  return status === 'onTrack' ? '' : `, ${direction === 'increase' ? 'thấp' : 'cao'} hơn ${expected}`
}

/** The value is worse than it should be by now. */
function isBehind({ value, pace: { expected }, direction }: Indicator): boolean {
  if (value === null || expected === null) return false
  return direction === 'increase' ? value < expected : value > expected
}

/** The first milestone after the next one that the value does not meet yet. */
function laterMilestone(indicator: Indicator): string {
  const { targets, next, direction } = indicator
  const later = targets.find(
    ({ milestone, gap }) => next !== null && milestone > next.milestone && gap !== null && gap > 0,
  )
  if (!later || later.gap === null) return ''
  return ` Mốc ${later.milestone} (${later.text}) ${gapInWords(later.gap, indicator, boundOf(later, direction))}.`
}
