import { formatMoment } from '@moc57/shared'
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
      <table>
        <thead>
          <tr>
            <td />
            <th scope="col">Số đang nhập</th>
            <th scope="col">Của {theirs.recordedBy}</th>
          </tr>
        </thead>
        <tbody>
          {conflictFields(line.text, theirs, row).map(({ field, label, mine, other }) => (
            <tr key={field}>
              <th scope="row">{label}</th>
              <td>{mine || '(trống)'}</td>
              <td>{other || '(trống)'}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <p className={styles.choice}>
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
