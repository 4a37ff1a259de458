import {
  boundOf,
  boundOnly,
  formatGap,
  type GapFigure,
  gapInColumn,
  gapInWords,
  type Output,
  type Verdict,
  verdictLabels,
} from '@moc57/shared'
import type { readIndicator } from '@moc57/shared/api'
import { judgedText } from '../../lib/figures.ts'

type Indicator = Pick<
  Output<typeof readIndicator>,
  'targets' | 'value' | 'comparator' | 'next' | 'unitOfMeasure' | 'direction' | 'series'
>

export type GapRow = {
  milestone: number
  target: string
  own: boolean
  next: boolean
  bound: number | null
  /** Above zero still missing, zero or below met; `null` without target or value. */
  gap: number | null
  /** "còn thiếu 52 điểm phần trăm", "vượt 5 tổ", "vừa đạt" */
  gapText: string
  /** The same beside a bar, where the table tells the unit: "thiếu 52", "giảm thêm 3", "vượt 5". */
  barText: string
  verdict: Verdict | null
  conclusion: string
  /** "40% tại quý IV/2025, còn thiếu 20 điểm phần trăm", where the milestone is due. */
  judged: string | null
}

/** The milestones of a plan with what is left to each, in order of time. */
export function gapRows(indicator: Indicator): GapRow[] {
  const { targets, value, comparator, next, unitOfMeasure, direction, series } = indicator
  const comparatorOf = (quarter: string) =>
    series.findLast(({ period, value }) => period === quarter && value !== null)?.comparator ?? null
  return targets.map((target) => {
    const { milestone, text, kind, source, gap, verdict, judged } = target
    const bound = boundOf(target, direction)
    const figure = { comparator, direction, unitOfMeasure }
    return {
      milestone,
      target: kind === 'none' ? 'Không đặt' : text,
      own: source === 'own',
      next: next?.milestone === milestone,
      bound: bound?.bound ?? null,
      gap,
      gapText: gap === null ? missingText(kind, value) : gapInWords(gap, figure, bound),
      barText: gap === null || !bound ? missingText(kind, value) : barText(gap, figure, bound),
      verdict,
      conclusion: conclusionOf(target),
      judged: judged && judgedText(judged, target, { ...figure, comparator: comparatorOf(judged.period) }),
    }
  })
}

/** "thiếu 52", "vượt 5": a gap beside its bar, where the table tells the unit. */
export function barText(gap: number, figure: GapFigure, bound: { bound: number; strict: boolean }): string {
  if (gap >= 0) return gapInColumn(gap, figure, bound)
  const { comparator, direction } = figure
  const distance = formatGap(gap, bound.bound)
  return direction === 'increase'
    ? `vượt ${boundOnly(comparator)}${distance}`
    : `thấp hơn ${comparator ? 'dưới ' : ''}${distance}`
}

function missingText(kind: Indicator['targets'][number]['kind'], value: number | null): string {
  if (kind === 'none') return '-'
  if (kind === 'unread') return 'chưa đọc được mục tiêu'
  return value === null ? 'chưa có số liệu' : '-'
}

function conclusionOf({ kind, verdict, isDue, wasInForce }: Indicator['targets'][number]): string {
  if (verdict) return verdictLabels[verdict]
  if (kind === 'none') return '-'
  if (!wasInForce) return 'Không đánh giá (đặt sau mốc)'
  return isDue ? '-' : 'Chưa đến hạn'
}

/** What gap and verdict are reckoned from, where the two differ. */
export function verdictNote(rows: readonly GapRow[]): string | null {
  return rows.some(({ verdict }) => verdict !== null)
    ? 'Khoảng cách tính theo số liệu mới nhất. Kết luận tính theo số liệu quý IV của năm mốc, hoặc lần đo trước đó không quá 4 quý.'
    : null
}

/** The axis of the bars, missing to the left of 0, with room for the labels at their ends. */
export function gapDomain(rows: readonly GapRow[]): [number, number] {
  const shown = rows.flatMap(({ gap }) => (gap === null ? [] : [-gap]))
  const [missing, surplus] = [Math.min(0, ...shown), Math.max(0, ...shown)]
  // A tenth of a point must not fill the chart: a quarter of the target is the least it spans.
  const span = Math.max(surplus - missing, ...rows.map(({ bound }) => (bound ?? 0) / 4)) || 1
  const met = shown.some((reached) => reached >= 0)
  const [label, edge] = [span * 0.3, span * 0.12]
  return [missing < 0 ? missing - label : -edge, met ? surplus + label : edge]
}
