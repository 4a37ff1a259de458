import { type AdministrativeUnit, type MovementKind, vietnameseOrder } from '@moc57/shared'
import type { MovementItem } from '@moc57/shared/api'
import type { MovementAnswer } from '../../lib/city-queries.ts'

/** The kinds that say that something moved, as they are told: what was won, then what was lost. */
export const tellingKinds = ['newlyMet', 'up', 'first', 'same', 'notReported', 'down', 'lost'] as const

/** One unit on one indicator, between the two quarters. */
export type Move = {
  unit: AdministrativeUnit
  item: MovementItem
  kind: MovementKind
  before: number | null
  after: number | null
  change: number | null
}

/** How many units moved which way on an indicator. */
export function countKinds({ kind }: Pick<MovementItem, 'kind'>): Map<MovementKind, number> {
  const counts = new Map<MovementKind, number>()
  for (const one of kind) counts.set(one, (counts.get(one) ?? 0) + 1)
  return counts
}

/** How many moved which way over all indicators. */
export function countAll(items: readonly MovementItem[]): Map<MovementKind, number> {
  return countKinds({ kind: items.flatMap(({ kind }) => kind) })
}

/**
 * The single moves of one kind, the largest change first; of what has no change, by unit and indicator. Where no kind
 * is asked for: what newly met a milestone and what lost one.
 */
export function moves({ units, items }: MovementAnswer, kind: MovementKind | undefined): Move[] {
  const asked = (one: MovementKind | undefined) =>
    kind === undefined ? one === 'newlyMet' || one === 'lost' : one === kind
  return units
    .flatMap((unit, place) =>
      items.flatMap((item): Move[] => {
        const is = item.kind[place]
        if (is === undefined || !asked(is)) return []
        const [before = null, after = null, change = null] = [
          item.before[place],
          item.after[place],
          item.change[place],
        ]
        return [{ unit, item, kind: is, before, after, change }]
      }),
    )
    .sort(
      (a, b) =>
        Number(b.kind === 'lost') - Number(a.kind === 'lost') ||
        Math.abs(b.change ?? 0) - Math.abs(a.change ?? 0) ||
        vietnameseOrder.compare(a.unit.name, b.unit.name) ||
        a.item.number - b.item.number,
    )
}
