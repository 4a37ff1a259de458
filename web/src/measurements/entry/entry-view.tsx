import { type Account, may, quarterLabel, unitTitle } from '@moc57/shared'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useEffect, useRef, useState } from 'react'
import { capitalize } from '../../lib/text.ts'
import { useDocumentTitle } from '../../lib/use-document-title.ts'
import { useMediaQuery } from '../../lib/use-media-query.ts'
import { UnitOfPage } from '../../ui/unit-of-page.tsx'
import { useUnsentFiles } from '../evidence/use-upload.ts'
import { ConflictPanel } from './conflict-panel.tsx'
import { EntryCards } from './entry-cards.tsx'
import { EntryFooter } from './entry-footer.tsx'
import { EntryGrid } from './entry-grid.tsx'
import { gridLines } from './entry-lines.ts'
import styles from './entry-view.module.css'
import type { QuarterOfAccount } from './quarter-of-account.ts'
import { type Entries, groupNamesQuery, submitQuarter } from './queries.ts'
import { countQueue } from './save-queue.ts'
import { storePage } from './stored-page.ts'
import { SubmitDialog } from './submit-dialog.tsx'
import { useEntry } from './use-entry.ts'
import { adviceOf } from './wording.ts'

type EntryViewProps = { place: QuarterOfAccount; account: Account; entries: Entries }

/** A unit's quarter, to be filled or to be looked at. */
export function EntryView({ place, account, entries }: EntryViewProps) {
  const { unit, submission } = entries
  const queryClient = useQueryClient()
  const entry = useEntry(place, entries)
  const groupNames = useQuery(groupNamesQuery).data
  const isNarrow = useMediaQuery('(width < 62em)')
  const submitButton = useRef<HTMLButtonElement>(null)
  const [isSubmitting, setSubmitting] = useState(false)
  // What was just done, for as long as it takes to read it.
  const [notice, setNotice] = useState('')
  const unsentFiles = useUnsentFiles()
  const mayEnter = entry.lines.some(({ fields }) => fields.length > 0)
  const heading = `${mayEnter ? 'Nhập số liệu' : 'Số liệu'} ${quarterLabel(place.period)}`
  const unitName = capitalize(unitTitle(unit))
  useDocumentTitle(heading, unitName)
  // The names of the groups are kept, too: a page opened without a line needs them as well.
  useEffect(() => storePage(queryClient, place), [queryClient, place, entries, groupNames])

  useEffect(() => {
    const timer = setTimeout(() => setNotice(''), 6000)
    return () => clearTimeout(timer)
  }, [notice])

  // Figures are kept in the browser, files are not.
  useEffect(() => {
    if (unsentFiles === 0) return
    const ask = (event: BeforeUnloadEvent) => event.preventDefault()
    addEventListener('beforeunload', ask)
    return () => removeEventListener('beforeunload', ask)
  }, [unsentFiles])

  const maySubmit = submission.isOpen && may(account, 'submit', { unitCode: unit.code })
  const lines = gridLines(entry.lines, groupNames ?? {})
  const label = `${heading}, ${unitName}`
  const startSubmitting = () => maySubmit && setSubmitting(true)

  return (
    <div className="stack tight">
      <div className={`row ${styles.opening}`}>
        <h1>
          {heading} <UnitOfPage name={unitName} />
        </h1>
        <p>{adviceOf(submission, { mayEnter, maySubmit })}</p>
        {mayEnter && (
          <Link
            to="/don-vi/$unitCode/nhap-tu-excel"
            params={{ unitCode: unit.code }}
            search={{ ky: place.period }}
          >
            Nhập từ Excel
          </Link>
        )}
      </div>
      <LineNote line={entry.state.line} why={entry.state.why} onRetry={entry.resume} />
      {isNarrow ? (
        <EntryCards place={place} label={label} lines={lines} onEdit={entry.edit} />
      ) : (
        <div className={styles.grid}>
          <EntryGrid
            place={place}
            label={label}
            lines={lines}
            entry={entry}
            onLeave={() => submitButton.current?.focus()}
            onSubmit={startSubmitting}
            onNotice={setNotice}
          />
        </div>
      )}
      <div className={styles.foot}>
        <ConflictPanel lines={entry.lines} onDecide={entry.decide} />
        <EntryFooter
          lines={entry.lines}
          counts={countQueue(entry.state.queue)}
          unsentFiles={unsentFiles}
          line={entry.state.line}
          notice={notice}
          submit={maySubmit ? { ref: submitButton, onClick: startSubmitting } : null}
        />
      </div>
      {isSubmitting && (
        <SubmitDialog
          lines={entry.lines}
          entry={entry}
          onClose={() => setSubmitting(false)}
          submit={() => submitQuarter(place)}
          onSubmitted={() => {
            setSubmitting(false)
            setNotice('Đã trình duyệt.')
            void queryClient.invalidateQueries({ queryKey: ['units', unit.code] })
          }}
        />
      )}
    </div>
  )
}

function LineNote({
  line,
  why,
  onRetry,
}: {
  line: ReturnType<typeof useEntry>['state']['line']
  why: string | undefined
  onRetry: () => void
}) {
  if (line === 'up') return null
  return (
    <p className={styles.line} role="status">
      {line === 'unable' ? why : 'Chưa gửi được về máy chủ.'} Số đã nhập vẫn giữ trong máy này và tự gửi
      {line === 'unable' ? ' lại' : ' khi có đường truyền'}.{' '}
      <button type="button" className="plain-button" onClick={onRetry}>
        Gửi ngay
      </button>
    </p>
  )
}
