import { quarterLabel } from '@moc57/shared'
import { useQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { submissionStatusQuery } from '../city/submission-status/queries.ts'
import { SubmissionStatusView } from '../city/submission-status/submission-status-view.tsx'
import { currentQuarter } from '../lib/as-of.ts'
import { useDocumentTitle } from '../lib/use-document-title.ts'
import { RequireAccount } from '../people/session/require-account.tsx'
import { QueryView } from '../ui/query-view.tsx'
import { Skeleton } from '../ui/skeleton.tsx'

const route = getRouteApi('/thanh-pho/nop-so-lieu')

/** Who has reported, for the city and the administrator. */
export function SubmissionStatusPage() {
  const { ky } = route.useSearch()
  useDocumentTitle('Nộp số liệu', quarterLabel(ky ?? currentQuarter()))
  return <RequireAccount rights={['readSubmission']}>{() => <ReportingOf />}</RequireAccount>
}

function ReportingOf() {
  const { ky, tinhTrang, bietDen } = route.useSearch()
  const navigate = route.useNavigate()
  // The quarter at the top of the page is the one that is shown, also before it is over.
  const query = useQuery(submissionStatusQuery(ky ?? currentQuarter()))
  return (
    <QueryView query={query} skeleton={<Skeleton height={420} />}>
      {(reporting) => (
        <SubmissionStatusView
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
