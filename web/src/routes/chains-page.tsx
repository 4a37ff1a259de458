import { useQuery } from '@tanstack/react-query'
import { useDocumentTitle } from '../lib/use-document-title.ts'
import { RequireAccount } from '../people/session/require-account.tsx'
import { ChainsView } from '../reports/chains-view.tsx'
import { chainsQuery } from '../reports/verification-queries.ts'
import { QueryView } from '../ui/query-view.tsx'
import { Skeleton } from '../ui/skeleton.tsx'

/** The check of all chains, for the city and the administrator. */
export function ChainsPage() {
  useDocumentTitle('Kiểm chứng chuỗi duyệt')
  return (
    <RequireAccount rights={['readAudit']}>
      {({ username }) => <CheckedNow username={username} />}
    </RequireAccount>
  )
}

function CheckedNow({ username }: { username: string }) {
  const query = useQuery(chainsQuery(username))
  return (
    <QueryView query={query} skeleton={<Skeleton height={420} />}>
      {(checked) => <ChainsView checked={checked} />}
    </QueryView>
  )
}
