import { lastQuarter } from '@moc57/shared'
import { useQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { useDocumentTitle } from '../lib/use-document-title.ts'
import { thisYear, yearsUpTo } from '../lib/years.ts'
import { PeriodsView } from '../measurements/periods/periods-view.tsx'
import { periodsQuery } from '../measurements/periods/queries.ts'
import { collectingSentence } from '../measurements/periods/wording.ts'
import { RequireAccount } from '../people/session/require-account.tsx'
import { QueryView } from '../ui/query-view.tsx'
import { SelectField } from '../ui/select-field.tsx'
import { Skeleton } from '../ui/skeleton.tsx'
import work from '../ui/work.module.css'

const route = getRouteApi('/quan-tri/ky-bao-cao')

const lastYear = Number(lastQuarter.slice(0, 4))

/** The days of the reporting periods, for the city and the administrator. */
export function PeriodsPage() {
  useDocumentTitle('Kỳ báo cáo')
  return (
    <RequireAccount rights={['changePeriods']}>
      {({ username }) => <PeriodsOf username={username} />}
    </RequireAccount>
  )
}

function PeriodsOf({ username }: { username: string }) {
  const query = useQuery(periodsQuery(username))
  const { nam: year = String(thisYear()) } = route.useSearch()
  const navigate = route.useNavigate()
  return (
    <QueryView query={query} skeleton={<Skeleton height={420} />}>
      {(periods) => (
        <div className="stack">
          <div className="stack tight">
            <h1>Kỳ báo cáo</h1>
            <p className={work.sentence}>{collectingSentence(periods)}</p>
          </div>
          <div className="fit">
            <SelectField
              label="Năm"
              hideLabel
              value={year}
              onChange={(nam) => navigate({ search: (before) => ({ ...before, nam }), replace: true })}
              options={yearsUpTo(lastYear, year).map((value) => ({ value, label: `Năm ${value}` }))}
            />
          </div>
          <PeriodsView key={year} periods={periods} year={year} />
        </div>
      )}
    </QueryView>
  )
}
