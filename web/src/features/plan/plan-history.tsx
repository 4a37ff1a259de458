import { formatMoment, periodLabel } from '@moc57/shared'
import type { MadePlanChange } from '@moc57/shared/api'
import { documentName } from '../../lib/documents.ts'
import { quarterText } from '../../lib/figures.ts'
import { linesOfChange, readingLine } from './history-rows.ts'
import styles from './plan-history.module.css'
import type { UnitPlan } from './queries.ts'

/** Every change of the plan, the latest first: from when, who, why, by which document, and what. */
export function PlanHistory({ plan }: { plan: UnitPlan }) {
  const { changes, currentPeriod, readings } = plan
  return (
    <section aria-labelledby="lich-su-ke-hoach" className={styles.section}>
      <h2 id="lich-su-ke-hoach">Lịch sử thay đổi</h2>
      {changes.length === 0 ? (
        <p>Chưa có thay đổi nào.</p>
      ) : (
        <ol className={styles.list}>
          {changes.map((change) => (
            <Change key={change.id} change={change} isAhead={change.effectiveFrom > currentPeriod} />
          ))}
        </ol>
      )}
      {readings.length > 0 && (
        <>
          <h3>Mục tiêu đã đọc lại</h3>
          <Lines lines={readings.map((reading) => readingLine(reading, plan.items))} />
        </>
      )}
    </section>
  )
}

const shownAtOnce = 6

function Change({ change, isAhead }: { change: MadePlanChange; isAhead: boolean }) {
  const { effectiveFrom, recordedBy, recordedAt, reason, document } = change
  const lines = linesOfChange(change)
  const rest = lines.slice(shownAtOnce)
  return (
    <li>
      <h3>
        Từ {quarterText(effectiveFrom)}
        {isAhead && <span>chưa đến kỳ, sẽ áp dụng từ {periodLabel(effectiveFrom)}</span>}
      </h3>
      <p className={styles.who}>
        Ghi lúc {formatMoment(recordedAt)}
        {recordedBy && `, ${recordedBy}`}
      </p>
      <p>
        Lý do: {reason}. Căn cứ: {documentName(document)}
        {(document.number || document.issuedOn) && ` “${document.title}”`}.
      </p>
      <Lines lines={lines.slice(0, shownAtOnce)} />
      {rest.length > 0 && (
        <details>
          <summary>{rest.length} thay đổi khác của lần này</summary>
          <Lines lines={rest} />
        </details>
      )}
    </li>
  )
}

function Lines({ lines }: { lines: readonly string[] }) {
  return (
    <ul className={styles.lines}>
      {lines.map((line) => (
        <li key={line}>{line}</li>
      ))}
    </ul>
  )
}
