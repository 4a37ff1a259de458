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
import { Section } from '../../ui/page.tsx'
import { Table } from '../../ui/table.tsx'
import styles from './history.module.css'
import { recorderText, type SeriesRow, seriesRows, sourceText, stateLabels } from './series-rows.ts'

/** Every measurement with the document it comes from, latest first. */
export function SeriesSection({ indicator }: { indicator: Output<typeof readIndicator> }) {
  const rows = seriesRows(indicator.series)
  return (
    <Section title="Số liệu đã ghi nhận">
      {rows.length === 0 ? (
        <NoMeasurement indicator={indicator} />
      ) : (
        <Table
          caption="Số liệu từng quý, mới nhất trước"
          rows={rows}
          rowKey={({ period, revision }) => `${period}-${revision}`}
          rowProps={({ counted }) => ({ 'data-faint': !counted || undefined })}
          columns={[
            {
              title: 'Quý',
              kind: 'name',
              cell: ({ period, revision }) => (
                <>
                  {quarterLabel(period)}
                  {revision > 1 && <span className="detail">lần ghi {revision}</span>}
                </>
              ),
            },
            {
              title: 'Giá trị',
              kind: 'number',
              label: null,
              cell: (row) => <SeriesFigure row={row} unitOfMeasure={indicator.unitOfMeasure} />,
            },
            {
              title: 'Trạng thái',
              label: null,
              cell: ({ state, replaced }) => (
                <>
                  <span className={styles.state} data-state={state}>
                    {stateLabels[state]}
                  </span>
                  {replaced && <span className="detail">đã có lần ghi sau</span>}
                </>
              ),
            },
            {
              title: 'Nguồn, trích dẫn, ghi chú',
              label: null,
              card: 'line',
              className: styles.words,
              cell: (row) => (
                <>
                  {sourceText(row)}
                  {row.quotation && <blockquote>“{row.quotation}”</blockquote>}
                  {row.note && <p className="note">{row.note}</p>}
                  {row.reason && <p className="note">Lý do sửa: {row.reason}</p>}
                </>
              ),
            },
            {
              title: 'Người ghi',
              cell: ({ recordedBy, recordedAt }) => (
                <>
                  {recorderText(recordedBy)} <span className="detail">{formatMoment(recordedAt)}</span>
                </>
              ),
            },
          ]}
        />
      )}
    </Section>
  )
}

function SeriesFigure({ row, unitOfMeasure }: { row: SeriesRow; unitOfMeasure: string }) {
  const { value, numerator, denominator, comparator, counted } = row
  const text =
    value === null ? 'không tính được' : boundOnly(comparator) + formatRecorded(value, unitOfMeasure)
  return (
    <>
      {counted ? <b>{text}</b> : text}
      {numerator !== null && denominator !== null && (
        <span className="detail">
          {formatNumber(numerator, 4)} / {formatNumber(denominator, 4)}
        </span>
      )}
    </>
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
