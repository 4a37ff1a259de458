import type { ReactNode } from 'react'
import styles from './folded.module.css'

type FoldedProps = { folded: boolean; title: string; children: ReactNode }

/** What a phone keeps folded away, and a wide screen shows in line. */
export function Folded({ folded, title, children }: FoldedProps) {
  if (!folded) return children
  return (
    <details className={`screen-only ${styles.folded}`}>
      <summary>{title}</summary>
      <div>{children}</div>
    </details>
  )
}
