import { formatMoment, quarterLabel } from '@moc57/shared'
import type { MadePlanChange } from '@moc57/shared/api'
import { useState } from 'react'
import { documentName } from '../lib/documents.ts'
import { quarterText } from '../lib/figures.ts'
import { Section } from '../ui/page.tsx'
import { linesOfChange, readingLine } from './history-rows.ts'
import styles from './plan-history.module.css'
import { settledTarget, type UnreadTarget } from './plan-rows.ts'
import type { UnitPlan } from './queries.ts'
import { ReadingDialog } from './reading-dialog.tsx'

/** Every change of the plan, the latest first: from when, who, why, by which document, and what. */
export function PlanLog({ plan }: { plan: UnitPlan }) {
  const { changes, currentQuarter, readings } = plan
  return (
    <Section title="Lịch sử thay đổi">
      {changes.length === 0 ? (
        <p>Chưa có thay đổi nào.</p>
      ) : (
        <ol className={`bare-list ${styles.list}`}>
          {changes.map((change) => (
            <Change key={change.id} change={change} isAhead={change.effectiveFrom > currentQuarter} />
          ))}
        </ol>
      )}
      {readings.length > 0 && (
        <>
          <h3>Mục tiêu đã đọc lại</h3>
          <Readings plan={plan} />
        </>
      )}
    </Section>
  )
}

/** What persons said of unread targets; the latest word on one that is still printed so can be changed. */
function Readings({ plan }: { plan: UnitPlan }) {
  const [settling, setSettling] = useState<UnreadTarget>()
  const { readings, items, mayEdit } = plan
  return (
    <>
      <ul className={styles.lines}>
        {readings.map((reading, index) => {
          const { number, milestone, text } = reading
          const latest = readings.findIndex(
            (one) => one.number === number && one.milestone === milestone && one.text === text,
          )
          const settled = latest === index ? settledTarget(items, reading) : undefined
          return (
            <li key={reading.recordedAt + number + milestone}>
              {readingLine(reading, items)}
              {mayEdit && settled && (
                <>
                  {' '}
                  <button
                    type="button"
                    className="plain-button"
                    aria-label={`Sửa cách hiểu mục tiêu ${milestone} của chỉ tiêu ${number}`}
                    onClick={() => setSettling(settled)}
                  >
                    Sửa cách hiểu
                  </button>
                </>
              )}
            </li>
          )
        })}
      </ul>
      {settling && <ReadingDialog plan={plan} {...settling} onClose={() => setSettling(undefined)} />}
    </>
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
        {isAhead && <span>chưa đến kỳ, sẽ áp dụng từ {quarterLabel(effectiveFrom)}</span>}
      </h3>
      <p className="note">
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
