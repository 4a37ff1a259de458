import { formatMoment } from '@moc57/shared'
import { Table } from '../../ui/table.tsx'
import { conflictFields } from './conflict-fields.ts'
import styles from './conflict-panel.module.css'
import type { EntryLine } from './entry-lines.ts'
import type { Entry } from './use-entry.ts'

/** Two people on one row: both versions, and who decides is the person who sees them. */
export function ConflictPanel({
  lines,
  onDecide,
}: {
  lines: readonly EntryLine[]
  onDecide: Entry['decide']
}) {
  const conflicts = lines.filter(({ theirs }) => theirs)
  if (conflicts.length === 0) return null
  return (
    <section className={styles.panel} aria-label="Người khác đã sửa">
      {conflicts.map((line) => (
        <Conflict key={line.row.number} line={line} onDecide={onDecide} />
      ))}
    </section>
  )
}

function Conflict({ line, onDecide }: { line: EntryLine; onDecide: Entry['decide'] }) {
  const { row, theirs } = line
  if (!theirs) return null
  const { number } = row
  return (
    <article className={styles.conflict}>
      <h2>
        Chỉ tiêu {number}: {theirs.recordedBy} đã sửa lúc {formatMoment(theirs.recordedAt)}, sau khi tải trang
        này
      </h2>
      <Table
        caption={`Hai số liệu của chỉ tiêu ${number}`}
        staysTable
        dense
        rows={conflictFields(line.text, theirs)}
        rowKey={({ field }) => field}
        columns={[
          { title: 'Ô', hideTitle: true, kind: 'name', cell: ({ label }) => label },
          { title: 'Số đang nhập', cell: ({ mine }) => <b>{mine || '(trống)'}</b> },
          { title: `Của ${theirs.recordedBy}`, cell: ({ other }) => <b>{other || '(trống)'}</b> },
        ]}
      />
      <p className="row">
        <button type="button" className="button" onClick={() => onDecide(number, 'keptMine')}>
          Giữ số đang nhập
        </button>
        <button type="button" className="button" onClick={() => onDecide(number, 'tookTheirs')}>
          Lấy số của người kia
        </button>
      </p>
    </article>
  )
}
