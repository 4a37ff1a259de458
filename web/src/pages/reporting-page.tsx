import { periodLabel } from '@moc57/shared'
import { useQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { QueryView } from '../components/query-view.tsx'
import { Skeleton } from '../components/skeleton.tsx'
import { reportingQuery } from '../features/reporting/queries.ts'
import { ReportingView } from '../features/reporting/reporting-view.tsx'
import { RequireAccount } from '../features/session/require-account.tsx'
import { currentPeriod } from '../lib/as-of.ts'
import { useDocumentTitle } from '../lib/use-document-title.ts'

const route = getRouteApi('/thanh-pho/nop-so-lieu')

/** Who has reported, for the city and the administrator. */
export function ReportingPage() {
  const { ky } = route.useSearch()
  useDocumentTitle('Nộp số liệu', periodLabel(ky ?? currentPeriod()))
  return (
    <RequireAccount rights={['readSubmission']}>
      {({ username }) => <ReportingOf username={username} />}
    </RequireAccount>
  )
}

function ReportingOf({ username }: { username: string }) {
  const { ky, tinhTrang, bietDen } = route.useSearch()
  const navigate = route.useNavigate()
  // The quarter at the top of the page is the one that is shown, also before it is over.
  const query = useQuery(reportingQuery(username, ky ?? currentPeriod()))
  return (
    <QueryView query={query} skeleton={<Skeleton height={420} />}>
      {(reporting) => (
        <ReportingView
          reporting={reporting}
          standing={tinhTrang}
          isOtherDay={bietDen !== undefined}
          onChoose={(tinhTrang) =>
            navigate({ search: (search) => ({ ...search, tinhTrang }), replace: true, resetScroll: false })
          }
        />
      )}
    </QueryView>
  )
}
