import { firstQuarter, quarterLabel } from '@moc57/shared'
import { useQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { indicatorsQuery, movementQuery } from '../city/city-queries.ts'
import { MovementView } from '../city/movement/movement-view.tsx'
import { currentQuarter } from '../lib/as-of.ts'
import { useDocumentTitle } from '../lib/use-document-title.ts'
import { EmptyState } from '../ui/empty-state.tsx'
import { QueryView } from '../ui/query-view.tsx'
import { Skeleton } from '../ui/skeleton.tsx'

const route = getRouteApi('/thanh-pho/bien-dong')

/** What moved in the city between two quarters. */
export function MovementPage() {
  const search = route.useSearch()
  const navigate = route.useNavigate()
  const to = search.ky ?? currentQuarter()
  const from = search.tu !== undefined && search.tu < to ? search.tu : undefined
  const hasBefore = to > firstQuarter
  const indicators = useQuery(indicatorsQuery)
  const movement = useQuery({ ...movementQuery({ from, to }, search), enabled: hasBefore })
  useDocumentTitle('Biến động', 'Toàn thành phố', quarterLabel(to))
  const heading = <h1 className="visually-hidden">Biến động đến {quarterLabel(to)}</h1>
  if (!hasBefore) {
    return (
      <>
        {heading}
        <EmptyState title="Chưa có kỳ trước để so sánh">
          <p>{quarterLabel(to)} là kỳ đầu tiên. Chọn kỳ sau ở đầu trang để xem biến động.</p>
        </EmptyState>
      </>
    )
  }
  const skeleton = (
    <>
      {heading}
      <Skeleton height={600} />
    </>
  )
  return (
    <QueryView query={movement} skeleton={skeleton}>
      {(moved) => (
        <QueryView query={indicators} skeleton={skeleton}>
          {({ items }) => (
            <MovementView
              movement={moved}
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
