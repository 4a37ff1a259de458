import { codesOf, nameWithDirection, quarterLabel } from '@moc57/shared'
import { useQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { useMemo } from 'react'
import { CityFilters } from '../city/city-filters.tsx'
import { type Comparison, cityFields, comparisonQuery, indicatorsQuery } from '../city/city-queries.ts'
import { type CitySearch, unitTypeOf } from '../city/city-search.ts'
import { knownText } from '../city/city-words.ts'
import { mapRows } from '../city/map/map-rows.ts'
import { boundariesQuery } from '../city/map/queries.ts'
import { type MapSearch, type MapView, mapViewLabels } from '../city/map/search.ts'
import styles from '../city/map/unit-map.module.css'
import { UnitMap } from '../city/map/unit-map.tsx'
import { apiPath } from '../lib/api-client.ts'
import { currentQuarter } from '../lib/as-of.ts'
import { sessionQuery } from '../lib/session-query.ts'
import { useDocumentTitle } from '../lib/use-document-title.ts'
import { KnownNote } from '../ui/known-day.tsx'
import { QueryView } from '../ui/query-view.tsx'
import { SelectField } from '../ui/select-field.tsx'
import { Skeleton } from '../ui/skeleton.tsx'

const route = getRouteApi('/thanh-pho/ban-do')

const skeleton = (
  <div className="stack">
    <MapControls />
    <Skeleton height={480} />
  </div>
)

/** One indicator on the map of the city. */
export function UnitMapPage() {
  const { ky = currentQuarter(), bietDen, chiTieu = '1' } = route.useSearch()
  // Units of all kinds, whatever kind is shown: the city's figure is that of all.
  const query = useQuery(comparisonQuery({ asOf: ky, ...cityFields({ bietDen }), indicator: chiTieu }))
  return (
    <QueryView query={query} skeleton={skeleton}>
      {(comparison) => <MapOf comparison={comparison} />}
    </QueryView>
  )
}

function MapControls() {
  const search = route.useSearch()
  const { chiTieu = '1', xem = 'trang-thai' } = search
  const navigate = route.useNavigate()
  const { data } = useQuery(indicatorsQuery)
  const choose = (chosen: CitySearch & MapSearch) =>
    navigate({ search: (search) => ({ ...search, ...chosen }), replace: true, resetScroll: false })
  return (
    <>
      <KnownNote bietDen={search.bietDen} onLeave={() => choose({ loai: search.loai, bietDen: undefined })} />
      <div className="row screen-only controls">
        <div className={styles.indicator}>
          <SelectField
            label="Chỉ tiêu"
            hideLabel
            value={chiTieu}
            onChange={(chiTieu) => choose({ chiTieu })}
            options={
              data
                ? data.items.map(({ number, shortName }) => ({
                    value: String(number),
                    label: `${number}. ${shortName}`,
                  }))
                : [{ value: chiTieu, label: `Chỉ tiêu ${chiTieu}` }]
            }
          />
        </div>
        <SelectField
          label="Xem"
          hideLabel
          value={xem}
          onChange={(xem) => choose({ xem: xem as MapView })}
          options={codesOf(mapViewLabels).map((value) => ({ value, label: mapViewLabels[value] }))}
        />
        <CityFilters search={search} onSearch={choose} />
      </div>
    </>
  )
}

function MapOf({ comparison }: { comparison: Comparison }) {
  const search = route.useSearch()
  const { data: account = null } = useQuery(sessionQuery)
  const boundaries = useQuery(boundariesQuery)
  const [item] = comparison.items
  const type = unitTypeOf(search)
  const rows = useMemo(
    () =>
      item
        ? mapRows(comparison.units, item).filter(({ unit }) => type === undefined || unit.type === type)
        : [],
    [comparison.units, item, type],
  )
  const { asOf } = comparison
  const fields = { asOf, ...cityFields(search), indicator: item && String(item.number), sapXep: 'tinh-trang' }
  useDocumentTitle(`Bản đồ chỉ tiêu ${item?.number}`, quarterLabel(asOf))
  if (!item) return null
  return (
    <QueryView query={boundaries} skeleton={<Skeleton height={480} />}>
      {(boundaries) => (
        <UnitMap
          boundaries={boundaries}
          item={item}
          rows={rows}
          view={search.xem ?? 'trang-thai'}
          account={account}
          controls={<MapControls />}
          title={`Chỉ tiêu ${item.number}. ${nameWithDirection(item)}: ${rows.length} ${type ?? 'đơn vị'}, ${quarterLabel(asOf)}`}
          takeAway={{
            file: (extension) => apiPath(`/api/comparison.${extension}`, {}, fields),
            name: `ban-do-chi-tieu-${item.number}-${asOf}`,
            notes: [knownText(search.bietDen), comparison.notice],
          }}
        />
      )}
    </QueryView>
  )
}
