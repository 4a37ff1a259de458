import { useQuery } from '@tanstack/react-query'
import { QueryView } from '../components/query-view.tsx'
import { Skeleton } from '../components/skeleton.tsx'
import { RequireAccount } from '../features/session/require-account.tsx'
import { systemQuery } from '../features/system/queries.ts'
import { SystemView } from '../features/system/system-view.tsx'
import { useDocumentTitle } from '../lib/use-document-title.ts'

/** How the service is, for the administrator. */
export function SystemPage() {
  useDocumentTitle('Tình trạng hệ thống')
  return <RequireAccount rights={['manageSystem']}>{() => <SystemNow />}</RequireAccount>
}

function SystemNow() {
  const query = useQuery(systemQuery)
  return (
    <QueryView query={query} skeleton={<Skeleton height={420} />}>
      {(system) => <SystemView system={system} />}
    </QueryView>
  )
}
