import {
  boundOnly,
  formatMoment,
  formatNumber,
  formatRecorded,
  type Output,
  quarterLabel,
} from '@moc57/shared'
import type { readIndicator } from '@moc57/shared/api'
import { uncapitalize } from '../../lib/text.ts'
import { EmptyState } from '../../ui/empty-state.tsx'
import styles from './history.module.css'
import { type HistoryRow, historyRows, recorderText, sourceText, stateLabels } from './history-rows.ts'

/** Every measurement with the document it comes from, latest first. */
export function HistorySection({ indicator }: { indicator: Output<typeof readIndicator> }) {
  const rows = historyRows(indicator.series)
  return (
    <section aria-labelledby="history" className={styles.section}>
      <h2 id="history">Số liệu đã ghi nhận</h2>
      {rows.length === 0 ? (
        <NoMeasurement indicator={indicator} />
      ) : (
        <table className={styles.table}>
          <caption className="visually-hidden">Số liệu từng quý, mới nhất trước</caption>
          <thead>
            <tr>
              <th scope="col">Quý</th>
              <th scope="col" className={styles.number}>
                Giá trị
              </th>
              <th scope="col">Trạng thái</th>
              <th scope="col">Nguồn, trích dẫn, ghi chú</th>
              <th scope="col">Người ghi</th>
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <HistoryLine
                key={`${row.period}-${row.revision}`}
                row={row}
                unitOfMeasure={indicator.unitOfMeasure}
              />
            ))}
          </tbody>
        </table>
      )}
    </section>
  )
}

function HistoryLine({ row, unitOfMeasure }: { row: HistoryRow; unitOfMeasure: string }) {
  const { period, value, numerator, denominator, comparator, state, revision } = row
  return (
    <tr data-counted={row.counted}>
      <th scope="row">
        {quarterLabel(period)}
        {revision > 1 && <span className={styles.detail}>lần ghi {revision}</span>}
      </th>
      <td className={styles.number}>
        {value === null ? 'không tính được' : boundOnly(comparator) + formatRecorded(value, unitOfMeasure)}
        {numerator !== null && denominator !== null && (
          <span className={styles.detail}>
            {formatNumber(numerator, 4)} / {formatNumber(denominator, 4)}
          </span>
        )}
      </td>
      <td>
        <span className={styles.state} data-state={state}>
          {stateLabels[state]}
        </span>
        {row.replaced && <span className={styles.detail}>đã có lần ghi sau</span>}
      </td>
      <td className={styles.words}>
        {sourceText(row)}
        {row.quotation && <blockquote>“{row.quotation}”</blockquote>}
        {row.note && <p>{row.note}</p>}
        {row.reason && <p>Lý do sửa: {row.reason}</p>}
      </td>
      <td className={styles.who}>
        {recorderText(row.recordedBy)}
        <span className={styles.detail}>{formatMoment(row.recordedAt)}</span>
      </td>
    </tr>
  )
}

function NoMeasurement({ indicator }: { indicator: Output<typeof readIndicator> }) {
  const { assignment, asOf } = indicator
  return (
    <EmptyState title="Chưa có số liệu">
      <p>
        Đến {uncapitalize(quarterLabel(asOf))} chưa có số liệu nào được ghi nhận cho chỉ tiêu này. Chưa có số
        liệu không phải là 0 và không tính là chậm.
      </p>
      <p>
        {assignment
          ? `${assignment.leadBody} nhập số liệu kèm nguồn, trình duyệt; khi được duyệt, số liệu hiện tại đây.`
          : 'Khi đơn vị nhập số liệu kèm nguồn và được duyệt, số liệu hiện tại đây.'}
      </p>
    </EmptyState>
  )
}
