import {
  BudgetBasis,
  type BudgetLine,
  budgetBasisLabels,
  budgetFieldLabels,
  budgetIndicator,
  budgetKindLabels,
  budgetSum,
  formatMoment,
  formatMoney,
  unitTitle,
} from '@moc57/shared'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import work from '../../components/work.module.css'
import { useAsOf } from '../../lib/as-of.ts'
import { quarterText } from '../../lib/figures.ts'
import { capitalize } from '../../lib/text.ts'
import { useDocumentTitle } from '../../lib/use-document-title.ts'
import { whoText } from '../history-of-cell/wording.ts'
import styles from './budget.module.css'
import { LineDialog, RemoveDialog } from './line-dialog.tsx'
import type { Budget } from './queries.ts'
import { TakeDialog } from './take-dialog.tsx'
import { percentText, quarterOfYear, shareText } from './wording.ts'

type Open = { line: number; current?: BudgetLine; isRemoving?: boolean }

/** The ledger of a year: what it yields for indicator 6, the total, the lines, and every change. */
export function BudgetView({ budget }: { budget: Budget }) {
  const { unit, year, total, lines, shares, history, nextLine, mayKeep } = budget
  const period = quarterOfYear(year, useAsOf())
  const [open, setOpen] = useState<Open>()
  const [taking, setTaking] = useState<BudgetBasis>()
  const [isTaken, setTaken] = useState(false)
  const unitName = capitalize(unitTitle(unit))
  useDocumentTitle(`Ngân sách ${year}`, unitName)
  const close = () => setOpen(undefined)
  const revisionOf = (line: number) => history.find((known) => known.line === line)?.revision ?? 0
  const sums = {
    planned: budgetSum(lines, 'planned'),
    allocated: budgetSum(lines, 'allocated'),
    disbursed: budgetSum(lines, 'disbursed'),
  }
  return (
    <>
      <header className={work.opening}>
        <h1>
          Ngân sách cho KHCN, ĐMST, CĐS năm {year} <span>{unitName}</span>
        </h1>
        <p className={work.sentence}>{headline(budget)}</p>
      </header>
      <section className={work.section} aria-labelledby="chi-tieu-6">
        <h2 id="chi-tieu-6">
          <Link
            to="/don-vi/$unitCode/chi-tieu/$number"
            params={{ unitCode: unit.code, number: String(budgetIndicator) }}
            search={{ ky: period }}
          >
            Chỉ tiêu {budgetIndicator}: tỷ lệ chi trong tổng chi ngân sách
          </Link>
        </h2>
        <ul className={styles.shares}>
          {(lines.length > 0 ? BudgetBasis.options : []).map((basis) => (
            <li key={basis}>
              <b>{budgetBasisLabels[basis]}</b>
              <span>{shareText(shares[basis])}</span>
              {mayKeep && shares[basis].gap === null && (
                <button type="button" className="button" onClick={() => setTaking(basis)}>
                  Lấy vào {quarterText(period)}
                  <span className="visually-hidden"> theo số {budgetBasisLabels[basis].toLowerCase()}</span>
                </button>
              )}
            </li>
          ))}
        </ul>
        <p role="status">
          {isTaken && (
            <>
              Đã lưu số nháp vào {quarterText(period)}.{' '}
              <Link
                to="/don-vi/$unitCode/nhap-so-lieu"
                params={{ unitCode: unit.code }}
                search={{ ky: period }}
              >
                Mở trang nhập số liệu
              </Link>
            </>
          )}
        </p>
      </section>
      <LedgerTable
        budget={budget}
        sums={sums}
        onEdit={(current) => setOpen({ line: current.line, current })}
        onRemove={(current) => setOpen({ line: current.line, current, isRemoving: true })}
      />
      {mayKeep && (
        <div className={work.actions}>
          <button type="button" className={`button ${work.main}`} onClick={() => setOpen({ line: nextLine })}>
            Thêm dòng
          </button>
          {!total && (
            <button type="button" className="button" onClick={() => setOpen({ line: 0 })}>
              Ghi tổng chi ngân sách
            </button>
          )}
        </div>
      )}
      {history.length > 0 && <History history={history} />}
      {open && !open.isRemoving && (
        <LineDialog
          unitCode={unit.code}
          year={String(year)}
          line={open.line}
          current={open.current}
          revision={revisionOf(open.line)}
          onClose={close}
        />
      )}
      {open?.isRemoving && open.current && (
        <RemoveDialog unitCode={unit.code} year={String(year)} current={open.current} onClose={close} />
      )}
      {taking && (
        <TakeDialog
          budget={budget}
          basis={taking}
          period={period}
          onClose={() => setTaking(undefined)}
          onTaken={() => {
            setTaking(undefined)
            setTaken(true)
          }}
        />
      )}
    </>
  )
}

function headline({ lines, shares, year }: Budget): string {
  if (lines.length === 0)
    return `Năm ${year} chưa có dòng chi nào cho KHCN, ĐMST, CĐS: chưa có số liệu, không phải 0%.`
  const basis = (['disbursed', 'allocated', 'planned'] as const).find((known) => shares[known].gap === null)
  return basis
    ? `Năm ${year}: ${lines.length} dòng chi; ${budgetBasisLabels[basis].toLowerCase()} bằng ${percentText(shares[basis])} tổng chi ngân sách.`
    : `Năm ${year}: ${lines.length} dòng chi; chưa tính được tỷ lệ trong tổng chi.`
}

type LedgerTableProps = {
  budget: Budget
  sums: Record<BudgetBasis, number | null>
  onEdit: (line: BudgetLine) => void
  onRemove: (line: BudgetLine) => void
}

function LedgerTable({ budget: { total, lines, mayKeep }, sums, onEdit, onRemove }: LedgerTableProps) {
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

function History({ history }: { history: readonly BudgetLine[] }) {
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
