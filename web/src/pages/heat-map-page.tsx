import { periodLabel } from '@moc57/shared'
import { useQuery } from '@tanstack/react-query'
import { QueryView } from '../components/query-view.tsx'
import { Skeleton } from '../components/skeleton.tsx'
import { unitsQuery } from '../features/units/queries.ts'
import { currentPeriod, useAsOf } from '../lib/as-of.ts'
import { useDocumentTitle } from '../lib/use-document-title.ts'
import styles from './city-page.module.css'

/** All units of the city on all indicators. */
export function HeatMapPage() {
  const asOf = useAsOf() ?? currentPeriod()
  const query = useQuery(unitsQuery(''))
  useDocumentTitle('Toàn thành phố', periodLabel(asOf))
  return (
    <QueryView query={query} skeleton={<Skeleton height={400} />}>
      {({ items }) => (
        <h1 className={styles.title}>
          {items.length} phường, xã, đặc khu, {periodLabel(asOf)}
        </h1>
      )}
    </QueryView>
  )
}
