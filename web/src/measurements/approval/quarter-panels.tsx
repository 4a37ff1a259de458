import { formatMoment, type Quarter, type Submission, shiftQuarter, statusLabels } from '@moc57/shared'
import type { ApprovalRow } from '@moc57/shared/api'
import { Link } from '@tanstack/react-router'
import { StatusMark } from '../../indicators/status-mark.tsx'
import { quarterText } from '../../lib/figures.ts'
import { uncapitalize } from '../../lib/text.ts'
import panels from '../../ui/panels.module.css'
import { changesOf, debtsOf } from './approval-rows.ts'
import { actionWords, debtsSentence } from './wording.ts'

type PanelProps = { rows: readonly ApprovalRow[]; unitCode: string; period: Quarter }

/** What the quarter's figures change, those that wait included. */
export function ChangesPanel({ rows, unitCode, period }: PanelProps) {
  const { better, worse, unchanged, moved } = changesOf(rows)
  const counts = [
    better > 0 && `${better} chỉ tiêu tốt lên`,
    worse > 0 && `${worse} chỉ tiêu kém đi`,
    unchanged > 0 && `${unchanged} chỉ tiêu không đổi`,
  ].filter(Boolean)
  return (
    <section className={panels.panel}>
      <h2>Thay đổi so với {quarterText(shiftQuarter(period, -1))}</h2>
      <p>
        {counts.length > 0 ? `${counts.join(', ')}, kể cả số chưa duyệt.` : 'Chưa có số liệu để so sánh.'}
      </p>
      {moved.length > 0 && (
        <ul>
          {moved.map(({ row }) => (
            <li key={row.number} className={panels.change}>
              <IndicatorLink row={row} unitCode={unitCode} period={period} />
              <span className={panels.move}>
                {row.status.before && `${uncapitalize(statusLabels[row.status.before])} → `}
                <StatusMark status={row.status.proposed} />
              </span>
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}

type DebtsPanelProps = PanelProps & { isLeader: boolean }

/** Which figures are missing, by the body that owes them. */
export function DebtsPanel({ rows, unitCode, period, isLeader }: DebtsPanelProps) {
  const debts = debtsOf(rows)
  return (
    <section className={panels.panel}>
      <h2>Chưa có số liệu</h2>
      <p>{debtsSentence(rows, isLeader)}</p>
      {debts.length > 0 && (
        <ul>
          {debts.map(({ body, rows: owed }) => (
            <li key={body?.id ?? 'none'}>
              <details className={panels.debt}>
                <summary>
                  <strong>{body?.name ?? 'Chưa phân công cơ quan'}</strong>: {owed.length} chỉ tiêu
                </summary>
                <ul>
                  {owed.map((row) => (
                    <li key={row.number}>
                      <IndicatorLink row={row} unitCode={unitCode} period={period} />
                    </li>
                  ))}
                </ul>
              </details>
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}

/** What was done with the quarter as a whole, the latest first. */
export function EventsPanel({ submission: { events } }: { submission: Submission }) {
  return (
    <section className={panels.panel}>
      <h2>Diễn biến của kỳ</h2>
      {events.length === 0 ? (
        <p>Chưa có lần trình, duyệt nào được ghi lại.</p>
      ) : (
        <ul>
          {events.toReversed().map(({ action, by, at, reason }) => (
            <li key={`${at} ${action} ${by}`}>
              <strong>{actionWords[action]}</strong>
              {reason && `: ${reason}`} <span className={panels.move}>{`${by}, ${formatMoment(at)}`}</span>
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}

function IndicatorLink({ row, unitCode, period }: { row: ApprovalRow; unitCode: string; period: string }) {
  return (
    <Link
      to="/don-vi/$unitCode/chi-tieu/$number"
      params={{ unitCode, number: String(row.number) }}
      search={{ ky: period }}
    >
      {row.number}. {row.shortName}
    </Link>
  )
}
