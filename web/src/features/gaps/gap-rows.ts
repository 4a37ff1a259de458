import { milestonePeriod, type Output, type Verdict, verdictLabels } from '@moc57/shared'
import type { readIndicator } from '@moc57/shared/api'
import { gapText, judgedText } from '../../lib/figures.ts'

type Indicator = Pick<
  Output<typeof readIndicator>,
  'targets' | 'value' | 'comparator' | 'asOf' | 'next' | 'unitOfMeasure' | 'series'
>

export type GapRow = {
  milestone: number
  target: string
  own: boolean
  next: boolean
  lower: number | null
  /** Above zero still missing, zero or below met; `null` without target or value. */
  gap: number | null
  /** "thiếu 52", "vượt 5", "vừa đạt" */
  gapText: string
  verdict: Verdict | null
  conclusion: string
  /** "40% tại quý IV/2025, thiếu 20 điểm phần trăm", where the milestone has come. */
  judged: string | null
}

/** The milestones of a plan with what is left to each, in order of time. */
export function gapRows(indicator: Indicator): GapRow[] {
  const { targets, value, comparator, asOf, next, unitOfMeasure, series } = indicator
  const comparatorOf = (quarter: string) =>
    series.findLast(({ period, value }) => period === quarter && value !== null)?.comparator ?? null
  return targets.map(({ milestone, text, kind, source, lower, gap, verdict, judged }) => ({
    milestone,
    target: kind === 'none' ? 'Không đặt' : text,
    own: source === 'own',
    next: next?.milestone === milestone,
    lower,
    gap,
    gapText: gap === null ? missingText(kind, value) : gapText(gap, comparator),
    verdict,
    conclusion: conclusionOf(kind, verdict, milestonePeriod(milestone) > asOf),
    judged: judged && judgedText(judged, { comparator: comparatorOf(judged.period), lower, unitOfMeasure }),
  }))
}

function missingText(kind: Indicator['targets'][number]['kind'], value: number | null): string {
  if (kind === 'none') return '-'
  if (kind === 'unread') return 'chưa đọc được chỉ tiêu'
  return value === null ? 'chưa có số liệu' : '-'
}

function conclusionOf(kind: string, verdict: Verdict | null, ahead: boolean): string {
  if (verdict) return verdictLabels[verdict]
  if (kind === 'none') return '-'
  return ahead ? 'Chưa đến hạn' : '-'
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
  const span = Math.max(surplus - missing, ...rows.map(({ lower }) => (lower ?? 0) / 4)) || 1
  const met = shown.some((reached) => reached >= 0)
  const [label, edge] = [span * 0.3, span * 0.12]
  return [missing < 0 ? missing - label : -edge, met ? surplus + label : edge]
}
