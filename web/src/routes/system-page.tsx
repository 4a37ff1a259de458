import { useQuery } from '@tanstack/react-query'
import { useDocumentTitle } from '../lib/use-document-title.ts'
import { RequireAccount } from '../people/session/require-account.tsx'
import { systemQuery } from '../system/queries.ts'
import { SystemView } from '../system/system-view.tsx'
import { QueryView } from '../ui/query-view.tsx'
import { Skeleton } from '../ui/skeleton.tsx'

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
