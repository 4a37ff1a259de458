import {
  type BudgetBasis,
  type BudgetLine,
  budgetBasisLabels,
  budgetIndicator,
  budgetSum,
  codesOf,
} from '@moc57/shared'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { useAsOf } from '../lib/as-of.ts'
import { quarterText } from '../lib/figures.ts'
import { Section } from '../ui/page.tsx'
import styles from './budget.module.css'
import { LedgerRevisions, LedgerTable } from './ledger-table.tsx'
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
  const close = () => setOpen(undefined)
  const revisionOf = (line: number) => history.find((known) => known.line === line)?.revision ?? 0
  const sums = {
    planned: budgetSum(lines, 'planned'),
    allocated: budgetSum(lines, 'allocated'),
    disbursed: budgetSum(lines, 'disbursed'),
  }
  return (
    <>
      <p className="sentence">{headline(budget)}</p>
      <Section
        title={
          <Link
            to="/don-vi/$unitCode/chi-tieu/$number"
            params={{ unitCode: unit.code, number: String(budgetIndicator) }}
            search={{ ky: period }}
          >
            Chỉ tiêu {budgetIndicator}: tỷ lệ chi trong tổng chi ngân sách
          </Link>
        }
      >
        <ul className={styles.shares}>
          {(lines.length > 0 ? codesOf(budgetBasisLabels) : []).map((basis) => (
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
      </Section>
      <LedgerTable
        budget={budget}
        sums={sums}
        onEdit={(current) => setOpen({ line: current.line, current })}
        onRemove={(current) => setOpen({ line: current.line, current, isRemoving: true })}
      />
      {mayKeep && (
        <div className="row screen-only">
          <button type="button" className="button primary" onClick={() => setOpen({ line: nextLine })}>
            Thêm dòng
          </button>
          {!total && (
            <button type="button" className="button" onClick={() => setOpen({ line: 0 })}>
              Ghi tổng chi ngân sách
            </button>
          )}
        </div>
      )}
      {history.length > 0 && <LedgerRevisions history={history} />}
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
