import { useQuery } from '@tanstack/react-query'
import { QueryView } from '../components/query-view.tsx'
import { Skeleton } from '../components/skeleton.tsx'
import { AccountsView } from '../features/accounts/accounts-view.tsx'
import { accountsQuery } from '../features/accounts/queries.ts'
import { RequireAccount } from '../features/session/require-account.tsx'
import { useDocumentTitle } from '../lib/use-document-title.ts'

/** The accounts, for the administrator. */
export function AccountsPage() {
  useDocumentTitle('Tài khoản')
  return (
    <RequireAccount rights={['manageAccounts']}>
      {({ username }) => <AccountsOf ownName={username} />}
    </RequireAccount>
  )
}

function AccountsOf({ ownName }: { ownName: string }) {
  const query = useQuery(accountsQuery)
  return (
    <QueryView query={query} skeleton={<Skeleton height={300} />}>
      {({ items }) => <AccountsView accounts={items} ownName={ownName} />}
    </QueryView>
  )
}
