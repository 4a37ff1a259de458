import {
  boundOf,
  dashBefore,
  differenceUnit,
  formatGap,
  formatLevel,
  formatRate,
  formatValue,
  gapInWords,
  milestoneQuarter,
  milestoneQuarterNumber,
  type Output,
  passedMilestone,
  quarterNumber,
  verdictLabels,
} from '@moc57/shared'
import type { readIndicator } from '@moc57/shared/api'
import { boundBeside, judgedText, nextBound, quarterText, valueText } from '../../lib/figures.ts'
import { equals, formatFigure, inFormula } from './figures.ts'
import { noAnchorReason } from './passed-milestones.ts'
import { paceBands } from './why-rules.ts'

type Indicator = Output<typeof readIndicator>

/** One line of the sum: what is reckoned, how, and with which numbers. */
export type WhyStep = { title: string; formula: string | null; working: string }

/** Everything the status was made of, in the order it is reckoned; design.md section 3. */
export function whySteps(indicator: Indicator): WhyStep[] {
  const { next, pace, value, status } = indicator
  const steps = [valueStep(indicator), targetStep(indicator)]
  if (value === null || nextBound(indicator) === null) return steps
  steps.push(gapStep(indicator))
  const judged = judgedStep(indicator)
  if (judged) return [...steps, judged]
  if (!next || !pace.anchor || (pace.neededPerQuarter === null && pace.expected === null)) return steps
  if (pace.anchor.period !== indicator.period || status === 'insufficientData') {
    steps.push(anchorStep(indicator))
  }
  if (pace.expected !== null) steps.push(expectedStep(indicator, pace.expected))
  if (pace.ratio !== null) steps.push(ratioStep(indicator, pace.ratio))
  if (pace.neededPerQuarter !== null) steps.push(neededStep(indicator, pace.neededPerQuarter))
  return steps
}

function valueStep(indicator: Indicator): WhyStep {
  const { value, period, comparator, series, unitOfMeasure, asOf } = indicator
  const bound = boundBeside(indicator)
  const title = 'Giá trị v'
  if (value === null || !period) {
    const uncountable = series.some(({ denominator }) => denominator === 0)
    const working = uncountable
      ? 'Không tính được: mẫu số bằng 0.'
      : `Chưa có số liệu nào được duyệt đến ${quarterText(asOf)}. Chưa có số liệu không phải là 0.`
    return { title, formula: null, working }
  }
  const counted = series.filter(({ state }) => state === 'approved' || state === 'unverified')
  const measured = counted.findLast((entry) => entry.period === period)
  const measuredIn = `số liệu ${quarterText(period)} (tv)`
  if (!measured || measured.numerator === null || measured.denominator === null) {
    const text = valueText({ value, comparator }, unitOfMeasure, bound)
    return { title, formula: null, working: `v = ${text}, ${measuredIn}` }
  }
  const share = equals(value, formatValue(value, unitOfMeasure, bound))
  return {
    title,
    formula: 'v = 100 × tử số / mẫu số',
    working: `v = 100 × ${inFormula(measured.numerator)} / ${inFormula(measured.denominator)} ${share}, ${measuredIn}`,
  }
}

function targetStep(indicator: Indicator): WhyStep {
  const { next, targets, asOf, direction } = indicator
  const title = 'Mốc đang xét'
  if (!next) return { title, formula: null, working: 'Kế hoạch không đặt mục tiêu cho mốc nào (ghi “-”).' }
  const text = targets.find(({ milestone }) => milestone === next.milestone)?.text ?? ''
  const bound = nextBound(indicator)
  if (bound === null) {
    return { title, formula: null, working: `Chưa đọc được mục tiêu của mốc ${next.milestone}: “${text}”` }
  }
  const edge = direction === 'increase' ? 'tính từ cận dưới' : 'tính đến cận trên'
  const side = direction === 'increase' ? 'phải trên mức này' : 'phải dưới mức này'
  const notes = [
    `kế hoạch ghi “${text}”`,
    ...(next.kind === 'range' ? [edge] : []),
    ...(next.strict ? [side] : []),
  ]
  const due = milestoneQuarter(next.milestone)
  const why = due >= asOf ? 'mốc gần nhất có mục tiêu' : 'mốc cuối cùng có mục tiêu'
  return {
    title,
    formula: null,
    working: `T = ${formatFigure(bound)} (${notes.join(', ')}), hạn ${quarterText(due)} (tM): ${why}`,
  }
}

/** What a milestone that is due was judged on. */
function judgedStep(indicator: Indicator): WhyStep | null {
  const { next, targets, series } = indicator
  const target = targets.find(({ milestone }) => milestone === next?.milestone)
  if (!target?.isDue) return null
  const title = `Kết luận mốc ${target.milestone}`
  const { judged, verdict } = target
  if (!judged || !verdict) {
    const working = 'Không có số liệu tại quý IV của năm mốc và 4 quý trước đó'
    return { title, formula: null, working }
  }
  const measured = series.findLast(({ period, value }) => period === judged.period && value !== null)
  const figure = { ...indicator, comparator: measured?.comparator ?? null }
  return {
    title,
    formula: null,
    working: `${verdictLabels[verdict]}: ${judgedText(judged, target, figure)}`,
  }
}

