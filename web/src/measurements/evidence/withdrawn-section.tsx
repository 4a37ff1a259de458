import { formatMoment, quarterLabel, type WithdrawnEvidence } from '@moc57/shared'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { FormDialog } from '../../ui/dialog.tsx'
import { Section } from '../../ui/page.tsx'
import styles from './evidence.module.css'
import { useEraseEvidence, withdrawnEvidenceQuery } from './queries.ts'
import { withdrawalWords } from './wording.ts'

/** The withdrawn files of all units, whose bytes the administrator may erase. */
export function WithdrawnSection() {
  const { data } = useQuery(withdrawnEvidenceQuery)
  const [asked, setAsked] = useState<WithdrawnEvidence>()
  if (!data) return null
  return (
    <Section title={withdrawalWords.title}>
      {data.items.length === 0 && <p>{withdrawalWords.none}</p>}
      <ul className={styles.files}>
        {data.items.map((file) => (
          <li key={file.id}>
            <b>{file.name}</b>{' '}
            <span className="detail">
              {file.unitName}, chỉ tiêu {file.number}, {quarterLabel(file.period)}; {file.withdrawal.by} rút{' '}
              {formatMoment(file.withdrawal.at)}: {file.withdrawal.reason}
            </span>{' '}
            {file.erasure ? (
              <span>
                {withdrawalWords.erased} {formatMoment(file.erasure.at)}
              </span>
            ) : (
              <button type="button" className="plain-button" onClick={() => setAsked(file)}>
                {withdrawalWords.erase}
                <span className="visually-hidden"> {file.name}</span>
              </button>
            )}
          </li>
        ))}
      </ul>
      {asked && <EraseDialog file={asked} onClose={() => setAsked(undefined)} />}
    </Section>
  )
}

function EraseDialog({ file, onClose }: { file: WithdrawnEvidence; onClose: () => void }) {
  const erase = useEraseEvidence()
  return (
    <FormDialog
      title={`${withdrawalWords.erase} ${file.name}`}
      submitLabel={withdrawalWords.erase}
      isPending={erase.isPending}
      error={erase.error}
      onSubmit={() => erase.mutate(file.id, { onSuccess: onClose })}
      onClose={onClose}
    >
      <p>{withdrawalWords.eraseNote}</p>
    </FormDialog>
  )
}
