import { quarterLabel } from '@moc57/shared'
import { useQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { cityFields, comparisonQuery, indicatorsQuery } from '../city/city-queries.ts'
import { HeatMapSkeleton, HeatMapView } from '../city/heat-map/heat-map-view.tsx'
import { currentQuarter } from '../lib/as-of.ts'
import { useDocumentTitle } from '../lib/use-document-title.ts'
import { QueryView } from '../ui/query-view.tsx'

const route = getRouteApi('/thanh-pho/')

/** All units of the city on all indicators. */
export function HeatMapPage() {
  const search = route.useSearch()
  const navigate = route.useNavigate()
  const asOf = search.ky ?? currentQuarter()
  const indicators = useQuery(indicatorsQuery)
  const comparison = useQuery(comparisonQuery({ asOf, ...cityFields(search) }))
  useDocumentTitle('Toàn thành phố', quarterLabel(asOf))
  const skeleton = <HeatMapSkeleton />
  return (
    <QueryView query={comparison} skeleton={skeleton}>
      {(compared) => (
        <QueryView query={indicators} skeleton={skeleton}>
          {({ items }) => (
            <HeatMapView
              comparison={compared}
              indicators={items}
              search={search}
              onSearch={(next) => navigate({ search: next, replace: true, resetScroll: false })}
            />
          )}
        </QueryView>
      )}
    </QueryView>
  )
}
