import type { movementLabels } from '@moc57/shared'
import type { MovementItem } from '@moc57/shared/api'
import styles from './movement.module.css'
import { countKinds } from './movement-rows.ts'

const won = ['newlyMet', 'up'] as const
const lost = ['lost', 'down'] as const

/** Whole bars of how many units stand better (to the right) and worse (to the left), those that crossed a milestone darker. */
export function KindBar({ item }: { item: MovementItem }) {
  const counts = countKinds(item)
  const share = (kind: keyof typeof movementLabels) =>
    `${(50 * (counts.get(kind) ?? 0)) / (item.kind.length || 1)}%`
  return (
    <span className={styles.kindBar} aria-hidden="true">
      <span className={styles.worse}>
        {lost.map((kind) => (
          <span key={kind} data-kind={kind} style={{ width: `calc(2 * ${share(kind)})` }} />
        ))}
      </span>
      <span className={styles.better}>
        {won.map((kind) => (
          <span key={kind} data-kind={kind} style={{ width: `calc(2 * ${share(kind)})` }} />
        ))}
      </span>
    </span>
  )
}
