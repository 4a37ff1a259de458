import { type SubmissionStatus, submissionStatusLabels } from '@moc57/shared'
import type { ReactNode } from 'react'
import styles from './reporting.module.css'

/** Empty, half full, full: told by shape and word, on 16 × 16. */
const shapes: Record<SubmissionStatus, ReactNode> = {
  silent: <circle cx="8" cy="8" r="6" fill="none" strokeWidth="2" />,
  partial: (
    <>
      <circle cx="8" cy="8" r="6" fill="none" strokeWidth="1.6" />
      <path d="M8 2a6 6 0 010 12z" stroke="none" />
    </>
  ),
  late: (
    <>
      <circle cx="8" cy="8" r="6.6" fill="none" strokeWidth="1.6" />
      <path d="M8 4v4l2.6 1.8" fill="none" strokeWidth="1.6" />
    </>
  ),
  onTime: <circle cx="8" cy="8" r="7" stroke="none" />,
  notBegun: <path d="M3 8h10" strokeWidth="2" />,
}

export function SubmissionStatusMark({ standing }: { standing: SubmissionStatus }) {
  return (
    <span className={styles.mark} data-standing={standing}>
      <svg width="14" height="14" viewBox="0 0 16 16" aria-hidden="true" focusable="false">
        {shapes[standing]}
      </svg>
      {submissionStatusLabels[standing]}
    </span>
  )
}
