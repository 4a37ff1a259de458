import type { ReactNode } from 'react'
import styles from './badge.module.css'

/** How a state is told: what is late, what waits for somebody, what is well, what is over or not begun. */
export type Tone = 'alarm' | 'waiting' | 'good' | 'quiet'

const signs: Record<Tone, string> = { alarm: '!', waiting: '…', good: '✓', quiet: '–' }

/** A state in a word, with a sign of its own so that it needs no colour. */
export function Badge({ tone, children }: { tone: Tone; children: ReactNode }) {
  return (
    <span className={styles.badge} data-tone={tone}>
      <span aria-hidden="true">{signs[tone]}</span> {children}
    </span>
  )
}
