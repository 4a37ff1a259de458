import { formatNumber, type ImportRow, type ImportVerdict } from '@moc57/shared'
import type { ComponentType } from 'react'
import { ApiError } from '../../lib/api-client.ts'
import { SelectField } from '../../ui/select-field.tsx'
import styles from './import-view.module.css'
import { type OnAnswer, PreviewTable } from './preview-table.tsx'
import { ProblemSummary } from './problem-summary.tsx'
import { ProblemText } from './problem-text.tsx'
import { Questions } from './questions.tsx'
import { TablePicture } from './table-picture.tsx'
import { UnitTables, unitsOf } from './unit-tables.tsx'
import type { Picked, Preview } from './use-import.ts'
import { columnText, previewSentence } from './wording.ts'

type PreviewPanelProps = {
  preview: Preview
  error: Error | null
  isWriting: boolean
  onWrite: () => void
  onPick: (picked: Picked) => void
  onAnswer: OnAnswer
  onReadAgain: () => void
  onStartOver: () => void
}

/** What a file would do: what is asked first, then what is refused, what changes, and the rest on demand. */
export function PreviewPanel({ preview, error, isWriting, ...on }: PreviewPanelProps) {
  const { fileName, counts, items, valueQuestion, unit, choices } = preview
  const Table = unit ? PreviewTable : UnitTables
  const rowsOf = (verdict: ImportVerdict) => items.filter((row) => row.verdict === verdict)
  const rest = [...rowsOf('unchanged'), ...rowsOf('empty')]
  return (
    <section className={styles.preview}>
      <h2>Xem trước “{fileName}”</h2>
      <p>{valueQuestion ?? previewSentence(counts, unit ? 0 : unitsOf(rowsOf('changed')))}</p>
      <Choices preview={preview} onPick={on.onPick} />
      <TablePicture preview={preview} onPick={(valueColumn) => on.onPick({ valueColumn })} />
      <ProblemSummary asked={rowsOf('asked')} refused={rowsOf('refused')} />
      {error && (
        <div className={styles.problem} role="alert">
          <h3>{error instanceof ApiError ? error.problem.title : 'Không ghi được'}</h3>
          {error instanceof ApiError && <ProblemText error={error} />}
          <button type="button" className="plain-button" onClick={on.onReadAgain}>
            Xem trước lại
          </button>
        </div>
      )}
      <p className={styles.actions}>
        {counts.changed > 0 && (
          <button
            type="button"
            className={`button ${styles.primary}`}
            disabled={isWriting}
            onClick={on.onWrite}
          >
            {isWriting ? 'Đang ghi…' : `Ghi ${formatNumber(counts.changed)} ô`}
          </button>
        )}
        <button type="button" className="button" disabled={isWriting} onClick={on.onStartOver}>
          Chọn tệp khác
        </button>
      </p>
      <Questions rows={rowsOf('asked')} choices={choices} onAnswer={on.onAnswer} />
      <Rows title="Bị từ chối, không ghi" rows={rowsOf('refused')} Table={Table} />
      <Rows title="Sẽ thay đổi" rows={rowsOf('changed')} Table={Table} onAnswer={on.onAnswer} />
      {rest.length > 0 && (
        <details className={styles.rest}>
          <summary>
            {[
              counts.unchanged > 0 && `${formatNumber(counts.unchanged)} ô giữ nguyên`,
              counts.empty > 0 && `${formatNumber(counts.empty)} dòng để trống`,
            ]
              .filter(Boolean)
              .join(', ')}
          </summary>
          <Table label="Giữ nguyên" rows={rest} />
        </details>
      )}
    </section>
  )
}

type RowsProps = {
  title: string
  rows: readonly ImportRow[]
  Table: ComponentType<{ label: string; rows: readonly ImportRow[]; onAnswer?: OnAnswer | undefined }>
  onAnswer?: OnAnswer
}

function Rows({ title, rows, Table, onAnswer }: RowsProps) {
  if (rows.length === 0) return null
  return (
    <>
      <h3>
        {title} ({formatNumber(rows.length)})
      </h3>
      <Table label={title} rows={rows} onAnswer={onAnswer} />
    </>
  )
}

/** The sheet and the column that were read, to pick others where the file has several. */
function Choices({ preview, onPick }: { preview: Preview; onPick: (picked: Picked) => void }) {
  const { sheet, sheets, columns, valueColumn } = preview
  const none = valueColumn === null ? [{ value: '', label: 'Chọn cột…' }] : []
  return (
    <div className={styles.choices}>
      {sheets.length > 1 && (
        <SelectField
          label="Trang tính"
          value={sheet}
          options={sheets.map((name) => ({ value: name, label: name }))}
          onChange={(picked) => onPick({ sheet: picked })}
        />
      )}
      <SelectField
        label="Cột giá trị"
        value={valueColumn ?? ''}
        options={[...none, ...columns.map((column) => ({ value: column.column, label: columnText(column) }))]}
        onChange={(picked) => picked && onPick({ valueColumn: picked })}
      />
    </div>
  )
}
