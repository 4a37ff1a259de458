import { quarterInText, statusLabels } from '@moc57/shared'
import type { ProgressItem } from '@moc57/shared/api'
import { Link } from '@tanstack/react-router'
import { uncapitalize } from '../../lib/text.ts'
import styles from '../../ui/panels.module.css'
import { StatusMark } from '../status-mark.tsx'
import { changesOf, type StatusChange } from './changes.ts'
import type { UnitProgress } from './queries.ts'

type ChangesPanelProps = { progress: UnitProgress; items: readonly ProgressItem[]; ky: string | undefined }

const shownAtOnce = 4

/** What changed since the quarter before, worse first. */
export function ChangesPanel({ progress, items, ky }: ChangesPanelProps) {
  const { statuses, better, worse, unchanged, unreported, since } = changesOf(items, progress.asOf)
  const moves = [
    better > 0 && `${better} chỉ tiêu tốt lên`,
    worse > 0 && `${worse} kém đi`,
    unchanged > 0 && `${unchanged} không đổi`,
    unreported > 0 && `${unreported} chưa có số liệu quý này`,
  ].filter(Boolean)
  const line = (change: StatusChange) => (
    <ChangeLine key={change.item.number} change={change} unitCode={progress.unit.code} ky={ky} />
  )
  return (
    <section className={styles.panel}>
      <h2>Thay đổi so với {quarterInText(since)}</h2>
      {unreported === items.length ? (
        <p>
          Chưa có số liệu mới của {quarterInText(progress.asOf)}.{' '}
          {since >= '2025-Q1' && (
            <Link to="." search={(search) => ({ ...search, ky: since })}>
              Xem {quarterInText(since)}
            </Link>
          )}
        </p>
      ) : (
        <p>{moves.join(', ')}.</p>
      )}
      {statuses.length > 0 && <ul>{statuses.slice(0, shownAtOnce).map(line)}</ul>}
      {statuses.length > shownAtOnce && (
        <details>
          <summary>{statuses.length - shownAtOnce} thay đổi khác</summary>
          <ul>{statuses.slice(shownAtOnce).map(line)}</ul>
        </details>
      )}
    </section>
  )
}

function ChangeLine({
  change: { item },
  unitCode,
  ky,
}: {
  change: StatusChange
  unitCode: string
  ky: string | undefined
}) {
  return (
    <li className={styles.change}>
      <Link
        to="/don-vi/$unitCode/chi-tieu/$number"
        params={{ unitCode, number: String(item.number) }}
        search={{ ky }}
      >
        {item.number}. {item.shortName}
      </Link>
      <span className={styles.move}>
        {item.previous && `${uncapitalize(statusLabels[item.previous.status])} → `}
        <StatusMark status={item.status} />
      </span>
    </li>
  )
}
