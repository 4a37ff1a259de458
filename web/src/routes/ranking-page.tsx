import { firstQuarter, quarterLabel } from '@moc57/shared'
import { useQuery } from '@tanstack/react-query'
import { getRouteApi, Link } from '@tanstack/react-router'
import { cityFields, comparisonQuery, indicatorsQuery, movementQuery } from '../city/city-queries.ts'
import { CityIndicatorView } from '../city/ranking/city-indicator-view.tsx'
import { currentQuarter } from '../lib/as-of.ts'
import { useDocumentTitle } from '../lib/use-document-title.ts'
import { ProblemView } from '../ui/problem-view.tsx'
import { QueryView } from '../ui/query-view.tsx'
import { Skeleton } from '../ui/skeleton.tsx'

const route = getRouteApi('/thanh-pho/chi-tieu/$number')

/** One indicator over all units of the city. */
export function CityIndicatorPage() {
  const { number } = route.useParams()
  const search = route.useSearch()
  const navigate = route.useNavigate()
  const asOf = search.ky ?? currentQuarter()
  const indicators = useQuery(indicatorsQuery)
  const comparison = useQuery(comparisonQuery({ asOf, ...cityFields(search), indicator: number }))
  const movement = useQuery({
    ...movementQuery({ to: asOf }, search, number),
    enabled: asOf > firstQuarter,
  })
  useDocumentTitle(`Chỉ tiêu ${number}`, 'Toàn thành phố', quarterLabel(asOf))
  const skeleton = (
    <>
      <h1 className="visually-hidden">Chỉ tiêu {number} ở các đơn vị</h1>
      <Skeleton height={600} />
    </>
  )
  return (
    <QueryView query={indicators} skeleton={skeleton}>
      {({ items }) => {
        const indicator = items.find((one) => String(one.number) === number)
        if (!indicator) {
          return (
            <ProblemView title="Không có chỉ tiêu này">
              <p>Kế hoạch có các chỉ tiêu số 1 đến {items.length}.</p>
              <p>
                <Link to="/thanh-pho" search={search}>
                  Về bản đồ nhiệt
                </Link>
              </p>
            </ProblemView>
          )
        }
        return (
          <QueryView query={comparison} skeleton={skeleton}>
            {(compared) => (
              <CityIndicatorView
                comparison={compared}
                movement={movement.data}
                indicators={items}
                indicator={indicator}
                search={search}
                onSearch={(next) =>
                  navigate({ search: { ...next, ky: search.ky }, replace: true, resetScroll: false })
                }
                onIndicator={(other) => navigate({ params: { number: other }, search: true })}
              />
            )}
          </QueryView>
        )
      }}
    </QueryView>
  )
}
