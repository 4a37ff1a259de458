import {
  boundOf,
  boundOnly,
  type Comparator,
  type Direction,
  formatValue,
  type GapFigure,
  gapInWords,
  levelBeside,
  type Progress,
  type Quarter,
  quarterLabel,
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
 * What a value is shown beside, and must not look as if it met: where one should have been while it is behind that,
 * otherwise the next milestone.
 */
export function boundBeside({
  value,
  next,
  pace,
  direction,
}: Pick<Progress, 'value' | 'next' | 'pace'> & { direction: Direction }): number | null {
  const { expected } = pace
  const isBehind =
    value !== null && expected !== null && (direction === 'increase' ? value < expected : value > expected)
  return isBehind ? levelBeside(expected, value) : nextBound({ next, direction })
}

type BoundOf = Parameters<typeof boundOf>[0]

/** The bound that is worked towards, `null` where there is none. */
export function nextBound({
  next,
  direction,
}: Pick<Progress, 'next'> & { direction: Direction }): number | null {
  return (next && boundOf(next, direction)?.bound) ?? null
}

type Judged = NonNullable<Progress['targets'][number]['judged']>

/** What is left of the next milestone, by the figure that counts for it. */
export type Left = {
  gap: number
  /** Whether the source gives that figure only as a bound. */
  comparator: Comparator | null
  /** The quarter that a due milestone was judged on; `null` while it is not due. */
  judgedIn: Quarter | null
  /** What is left of it today, where that is of another quarter than the one judged. */
  today: number | null
}

/** What is left of the next milestone: where it is due by what it was judged on, with today's beside it. */
export function leftOfNext({
  next,
  targets,
  period,
  comparator,
}: Pick<Progress, 'next' | 'targets' | 'period' | 'comparator'>): Left | undefined {
  if (next?.gap == null) return undefined
  const judged = judgedOfNext({ next, targets })
  if (!judged) return { gap: next.gap, comparator, judgedIn: null, today: null }
  const isToday = judged.period === period
  return {
    gap: judged.gap,
    comparator: isToday ? comparator : null,
    judgedIn: judged.period,
    today: isToday ? null : next.gap,
  }
}

/** What the next milestone was judged on, where it is due. */
export function judgedOfNext({ next, targets }: Pick<Progress, 'next' | 'targets'>): Judged | null {
  return targets.find(({ milestone }) => milestone === next?.milestone)?.judged ?? null
}

/** What a due milestone was judged on: "40% tại quý IV/2025, còn thiếu 20 điểm phần trăm". */
export function judgedText({ period, value, gap }: Judged, target: BoundOf, figure: GapFigure): string {
  const { comparator, direction, unitOfMeasure } = figure
  const bound = boundOf(target, direction)
  const shown = valueText({ value, comparator }, unitOfMeasure, bound?.bound)
  const measured = `${shown} tại ${quarterText(period)}`
  // That "trên 30%" meets 30 is all there is to say.
  return gap === 0 && comparator ? measured : `${measured}, ${gapInWords(gap, figure, bound)}`
}

/** "quý III/2026" inside a sentence. */
export function quarterText(period: Quarter): string {
  return uncapitalize(quarterLabel(period))
}
