import type { ReactNode } from 'react'
import styles from './callout.module.css'

type CalloutProps = {
  /** What somebody has to act on, should know of, or is told by the way. */
  tone?: 'alarm' | 'warn' | 'info' | 'quiet'
  title?: ReactNode
  /** Told by a screen reader as soon as it appears. */
  isAlert?: boolean
  /** Names it as a part of the page. */
  label?: string
  className?: string
  children?: ReactNode
}

/** A few lines apart from the rest, with a bar at their side. */
export function Callout({ tone = 'info', title, isAlert, label, className, children }: CalloutProps) {
  return (
    <section
      aria-label={label}
      className={className ? `${styles.callout} ${className}` : styles.callout}
      data-tone={tone}
      role={isAlert ? 'alert' : undefined}
    >
      {title && <b>{title}</b>}
      {typeof children === 'string' ? <p>{children}</p> : children}
    </section>
  )
}
