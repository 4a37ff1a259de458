import { type ReactNode, useId } from 'react'
import styles from './page.module.css'
import { TakeAway, type TakeAwayProps } from './take-away.tsx'

/** What stands one below the other on a page, on paper too. */
export function Page({ children }: { children: ReactNode }) {
  return <div className="stack paper-flow">{children}</div>
}

type PageHeadProps = {
  title: ReactNode
  /** What matters now, in words. */
  sentence?: ReactNode
  /** What can be taken along of the page, once it is there. */
  takeAway?: TakeAwayProps | undefined
  children?: ReactNode
}

/** What a page is about, beside it its files, and the one sentence that it opens with. */
export function PageHead({ title, sentence, takeAway, children }: PageHeadProps) {
  return (
    <header className="stack tight">
      <div className={styles.line}>
        <h1>{title}</h1>
        {takeAway && <TakeAway {...takeAway} />}
      </div>
      {sentence && <p className="sentence">{sentence}</p>}
      {children}
    </header>
  )
}

type SectionProps = { title: ReactNode; className?: string | undefined; children: ReactNode }

/** A part of a page under a heading of its own. */
export function Section({ title, className, children }: SectionProps) {
  const id = useId()
  return (
    <section className={`stack ${className ?? ''}`} aria-labelledby={id}>
      <h2 id={id}>{title}</h2>
      {children}
    </section>
  )
}
