import type { ImportRow } from '@moc57/shared'
import styles from './preview-table.module.css'
import { placeOf } from './problem-summary.tsx'
import { figureText, fileWords, otherChanges, questionsText } from './wording.ts'

/** Says which indicator each row of the sheet means; `null` leaves the row out again. */
export type OnAnswer = (answers: Record<string, number | null>) => void

type PreviewTableProps = { label: string; rows: readonly ImportRow[]; onAnswer?: OnAnswer | undefined }

/** Rows of a file beside what is stored; on a phone each row is a block. */
export function PreviewTable({ label, rows, onAnswer }: PreviewTableProps) {
  return (
    <table className={styles.table} aria-label={label}>
      <thead>
        <tr>
          <th scope="col">Ô</th>
          <th scope="col">Chỉ tiêu</th>
          <th scope="col" className={styles.figure}>
            Đang có
          </th>
          <th scope="col" className={styles.figure}>
            Sẽ là
          </th>
          <th scope="col">Ghi chú</th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <Row key={row.row} row={row} onAnswer={onAnswer} />
        ))}
      </tbody>
    </table>
  )
}

function Row({ row, onAnswer }: { row: ImportRow; onAnswer: OnAnswer | undefined }) {
  const { cell, number, name, unitOfMeasure, before, after, verdict, refusals } = row
  return (
    <tr data-verdict={verdict} id={placeOf(row)} tabIndex={-1}>
      <td className={styles.cell}>{cell}</td>
      <th scope="row">
        {number === null ? name || 'Dòng không có tên' : `${number}. ${name}`}
        {fileWords(row) && <small className={styles.words}>{fileWords(row)}</small>}
      </th>
      <td className={styles.figure} data-label="Đang có">
        {figureText(before, unitOfMeasure)}
      </td>
      <td className={styles.figure} data-label="Sẽ là">
        {verdict === 'changed' ? <b>{figureText(after, unitOfMeasure)}</b> : <KeptFigure row={row} />}
      </td>
      <td className={styles.notes}>
        {refusals.map((refusal) => (
          <p key={`${refusal.cell} ${refusal.detail}`} className={styles.refusal}>
            <b>{refusal.cell}:</b> {refusal.detail}
          </p>
        ))}
        {verdict === 'changed' && otherChanges(row).map((change) => <p key={change}>{change}</p>)}
        {verdict === 'changed' && row.asks.length > 0 && (
          <p>
            Đã trả lời: lấy dòng này.{' '}
            <button
              type="button"
              className="plain-button"
              aria-label={`Bỏ dòng ${row.row}`}
              onClick={() => onAnswer?.({ [row.row]: null })}
            >
              Bỏ
            </button>
          </p>
        )}
        {questionsText(row) && <p className={styles.question}>{questionsText(row)}</p>}
      </td>
    </tr>
  )
}

function KeptFigure({ row: { verdict } }: { row: ImportRow }) {
  return <span className={styles.kept}>{verdict === 'refused' ? 'không ghi' : 'giữ nguyên'}</span>
}
