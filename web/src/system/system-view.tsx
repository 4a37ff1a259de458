import { formatMoment, formatNumber } from '@moc57/shared'
import { Page, PageHead, Section } from '../ui/page.tsx'
import { BackupSection } from './backup-section.tsx'
import type { System } from './queries.ts'
import styles from './system.module.css'
import { formatAge, formatBytes, words, wordsOfCheck } from './wording.ts'

/** Whether everything works, what to do where it does not, and the backups. */
export function SystemView({ system }: { system: System }) {
  const { checks, backups, database, disk, startedAt, version, commit } = system
  return (
    <Page>
      <PageHead title={words.title} />
      <Sum checks={checks} backups={backups} />
      <ul className={`bare-list ${styles.checks}`}>
        {[...checks]
          .sort((a, b) => Number(a.problem === null) - Number(b.problem === null))
          .map((check) => (
            <Check key={check.name} {...check} />
          ))}
      </ul>
      <Section title={words.backups}>
        {backups ? <BackupSection backups={backups} /> : <p>{words.noneMade}</p>}
      </Section>
      <Section title={words.machine}>
        <dl className="facts">
          <dt>{words.dataSize}</dt>
          <dd>{formatBytes(database.bytes)}</dd>
          <dt>{words.evidence}</dt>
          <dd>{formatNumber(database.evidenceFiles)} tệp</dd>
          {disk && (
            <>
              <dt>{words.room}</dt>
              <dd>
                {formatBytes(disk.free)} trong {formatBytes(disk.total)}
              </dd>
            </>
          )}
          <dt>{words.uptime}</dt>
          <dd>
            {formatAge(startedAt, Date.now())}, từ {formatMoment(startedAt)}
          </dd>
        </dl>
      </Section>
      <p className="note">{words.version(version, commit)}</p>
    </Page>
  )
}

/** All in one sentence. A backup that failed is told before the newest one is so old that its check fails. */
function Sum({ checks, backups }: Pick<System, 'checks' | 'backups'>) {
  const failing = checks.filter(({ problem }) => problem !== null).length
  const isBackupFailing = Boolean(backups?.failure && !backups.isRunning)
  return (
    <p role="status" className={styles.sum} data-failing={failing > 0 || isBackupFailing || undefined}>
      {failing > 0 ? words.someFail(failing) : isBackupFailing ? words.backupFails : words.allWell}
    </p>
  )
}

function Check({ name, problem }: System['checks'][number]) {
  const check = wordsOfCheck(name)
  const isFailing = problem !== null
  return (
    <li data-failing={isFailing || undefined}>
      <span className={styles.state}>
        <span aria-hidden="true">{isFailing ? '✕' : '✓'}</span> {isFailing ? words.failing : words.well}
      </span>
      <span>
        {check.name}
        {isFailing && (
          <span className="detail">
            {problem} <b>{words.whatToDo}</b> {check.advice}
          </span>
        )}
      </span>
    </li>
  )
}
