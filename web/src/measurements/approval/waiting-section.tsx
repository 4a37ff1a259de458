import type { QuarterRef } from '@moc57/shared'
import { type ReactNode, useEffect, useRef, useState } from 'react'
import { quarterText } from '../../lib/figures.ts'
import { EmptyState } from '../../ui/empty-state.tsx'
import { ApprovalCard } from './approval-card.tsx'
import { othersWaiting, seenFigures, type WaitingRow } from './approval-rows.ts'
import styles from './approval-view.module.css'
import { ApproveDialog } from './approve-dialog.tsx'
import { useDecision } from './queries.ts'
import { ReasonDialog } from './reason-dialog.tsx'

type WaitingSectionProps = {
  place: QuarterRef
  /** Whether this account decides on figures at all. */
  isLeader: boolean
  mine: readonly WaitingRow[]
  others: readonly WaitingRow[]
  /** What there is to say where nothing waits. */
  nothing: string
  askingOf: (row: WaitingRow) => ReactNode
}

type Asked = { action: 'approve' | 'return'; rows: readonly WaitingRow[] }

const quickReasons = ['Thiếu nguồn số liệu', 'Chưa khớp báo cáo']

/** What waits: all of it approved in two taps, or one approved or returned. */
export function WaitingSection({ place, isLeader, mine, others, nothing, askingOf }: WaitingSectionProps) {
  const [asked, setAsked] = useState<Asked>()
  const [done, setDone] = useState<{ text: string }>()
  const heading = useRef<HTMLHeadingElement>(null)
  const decision = useDecision(place)
  const decidable = mine.filter(({ mayDecide }) => mayDecide)

  // The button that was pressed goes with its card.
  useEffect(() => {
    if (done) heading.current?.focus()
  }, [done])

  const ask = (next: Asked) => {
    decision.reset()
    setAsked(next)
  }
  const close = () => setAsked(undefined)
  const decide = ({ action, rows }: Asked, reason?: string) =>
    decision.mutate(
      { action, figures: seenFigures(rows), ...(reason && { reason }) },
      {
        onSuccess: () => {
          close()
          setDone({ text: doneText(action, rows) })
        },
      },
    )

  return (
    <section aria-labelledby="cho-duyet" className={styles.waiting}>
      <h2 id="cho-duyet" ref={heading} tabIndex={-1}>
        {isLeader ? 'Chờ tôi duyệt' : 'Chờ duyệt'} ({mine.length})
      </h2>
      <p role="status" className={styles.done}>
        {done?.text}
      </p>
      {mine.length === 0 && (
        <EmptyState title="Không có số liệu nào chờ duyệt">
          <p>{nothing}</p>
        </EmptyState>
      )}
      <ul className="bare-list">
        {mine.map((row) => (
          <ApprovalCard
            key={row.number}
            row={row}
            unitCode={place.unitCode}
            period={place.period}
            onApprove={() => ask({ action: 'approve', rows: [row] })}
            asking={askingOf(row)}
            onReturn={() => ask({ action: 'return', rows: [row] })}
          />
        ))}
      </ul>
      {others.length > 0 && <p className={styles.others}>{othersText(others)}</p>}
      {decidable.length > 1 && (
        <div className={`screen-only ${styles.all}`}>
          <button
            type="button"
            className="button primary"
            onClick={() => ask({ action: 'approve', rows: decidable })}
          >
            Duyệt tất cả ({decidable.length})
          </button>
        </div>
      )}
      {asked?.action === 'approve' && (
        <ApproveDialog
          rows={asked.rows}
          period={place.period}
          isPending={decision.isPending}
          error={decision.error}
          onApprove={() => decide(asked)}
          onClose={close}
        />
      )}
      {asked?.action === 'return' && (
        <ReasonDialog
          title={`Trả lại chỉ tiêu ${asked.rows[0]?.number}`}
          note={`Lý do hiện ở ô số liệu ${quarterText(place.period)} để người nhập sửa rồi trình lại.`}
          quickReasons={quickReasons}
          submitLabel="Trả lại"
          isPending={decision.isPending}
          error={decision.error}
          onSubmit={(reason) => decide(asked, reason)}
          onClose={close}
        />
      )}
    </section>
  )
}

function doneText(action: Asked['action'], rows: readonly WaitingRow[]): string {
  const what = rows.length === 1 ? `chỉ tiêu ${rows[0]?.number}` : `${rows.length} chỉ tiêu`
  return `${action === 'approve' ? 'Đã duyệt' : 'Đã trả lại'} ${what}.`
}

function othersText(others: readonly WaitingRow[]): string {
  const parts = othersWaiting(others).map(({ leader, count }) => `${leader} duyệt ${count}`)
  return `Chờ lãnh đạo khác: ${parts.join(', ')}.`
}
