import { formatDifference, type Verdict } from '@moc57/shared'
import type { Tone } from '../../components/badge.tsx'
import { atMost, boundOnly } from '../../lib/figures.ts'
import type { Reviewed } from './queries.ts'

export const outcomeTones: Record<Verdict, Tone> = {
  met: 'good',
  missed: 'alarm',
  notReported: 'quiet',
}

/** "thiếu 20 điểm phần trăm", "vượt 3 tổ", "vừa đủ". */
export function differenceText({ difference, comparator, unitOfMeasure }: Reviewed): string {
  if (difference === null) return ''
  if (difference === 0) return comparator ? 'đủ' : 'vừa đủ'
  return difference < 0
    ? `thiếu ${atMost(comparator)}${formatDifference(-difference, unitOfMeasure)}`
    : `vượt ${boundOnly(comparator)}${formatDifference(difference, unitOfMeasure)}`
}
