import { Skeleton } from '../../ui/skeleton.tsx'
import styles from './progress-skeleton.module.css'

const lines = Array.from({ length: 10 }, (_, index) => index)

/** The outline of a page of indicators, of the size that the content will have. */
export function ProgressSkeleton() {
  return (
    <div className="stack" aria-hidden="true">
      <Skeleton width={160} height={18} />
      <Skeleton width="62%" height={50} />
      <Skeleton width="74%" height={32} />
      <Skeleton width="60%" height={34} />
      <div className={styles.list}>
        {lines.map((line) => (
          <div key={line} className={styles.line}>
            <div className={styles.name}>
              <Skeleton width="80%" height={16} />
              <Skeleton width="60%" height={12} />
            </div>
            <Skeleton width={110} height={16} />
            <Skeleton height={10} />
            <Skeleton width={60} height={16} />
          </div>
        ))}
      </div>
    </div>
  )
}
