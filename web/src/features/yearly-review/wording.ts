import { formatDifference, formatValue, type Verdict } from '@moc57/shared'
import type { Tone } from '../../components/badge.tsx'
import { atMost, boundOnly } from '../../lib/figures.ts'
import type { Reviewed, YearlyReview } from './queries.ts'

export const outcomeBadges: Record<Verdict, { tone: Tone; label: string }> = {
  met: { tone: 'good', label: 'Đạt' },
  missed: { tone: 'alarm', label: 'Không đạt' },
  notReported: { tone: 'quiet', label: 'Chưa có số liệu' },
}

/** "Năm 2025: 12 trong 31 chỉ tiêu đạt, 7 không đạt, 5 chưa có số liệu; 7 không có mục tiêu để đánh giá." */
export function reviewSentence({ year, counts, items, isOver }: YearlyReview): string {
  const { met, missed, notReported, without } = counts
  const opening = isOver ? `Năm ${year}` : `Năm ${year} chưa kết thúc, tạm tính`
  const rest = without > 0 ? `; ${without} không có mục tiêu để đánh giá` : ''
  return `${opening}: ${met} trong ${items.length} chỉ tiêu đạt, ${missed} không đạt, ${notReported} chưa có số liệu${rest}.`
}

/** "≥60%" for a milestone of the year; "52% (trên đường đến mốc 2030)" for the yearly target. */
export function targetText({ target, unitOfMeasure }: Reviewed): string {
  if (!target) return '-'
  return target.kind === 'milestone' ? target.text : formatValue(target.bound, unitOfMeasure)
}

/** "thiếu 20 điểm phần trăm", "vượt 3 tổ", "vừa đủ". */
export function differenceText({ difference, comparator, unitOfMeasure }: Reviewed): string {
  if (difference === null) return ''
  if (difference === 0) return comparator ? 'đủ' : 'vừa đủ'
  return difference < 0
    ? `thiếu ${atMost(comparator)}${formatDifference(-difference, unitOfMeasure)}`
    : `vượt ${boundOnly(comparator)}${formatDifference(difference, unitOfMeasure)}`
}