function gapStep(indicator: Indicator): WhyStep {
  const { next, value, comparator, direction, unitOfMeasure } = indicator
  const [bound, reached] = [nextBound(indicator) ?? 0, value ?? 0]
  const gap = next?.gap ?? 0
  const increase = direction === 'increase'
  const numbers = increase
    ? `${inFormula(bound)} − ${inFormula(reached, [bound])}`
    : `${inFormula(reached, [bound])} − ${inFormula(bound)}`
  const distance = `${gap < 0 ? '−' : ''}${formatGap(gap, bound)} ${differenceUnit(unitOfMeasure)}`
  const words = gapInWords(gap, { comparator, direction, unitOfMeasure }, next && boundOf(next, direction))
  return {
    title: 'Khoảng cách',
    formula: increase ? 'T − v' : 'v − T',
    working: `${numbers} ${equals(gap, distance)}: ${words}`,
  }
}

function anchorStep(indicator: Indicator): WhyStep {
  const { targets, asOf, next } = indicator
  const { anchor } = indicator.pace
  const title = 'Điểm xuất phát A'
  if (!anchor || !next) return { title, formula: null, working: '' }
  const passed = passedMilestone(targets, asOf)
  const why = anchor.assumed
    ? `số liệu đầu tiên, vì ${noAnchorReason(passed)}`
    : anchor.period === milestoneQuarter(passed ?? 0)
      ? `số liệu tại mốc ${passed}`
      : `lần đo gần nhất trước mốc ${passed}`
  return {
    title,
    formula: null,
    working: `vA = ${formatFigure(anchor.value, [nextBound(indicator) ?? 0])}, ${quarterText(anchor.period)} (tA): ${why}`,
  }
}

/** T − vA, with the quarters of the way: from the anchor, or from the "-" that its value is carried to. */
function wayOf(indicator: Indicator) {
  const { next, targets, period, pace } = indicator
  const dash = next && dashBefore(targets, next.milestone)
  const begin = dash === null ? 0 : milestoneQuarterNumber(dash)
  const start = Math.max(pace.anchor ? quarterNumber(pace.anchor.period) : 0, begin)
  return {
    from: pace.anchor?.value ?? 0,
    to: nextBound(indicator) ?? 0,
    quarters: milestoneQuarterNumber(next?.milestone ?? 0) - start,
    walked: (period ? quarterNumber(period) : start) - start,
  }
}

function expectedStep(indicator: Indicator, expected: number): WhyStep {
  const { from, to, quarters, walked } = wayOf(indicator)
  const title = `Mức cần có tại ${quarterText(indicator.period ?? indicator.asOf)}`
  const holds = indicator.direction === 'increase' ? from >= to : from <= to
  if (holds) {
    const working = `Điểm xuất phát đã ở mức mục tiêu, chỉ cần giữ mức ${formatFigure(expected)}`
    return { title, formula: null, working }
  }
  return {
    title,
    formula: 'vA + (T − vA) × (tv − tA) / (tM − tA)',
    working: `${inFormula(from, [to])} + (${formatFigure(to)} − ${inFormula(from, [to])}) × ${walked} quý / ${quarters} quý ${equals(expected, formatLevel(expected, indicator.unitOfMeasure, indicator.value))}`,
  }
}

function ratioStep(indicator: Indicator, ratio: number): WhyStep {
  const { from, to, quarters, walked } = wayOf(indicator)
  const value = inFormula(indicator.value ?? 0, [to, from])
  const start = inFormula(from, [to])
  return {
    title: 'Hệ số tiến độ p',
    formula: 'p = [(v − vA) / (T − vA)] / [(tv − tA) / (tM − tA)]',
    working: `p = [(${value} − ${start}) / (${formatFigure(to)} − ${start})] / [${walked} quý / ${quarters} quý] ${equals(ratio, formatFigure(ratio, paceBands))}`,
  }
}

/** Over the quarters that can still report up to the milestone. */
function neededStep(indicator: Indicator, needed: number): WhyStep {
  const { next, direction, unitOfMeasure } = indicator
  const bound = nextBound(indicator) ?? 0
  const left = Math.round((next?.gap ?? 0) / needed)
  const value = inFormula(indicator.value ?? 0, [bound])
  const increase = direction === 'increase'
  const distance = increase ? `${formatFigure(bound)} − ${value}` : `${value} − ${formatFigure(bound)}`
  return {
    title: increase ? 'Cần thêm mỗi quý' : 'Cần giảm mỗi quý',
    formula: `${increase ? '(T − v)' : '(v − T)'} / số quý còn báo cáo được`,
    working: `(${distance}) / ${left} quý ${equals(needed, formatRate(needed, unitOfMeasure))}`,
  }
}
