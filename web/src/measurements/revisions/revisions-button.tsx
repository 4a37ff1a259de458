import { firstQuarter, may, type Quarter, quarterLabel, quartersBetween } from '@moc57/shared'
import { useQuery } from '@tanstack/react-query'
import { type ReactNode, useState } from 'react'
import { currentQuarter } from '../../lib/as-of.ts'
import { sessionQuery } from '../../lib/session-query.ts'
import { Dialog } from '../../ui/dialog.tsx'
import { SelectField } from '../../ui/select-field.tsx'
import { EvidenceOfFigure } from '../evidence/evidence-section.tsx'
import styles from './cell-history.module.css'
import { FigureRevisions } from './figure-revisions.tsx'

type RevisionsButtonProps = {
  unitCode: string
  number: number
  period: Quarter
  children: ReactNode
}

/** Opens the whole history of a cell, for those who may read drafts. */
export function RevisionsButton({ unitCode, number, period, children }: RevisionsButtonProps) {
  const { data: account } = useQuery(sessionQuery)
  const [shown, setShown] = useState<Quarter>()
  if (!account || !may(account, 'readDrafts', { unitCode })) return null
  const close = () => setShown(undefined)
  return (
    <>
      <button type="button" className="plain-button" onClick={() => setShown(period)}>
        {children}
      </button>
      {shown && (
        <Dialog title={`Lịch sử số liệu chỉ tiêu ${number}`} onClose={close}>
          <div className={styles.bar}>
            <SelectField
              label="Quý"
              hideLabel
              value={shown}
              onChange={setShown}
              options={quartersBetween(firstQuarter, latest(currentQuarter(), period))
                .reverse()
                .map((value) => ({ value, label: quarterLabel(value) }))}
            />
            <button type="button" className="button" onClick={close}>
              Đóng
            </button>
          </div>
          <EvidenceOfFigure unitCode={unitCode} number={number} period={shown} />
          <FigureRevisions figure={{ unitCode, number, period: shown }} />
        </Dialog>
      )}
    </>
  )
}

function latest(a: Quarter, b: Quarter): Quarter {
  return a > b ? a : b
}
