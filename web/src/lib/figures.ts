import {
  type Comparator,
  differenceUnit,
  formatGap,
  formatValue,
  type Progress,
  periodLabel,
  type ReportingPeriod,
} from '@moc57/shared'
import { uncapitalize } from './text.ts'

type KnownFigure = { value: number; comparator: Comparator | null }

/** "48%", "trên 30%": the value as its source gives it. */
export function valueText(
  { value, comparator }: KnownFigure,
  unitOfMeasure: string,
  bound?: number | null,
): string {
  return boundOnly(comparator) + formatValue(value, unitOfMeasure, bound)
}

/**
 * What a value is shown beside, and must not look as if it met: where one should be by now while it is below that,
 * otherwise the next milestone.
 */
export function boundBeside({ value, next, pace }: Pick<Progress, 'value' | 'next' | 'pace'>): number | null {
  const isBelow = value !== null && pace.expected !== null && value < pace.expected
  return isBelow ? pace.expected : (next?.lower ?? null)
}

/** What stands before a value of which the source gives only a bound: "trên " 30%. */
export function boundOnly(comparator: Comparator | null): string {
  return comparator === 'greaterThan' ? 'trên ' : ''
}

/** What a value known only as "trên 30%" misses is less than it seems: "dưới 30". */
export function atMost(comparator: Comparator | null): string {
  return comparator === 'greaterThan' ? 'dưới ' : ''
}

/** "thiếu 52", "vượt 5", "vừa đạt"; of "trên 30%" beside 30: "đạt". */
export function gapText(gap: number, comparator: Comparator | null): string {
  if (gap > 0) return `thiếu ${atMost(comparator)}${formatGap(gap)}`
  if (gap === 0) return comparator ? 'đạt' : 'vừa đạt'
  return `vượt ${boundOnly(comparator)}${formatGap(gap)}`
}

/** "thiếu 52 điểm phần trăm" */
export function gapInWords(gap: number, comparator: Comparator | null, unitOfMeasure: string): string {
  const text = gapText(gap, comparator)
  return gap === 0 ? text : `${text} ${differenceUnit(unitOfMeasure)}`
}

type Judged = NonNullable<Progress['targets'][number]['judged']>

/** What a milestone that has come was judged on: "40% tại quý IV/2025, thiếu 20 điểm phần trăm". */
export function judgedText(
  { period, value, gap }: Judged,
  { comparator, lower, unitOfMeasure }: JudgedContext,
): string {
  const figure = valueText({ value, comparator }, unitOfMeasure, lower)
  const measured = `${figure} tại ${quarterText(period)}`
  // That "trên 30%" meets 30 is all there is to say.
  return gap === 0 && comparator ? measured : `${measured}, ${gapInWords(gap, comparator, unitOfMeasure)}`
}

type JudgedContext = { comparator: Comparator | null; lower: number | null; unitOfMeasure: string }

/** "quý III/2026" inside a sentence. */
export function quarterText(period: ReportingPeriod): string {
  return uncapitalize(periodLabel(period))
}
