import { useQuery } from '@tanstack/react-query'
import { OpenDataView } from '../city/open-data/open-data-view.tsx'
import { descriptorQuery } from '../city/open-data/queries.ts'
import { useDocumentTitle } from '../lib/use-document-title.ts'
import { QueryView } from '../ui/query-view.tsx'
import { Skeleton } from '../ui/skeleton.tsx'

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
