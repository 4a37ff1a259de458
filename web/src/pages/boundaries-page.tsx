import { useQuery, useQueryClient } from '@tanstack/react-query'
import { QueryView } from '../components/query-view.tsx'
import { Skeleton } from '../components/skeleton.tsx'
import { BoundaryForm } from '../features/boundaries/boundary-form.tsx'
import { RequireAccount } from '../features/session/require-account.tsx'
import { boundariesQuery } from '../features/unit-map/queries.ts'
import { useDocumentTitle } from '../lib/use-document-title.ts'

/** The file of unit boundaries, for the administrator. */
export function BoundariesPage() {
  useDocumentTitle('Bản đồ đơn vị')
  return <RequireAccount rights={['manageBoundaries']}>{() => <BoundariesInForce />}</RequireAccount>
}

function BoundariesInForce() {
  const queryClient = useQueryClient()
  const query = useQuery(boundariesQuery)
  return (
    <QueryView query={query} skeleton={<Skeleton height={300} />}>
      {(boundaries) => (
        <BoundaryForm
          boundaries={boundaries}
          onReplaced={(replaced) => queryClient.setQueryData(boundariesQuery.queryKey, replaced)}
        />
      )}
    </QueryView>
  )
}
