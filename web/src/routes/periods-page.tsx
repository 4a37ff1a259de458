import { lastQuarter } from '@moc57/shared'
import { useQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { useDocumentTitle } from '../lib/use-document-title.ts'
import { thisYear, yearsUpTo } from '../lib/years.ts'
import { PeriodsView } from '../measurements/periods/periods-view.tsx'
import { periodsQuery } from '../measurements/periods/queries.ts'
import { collectingSentence } from '../measurements/periods/wording.ts'
import { RequireAccount } from '../people/session/require-account.tsx'
import { Page, PageHead } from '../ui/page.tsx'
import { QueryView } from '../ui/query-view.tsx'
import { SelectField } from '../ui/select-field.tsx'
import { Skeleton } from '../ui/skeleton.tsx'

const route = getRouteApi('/quan-tri/ky-bao-cao')

const lastYear = Number(lastQuarter.slice(0, 4))

/** The days of the reporting periods, for the city and the administrator. */
export function PeriodsPage() {
  useDocumentTitle('Kỳ báo cáo')
  return <RequireAccount rights={['changePeriods']}>{() => <PeriodsOf />}</RequireAccount>
}

function PeriodsOf() {
  const query = useQuery(periodsQuery)
  const { nam: year = String(thisYear()) } = route.useSearch()
  const navigate = route.useNavigate()
  return (
    <QueryView query={query} skeleton={<Skeleton height={420} />}>
      {(periods) => (
        <Page>
          <PageHead title="Kỳ báo cáo" sentence={collectingSentence(periods)} />
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
        </Page>
      )}
    </QueryView>
  )
}
