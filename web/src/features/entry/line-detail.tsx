import { formatDay, formatValue, periodLabel } from '@moc57/shared'
import type { EntryLine } from './entry-lines.ts'
import styles from './line-detail.module.css'
import { RowNeeds } from './save-mark.tsx'

/** The row where the cursor is, in full: its name, what is counted, and what it still needs. */
export function LineDetail({ line }: { line: EntryLine | undefined }) {
  if (!line) return <p className={styles.detail}>Chọn một ô để xem tên đầy đủ của chỉ tiêu.</p>
  const { row } = line
  const counted = [
    row.numerator && `Tử số: ${row.numerator}`,
    row.denominator && `mẫu số: ${row.denominator}`,
    row.previous &&
      `${periodLabel(row.previous.period)}: ${formatValue(row.previous.value, row.unitOfMeasure)}`,
    row.current && `sửa lần cuối: ${row.current.recordedBy}, ${formatInstant(row.current.recordedAt)}`,
  ].filter(Boolean)
  return (
    <div className={styles.detail}>
      <p>
        <b>
          {row.number}. {row.name}
        </b>
      </p>
      <p>
        <RowNeeds line={line} /> <span className={styles.facts}>{counted.join('; ')}</span>
      </p>
    </div>
  )
}

/** "08:02 05/03/2026" in Viet Nam. */
export function formatInstant(instant: string): string {
  const local = new Date(new Date(instant).getTime() + 7 * 3_600_000).toISOString()
  return `${local.slice(11, 16)} ${formatDay(local.slice(0, 10))}`
}
