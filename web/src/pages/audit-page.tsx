import { type Account, may } from '@moc57/shared'
import { useQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { QueryView } from '../components/query-view.tsx'
import { Skeleton } from '../components/skeleton.tsx'
import styles from '../features/audit/audit.module.css'
import { AuditFilters } from '../features/audit/audit-filters.tsx'
import { AuditView } from '../features/audit/audit-view.tsx'
import { auditQuery } from '../features/audit/queries.ts'
import type { AuditSearch } from '../features/audit/search.ts'
import { WithdrawnSection } from '../features/evidence/withdrawn-section.tsx'
import { RequireAccount } from '../features/session/require-account.tsx'
import { useDocumentTitle } from '../lib/use-document-title.ts'

const route = getRouteApi('/quan-tri/nhat-ky')

/** Who did what, for the administrator and the city. */
export function AuditPage() {
  useDocumentTitle('Nhật ký')
  return <RequireAccount rights={['readAudit']}>{(account) => <AuditOf account={account} />}</RequireAccount>
}

function AuditOf({ account }: { account: Account }) {
  const search = route.useSearch()
  const navigate = route.useNavigate()
  const query = useQuery(auditQuery(account.username, search))
  // Another choice starts at the first page again.
  const handleChoose = (chosen: AuditSearch) =>
    navigate({
      search: (before) => ({ ...before, trang: undefined, ...chosen }),
      replace: true,
      resetScroll: false,
    })
  const handleClear = () => navigate({ search: { ky: search.ky }, replace: true, resetScroll: false })
  return (
    <div className={styles.page}>
      <h1>Nhật ký thao tác</h1>
      <AuditFilters search={search} onChoose={handleChoose} onClear={handleClear} />
      <QueryView query={query} skeleton={<Skeleton height={420} />}>
        {(audit) => <AuditView audit={audit} />}
      </QueryView>
      {search.loai === 'evidence' && may(account, 'eraseEvidence') && <WithdrawnSection />}
    </div>
  )
}
