import { type ProgressStatus, progressStatuses, statusLabels } from '@moc57/shared'
import type { ReactNode, SVGProps } from 'react'
import { useStatusGuide } from '../lib/status-guide.ts'
import styles from './status-mark.module.css'

/** One outline a status, so that they stay apart in black and white; drawn on 16 × 16 in the colour of the text. */
const shapes: Record<ProgressStatus, ReactNode> = {
  missed: (
    <>
      <rect x="1.5" y="1.5" width="13" height="13" rx="2" fill="currentColor" />
      <path d="M5.2 5.2l5.6 5.6M10.8 5.2l-5.6 5.6" className={styles.inverse} />
    </>
  ),
  lost: (
    <>
      <rect x="2.25" y="2.25" width="11.5" height="11.5" rx="2" className={styles.line} />
      <path d="M5.5 5.5l5 5M10.5 5.5l-5 5" className={styles.line} />
    </>
  ),
  regressing: <path d="M1 3.2h14L8 14.6z" fill="currentColor" />,
  behind: <path d="M8 .8l7.2 7.2L8 15.2.8 8z" fill="currentColor" />,
  needsAcceleration: <path d="M3 8.2l5-5 5 5M3 13.4l5-5 5 5" className={styles.bold} />,
  insufficientData: (
    <>
      <circle cx="8" cy="8" r="6.2" className={styles.line} />
      <path d="M8 1.8a6.2 6.2 0 010 12.4z" fill="currentColor" />
    </>
  ),
  noData: <circle cx="8" cy="8" r="6.2" strokeDasharray="2.6 2.27" className={styles.line} />,
  onTrack: (
    <>
      <circle cx="8" cy="8" r="6.6" className={styles.line} />
      <path d="M4.4 8h6.4M8.2 5.2L11 8l-2.8 2.8" className={styles.line} />
    </>
  ),
  achieved: (
    <>
      <circle cx="8" cy="8" r="7.4" fill="currentColor" />
      <path d="M4.4 8.3l2.5 2.5 4.8-5" className={styles.inverse} />
    </>
  ),
  unreadTarget: (
    <>
      <circle cx="8" cy="8" r="6.6" className={styles.line} />
      <path d="M6 6.2a2 2 0 1 1 2.9 1.8c-.6.3-.9.7-.9 1.4M8 11.4v.6" className={styles.line} />
    </>
  ),
  notYetDue: (
    <>
      <circle cx="8" cy="8" r="6.6" className={styles.line} />
      <path d="M8 4.4V8l2.6 1.8" className={styles.line} />
    </>
  ),
  noTarget: <path d="M3 8h10" className={styles.bold} />,
}

/** The shape of a status alone, for where its word stands beside it anyway. */
export function StatusShape({ status, size = 16 }: { status: ProgressStatus; size?: number }) {
  return (
    <svg
      className={styles.shape}
      data-status={status}
      width={size}
      height={size}
      viewBox="0 0 16 16"
      aria-hidden="true"
      focusable="false"
    >
      {shapes[status]}
    </svg>
  )
}

const symbolId = (status: ProgressStatus) => `trang-thai-${status}`

/** The shapes as symbols, to stand once on a page that shows thousands of them by `StatusSymbol`. */
export function StatusSymbols() {
  return (
    <svg width="0" height="0" className={styles.symbols} aria-hidden="true" focusable="false">
      {progressStatuses.map((status) => (
        <symbol key={status} id={symbolId(status)} viewBox="0 0 16 16" overflow="visible">
          {shapes[status]}
        </symbol>
      ))}
    </svg>
  )
}

/** A shape of `StatusSymbols`, in the colour of the text around it. */
export function StatusSymbol({ status, ...place }: { status: ProgressStatus } & SVGProps<SVGUseElement>) {
  return <use href={`#${symbolId(status)}`} {...place} />
}

/** A status told by shape, word and colour; it opens the guide to the statuses. */
export function StatusMark({ status }: { status: ProgressStatus }) {
  const openGuide = useStatusGuide()
  const told = (
    <>
      <StatusShape status={status} />
      {statusLabels[status]}
    </>
  )
  if (!openGuide) {
    return (
      <span className={styles.mark} data-status={status}>
        {told}
      </span>
    )
  }
  return (
    <button
      type="button"
      className={styles.mark}
      data-status={status}
      aria-haspopup="dialog"
      title="Xem cách đánh giá"
      onClick={() => openGuide(status)}
    >
      {told}
    </button>
  )
}
