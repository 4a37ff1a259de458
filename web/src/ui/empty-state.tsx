import type { ReactNode } from 'react'
import styles from './empty-state.module.css'

/** A calm panel where there is nothing yet: what it means and what to do. */
export function EmptyState({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section className={styles.empty}>
      <h2>{title}</h2>
      <div className={styles.body}>{children}</div>
    </section>
  )
}
