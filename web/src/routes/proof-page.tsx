import { useQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { useDocumentTitle } from '../lib/use-document-title.ts'
import { ProofView } from '../reports/proof-view.tsx'
import { proofQuery } from '../reports/verification-queries.ts'
import { QueryView } from '../ui/query-view.tsx'
import { Skeleton } from '../ui/skeleton.tsx'

const route = getRouteApi('/kiem-chung/$code')

/** Where the code on a paper leads: for everyone. */
export function ProofPage() {
  const query = useQuery(proofQuery(route.useParams().code))
  useDocumentTitle('Kiểm chứng báo cáo')
  return (
    <QueryView query={query} skeleton={<Skeleton height={420} />}>
      {(proof) => <ProofView proof={proof} />}
    </QueryView>
  )
}
