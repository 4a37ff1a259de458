import { compareStatus, type IndicatorGroup } from '@moc57/shared'
import type { ProgressItem } from '@moc57/shared/api'

export type GroupedItems = { group: IndicatorGroup; items: ProgressItem[] }

/** Red first; within a status what needs the most each quarter, then what is furthest, then the order of the plan. */
export function worstFirst(a: ProgressItem, b: ProgressItem): number {
  return (
    compareStatus(a.status, b.status) ||
    (b.pace.neededPerQuarter ?? 0) - (a.pace.neededPerQuarter ?? 0) ||
    (b.next?.gap ?? 0) - (a.next?.gap ?? 0) ||
    a.number - b.number
  )
}

/**
 * The indicators in their groups, those without one left out. Worst first sorts inside a group and the groups by
 * their worst; otherwise both stay in the order of the plan.
 */
export function groupItems(
  groups: readonly IndicatorGroup[],
  items: readonly ProgressItem[],
  order: 'worst' | 'plan',
): GroupedItems[] {
  const grouped = groups.flatMap((group) => {
    const own = items.filter((item) => item.groupCode === group.code)
    return own.length > 0 ? [{ group, items: order === 'worst' ? own.sort(worstFirst) : own }] : []
  })
  if (order === 'plan') return grouped
  return grouped.sort((a, b) => firstDifference(a.items, b.items))
}

function firstDifference(a: readonly ProgressItem[], b: readonly ProgressItem[]): number {
  const [first, second] = [a[0], b[0]]
  return first && second ? worstFirst(first, second) : 0
}
