import { type ProgressStatus, progressStatuses, statusLabels, statusMeanings } from '@moc57/shared'
import { StatusShape } from '../status-mark.tsx'
import styles from './status-guide.module.css'

/** The twelve statuses in their shapes, each explained in a line; the one that was asked about is marked. */
export function StatusMeanings({ at }: { at?: ProgressStatus | undefined }) {
  return (
    <dl className={styles.meanings}>
      {progressStatuses.map((status) => (
        <div
          key={status}
          ref={status === at ? scrollTo : undefined}
          aria-current={status === at || undefined}
        >
          <dt data-status={status}>
            <StatusShape status={status} />
            {statusLabels[status]}
          </dt>
          <dd>{statusMeanings[status]}</dd>
        </div>
      ))}
    </dl>
  )
}

function scrollTo(line: HTMLElement | null) {
  line?.scrollIntoView({ block: 'nearest' })
}
