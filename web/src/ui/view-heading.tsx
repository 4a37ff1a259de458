import type { ReactNode } from 'react'
import { TakeAway, type TakeAwayProps } from './take-away.tsx'
import styles from './view-heading.module.css'

type ViewHeadingProps = { children: ReactNode; takeAway?: TakeAwayProps }

/** What a view of the city is about, and beside it what can be taken along of it once it is there. */
export function ViewHeading({ children, takeAway }: ViewHeadingProps) {
  return (
    <div className={styles.heading}>
      <h1>{children}</h1>
      {takeAway && <TakeAway {...takeAway} />}
    </div>
  )
}
