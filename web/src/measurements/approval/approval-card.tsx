import { changeBetween, type Quarter, statusLabels } from '@moc57/shared'
import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { StatusMark } from '../../indicators/status-mark.tsx'
import { questionWords } from '../../lib/question-words.ts'
import { uncapitalize } from '../../lib/text.ts'
import { Explained } from '../../ui/abbreviations.tsx'
import { Callout } from '../../ui/callout.tsx'
import { EvidenceButton } from '../evidence/evidence-button.tsx'
import { RevisionsButton } from '../revisions/revisions-button.tsx'
import styles from './approval-card.module.css'
import { changeOf, isBetter, type WaitingRow } from './approval-rows.ts'
import { changeSentence, countsText, figureText } from './wording.ts'

type ApprovalCardProps = {
  row: WaitingRow
  unitCode: string
  period: Quarter
  onApprove: () => void
  onReturn: () => void
  /** Where an explanation of the figure is asked for. */
  asking: ReactNode
}

/** A figure that waits, with all that is needed to decide on it. */
export function ApprovalCard({ row, unitCode, period, onApprove, onReturn, asking }: ApprovalCardProps) {
  const { number, shortName, unitOfMeasure, current, approved, target, questions, mayDecide } = row
  const counts = countsText(current)
  const change = changeOf(row)
  const correction =
    approved?.value == null || current.value === null ? 0 : changeBetween(approved.value, current.value)
  return (
    <li className={styles.card}>
      <h3>
        <Link
          to="/don-vi/$unitCode/chi-tieu/$number"
          params={{ unitCode, number: String(number) }}
          search={{ ky: period }}
        >
          {number}. <Explained text={shortName} />
        </Link>
      </h3>
      <p className={`row ${styles.figure}`}>
        <b>{figureText(current, unitOfMeasure, change ?? 0)}</b>
        {counts && <span>{counts}</span>}
        {target && (
          <span>
            Mốc {target.milestone}: {target.text}
          </span>
        )}
      </p>
      <p
        className={styles.change}
        data-move={change ? (isBetter(change, row.direction) ? 'better' : 'worse') : undefined}
      >
        {changeSentence(row)}
      </p>
      <p className={`row ${styles.status}`}>
        <span>Khi duyệt:</span> <StatusMark status={row.status.proposed} />
        {row.status.before && <span>{statusBefore(row.status.before, row.status.proposed)}</span>}
      </p>
      {approved && (
        <p>
          Đính chính giá trị đã duyệt {figureText(approved, unitOfMeasure, correction)}
          {current.reason && `: ${current.reason}`}
        </p>
      )}
      <p className="note">
        {current.source ? `Nguồn: ${current.source}` : 'Không ghi nguồn'}
        {row.evidence === 0 && '. Không kèm tệp'}
      </p>
      {current.note && <p className="note">Ghi chú: {current.note}</p>}
      {questions.length > 0 && (
        <Callout tone="warn">
          <p>Cần lưu ý: {questions.map((question) => questionWords[question]).join('; ')}</p>
        </Callout>
      )}
      <div className={styles.actions}>
        <div className={styles.looks}>
          <EvidenceButton figure={{ unitCode, number, period }} count={row.evidence} mayAdd={false} />
          <RevisionsButton unitCode={unitCode} number={number} period={period}>
            Lịch sử<span className="visually-hidden"> chỉ tiêu {number}</span>
          </RevisionsButton>
          {asking}
        </div>
        {mayDecide && (
          <>
            <button type="button" className="button" onClick={onReturn}>
              Trả lại<span className="visually-hidden"> chỉ tiêu {number}</span>
            </button>
            <button type="button" className="button primary" onClick={onApprove}>
              Duyệt<span className="visually-hidden"> chỉ tiêu {number}</span>
            </button>
          </>
        )}
      </div>
    </li>
  )
}

function statusBefore(before: keyof typeof statusLabels, proposed: keyof typeof statusLabels): string {
  return before === proposed ? 'như quý trước' : `quý trước: ${uncapitalize(statusLabels[before])}`
}
