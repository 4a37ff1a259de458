import { directionLabels, type IndicatorScale, type Target, uncapitalize } from '@moc57/shared'
import type { PlanFileRow } from '@moc57/shared/api'
import styles from './plan-file.module.css'
import { readingText } from './target-reading.ts'

type PlanFileTableProps = {
  label: string
  rows: readonly PlanFileRow[]
  /** Says which indicators rows are of; 0 for a new one of the unit. */
  onAnswer: (answers: Record<number, number>) => void
  /** The indicators that the rows may be of; a new one has no number and is known by its name. */
  measured: readonly (IndicatorScale & { name: string; number?: number })[]
}

/** Rows of a file beside the plan: each target with its address, what it was and how the new one is read. */
export function PlanFileTable({ label, rows, onAnswer, measured }: PlanFileTableProps) {
  const reading = ({ number, name }: PlanFileRow, target: Target) => {
    const indicator = measured.find((known) =>
      number === null ? known.name === name : known.number === number,
    )
    return readingText(
      target,
      indicator ?? { unitOfMeasure: '%', naturalMaximum: 100, direction: 'increase' },
    )
  }
  const asked = rows.filter(({ asks, refusals }) => asks.length > 0 && refusals.length === 0)
  return (
    <>
      {asked.length > 1 && (
        <p className={styles.actions}>
          <button
            type="button"
            className="button"
            onClick={() => onAnswer(Object.fromEntries(asked.map(({ row, number }) => [row, number ?? 0])))}
          >
            Lấy cả {asked.length} dòng như đã đọc
          </button>
        </p>
      )}
      <ul className={styles.rows} aria-label={label}>
        {rows.map((row) => (
          <li key={row.row}>
            <p>
              <span className={styles.place}>Dòng {row.row}</span> {row.number !== null && `${row.number}. `}
              {row.name}
              {row.direction && ` (${uncapitalize(directionLabels[row.direction])})`}
            </p>
            <ul>
              {row.targets.map(({ cell, milestone, before, after }) => (
                <li key={cell}>
                  <span className={styles.place}>{cell}</span> {milestone}:{' '}
                  {before !== null && `${before} → `}
                  <b>{after.text}</b>
                  <span className={after.kind === 'unread' ? styles.unread : styles.reading}>
                    {' '}
                    ({reading(row, after)})
                  </span>
                </li>
              ))}
              {row.assignment && (
                <li>
                  Phân công: {row.assignment.directingLeader}; {row.assignment.responsibleOfficer};{' '}
                  {row.assignment.leadBody}
                </li>
              )}
              {row.asks.map(({ cell, detail }) => (
                <li key={`${cell} ${detail}`}>
                  <b>{cell}:</b> {detail}
                </li>
              ))}
              {row.refusals.map(({ cell, detail }) => (
                <li key={`${cell} ${detail}`} className={styles.refusal}>
                  <b>{cell}:</b> {detail}
                </li>
              ))}
            </ul>
            {row.refusals.length === 0 && row.asks.length > 0 && <Answers row={row} onAnswer={onAnswer} />}
          </li>
        ))}
      </ul>
    </>
  )
}

function Answers({ row, onAnswer }: { row: PlanFileRow } & Pick<PlanFileTableProps, 'onAnswer'>) {
  const { number, mayBeNew } = row
  return (
    <p className={styles.actions}>
      <button
        type="button"
        className="button"
        aria-label={`Dòng ${row.row}: lấy`}
        onClick={() => onAnswer({ [row.row]: number ?? 0 })}
      >
        {number === null ? 'Lấy dòng này' : `Lấy, là chỉ tiêu ${number}`}
      </button>
      {mayBeNew && (
        <button
          type="button"
          className="button"
          aria-label={`Dòng ${row.row}: là chỉ tiêu riêng`}
          onClick={() => onAnswer({ [row.row]: 0 })}
        >
          Là chỉ tiêu riêng
        </button>
      )}
    </p>
  )
}
