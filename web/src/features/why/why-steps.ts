import {
  differenceUnit,
  formatGap,
  formatRate,
  formatValue,
  milestonePeriod,
  milestoneQuarter,
  missingBound,
  type Output,
  quarterNumber,
} from '@moc57/shared'
import type { readIndicator } from '@moc57/shared/api'
import { boundBeside, nextBound, quarterText, valueText } from '../../lib/figures.ts'
import { equals, formatFigure, inFormula } from './figures.ts'
import { noAnchorReason, passedMilestone } from './passed-milestones.ts'
import { paceBands } from './why-rules.ts'

type Indicator = Output<typeof readIndicator>

/** One line of the sum: what is reckoned, how, and with which numbers. */
export type WhyStep = { title: string; formula: string | null; working: string }

/** Everything the status was made of, in the order it is reckoned; design.md section 3. */
export function whySteps(indicator: Indicator): WhyStep[] {
  const { next, pace, value } = indicator
  const steps = [valueStep(indicator), targetStep(indicator)]
  if (!next || value === null) return steps
  steps.push(gapStep(indicator))
  if (!pace.anchor) return steps
  if (pace.expected === null && pace.ratio === null) return steps
  steps.push(anchorStep(indicator))
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
  const { next, targets, asOf } = indicator
  const bound = nextBound(indicator)
  const title = 'Mốc đang xét'
  if (!next) return { title, formula: null, working: 'Kế hoạch không đặt chỉ tiêu cho mốc nào (ghi “-”).' }
  const target = targets.find(({ milestone }) => milestone === next.milestone)
  const due = milestonePeriod(next.milestone)
  const printed = target
    ? ` (kế hoạch ghi “${target.text}”${target.kind === 'range' ? ', tính từ cận dưới' : ''})`
    : ''
  const why = due >= asOf ? 'mốc gần nhất có chỉ tiêu' : 'mốc cuối cùng có chỉ tiêu'
  return {
    title,
    formula: null,
    working: `T = ${bound === null ? 'chưa đọc được' : formatFigure(bound)}${printed}, hạn ${quarterText(due)} (tM): ${why}`,
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
  const meaning =
    gap > 0
      ? comparator
        ? `còn thiếu, ${missingBound(comparator, direction)}mức này`
        : 'còn thiếu'
      : gap === 0
        ? 'đạt'
        : 'vượt'
  return {
    title: 'Khoảng cách',
    formula: increase ? 'T − v' : 'v − T',
    working: `${numbers} ${equals(gap, `${gap < 0 ? '−' : ''}${formatGap(gap)} ${differenceUnit(unitOfMeasure)}`)}: ${meaning}`,
  }
}

function anchorStep(indicator: Indicator): WhyStep {
  const { targets, asOf, next } = indicator
  const { anchor } = indicator.pace
  const title = 'Điểm xuất phát A'
  if (!anchor || !next) return { title, formula: null, working: '' }
  const passed = passedMilestone(targets, asOf)
  const why = anchor.assumed
    ? `số liệu đầu tiên, vì ${noAnchorReason(passed)} (gốc giả định)`
    : anchor.period === milestonePeriod(passed ?? 0)
      ? `số liệu tại mốc ${passed}`
      : `lần đo gần nhất trước mốc ${passed}`
  return {
    title,
    formula: null,
    working: `vA = ${formatFigure(anchor.value, [nextBound(indicator) ?? 0])}, ${quarterText(anchor.period)} (tA): ${why}`,
  }
}

/** T − vA, with the quarters of the way. */
function wayOf(indicator: Indicator) {
  const { next, asOf, period } = indicator
  const { anchor } = indicator.pace
  const start = anchor ? quarterNumber(anchor.period) : 0
  return {
    from: anchor?.value ?? 0,
    to: nextBound(indicator) ?? 0,
    quarters: milestoneQuarter(next?.milestone ?? 0) - start,
    walked: quarterNumber(asOf) - start,
    measuredAfter: period ? quarterNumber(period) - start : 0,
    left: milestoneQuarter(next?.milestone ?? 0) - quarterNumber(asOf),
  }
}

function expectedStep(indicator: Indicator, expected: number): WhyStep {
  const title = `Mức cần có tại ${quarterText(indicator.asOf)}`
  const { from, to, quarters, walked } = wayOf(indicator)
  const holds = indicator.direction === 'increase' ? from >= to : from <= to
  if (holds)
    return {
      title,
      formula: null,
      working: `Điểm xuất phát đã đạt chỉ tiêu, chỉ cần giữ mức ${formatFigure(expected)}`,
    }
  return {
    title,
    formula: 'vA + (T − vA) × (t − tA) / (tM − tA)',
    working: `${inFormula(from, [to])} + (${formatFigure(to)} − ${inFormula(from, [to])}) × ${walked} quý / ${quarters} quý ${equals(expected, formatValue(expected, indicator.unitOfMeasure))}`,
  }
}

function ratioStep(indicator: Indicator, ratio: number): WhyStep {
  const { from, to, quarters, measuredAfter } = wayOf(indicator)
  const value = inFormula(indicator.value ?? 0, [to, from])
  const start = inFormula(from, [to])
  return {
    title: 'Hệ số tiến độ p',
    formula: 'p = [(v − vA) / (T − vA)] / [(tv − tA) / (tM − tA)]',
    working: `p = [(${value} − ${start}) / (${formatFigure(to)} − ${start})] / [${measuredAfter} quý / ${quarters} quý] ${equals(ratio, formatFigure(ratio, paceBands))}`,
  }
}

function neededStep(indicator: Indicator, needed: number): WhyStep {
  const { to, left } = wayOf(indicator)
  const value = inFormula(indicator.value ?? 0, [to])
  const increase = indicator.direction === 'increase'
  const distance = increase ? `${formatFigure(to)} − ${value}` : `${value} − ${formatFigure(to)}`
  return {
    title: 'Cần thêm mỗi quý',
    formula: increase ? '(T − v) / (tM − t)' : '(v − T) / (tM − t)',
    working: `(${distance}) / ${left} quý ${equals(needed, formatRate(needed, indicator.unitOfMeasure))}`,
  }
}
