import type { IndicatorGroup } from '@moc57/shared'
import type { ProgressItem } from '@moc57/shared/api'

/** Indicators under the heading of their group, or under none. */
export type Section = { group: IndicatorGroup | undefined; items: readonly ProgressItem[] }

/** What is most urgent first, as the service has reckoned it. */
export function worstFirst(a: ProgressItem, b: ProgressItem): number {
  return a.urgencyRank - b.urgencyRank
}

/**
 * The indicators in the chosen order. By the plan they stand in its groups. Worst first is one list over all groups,
 * and keeps their headings only where no group stands apart for it: where nothing is reported yet, or one is shown.
 */
export function sectionsOf(
  groups: readonly IndicatorGroup[],
  items: readonly ProgressItem[],
  order: 'worst' | 'plan',
): Section[] {
  const sorted = order === 'worst' ? items.toSorted(worstFirst) : items
  const ofGroup = Map.groupBy(sorted, ({ groupCode }) => groupCode)
  const codes = order === 'worst' ? [...ofGroup.keys()] : groups.map(({ code }) => code)
  const sections = codes.flatMap((code) => {
    const [group, own] = [groups.find((one) => one.code === code), ofGroup.get(code)]
    return group && own ? [{ group, items: own }] : []
  })
  const isKept = sections.flatMap((section) => section.items).every((item, index) => item === sorted[index])
  return order === 'plan' || isKept ? sections : [{ group: undefined, items: sorted }]
}
