import { formatMoment, formatValue, quarterLabel } from '@moc57/shared'
import { evidenceLabel } from '../evidence/wording.ts'
import { RevisionsButton } from '../revisions/revisions-button.tsx'
import type { EntryLine } from './entry-lines.ts'
import styles from './line-detail.module.css'
import type { QuarterOfAccount } from './quarter-of-account.ts'
import { RowNeeds } from './save-mark.tsx'

type LineDetailProps = { place: QuarterOfAccount; line: EntryLine | undefined; onEvidence: () => void }

/** The row where the cursor is, in full: its name, what is counted, what it still needs, and what lies behind it. */
export function LineDetail({ place: { unitCode, period }, line, onEvidence }: LineDetailProps) {
  if (!line) return <p className={styles.detail}>Chọn một ô để xem tên đầy đủ của chỉ tiêu.</p>
  const { row } = line
  const { number, current, previous, evidence, mayEnter } = row
  const counted = [
    row.numerator && `Tử số: ${row.numerator}`,
    row.denominator && `mẫu số: ${row.denominator}`,
    previous && `${quarterLabel(previous.period)}: ${formatValue(previous.value, row.unitOfMeasure)}`,
    current && `sửa lần cuối: ${current.recordedBy}, ${formatMoment(current.recordedAt)}`,
  ].filter(Boolean)
  return (
    <div className={styles.detail}>
      <div>
        <p>
          <b>
            {number}. {row.name}
          </b>
        </p>
        <p>
          <RowNeeds line={line} /> <span className="soft">{counted.join('; ')}</span>
        </p>
      </div>
      <div className={styles.looks}>
        {(mayEnter || evidence > 0) && (
          <button type="button" className="plain-button" onClick={onEvidence}>
            {evidenceLabel(evidence)}
          </button>
        )}
        {current && (
          <RevisionsButton unitCode={unitCode} number={number} period={period}>
            Lịch sử
          </RevisionsButton>
        )}
      </div>
    </div>
  )
}
