import { compareStatus, type IndicatorGroup } from '@moc57/shared'
import type { ProgressItem } from '@moc57/shared/api'

/** Indicators under the heading of their group, or under none. */
export type Section = { group: IndicatorGroup | undefined; items: readonly ProgressItem[] }

/** Red first; within a status what needs the most each quarter, then what is furthest, then the order of the plan. */
export function worstFirst(a: ProgressItem, b: ProgressItem): number {
  return (
    compareStatus(a.status, b.status) ||
    inPoints(b, b.pace.neededPerQuarter) - inPoints(a, a.pace.neededPerQuarter) ||
    inPoints(b, b.next?.gap) - inPoints(a, a.next?.gap) ||
    a.number - b.number
  )
}

/** A distance to compare shares and counts by: of a count, in hundredths of its next target. */
function inPoints({ unitOfMeasure, next }: ProgressItem, distance: number | null | undefined): number {
  if (distance == null) return 0
  return unitOfMeasure === '%' || !next || next.lower === 0 ? distance : (distance / next.lower) * 100
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
