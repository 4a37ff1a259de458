import type { ImportRow } from '@moc57/shared'
import styles from './preview-table.module.css'
import { figureText, otherChanges, questionsText } from './wording.ts'

/** Rows of a file beside what is stored; on a phone each row is a block. */
export function PreviewTable({ label, rows }: { label: string; rows: readonly ImportRow[] }) {
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
          <Row key={row.row} row={row} />
        ))}
      </tbody>
    </table>
  )
}

function Row({ row }: { row: ImportRow }) {
  const { cell, number, name, unitOfMeasure, before, after, verdict, refusals } = row
  return (
    <tr data-verdict={verdict}>
      <td className={styles.cell}>{cell}</td>
      <th scope="row">{number === null ? name || 'Dòng không có tên' : `${number}. ${name}`}</th>
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
        {questionsText(row) && <p className={styles.question}>{questionsText(row)}</p>}
      </td>
    </tr>
  )
}

function KeptFigure({ row: { verdict } }: { row: ImportRow }) {
  return <span className={styles.kept}>{verdict === 'refused' ? 'không ghi' : 'giữ nguyên'}</span>
}
