import { formatDifference, type Output, periodInText, periodLabel } from '@moc57/shared'
import type { readIndicator } from '@moc57/shared/api'
import { formatFigure, rateText, valueText } from './figures.ts'

type Indicator = Pick<
  Output<typeof readIndicator>,
  'asOf' | 'value' | 'period' | 'comparator' | 'next' | 'status' | 'pace' | 'targets' | 'unitOfMeasure'
>

/** What matters about an indicator as of a quarter, in one or two sentences. */
export function leadingSentence(indicator: Indicator): string {
  const { asOf, value, period, comparator, next, status, pace, targets, unitOfMeasure } = indicator
  const opening = `${periodLabel(asOf)}:`
  const amount = (difference: number) => formatDifference(Math.abs(difference), unitOfMeasure)

  if (!next) {
    const measured =
      value === null ? 'chưa có số liệu' : `ghi nhận ${valueText({ value, comparator }, unitOfMeasure)}`
    return `${opening} kế hoạch không đặt chỉ tiêu cho mốc nào; ${measured}.`
  }
  const printed = targets.find(({ milestone }) => milestone === next.milestone)?.text
  if (value === null || next.gap === null) {
    return `${opening} chưa có số liệu, chưa tính được khoảng cách đến mốc ${next.milestone} (${printed}).`
  }

  const age = period && period !== asOf ? ` (số liệu ${periodInText(period)})` : ''
  const now = `${opening} ${valueText({ value, comparator }, unitOfMeasure, boundOf(value, pace.expected, next.lower))}${age}`
  const missing = `còn thiếu ${amount(next.gap)} để đạt mốc ${next.milestone}`
  const needed =
    pace.neededPerQuarter === null ? '' : `, cần thêm ${rateText(pace.neededPerQuarter, unitOfMeasure)}`

  if (status === 'achieved') {
    const surplus =
      next.gap === 0 ? `vừa đạt mốc ${next.milestone}` : `đạt mốc ${next.milestone}, vượt ${amount(next.gap)}`
    return `${now}, ${surplus}.${laterMilestone(indicator)}`
  }
  if (status === 'missed') {
    return `${now}, không đạt mốc ${next.milestone} (${printed}): thiếu ${amount(next.gap)}.`
  }
  if (status === 'lost' && pace.anchor) {
    return `${now}, ${missing}${needed}. Mốc này đã từng đạt ở ${periodInText(pace.anchor.period)}.`
  }
  if (status === 'insufficientData') {
    const alone = period === asOf ? 'Mới có lần đo này' : 'Chưa có lần đo nào sau đó'
    return `${now}, ${missing}${needed}. ${alone} nên chưa tính được tiến độ.`
  }
  if (status === 'regressing' && pace.anchor) {
    const fallen = formatFigure(Math.abs(value - pace.anchor.value), [0])
    const points = unitOfMeasure === '%' ? 'điểm phần trăm' : unitOfMeasure
    return `${now}, giảm ${fallen} ${points} so với ${periodInText(pace.anchor.period)}; ${missing}${needed}.`
  }
  return `${now}, ${missing}${needed}.`
}

/** Where one should be, while the value is below it: the two must not look alike. Otherwise the target. */
function boundOf(value: number, expected: number | null, lower: number): number {
  return expected !== null && value < expected ? expected : lower
}

/** The first milestone after the next one that the value does not meet yet. */
function laterMilestone({ targets, next, unitOfMeasure }: Indicator): string {
  const later = targets.find(
    ({ milestone, gap }) => next !== null && milestone > next.milestone && gap !== null && gap > 0,
  )
  if (!later || later.gap === null) return ''
  return ` Mốc ${later.milestone} (${later.text}) còn thiếu ${formatDifference(later.gap, unitOfMeasure)}.`
}
