import {
  type AdministrativeUnit,
  boundOnly,
  formatRecorded,
  gapInWords,
  isMetAt,
  statusLabels,
  unitsInOrder,
  unitTitle,
} from '@moc57/shared'
import { type ComparisonCell, type ComparisonItem, comparisonCell } from '@moc57/shared/api'
import { capitalize, uncapitalize } from '../../lib/text.ts'

/** The indicator that is shown. */
export type Shown = Pick<ComparisonItem, 'number' | 'unitOfMeasure' | 'direction'>

/** A unit on the indicator that is shown. */
export type MapRow = { unit: AdministrativeUnit; cell: ComparisonCell }

/** The units with their cells, the worst first. */
export function mapRows(units: readonly AdministrativeUnit[], item: ComparisonItem): MapRow[] {
  return unitsInOrder({ units, items: [item] }, 'tinh-trang').map(({ unit, place }) => ({
    unit,
    cell: comparisonCell(item, place),
  }))
}

/** "Phường Kiến An: 48%, còn thiếu 52 điểm phần trăm, cần tăng tốc" */
export function unitInWords({ unit, cell }: MapRow, { unitOfMeasure, direction }: Shown): string {
  const { value, gap, bound, strict, comparator, status } = cell
  const isMissing = gap !== null && bound !== null && !isMetAt(gap, cell, cell, direction)
  const parts = [
    value === null ? null : boundOnly(comparator) + formatRecorded(value, unitOfMeasure, gap ?? 0),
    isMissing ? gapInWords(gap, { comparator, direction, unitOfMeasure }, { bound, strict }) : null,
    uncapitalize(statusLabels[status]),
  ]
  return `${capitalize(unitTitle(unit))}: ${parts.filter(Boolean).join(', ')}`
}
