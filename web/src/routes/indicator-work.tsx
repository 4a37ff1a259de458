import { type Account, may, type Output } from '@moc57/shared'
import type { readIndicator } from '@moc57/shared/api'
import { useQuery } from '@tanstack/react-query'
import { CellExplanations } from '../explanations/cell-explanations.tsx'
import { AssessmentSection } from '../inspections/assessment-section.tsx'
import { InspectionLines } from '../inspections/inspection-lines.tsx'
import { useAsOf } from '../lib/as-of.ts'
import { sessionQuery } from '../lib/session-query.ts'
import { ServingTasks } from '../tasks/task-panels.tsx'
import { Section } from '../ui/page.tsx'

type IndicatorWorkProps = { indicator: Output<typeof readIndicator> }

/** The work behind an indicator: its tasks for everyone; explanations and reviews for those who work on them. */
export function IndicatorWork({ indicator }: IndicatorWorkProps) {
  const { unit, number } = indicator
  const { data: account } = useQuery(sessionQuery)
  return (
    <>
      <ServingTasks unitCode={unit.code} asOf={useAsOf()} number={number} />
      {account && may(account, 'readWork', { unitCode: unit.code }) && (
        <OfficeSection indicator={indicator} account={account} />
      )}
    </>
  )
}

function OfficeSection({ indicator, account }: IndicatorWorkProps & { account: Account }) {
  const { unit, number, shortName, asOf, assignment } = indicator
  const cell = { account, unitCode: unit.code, number, shortName, period: asOf, assignment }
  return (
    <Section title="Giải trình, đánh giá, kiểm tra">
      <CellExplanations {...cell} />
      <AssessmentSection key={asOf} {...cell} />
      <InspectionLines unitCode={unit.code} number={number} />
    </Section>
  )
}
