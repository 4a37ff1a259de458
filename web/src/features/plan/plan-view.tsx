import { unitTitle } from '@moc57/shared'
import type { PlanItem } from '@moc57/shared/api'
import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { AbbreviationList } from '../../components/abbreviations.tsx'
import { quarterText } from '../../lib/figures.ts'
import { capitalize } from '../../lib/text.ts'
import { emptyDraft } from './draft.ts'
import { PlanHistory } from './plan-history.tsx'
import { milestoneYears, planRows, unreadTargets } from './plan-rows.ts'
import { PlanTable } from './plan-table.tsx'
import styles from './plan-view.module.css'
import type { UnitPlan } from './queries.ts'
import { planSentence } from './wording.ts'

type PlanViewProps = {
  plan: UnitPlan
  reference: ReadonlyMap<string, string>
  /** The quarter as the address has it, for links. */
  ky: string | undefined
}

/** The plan as it stood in the quarter, to read. */
export function PlanView({ plan, reference, ky }: PlanViewProps) {
  const rows = planRows(plan, emptyDraft)
  return (
    <PlanFrame plan={plan}>
      {plan.mayEdit && plan.asOf !== plan.currentPeriod && (
        <p className={styles.past}>
          Đây là kế hoạch tại {quarterText(plan.asOf)}, chỉ để xem.{' '}
          <Link to="." search={(search) => ({ ...search, ky: undefined })}>
            Về quý này để sửa
          </Link>
        </p>
      )}
      <PlanTable plan={plan} rows={rows} years={milestoneYears(rows, [])} reference={reference} ky={ky} />
    </PlanFrame>
  )
}

/** What the page has around its table: the sentence, what a person has to read, the files; the history. */
export function PlanFrame({
  plan,
  tools,
  children,
}: {
  plan: UnitPlan
  tools?: ReactNode
  children: ReactNode
}) {
  const { unit, items, asOf } = plan
  return (
    <div className={styles.page}>
      <header className={styles.opening}>
        <h1>
          Kế hoạch <span>{capitalize(unitTitle(unit))}</span>
        </h1>
        <p className={styles.sentence}>{planSentence(plan)}</p>
        <div className={styles.tools}>
          <Link to="/don-vi/$unitCode" params={{ unitCode: unit.code }} search={({ ky }) => ({ ky })}>
            Kết quả thực hiện
          </Link>
          <a href={`/api/units/${unit.code}/plan.xlsx?asOf=${asOf}`} download>
            Tải Excel
          </a>
          <button type="button" className="plain-button" onClick={() => window.print()}>
            In
          </button>
          {tools}
        </div>
      </header>
      <Unread items={items} />
      {children}
      <AbbreviationList texts={items.flatMap(textsOf)} />
      <PlanHistory plan={plan} />
    </div>
  )
}

function textsOf({ name, assignment }: PlanItem): string[] {
  return assignment ? [name, assignment.directingLeader, assignment.responsibleOfficer] : [name]
}

/** Targets that the program could not read: they count for nothing until a person writes them so that it can. */
function Unread({ items }: { items: readonly PlanItem[] }) {
  const unread = unreadTargets(items)
  if (unread.length === 0) return null
  return (
    <section className={styles.unread} aria-labelledby="chua-doc-duoc">
      <h2 id="chua-doc-duoc">Chưa đọc được, không tính tiến độ</h2>
      <ul>
        {unread.map(({ item: { number, shortName }, target: { milestone, text } }) => (
          <li key={`${number} ${milestone}`}>
            <a href={`#chi-tieu-${number}`}>
              {number}. {shortName}
            </a>
            , mốc {milestone}: “{text}”
          </li>
        ))}
      </ul>
    </section>
  )
}
