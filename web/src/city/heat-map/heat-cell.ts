import {
  flagLabels,
  formatBeside,
  formatGap,
  gapInWords,
  isMetAt,
  type ProgressStatus,
  quarterLabel,
  statusLabels,
} from '@moc57/shared'
import { type ComparisonItem, comparisonCell } from '@moc57/shared/api'
import { valueText } from '../../lib/figures.ts'
import { uncapitalize } from '../../lib/text.ts'
import { statusWithoutFigure } from '../compared-words.ts'
import type { HeatMapSearch } from './search.ts'

/**
 * What a cell shows: the shape of a status, or a number and how strongly it is coloured (0 to 4). Where there is no
 * value every mode shows the shape that says so.
 */
export type CellLook = {
  symbol: ProgressStatus | null
  text: string | null
  band: number | null
  met: boolean
}

/** Upper ends of the bands of the missing share, in percent of the way; the last band is open. */
export const gapBands = [5, 15, 30, 50] as const
/** Into how many bands the values of one indicator are divided, from 0 to the highest. */
const valueBands = 5

/** How the cell of a unit looks. */
export function cellLook(item: ComparisonItem, place: number, mode: HeatMapSearch['xem']): CellLook {
  const { value, comparator, bound, status } = comparisonCell(item, place)
  const plain = { symbol: null, text: null, band: null, met: false }
  if (mode === undefined) return { ...plain, symbol: status }
  if (value === null) return { ...plain, symbol: statusWithoutFigure(status) }
  if (mode === 'con-thieu') return { ...plain, ...gapLook(item, place) }
  const highest = item.value.reduce<number>((most, other) => Math.max(most, other ?? 0), 0)
  const band = Math.min(valueBands - 1, Math.floor((value / (highest || 1)) * valueBands))
  return {
    ...plain,
    text: `${comparator === 'greaterThan' ? '>' : ''}${formatBeside(value, bound)}`,
    // The good side is the strong one, whichever way is better.
    band: item.direction === 'increase' ? band : valueBands - 1 - band,
  }
}

/** What is left of the milestone: the number in the unit of measure, the colour by the share of the way. */
function gapLook(item: ComparisonItem, place: number): Partial<CellLook> {
  const cell = comparisonCell(item, place)
  const { gap, bound, missingShare, status } = cell
  if (gap === null || bound === null) return { symbol: statusWithoutFigure(status) }
  if (isMetAt(gap, cell, cell, item.direction)) {
    return { text: gap === 0 ? 'đạt' : `+${formatGap(gap, bound)}`, met: true }
  }
  const text = gap === 0 ? 'bằng' : formatGap(gap, bound)
  // A stage that has not begun is nobody's failure.
  if (status === 'notYetDue' || missingShare === null) return { text }
  const band = gapBands.findIndex((end) => missingShare * 100 <= end)
  return { text, band: band < 0 ? gapBands.length : band }
}

/** "Chậm, 48% (Quý III/2026), mốc 2030: còn thiếu 52 điểm phần trăm, quá hạn báo cáo" */
export function cellWords(item: ComparisonItem, place: number): string {
  const cell = comparisonCell(item, place)
  const { value, comparator, period, milestone, bound, status, flags } = cell
  const remarks = flags.filter(
    (flag) => flag !== 'assumedBaseline' && !(flag === 'overdue' && value === null),
  )
  const distance = distanceText(item, place)
  return [
    statusLabels[status],
    value !== null &&
      `${valueText({ value, comparator }, item.unitOfMeasure, bound)} (${quarterLabel(period ?? '')})`,
    distance && `mốc ${milestone}: ${distance}`,
    ...remarks.map((flag) => uncapitalize(flagLabels[flag])),
  ]
    .filter(Boolean)
    .join(', ')
}

/** The short words of a cell for a screen reader, which says unit and indicator by itself. */
export function cellLabel(item: ComparisonItem, place: number): string {
  const { value, comparator, bound, status } = comparisonCell(item, place)
  if (value === null) return statusLabels[status]
  const shown = valueText({ value, comparator }, item.unitOfMeasure, bound)
  return [statusLabels[status], shown, distanceText(item, place)].filter(Boolean).join(', ')
}

function distanceText(item: ComparisonItem, place: number): string | null {
  const { gap, bound, strict, comparator } = comparisonCell(item, place)
  return gap === null || bound === null ? null : gapInWords(gap, { ...item, comparator }, { bound, strict })
}
