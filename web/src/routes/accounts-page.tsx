import { useQuery } from '@tanstack/react-query'
import { useDocumentTitle } from '../lib/use-document-title.ts'
import { AccountsView } from '../people/accounts/accounts-view.tsx'
import { accountsQuery } from '../people/accounts/queries.ts'
import { RequireAccount } from '../people/session/require-account.tsx'
import { QueryView } from '../ui/query-view.tsx'
import { Skeleton } from '../ui/skeleton.tsx'

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
