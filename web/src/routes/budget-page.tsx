import { unitTitle } from '@moc57/shared'
import { useQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { BudgetView } from '../budget/budget-view.tsx'
import { budgetQuery } from '../budget/queries.ts'
import { capitalize } from '../lib/text.ts'
import { useDocumentTitle } from '../lib/use-document-title.ts'
import { thisYear, yearsUpTo } from '../lib/years.ts'
import { RequireAccount } from '../people/session/require-account.tsx'
import { QueryView } from '../ui/query-view.tsx'
import { SelectField } from '../ui/select-field.tsx'
import { Skeleton } from '../ui/skeleton.tsx'
import { UnitOfPage } from '../ui/unit-of-page.tsx'

const route = getRouteApi('/don-vi/$unitCode/ngan-sach')

/** The ledger behind indicator 6. */
export function BudgetPage() {
  const { unitCode } = route.useParams()
  const { nam, ky } = route.useSearch()
  const navigate = route.useNavigate()
  const year = nam ?? ky?.slice(0, 4) ?? String(thisYear())
  const yearField = (
    <SelectField
      label="Năm ngân sách"
      value={year}
      onChange={(chosen) =>
        navigate({ search: (search) => ({ ...search, nam: chosen }), replace: true, resetScroll: false })
      }
      options={yearsUpTo(thisYear() + 1, year).map((value) => ({ value, label: value }))}
    />
  )
  return (
    <RequireAccount rights={['readWork']} subject={{ unitCode }}>
      {() => <OfYear unitCode={unitCode} year={year} yearField={yearField} />}
    </RequireAccount>
  )
}

type OfYearProps = { unitCode: string; year: string; yearField: ReactNode }

/** The title stays while the ledger of another year is fetched, and with it the field that chose the year. */
function OfYear({ unitCode, year, yearField }: OfYearProps) {
  const query = useQuery(budgetQuery(unitCode, year))
  const unitName = query.data && capitalize(unitTitle(query.data.unit))
  useDocumentTitle(`Ngân sách ${year}`, unitName)
  return (
    <div className="stack">
      <div className="row">
        <h1>
          Ngân sách cho KHCN, ĐMST, CĐS năm {year} <UnitOfPage name={unitName} />
        </h1>
        {yearField}
      </div>
      <QueryView query={query} skeleton={<Skeleton height={420} />}>
        {(budget) => (
          <div className="stack">
            <BudgetView key={`${unitCode} ${year}`} budget={budget} />
          </div>
        )}
      </QueryView>
    </div>
  )
}
