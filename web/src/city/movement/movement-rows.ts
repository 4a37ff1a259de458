import type { MovementKind } from '@moc57/shared'
import type { MovementItem } from '@moc57/shared/api'

/** The kinds that say that something moved, as they are told: what was won, then what was lost. */
export const tellingKinds = ['newlyMet', 'up', 'first', 'same', 'notReported', 'down', 'lost'] as const

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
