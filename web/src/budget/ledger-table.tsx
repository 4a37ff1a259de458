import {
  BudgetBasis,
  type BudgetLine,
  budgetBasisLabels,
  budgetFieldLabels,
  budgetKindLabels,
  formatMoment,
  formatMoney,
} from '@moc57/shared'
import { whoText } from '../lib/who-text.ts'
import work from '../ui/work.module.css'
import styles from './budget.module.css'
import type { Budget } from './queries.ts'

type LedgerTableProps = {
  budget: Budget
  sums: Record<BudgetBasis, number | null>
  onEdit: (line: BudgetLine) => void
  onRemove: (line: BudgetLine) => void
}

/** The lines of a year, their sum and the total of all spending, in đồng. */
export function LedgerTable({ budget: { total, lines, mayKeep }, sums, onEdit, onRemove }: LedgerTableProps) {
  if (!total && lines.length === 0) return null
  return (
    <table className={styles.table}>
      <caption className="visually-hidden">Các dòng chi, số tiền tính bằng đồng</caption>
      <thead>
        <tr>
          <th scope="col">Nội dung chi</th>
          {BudgetBasis.options.map((basis) => (
            <th key={basis} scope="col" className={styles.money}>
              {budgetBasisLabels[basis]}
            </th>
          ))}
          {mayKeep && (
            <th scope="col">
              <span className="visually-hidden">Thao tác</span>
            </th>
          )}
        </tr>
      </thead>
      <tbody>
        {lines.map((line) => (
          <tr key={line.line}>
            <th scope="row">
              {line.title}
              <span className={work.facts}>
                {' '}
                {line.field && budgetFieldLabels[line.field]};{' '}
                {line.kind && budgetKindLabels[line.kind].toLowerCase()}
                {line.source && `. Nguồn: ${line.source}`}
              </span>
            </th>
            <Amounts of={line} />
            {mayKeep && <RowActions line={line} onEdit={onEdit} onRemove={onRemove} />}
          </tr>
        ))}
        {lines.length > 0 && (
          <tr className={styles.sum}>
            <th scope="row">Cộng các dòng</th>
            <Amounts of={sums} />
            {mayKeep && <td />}
          </tr>
        )}
        {total && (
          <tr className={styles.sum}>
            <th scope="row">
              Tổng chi ngân sách{total.source && <span className={work.facts}> Nguồn: {total.source}</span>}
            </th>
            <Amounts of={total} />
            {mayKeep && <RowActions line={total} onEdit={onEdit} onRemove={onRemove} />}
          </tr>
        )}
      </tbody>
    </table>
  )
}

function Amounts({ of }: { of: Record<BudgetBasis, number | null> }) {
  return BudgetBasis.options.map((basis) => (
    <td key={basis} className={styles.money} data-label={budgetBasisLabels[basis]}>
      {of[basis] === null ? 'chưa có số' : formatMoney(of[basis]).replace(' đồng', '')}
    </td>
  ))
}

type RowActionsProps = Pick<LedgerTableProps, 'onEdit' | 'onRemove'> & { line: BudgetLine }

function RowActions({ line, onEdit, onRemove }: RowActionsProps) {
  const name = line.title ?? 'tổng chi ngân sách'
  return (
    <td className={styles.actions}>
      <button type="button" className="plain-button" onClick={() => onEdit(line)}>
        Sửa<span className="visually-hidden"> {name}</span>
      </button>
      <button type="button" className="plain-button" onClick={() => onRemove(line)}>
        Bỏ<span className="visually-hidden"> {name}</span>
      </button>
    </td>
  )
}

/** Every change of the ledger, the latest first. */
export function LedgerHistory({ history }: { history: readonly BudgetLine[] }) {
  return (
    <div className={work.card}>
      <details>
        <summary>Các lần ghi ({history.length})</summary>
        <ol reversed>
          {history.map((line) => (
            <li key={`${line.line} ${line.revision}`}>
              {line.title ?? 'Tổng chi ngân sách'}
              {line.isRemoved ? ': bỏ dòng' : line.revision > 1 && `, sửa lần ${line.revision - 1}`}
              {!line.isRemoved &&
                `: ${BudgetBasis.options
                  .flatMap((basis) =>
                    line[basis] === null
                      ? []
                      : `${budgetBasisLabels[basis].toLowerCase()} ${formatMoney(line[basis])}`,
                  )
                  .join(', ')}`}{' '}
              <span className={work.facts}>
                {whoText(line.by)}, {formatMoment(line.at)}
                {line.reason && `; lý do: ${line.reason}`}
              </span>
            </li>
          ))}
        </ol>
      </details>
    </div>
  )
}
