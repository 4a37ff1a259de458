import { useQuery } from '@tanstack/react-query'
import { QueryView } from '../components/query-view.tsx'
import { Skeleton } from '../components/skeleton.tsx'
import { OpenDataView } from '../features/open-data/open-data-view.tsx'
import { descriptorQuery } from '../features/open-data/queries.ts'
import { useDocumentTitle } from '../lib/use-document-title.ts'

/** The open data, for everyone. */
export function OpenDataPage() {
  const query = useQuery(descriptorQuery)
  useDocumentTitle('Dữ liệu mở')
  return (
    <QueryView query={query} skeleton={<Skeleton height={420} />}>
      {(descriptor) => <OpenDataView descriptor={descriptor} />}
    </QueryView>
  )
}
