import { backupReasonLabels, formatMoment } from '@moc57/shared'
import { backupUrl } from '@moc57/shared/api'
import { apiPath } from '../lib/api-client.ts'
import { Callout } from '../ui/callout.tsx'
import { FormProblem } from '../ui/form.tsx'
import { Table } from '../ui/table.tsx'
import { type SystemBackups, useBeginBackup } from './queries.ts'
import { formatBytes, words } from './wording.ts'

/** What backups there are, and one more on demand. */
export function BackupSection({ backups }: { backups: SystemBackups }) {
  const { folder, time, isOnSameDisk, isRunning, failure, items } = backups
  const begin = useBeginBackup()
  return (
    <>
      <p>{words.plan(time, folder)}</p>
      {isOnSameDisk && (
        <Callout tone="warn">
          <p>{words.sameDisk}</p>
        </Callout>
      )}
      {failure && !isRunning && (
        <Callout tone="alarm" title={words.failed(failure.at)} isAlert>
          {failure.words}
        </Callout>
      )}
      <div className="row">
        <button
          type="button"
          className="button primary"
          disabled={isRunning || begin.isPending}
          onClick={() => begin.mutate()}
        >
          {words.backUpNow}
        </button>
        <p role="status">{isRunning && words.making}</p>
      </div>
      <FormProblem error={begin.error} />
      {items.length === 0 ? <p>{words.noBackups}</p> : <BackupTable items={items} />}
    </>
  )
}

function BackupTable({ items }: Pick<SystemBackups, 'items'>) {
  return (
    <>
      <Table
        caption={words.caption}
        rows={items}
        rowKey={({ name }) => name}
        columns={[
          {
            title: words.columns[0],
            kind: 'name',
            cell: ({ at }) => (
              <>
                <b>{formatMoment(at)}</b> <span className="note">{words.age(at, Date.now())}</span>
              </>
            ),
          },
          { title: words.columns[1], label: null, cell: ({ reason }) => backupReasonLabels[reason] },
          {
            title: words.columns[2],
            label: null,
            cell: ({ bytes, hasEvidence }) =>
              `${formatBytes(bytes)}${hasEvidence ? `, ${words.withEvidence}` : ''}`,
          },
          { title: words.columns[3], label: null, cell: () => words.checked },
          {
            title: words.download,
            hideTitle: true,
            kind: 'actions',
            cell: ({ name }) => (
              <a href={apiPath(backupUrl, { name })} download>
                {words.download}
                <span className="visually-hidden"> {name}</span>
              </a>
            ),
          },
        ]}
      />
      <p className="note">{words.downloadNote}</p>
    </>
  )
}
