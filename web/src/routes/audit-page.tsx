import { type Account, may } from '@moc57/shared'
import { useQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { useDocumentTitle } from '../lib/use-document-title.ts'
import { WithdrawnSection } from '../measurements/evidence/withdrawn-section.tsx'
import { AuditFilters } from '../people/audit/audit-filters.tsx'
import { AuditView } from '../people/audit/audit-view.tsx'
import { auditQuery } from '../people/audit/queries.ts'
import type { AuditSearch } from '../people/audit/search.ts'
import { RequireAccount } from '../people/session/require-account.tsx'
import { Page } from '../ui/page.tsx'
import { QueryView } from '../ui/query-view.tsx'
import { Skeleton } from '../ui/skeleton.tsx'

const route = getRouteApi('/quan-tri/nhat-ky')

/** Who did what, for the administrator and the city. */
export function AuditPage() {
  useDocumentTitle('Nhật ký')
  return <RequireAccount rights={['readAudit']}>{(account) => <AuditOf account={account} />}</RequireAccount>
}

function AuditOf({ account }: { account: Account }) {
  const search = route.useSearch()
  const navigate = route.useNavigate()
  const query = useQuery(auditQuery(search))
  // Another choice starts at the first page again.
  const handleChoose = (chosen: AuditSearch) =>
    navigate({
      search: (before) => ({ ...before, trang: undefined, ...chosen }),
      replace: true,
      resetScroll: false,
    })
  const handleClear = () => navigate({ search: { ky: search.ky }, replace: true, resetScroll: false })
  return (
    <Page>
      <h1>Nhật ký thao tác</h1>
      <AuditFilters search={search} onChoose={handleChoose} onClear={handleClear} />
      <QueryView query={query} skeleton={<Skeleton height={420} />}>
        {(audit) => <AuditView audit={audit} />}
      </QueryView>
      {search.loai === 'evidence' && may(account, 'eraseEvidence') && <WithdrawnSection />}
    </Page>
  )
}
