import { backupReasonLabels, formatMoment } from '@moc57/shared'
import { backupUrl } from '@moc57/shared/api'
import { apiPath } from '../lib/api-client.ts'
import { DecisionProblem } from '../ui/decision-problem.tsx'
import { type SystemBackups, useBeginBackup } from './queries.ts'
import styles from './system.module.css'
import { formatBytes, words } from './wording.ts'

/** What backups there are, and one more on demand. */
export function BackupSection({ backups }: { backups: SystemBackups }) {
  const { folder, time, isOnSameDisk, isRunning, failure, items } = backups
  const begin = useBeginBackup()
  return (
    <>
      <p>{words.plan(time, folder)}</p>
      {isOnSameDisk && <p className={styles.warning}>{words.sameDisk}</p>}
      {failure && !isRunning && (
        <div role="alert" className={styles.failure}>
          <b>{words.failed(failure.at)}</b>
          <p>{failure.words}</p>
        </div>
      )}
      <div className={styles.bar}>
        <button
          type="button"
          className={`button ${styles.main}`}
          disabled={isRunning || begin.isPending}
          onClick={() => begin.mutate()}
        >
          {words.backUpNow}
        </button>
        <p role="status">{isRunning && words.making}</p>
      </div>
      <DecisionProblem error={begin.error} />
      {items.length === 0 ? <p>{words.noBackups}</p> : <BackupTable items={items} />}
    </>
  )
}

function BackupTable({ items }: Pick<SystemBackups, 'items'>) {
  return (
    <>
      <table className={styles.table}>
        <caption className="visually-hidden">{words.caption}</caption>
        <thead>
          <tr>
            {words.columns.map((column) => (
              <th key={column} scope="col">
                {column}
              </th>
            ))}
            <td />
          </tr>
        </thead>
        <tbody>
          {items.map(({ name, at, reason, bytes, hasEvidence }) => (
            <tr key={name}>
              <th scope="row">
                {formatMoment(at)} <span className={styles.age}>{words.age(at, Date.now())}</span>
              </th>
              <td>{backupReasonLabels[reason]}</td>
              <td>
                {formatBytes(bytes)}
                {hasEvidence && `, ${words.withEvidence}`}
              </td>
              <td>{words.checked}</td>
              <td>
                <a href={apiPath(backupUrl, { name })} download>
                  {words.download}
                  <span className="visually-hidden"> {name}</span>
                </a>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <p className={styles.note}>{words.downloadNote}</p>
    </>
  )
}
