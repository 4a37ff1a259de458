import { type Evidence, may } from '@moc57/shared'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { apiPath } from '../../lib/api-client.ts'
import { sessionQuery } from '../../lib/session-query.ts'
import { ReasonDialog } from '../approval/reason-dialog.tsx'
import styles from './evidence.module.css'
import { figureParams, useWithdrawEvidence } from './queries.ts'
import { fileFacts, withdrawalWords } from './wording.ts'

type EvidenceListProps = { unitCode: string; number: number; items: readonly Evidence[] }

/** The files of a figure; each opens as the download that the server makes of it, and is withdrawn by who may. */
export function EvidenceList({ unitCode, number, items }: EvidenceListProps) {
  const { data: account = null } = useQuery(sessionQuery)
  const [asked, setAsked] = useState<Evidence>()
  const mayWithdraw = may(account, 'withdrawEvidence', { unitCode })
  return (
    <>
      <ul className={styles.files}>
        {items.map((file) => (
          <li key={file.id}>
            <a
              href={`${apiPath('/api/units/:unitCode/indicators/:number/measurements/:period/evidence', figureParams({ unitCode, number, period: file.period }))}/${file.id}`}
              download
            >
              {file.name}
            </a>{' '}
            <span className="detail">{fileFacts(file)}</span>{' '}
            {mayWithdraw && (
              <button type="button" className="plain-button" onClick={() => setAsked(file)}>
                {withdrawalWords.withdraw}
                <span className="visually-hidden"> {file.name}</span>
              </button>
            )}
          </li>
        ))}
      </ul>
      {asked && (
        <WithdrawDialog
          unitCode={unitCode}
          number={number}
          file={asked}
          onClose={() => setAsked(undefined)}
        />
      )}
    </>
  )
}

type WithdrawDialogProps = Omit<EvidenceListProps, 'items'> & { file: Evidence; onClose: () => void }

function WithdrawDialog({ unitCode, number, file, onClose }: WithdrawDialogProps) {
  const withdraw = useWithdrawEvidence({ unitCode, number, period: file.period })
  return (
    <ReasonDialog
      title={`${withdrawalWords.withdraw} ${file.name}`}
      note={withdrawalWords.note}
      quickReasons={withdrawalWords.quickReasons}
      submitLabel={withdrawalWords.withdraw}
      isPending={withdraw.isPending}
      error={withdraw.error}
      onSubmit={(reason) => withdraw.mutate({ id: file.id, reason }, { onSuccess: onClose })}
      onClose={onClose}
    />
  )
}
