import { quarterLabel, unitTitle } from '@moc57/shared'
import { useQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { sessionQuery } from '../lib/session-query.ts'
import { capitalize } from '../lib/text.ts'
import { useDocumentTitle } from '../lib/use-document-title.ts'
import { PlanEditor } from '../plans/plan-editor.tsx'
import { PlanView } from '../plans/plan-view.tsx'
import { planQuery, referenceQuery, type UnitPlan } from '../plans/queries.ts'
import { QueryView } from '../ui/query-view.tsx'
import { Skeleton } from '../ui/skeleton.tsx'

const route = getRouteApi('/don-vi/$unitCode/ke-hoach')

/** What a unit is measured by, from when, by which document; its office changes it here. */
export function PlanPage() {
  const { unitCode } = route.useParams()
  const { ky, bietDen } = route.useSearch()
  const query = useQuery(planQuery(unitCode, ky, bietDen))
  return (
    <QueryView query={query} skeleton={<Skeleton height={420} />}>
      {(plan) => <Plan plan={plan} />}
    </QueryView>
  )
}

function Plan({ plan }: { plan: UnitPlan }) {
  const { ky } = route.useSearch()
  const { data: account } = useQuery(sessionQuery)
  const { data: reference = new Map<string, string>() } = useQuery({
    ...referenceQuery,
    enabled: plan.plan.source === 'own',
  })
  useDocumentTitle('Kế hoạch', capitalize(unitTitle(plan.unit)), quarterLabel(plan.asOf))
  return account && plan.mayEdit && plan.asOf === plan.currentQuarter ? (
    <PlanEditor key={`${plan.unit.code} ${account.username}`} plan={plan} reference={reference} ky={ky} />
  ) : (
    <PlanView plan={plan} reference={reference} ky={ky} />
  )
}
