import { formatMoment, quarterLabel, type WithdrawnEvidence } from '@moc57/shared'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { DecisionProblem } from '../../ui/decision-problem.tsx'
import { DialogActions, DialogForm, ModalDialog } from '../../ui/modal-dialog.tsx'
import styles from './evidence.module.css'
import { useEraseEvidence, withdrawnEvidenceQuery } from './queries.ts'
import { withdrawalWords } from './wording.ts'

/** The withdrawn files of all units, whose bytes the administrator may erase. */
export function WithdrawnSection() {
  const { data } = useQuery(withdrawnEvidenceQuery)
  const [asked, setAsked] = useState<WithdrawnEvidence>()
  if (!data) return null
  return (
    <section aria-labelledby="tep-da-rut" className={`stack ${styles.section}`}>
      <h2 id="tep-da-rut">{withdrawalWords.title}</h2>
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
    </section>
  )
}

function EraseDialog({ file, onClose }: { file: WithdrawnEvidence; onClose: () => void }) {
  const erase = useEraseEvidence()
  return (
    <ModalDialog title={`${withdrawalWords.erase} ${file.name}`} onClose={onClose}>
      <DialogForm onSubmit={() => erase.mutate(file.id, { onSuccess: onClose })}>
        <p>{withdrawalWords.eraseNote}</p>
        <DecisionProblem error={erase.error} />
        <DialogActions>
          <button type="button" className="button" onClick={onClose}>
            Thôi
          </button>
          <button type="submit" className="button" disabled={erase.isPending}>
            {withdrawalWords.erase}
          </button>
        </DialogActions>
      </DialogForm>
    </ModalDialog>
  )
}
