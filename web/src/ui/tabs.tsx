import type { ReactNode } from 'react'
import styles from './tabs.module.css'

/** Links between views of one thing; the one that is shown is marked (`aria-current`). */
export function Tabs({ label, children }: { label: string; children: ReactNode }) {
  return (
    <nav className={`screen-only ${styles.tabs}`} aria-label={label}>
      {children}
    </nav>
  )
}
