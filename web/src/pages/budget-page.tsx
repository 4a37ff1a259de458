import { todayInVietnam } from '@moc57/shared'
import { useQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { QueryView } from '../components/query-view.tsx'
import { SelectField } from '../components/select-field.tsx'
import { Skeleton } from '../components/skeleton.tsx'
import styles from '../components/work.module.css'
import { BudgetView } from '../features/budget/budget-view.tsx'
import { budgetQuery } from '../features/budget/queries.ts'
import { RequireAccount } from '../features/session/require-account.tsx'

const route = getRouteApi('/don-vi/$unitCode/ngan-sach')
const firstYear = 2025

/** The ledger behind indicator 6. */
export function BudgetPage() {
  const { unitCode } = route.useParams()
  const { nam, ky } = route.useSearch()
  const navigate = route.useNavigate()
  const nextYear = Number(todayInVietnam(new Date()).slice(0, 4)) + 1
  const year = nam ?? ky?.slice(0, 4) ?? String(nextYear - 1)
  const years = Array.from({ length: Math.max(nextYear, Number(year)) - firstYear + 1 }, (_, index) =>
    String(firstYear + index),
  )
  return (
    <RequireAccount rights={['readWork']} subject={{ unitCode }}>
      {() => (
        <div className={styles.page}>
          <div className={styles.links}>
            <SelectField
              label="Năm ngân sách"
              value={year}
              onChange={(chosen) =>
                navigate({
                  search: (search) => ({ ...search, nam: chosen }),
                  replace: true,
                  resetScroll: false,
                })
              }
              options={years.reverse().map((value) => ({ value, label: value }))}
            />
          </div>
          <OfYear key={`${unitCode} ${year}`} unitCode={unitCode} year={year} />
        </div>
      )}
    </RequireAccount>
  )
}

function OfYear({ unitCode, year }: { unitCode: string; year: string }) {
  const query = useQuery(budgetQuery(unitCode, year))
  return (
    <QueryView query={query} skeleton={<Skeleton height={420} />}>
      {(budget) => (
        <div className={styles.page}>
          <BudgetView budget={budget} />
        </div>
      )}
    </QueryView>
  )
}
