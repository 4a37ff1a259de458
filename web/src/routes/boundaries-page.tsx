import { useQuery, useQueryClient } from '@tanstack/react-query'
import { BoundaryForm } from '../city/boundaries/boundary-form.tsx'
import { boundariesQuery } from '../city/map/queries.ts'
import { useDocumentTitle } from '../lib/use-document-title.ts'
import { RequireAccount } from '../people/session/require-account.tsx'
import { QueryView } from '../ui/query-view.tsx'
import { Skeleton } from '../ui/skeleton.tsx'

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
