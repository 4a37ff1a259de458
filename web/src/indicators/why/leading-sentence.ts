import {
  boundOf,
  changeBetween,
  formatDifference,
  formatLevel,
  formatRate,
  formatValue,
  gapInWords,
  insufficientReason,
  missingBound,
  type Output,
  quarterLabel,
} from '@moc57/shared'
import type { readIndicator } from '@moc57/shared/api'
import { boundBeside, judgedText, quarterText, valueText } from '../../lib/figures.ts'
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
  | 'flags'
  | 'targets'
  | 'unitOfMeasure'
  | 'direction'
>

/** What matters about an indicator as of a quarter, in one to three sentences. */
export function leadingSentence(indicator: Indicator): string {
  const { asOf, value, period, comparator, next, status, targets, unitOfMeasure } = indicator
  const opening = `${quarterLabel(asOf)}:`
  const figure = value === null ? null : { value, comparator }

  if (!next) {
    const measured = figure ? `ghi nhận ${valueText(figure, unitOfMeasure)}` : 'chưa có số liệu'
    return `${opening} kế hoạch không đặt mục tiêu cho mốc nào; ${measured}.`
  }
  const target = targets.find(({ milestone }) => milestone === next.milestone)
  const milestone = `mốc ${next.milestone} (${target?.text})`
  const age = period && period !== asOf ? ` (số liệu ${quarterText(period)})` : ''
  const now = figure && `${valueText(figure, unitOfMeasure, boundBeside(indicator))}${age}`
  if (status === 'unreadTarget') {
    return `${opening} ${now ?? 'chưa có số liệu'}. Chưa đọc được mục tiêu của ${milestone} nên chưa tính được khoảng cách.`
  }
  if (!now || next.gap === null) {
    return `${opening} chưa có số liệu, chưa tính được khoảng cách đến ${milestone}.`
  }

  const gap = gapInWords(next.gap, indicator, boundOf(next, indicator.direction))
  const soon = indicator.flags.includes('dueThisQuarter')
    ? ` ${capitalize(milestone)} đến hạn trong quý này, đang thu số liệu.`
    : ''
  const missing = `${capitalize(gap)} để đạt ${milestone}${neededText(indicator)}.${soon}`
  switch (status) {
    case 'achieved':
      return `${opening} ${achievedText(indicator, now, gap, milestone)}.${laterMilestone(indicator)}`
    case 'notYetDue':
      return `${opening} ${now}. Chưa đến giai đoạn thực hiện ${milestone}; ${gap}.`
    case 'noData':
      return `${opening} chưa có số liệu dùng được cho ${milestone}; số liệu gần nhất là ${now}.`
    case 'missed':
      return `${opening} không đạt ${milestone}: ${missedText(indicator, now, gap)}.`
    case 'lost':
      return `${opening} ${now}; ${heldText(indicator)}, nay không còn đạt. ${missing}`
    case 'insufficientData':
      return `${opening} ${now}. ${missing} Chưa đánh giá được tiến độ: ${insufficientReason(indicator, asOf)}.`
    case 'regressing':
      return `${opening} ${now}${movedText(indicator)}. ${missing}`
    default:
      return `${opening} ${now}${besideExpected(indicator)}. ${missing}`
  }
}

function neededText({ pace, direction, comparator, unitOfMeasure }: Indicator): string {
  if (pace.neededPerQuarter === null) return ''
  const verb = direction === 'increase' ? 'cần thêm' : 'cần giảm'
  return `, ${verb} ${missingBound(comparator, direction)}${formatRate(pace.neededPerQuarter, unitOfMeasure)}`
}

/** Within a range there is nothing beyond the target to tell. */
function achievedText({ next, value }: Indicator, now: string, gap: string, milestone: string): string {
  if (!next || value === null || next.gap === null) return now
  const isWithin = next.kind === 'range' && (next.lower ?? value) <= value && value <= (next.upper ?? value)
  if (next.gap === 0 && !isWithin) return `${now}, ${gap} ${milestone}`
  return `${now}, đạt ${milestone}${next.gap === 0 || isWithin ? '' : `, ${gap}`}`
}

/** By what a due milestone was judged on, and today's value where that is another one. */
function missedText(indicator: Indicator, now: string, gap: string): string {
  const { targets, next, period } = indicator
  const target = targets.find(({ milestone }) => milestone === next?.milestone)
  if (!target?.judged) return `${now}, ${gap}`
  const judged = judgedText(target.judged, target, { ...indicator, comparator: null })
  return target.judged.period === period ? judged : `${judged}; nay ${now}, ${gap}`
}

/** Where the target was met before: at the anchor, or at the milestone itself. */
function heldText({ pace: { anchor }, targets, next, unitOfMeasure, direction }: Indicator): string {
  const judged = targets.find(({ milestone }) => milestone === next?.milestone)?.judged
  const held = judged ?? anchor
  if (!held) return 'trước đây đã đạt'
  const bound = next && boundOf(next, direction)?.bound
  return `${quarterText(held.period)} đã đạt mức này (${formatValue(held.value, unitOfMeasure, bound)})`
}

function movedText({ pace: { anchor }, value, unitOfMeasure }: Indicator): string {
  if (!anchor || value === null) return ''
  const change = changeBetween(anchor.value, value)
  const moved = `${change < 0 ? 'giảm' : 'tăng'} ${formatDifference(Math.abs(change), unitOfMeasure)}`
  return `, ${moved} so với ${quarterText(anchor.period)}`
}

/** How the value stands beside where it should have been in its quarter. */
function besideExpected(indicator: Indicator): string {
  const { status, value, pace, direction, unitOfMeasure, period, asOf } = indicator
  const { expected } = pace
  if (value === null || expected === null) return ''
  const level = `mức cần có tại ${quarterText(period ?? asOf)} (${formatLevel(expected, unitOfMeasure, value)})`
  const isBehind = direction === 'increase' ? value < expected : value > expected
  if (!isBehind) return `, đạt ${level}`
  const beside = direction === 'increase' ? 'thấp' : 'cao'
  return status === 'onTrack' ? `, sát ${level}` : `, ${beside} hơn ${level}`
}

/** The first milestone after the next one that the value does not meet yet. */
function laterMilestone(indicator: Indicator): string {
  const { targets, next, direction } = indicator
  const later = targets.find(
    ({ milestone, gap }) => next !== null && milestone > next.milestone && gap !== null && gap > 0,
  )
  if (!later || later.gap === null) return ''
  const gap = gapInWords(later.gap, indicator, boundOf(later, direction))
  return ` Mốc ${later.milestone} (${later.text}) ${gap}.`
}
