import styles from './skeleton.module.css'

/** Takes the place of a line or a block; shows itself only when loading takes longer than a blink. */
export function Skeleton({ width = '100%', height = 16 }: { width?: number | string; height?: number }) {
  return <span className={styles.skeleton} style={{ width, height }} />
}

/** Says to a screen reader, once, that what follows is being loaded. */
export function LoadingNote() {
  return (
    <p role="status" className="visually-hidden">
      Đang tải số liệu…
    </p>
  )
}
