import type { ProgressStatus } from '@moc57/shared'
import type { ComparisonCell } from '@moc57/shared/api'

type Ranked = Pick<ComparisonCell, 'value' | 'flags'>

/** Whether a value is too old to be ranked, or to say anything of today. */
export const isStale = ({ flags }: Pick<ComparisonCell, 'flags'>) => flags.includes('stale')

/** What stands beside a value that is too old. */
export const staleRemark = 'cũ hơn 4 quý, không xếp hạng'

/** Units that a ranking misses: those without a value, and those whose value is too old. */
export function countMissing(rows: readonly Ranked[]): number {
  return rows.filter((row) => row.value === null || isStale(row)).length
}

/** Why nobody is ranked. */
export function whyNotRanked(rows: readonly Ranked[]): string {
  const missing = countMissing(rows)
  if (missing * 5 <= rows.length) return 'Không xếp hạng, vì quá nhiều số liệu chưa được duyệt.'
  const old = rows.some((row) => row.value !== null && isStale(row)) ? ' hoặc số liệu cũ hơn 4 quý' : ''
  return `Không xếp hạng, vì hơn 20% số đơn vị (${missing} trong ${rows.length}) chưa có số liệu${old}.`
}

/** What can stand in the place of a figure. */
export const statusesWithoutFigure: readonly ProgressStatus[] = [
  'noData',
  'unreadTarget',
  'notYetDue',
  'noTarget',
]

/** What stands where there is no figure to show: that there is nothing to be measured by, otherwise that it is missing. */
export function statusWithoutFigure(status: ProgressStatus): ProgressStatus {
  return statusesWithoutFigure.includes(status) ? status : 'noData'
}
