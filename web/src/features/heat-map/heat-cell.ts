import {
  boundOnly,
  flagLabels,
  formatGap,
  formatNumber,
  gapInWords,
  type ProgressStatus,
  periodLabel,
  statusLabels,
  valuePlaces,
} from '@moc57/shared'
import { type ComparisonItem, comparisonCell } from '@moc57/shared/api'
import { valueText } from '../../lib/figures.ts'
import { uncapitalize } from '../../lib/text.ts'
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

/** Upper ends of the bands of what is missing, in the unit of measure; the last band is open. */
export const gapBands = [5, 15, 30, 50] as const
/** Into how many bands the values of one indicator are divided, from 0 to the highest. */
const valueBands = 5

/** How the cell of a unit looks. */
export function cellLook(item: ComparisonItem, place: number, mode: HeatMapSearch['xem']): CellLook {
  const value = item.value[place] ?? null
  const gap = item.gap[place] ?? null
  const plain = { symbol: null, text: null, band: null, met: false }
  if (mode === undefined) return { ...plain, symbol: item.status[place] ?? 'noData' }
  if (value === null) return { ...plain, symbol: item.status[place] === 'noTarget' ? 'noTarget' : 'noData' }
  const bound = item.comparator[place] === 'greaterThan' ? '>' : ''
  if (mode === 'gia-tri') {
    const highest = item.value.reduce<number>((most, other) => Math.max(most, other ?? 0), 0)
    const band = Math.min(valueBands - 1, Math.floor((value / (highest || 1)) * valueBands))
    return { ...plain, text: bound + formatNumber(value), band }
  }
  if (gap === null) return { ...plain, symbol: 'noTarget' }
  if (gap <= 0) return { ...plain, text: gap === 0 ? 'đạt' : `+${formatGap(gap)}`, met: true }
  const band = gapBands.findIndex((end) => gap <= end)
  return { ...plain, text: formatGap(gap), band: band < 0 ? gapBands.length : band }
}

/** "Chậm, 48% (Quý III/2026), thiếu 52 điểm phần trăm đến mốc kế tiếp, quá hạn báo cáo" */
export function cellWords(item: ComparisonItem, place: number): string {
  const { value, comparator, period, gap, status, flags } = comparisonCell(item, place)
  const { unitOfMeasure, direction } = item
  // The bound that the gap was taken to, so that a value that misses it does not look as if it met it.
  const bound =
    value === null || gap === null
      ? null
      : Number((direction === 'increase' ? value + gap : value - gap).toFixed(valuePlaces))
  const remarks = flags.filter(
    (flag) => flag !== 'assumedBaseline' && !(flag === 'overdue' && value === null),
  )
  return [
    statusLabels[status],
    value !== null &&
      `${valueText({ value, comparator }, unitOfMeasure, bound)} (${periodLabel(period ?? '')})`,
    gap !== null && `${gapInWords(gap, { comparator, direction, unitOfMeasure })} đến mốc kế tiếp`,
    ...remarks.map((flag) => uncapitalize(flagLabels[flag])),
  ]
    .filter(Boolean)
    .join(', ')
}

/** The short words of a cell for a screen reader, which says unit and indicator by itself. */
export function cellLabel(item: ComparisonItem, place: number): string {
  const { value, comparator, gap, status } = comparisonCell(item, place)
  if (value === null) return statusLabels[status]
  const distance = gap === null ? '' : `, ${gapInWords(gap, { ...item, comparator })}`
  return `${statusLabels[status]}, ${boundOnly(comparator)}${formatNumber(value)}${distance}`
}
