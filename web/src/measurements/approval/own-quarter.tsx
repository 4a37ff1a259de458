import { type Account, countStates } from '@moc57/shared'
import type { ApprovalRow } from '@moc57/shared/api'
import { Link } from '@tanstack/react-router'
import { CopyButton } from '../../ui/copy-button.tsx'
import panels from '../../ui/panels.module.css'
import { debtsOf, hasFigure } from './approval-rows.ts'
import styles from './own-quarter.module.css'
import {
  ownRows,
  reminderMail,
  reminderTo,
  returnedRows,
  stateCounts,
  ownQuarterWords as words,
} from './own-quarter-wording.ts'
import type { Approvals } from './queries.ts'

type OwnQuarterProps = { account: Account; approvals: Approvals }

/** How many of one's own figures stand where, and which came back with what words. */
export function OwnStates({ account, approvals }: OwnQuarterProps) {
  const mine = ownRows(approvals.items, account)
  const returned = returnedRows(mine)
  return (
    <>
      <dl className={styles.standings}>
        {stateCounts(countStates(mine)).map(({ label, count, isAlarm }) => (
          <div key={label} data-empty={count === 0 || undefined} data-alarm={isAlarm || undefined}>
            <dt>{label}</dt>
            <dd>{count}</dd>
          </div>
        ))}
      </dl>
      {returned.length > 0 && account.role !== 'leader' && (
        <section className={panels.panel}>
          <h2>{words.returned}</h2>
          <RowList rows={returned} approvals={approvals} withReason />
        </section>
      )}
    </>
  )
}

/** Who owes figures, body by body, each with a text to remind it; of other bodies' a body officer sees the names alone. */
export function OwnDebts({ account, approvals }: OwnQuarterProps) {
  const { items } = approvals
  const isBody = account.role === 'bodyOfficer'
  const mine = account.role === 'leader' || isBody ? ownRows(items, account) : items
  const others = isBody ? items.filter((row) => !mine.includes(row)) : []
  const missing = mine.filter((row) => !hasFigure(row))
  if (approvals.submission.state === 'notBegun') return null
  return (
    <section className={panels.panel}>
      <h2>{words.debts}</h2>
      {missing.length === 0 ? (
        <p>{words.none}</p>
      ) : isBody ? (
        <RowList rows={missing} approvals={approvals} />
      ) : (
        <DebtList rows={mine} approvals={approvals} hasReminder />
      )}
      {others.length > 0 && (
        <details>
          <summary>{words.others}</summary>
          <DebtList rows={others} approvals={approvals} hasReminder={false} />
        </details>
      )}
    </section>
  )
}

type RowListProps = { rows: readonly ApprovalRow[]; approvals: Approvals; withReason?: boolean }

function RowList({ rows, approvals: { unit, submission }, withReason = false }: RowListProps) {
  return (
    <ul>
      {rows.map(({ number, shortName, returnedWith }) => (
        <li key={number}>
          <Link
            to="/don-vi/$unitCode/chi-tieu/$number"
            params={{ unitCode: unit.code, number: String(number) }}
            search={{ ky: submission.period }}
          >
            {number}. {shortName}
          </Link>
          {withReason && `: ${returnedWith ?? words.noReason}`}
        </li>
      ))}
    </ul>
  )
}

type DebtListProps = { rows: readonly ApprovalRow[]; approvals: Approvals; hasReminder: boolean }

function DebtList({ rows, approvals, hasReminder }: DebtListProps) {
  const { unit, submission, notice } = approvals
  const address = new URL(`/don-vi/${unit.code}/nhap-so-lieu?ky=${submission.period}`, location.origin).href
  return (
    <ul>
      {debtsOf(rows).map((debt) => {
        const name = debt.body?.name ?? words.noBody
        const reminding = { submission, notice, address }
        return (
          <li key={debt.body?.id ?? 'none'} className={styles.debt}>
            <p>
              <strong>{name}</strong>: {debt.rows.length} chỉ tiêu{' '}
              <span className="note">{debt.rows.map(({ number }) => number).join(', ')}</span>
            </p>
            {hasReminder && debt.body && (
              <p className={`screen-only ${styles.remind}`}>
                <CopyButton
                  text={reminderTo(debt, reminding)}
                  label={words.copy}
                  about={name}
                  className="plain-button"
                />
                <a href={reminderMail(debt, reminding)}>
                  {words.mail}
                  <span className="visually-hidden"> {name}</span>
                </a>
              </p>
            )}
          </li>
        )
      })}
    </ul>
  )
}
