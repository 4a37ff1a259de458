import { unitTitle } from '@moc57/shared'
import type { PlanItem } from '@moc57/shared/api'
import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { apiPath } from '../lib/api-client.ts'
import { quarterText } from '../lib/figures.ts'
import { capitalize } from '../lib/text.ts'
import { AbbreviationList } from '../ui/abbreviations.tsx'
import { Callout } from '../ui/callout.tsx'
import { KnownControl } from '../ui/known-control.tsx'
import { Page, PageHead } from '../ui/page.tsx'
import { UnitOfPage } from '../ui/unit-of-page.tsx'
import { emptyDraft } from './draft.ts'
import { PlanLog } from './plan-log.tsx'
import { milestoneYears, planRows } from './plan-rows.ts'
import { PlanTable } from './plan-table.tsx'
import styles from './plan-view.module.css'
import type { UnitPlan } from './queries.ts'
import { UnreadTargets } from './unread-targets.tsx'
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
      {plan.mayEdit && plan.asOf !== plan.currentQuarter && (
        <Callout tone="warn">
          <p>
            Đây là kế hoạch tại {quarterText(plan.asOf)}, chỉ để xem.{' '}
            <Link to="." search={(search) => ({ ...search, ky: undefined })}>
              Về quý này để sửa
            </Link>
          </p>
        </Callout>
      )}
      <PlanTable plan={plan} rows={rows} years={milestoneYears(rows, [])} reference={reference} ky={ky} />
    </PlanFrame>
  )
}

const planOfDay = { subject: 'kế hoạch', scope: 'chỉ gồm những thay đổi đã ghi nhận đến ngày đó' }

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
  const { unit, items, asOf, knownOn } = plan
  return (
    <Page>
      <PageHead
        title={
          <>
            Kế hoạch <UnitOfPage name={capitalize(unitTitle(unit))} />
          </>
        }
        sentence={planSentence(plan)}
      >
        <div className={`screen-only ${styles.tools}`}>
          <a
            href={apiPath(
              `/api/units/:unitCode/plan.xlsx`,
              { unitCode: unit.code },
              { asOf, knownOn: knownOn ?? undefined },
            )}
            download
          >
            Tải Excel
          </a>
          <button type="button" className="plain-button" onClick={() => window.print()}>
            In
          </button>
          {tools}
        </div>
        <KnownControl said={planOfDay} />
      </PageHead>
      <UnreadTargets plan={plan} />
      {children}
      <AbbreviationList texts={items.flatMap(textsOf)} />
      <PlanLog plan={plan} />
    </Page>
  )
}

function textsOf({ name, assignment }: PlanItem): string[] {
  return assignment ? [name, assignment.directingLeader, assignment.responsibleOfficer] : [name]
}
