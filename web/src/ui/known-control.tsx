import { useNavigate } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { useKnownOn } from '../lib/known-on.ts'
import styles from './known-control.module.css'
import { KnownField, KnownNote, type SaidOfDay } from './known-day.tsx'

type KnownControlProps = {
  /** What the page shows of that day, where that is not figures. */
  said?: SaidOfDay
  /** What is known differently today. */
  children?: ReactNode
}

/** Where a page of a unit is read as it was known on an earlier day: folded away, and said clearly while it is. */
export function KnownControl({ said, children }: KnownControlProps) {
  const bietDen = useKnownOn()
  const navigate = useNavigate()
  const choose = (day: string | undefined) =>
    navigate({
      to: '.',
      search: (search) => ({ ...search, bietDen: day }),
      replace: true,
      resetScroll: false,
    })
  return (
    <div className={styles.known}>
      <KnownNote bietDen={bietDen} onLeave={() => choose(undefined)} said={said}>
        {children}
      </KnownNote>
      <details className={`screen-only ${styles.folded}`}>
        <summary>{bietDen ? 'Đổi ngày' : 'Xem theo số liệu có đến ngày …'}</summary>
        <KnownField bietDen={bietDen} onChange={choose} />
      </details>
    </div>
  )
}
