import { type ProgressStatus, progressStatuses } from '@moc57/shared'
import type { ProgressItem } from '@moc57/shared/api'
import { oneOf, type Search, textUpTo } from '../../lib/search-params.ts'

const text = textUpTo(200)

/** What is chosen in a list of indicators, as it stands in the address. What cannot be read is left out. */
export const progressParams = {
  lanhDao: text,
  coQuan: text,
  nhom: text,
  trangThai: text,
  sapXep: oneOf(['gap-nhat', 'ke-hoach']),
  /** The board of milestones; the list where it is left out. */
  xem: oneOf(['bang-moc']),
}
export type ProgressSearch = Search<typeof progressParams>

/** The statuses of `trangThai`, known ones only. */
export function chosenStatuses(search: ProgressSearch): ProgressStatus[] {
  const codes = search.trangThai?.split(',') ?? []
  return progressStatuses.filter((status) => codes.includes(status))
}

/** `trangThai` with one status switched on or off; undefined for none. */
export function toggleStatus(chosen: readonly ProgressStatus[], status: ProgressStatus): string | undefined {
  const next = chosen.includes(status) ? chosen.filter((other) => other !== status) : [...chosen, status]
  return next.length > 0 ? next.join(',') : undefined
}

/** The search without what hides indicators; the order stays. */
export function stripFilters({ sapXep, xem }: ProgressSearch): ProgressSearch {
  return { sapXep, xem }
}

export function hasFilters({ lanhDao, coQuan, nhom, trangThai }: ProgressSearch): boolean {
  return Boolean(lanhDao ?? coQuan ?? nhom ?? trangThai)
}

/** The indicators that leader, body and group leave; the statuses are counted on these. */
export function filterItems(
  items: readonly ProgressItem[],
  { lanhDao, coQuan, nhom }: ProgressSearch,
): ProgressItem[] {
  return items.filter(
    ({ assignment, groupCode }) =>
      (!lanhDao || assignment?.leader.id === lanhDao) &&
      (!coQuan || assignment?.leadBodies.some(({ id }) => id === coQuan)) &&
      (!nhom || groupCode === nhom),
  )
}

export function filterByStatus(
  items: readonly ProgressItem[],
  search: ProgressSearch,
): readonly ProgressItem[] {
  const statuses = chosenStatuses(search)
  return statuses.length > 0 ? items.filter(({ status }) => statuses.includes(status)) : items
}
