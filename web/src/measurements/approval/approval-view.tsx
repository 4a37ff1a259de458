import { type Account, may, type QuarterRef, quarterLabel, unitTitle } from '@moc57/shared'
import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { capitalize } from '../../lib/text.ts'
import { useDocumentTitle } from '../../lib/use-document-title.ts'
import { UnitOfPage } from '../../ui/unit-of-page.tsx'
import type { WaitingRow } from './approval-rows.ts'
import { waitingRows } from './approval-rows.ts'
import styles from './approval-view.module.css'
import { QuarterGate } from './quarter-gate.tsx'
import { ChangesPanel, DebtsPanel, EventsPanel } from './quarter-panels.tsx'
import type { Approvals } from './queries.ts'
import { WaitingSection } from './waiting-section.tsx'
import { quarterSentence } from './wording.ts'

type ApprovalViewProps = {
  place: QuarterRef
  account: Account
  approvals: Approvals
  /** Where an explanation of a figure that waits is asked for. */
  askingOf: (row: WaitingRow) => ReactNode
}

/** A quarter for the one who approves it: what waits, what it changes, what is missing. */
export function ApprovalView({ place, account, approvals, askingOf }: ApprovalViewProps) {
  const { unit, submission, items } = approvals
  const { period } = place
  const unitCode = unit.code
  const unitName = capitalize(unitTitle(unit))
  useDocumentTitle(`Duyệt số liệu ${quarterLabel(period)}`, unitName)

  const isLeader = may(account, 'decide', { unitCode })
  // What is theirs stays theirs where the quarter is locked and nothing can be decided.
  const own = items.filter(
    (row) => !isLeader || may(account, 'decide', { unitCode, indicator: { assignment: row.assignment } }),
  )
  const waiting = waitingRows(items)
  const mine = waiting.filter((row) => own.includes(row))
  const unassigned = isLeader ? own.filter(({ assignment }) => assignment === null).length : 0
  return (
    <div className={styles.page}>
      <header className={styles.opening}>
        <h1>
          Duyệt số liệu {quarterLabel(period)} <UnitOfPage name={unitName} />
        </h1>
        <p className={styles.sentence}>{quarterSentence(submission)}</p>
        {unassigned > 0 && (
          <p>
            {unassigned === items.length
              ? 'Đơn vị chưa phân công lãnh đạo chỉ đạo'
              : `${unassigned} chỉ tiêu chưa phân công lãnh đạo chỉ đạo`}
            ; lãnh đạo nào của đơn vị cũng duyệt được.
          </p>
        )}
      </header>
      <WaitingSection
        key={period}
        place={place}
        isLeader={isLeader}
        mine={mine}
        others={waiting.filter((row) => !mine.includes(row))}
        nothing={nothingText(approvals, own.length)}
        askingOf={askingOf}
      />
      <div className="stack">
        <ChangesPanel rows={own} unitCode={unitCode} period={period} />
        <DebtsPanel rows={own} unitCode={unitCode} period={period} isLeader={isLeader} />
        {may(account, 'reopen') && <QuarterGate place={place} submission={submission} />}
        <EventsPanel submission={submission} />
        <p>
          <Link to="/don-vi/$unitCode/nhap-so-lieu" params={{ unitCode }} search={{ ky: period }}>
            Xem toàn bộ số liệu đang nhập
          </Link>
        </p>
      </div>
    </div>
  )
}

function nothingText({ submission: { counts } }: Approvals, own: number): string {
  if (own === 0) return 'Kế hoạch chưa giao chỉ tiêu nào cho tài khoản này duyệt.'
  if (counts.submitted + counts.approved + counts.returned === 0) {
    return 'Đơn vị chưa trình số liệu của quý này. Khi trình, số liệu hiện tại đây.'
  }
  return 'Đã xử lý hết số liệu được trình. Số trình thêm hoặc đính chính sẽ hiện tại đây.'
}
