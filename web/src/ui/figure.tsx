import { type ReactNode, type Ref, Suspense } from 'react'
import styles from './figure.module.css'
import { Skeleton } from './skeleton.tsx'

type FigureProps = {
  caption?: ReactNode
  /** The place that is held for the drawing while it loads, in pixels. */
  height: number
  /** The drawing itself, to be kept as a picture. */
  drawingRef?: Ref<HTMLDivElement>
  children: ReactNode
}

/** A drawing under what it shows. Table or words beside it say the same, so it is not read aloud. */
export function Figure({ caption, height, drawingRef, children }: FigureProps) {
  return (
    <figure className={styles.figure}>
      {caption && <figcaption className="note">{caption}</figcaption>}
      <div ref={drawingRef} aria-hidden="true" style={{ minHeight: height }}>
        <Suspense fallback={<Skeleton height={height} />}>{children}</Suspense>
      </div>
    </figure>
  )
}
