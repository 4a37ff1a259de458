import {
  type BudgetBasis,
  type BudgetLine,
  budgetBasisLabels,
  budgetFieldLabels,
  budgetKindLabels,
  codesOf,
  formatMoment,
  formatMoney,
} from '@moc57/shared'
import { whoText } from '../lib/who-text.ts'
import { type Column, Table } from '../ui/table.tsx'
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
    <Table
      caption="Các dòng chi, số tiền tính bằng đồng"
      rows={lines}
      rowKey={({ line }) => line}
      columns={[
        {
          title: 'Nội dung chi',
          kind: 'name',
          cell: ({ title, field, kind, source }) => (
            <>
              {title}
              <span className="detail">
                {field && budgetFieldLabels[field]}; {kind && budgetKindLabels[kind].toLowerCase()}
                {source && `. Nguồn: ${source}`}
              </span>
            </>
          ),
        },
        ...codesOf(budgetBasisLabels).map(
          (basis): Column<BudgetLine> => ({
            title: budgetBasisLabels[basis],
            kind: 'number',
            cell: (line) => amountText(line[basis]),
          }),
        ),
        mayKeep && {
          title: 'Thao tác',
          hideTitle: true,
          kind: 'actions',
          card: 'line',
          cell: (line) => <RowActions line={line} onEdit={onEdit} onRemove={onRemove} />,
        },
      ]}
      foot={
        <>
          {lines.length > 0 && (
            <tr>
              <th scope="row">Cộng các dòng</th>
              <Amounts of={sums} />
              {mayKeep && <td data-idle />}
            </tr>
          )}
          {total && (
            <tr>
              <th scope="row">
                Tổng chi ngân sách{total.source && <span className="detail">Nguồn: {total.source}</span>}
              </th>
              <Amounts of={total} />
              {mayKeep && (
                <td data-kind="actions" data-card="line">
                  <RowActions line={total} onEdit={onEdit} onRemove={onRemove} />
                </td>
              )}
            </tr>
          )}
        </>
      }
    />
  )
}

const amountText = (amount: number | null) =>
  amount === null ? 'chưa có số' : formatMoney(amount).replace(' đồng', '')

function Amounts({ of }: { of: Record<BudgetBasis, number | null> }) {
  return codesOf(budgetBasisLabels).map((basis) => (
    <td key={basis} data-kind="number" data-label={budgetBasisLabels[basis]}>
      {amountText(of[basis])}
    </td>
  ))
}

type RowActionsProps = Pick<LedgerTableProps, 'onEdit' | 'onRemove'> & { line: BudgetLine }

function RowActions({ line, onEdit, onRemove }: RowActionsProps) {
  const name = line.title ?? 'tổng chi ngân sách'
  return (
    <>
      <button type="button" className="plain-button" onClick={() => onEdit(line)}>
        Sửa<span className="visually-hidden"> {name}</span>
      </button>
      <button type="button" className="plain-button" onClick={() => onRemove(line)}>
        Bỏ<span className="visually-hidden"> {name}</span>
      </button>
    </>
  )
}

/** Every change of the ledger, the latest first. */
export function LedgerRevisions({ history }: { history: readonly BudgetLine[] }) {
  return (
    <div className="stack tight">
      <details>
        <summary>Các lần ghi ({history.length})</summary>
        <ol reversed>
          {history.map((line) => (
            <li key={`${line.line} ${line.revision}`}>
              {line.title ?? 'Tổng chi ngân sách'}
              {line.isRemoved ? ': bỏ dòng' : line.revision > 1 && `, sửa lần ${line.revision - 1}`}
              {!line.isRemoved &&
                `: ${codesOf(budgetBasisLabels)
                  .flatMap((basis) =>
                    line[basis] === null
                      ? []
                      : `${budgetBasisLabels[basis].toLowerCase()} ${formatMoney(line[basis])}`,
                  )
                  .join(', ')}`}{' '}
              <span className="note">
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
