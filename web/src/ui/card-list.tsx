import type { ComponentProps, ReactNode } from 'react'
import styles from './card-list.module.css'

type CardListProps = ComponentProps<'ul'> & {
  /** Two beside each other where there is room. */
  inColumns?: boolean
}

/** Things of one kind one below the other, each with more to say than a row of a table holds. */
export function CardList({ inColumns, ...list }: CardListProps) {
  return <ul {...list} className={styles.list} data-columns={inColumns || undefined} />
}

type CardProps = Omit<ComponentProps<'li'>, 'title'> & {
  title?: ReactNode
  /** What stands beside the title: a state, a day. */
  beside?: ReactNode
  /** Somebody has to act. */
  isUrgent?: boolean | undefined
}

/** One of them. */
export function Card({ title, beside, isUrgent, children, ...item }: CardProps) {
  return (
    <li {...item} className={styles.card} data-urgent={isUrgent || undefined}>
      {(title || beside) && (
        <div className="row">
          {title && <h3>{title}</h3>}
          {beside}
        </div>
      )}
      {children}
    </li>
  )
}
