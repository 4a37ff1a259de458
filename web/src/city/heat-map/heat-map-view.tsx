import { nameWithDirection, type Quarter, quarterLabel, unitTitle } from '@moc57/shared'
import type { ComparisonItem } from '@moc57/shared/api'
import { useDeferredValue, useMemo, useState } from 'react'
import { apiPath } from '../../lib/api-client.ts'
import { pictureOf } from '../../lib/picture.ts'
import { stringifySearch } from '../../lib/search-params.ts'
import { capitalize } from '../../lib/text.ts'
import { useMediaQuery } from '../../lib/use-media-query.ts'
import { Choices } from '../../ui/choices.tsx'
import { Folded } from '../../ui/folded.tsx'
import { KnownNote } from '../../ui/known-day.tsx'
import { PageHead } from '../../ui/page.tsx'
import { SelectField } from '../../ui/select-field.tsx'
import { Skeleton } from '../../ui/skeleton.tsx'
import { CityFilters } from '../city-filters.tsx'
import { type Comparison, cityFields, type PlannedIndicator } from '../city-queries.ts'
import type { CitySearch } from '../city-search.ts'
import { knownText } from '../city-words.ts'
import { cellWords } from './heat-cell.ts'
import { HeatGrid, type Spot } from './heat-grid.tsx'
import { HeatLegend } from './heat-legend.tsx'
import styles from './heat-map.module.css'
import { HeatPicture } from './heat-picture.tsx'
import { type HeatRow, heatRows, itemsOfGroup } from './heat-rows.ts'
import { heading, headline, modeTitles } from './heat-words.ts'
import type { HeatMapSearch } from './search.ts'

type Search = CitySearch & HeatMapSearch & { ky?: Quarter | undefined }

type HeatMapViewProps = {
  comparison: Comparison
  indicators: readonly PlannedIndicator[]
  search: Search
  onSearch: (search: Search) => void
}

const wideScreen = '(width >= 62em), print'

/** All units of the city on all indicators, with what chooses between them. */
export function HeatMapView({ comparison, indicators, search, onSearch }: HeatMapViewProps) {
  const wide = useMediaQuery(wideScreen)
  const groups = useMemo(() => new Map(indicators.map(({ group }) => [group.code, group.name])), [indicators])
  const group = search.nhom ?? (wide ? undefined : [...groups.keys()][0])
  const items = useMemo(() => itemsOfGroup(comparison.items, group), [comparison, group])
  const rows = useMemo(
    () => heatRows({ ...comparison, items }, search.sapXep),
    [comparison, items, search.sapXep],
  )
  const change = (part: Partial<Search>) => onSearch({ ...search, ...part })

  const { loai, bietDen, ky } = search
  const fields = {
    asOf: comparison.asOf,
    ...cityFields(search),
    group: search.nhom,
    sapXep: search.sapXep ?? 'can-chu-y',
  }
  const title = `${modeTitles[search.xem ?? 'tinh-trang']}, ${quarterLabel(comparison.asOf)}`
  const picture = async () =>
    pictureOf(<HeatPicture rows={rows} items={items} mode={search.xem} />, {
      name: `ban-do-nhiet-${comparison.asOf}`,
      title,
      notes: [knownText(bietDen), comparison.notice],
    })
  const mode = search.xem
  const wanted = useMemo(() => {
    const ending = { unit: stringifySearch({ ky, bietDen }), city: stringifySearch({ ky, loai, bietDen }) }
    return { rows, items, groupNames: groups, mode, ending }
  }, [rows, items, groups, mode, ky, loai, bietDen])
  return (
    <div className={`stack ${styles.view} paper-flow`}>
      <PageHead
        title={heading}
        takeAway={{ file: (extension) => apiPath(`/api/comparison.${extension}`, {}, fields), picture }}
      />
      <p className={styles.headline}>{headline(comparison, heatRows(comparison, undefined))}</p>
      <KnownNote bietDen={search.bietDen} onLeave={() => change({ loai: search.loai, bietDen: undefined })} />
      <div className="row screen-only controls">
        <Choices
          legend="Mỗi ô cho biết"
          joined
          options={([undefined, 'con-thieu', 'gia-tri'] as const).map((value) => ({
            value,
            label: modeTitles[value ?? 'tinh-trang'],
          }))}
          isChosen={(one) => one === mode}
          onChoose={(xem) => change({ xem })}
        />
        <SelectField
          label="Nhóm chỉ tiêu"
          hideLabel
          value={group ?? ''}
          active={Boolean(search.nhom)}
          onChange={(nhom) => change({ nhom: nhom || undefined })}
          options={[
            ...(wide ? [{ value: '', label: `Cả ${groups.size} nhóm` }] : []),
            ...[...groups].map(([code, name]) => ({ value: code, label: `${code}. ${name}` })),
          ]}
        />
        <Folded folded={!wide} title="Sắp xếp, lọc">
          <SelectField
            label="Thứ tự đơn vị"
            hideLabel
            value={search.sapXep ?? ''}
            onChange={(sapXep) => change({ sapXep: (sapXep || undefined) as HeatMapSearch['sapXep'] })}
            options={[
              { value: '', label: 'Cần chú ý trước' },
              { value: 'ten', label: 'Theo tên' },
              { value: 'thu-tu', label: 'Thứ tự chính thức' },
            ]}
          />
          <CityFilters search={search} onSearch={change} />
        </Folded>
      </div>
      <HeatLegend mode={search.xem} />
      <DeferredMap wanted={wanted} />
      <details className={styles.names}>
        <summary>Tên các chỉ tiêu</summary>
        <ol>
          {items.map(({ number }) => (
            <li key={number} value={number}>
              {indicators.find((indicator) => indicator.number === number)?.name}
            </li>
          ))}
        </ol>
      </details>
    </div>
  )
}

type Shown = {
  rows: readonly HeatRow[]
  items: readonly ComparisonItem[]
  groupNames: ReadonlyMap<string, string>
  mode: HeatMapSearch['xem']
  ending: { unit: string; city: string }
}

/** The map itself, rendered in the background piece by piece, so that the page answers meanwhile. */
function DeferredMap({ wanted }: { wanted: Shown }) {
  const shown = useDeferredValue<Shown | null>(wanted, null)
  const [spot, setSpot] = useState<Spot | null>(null)
  if (!shown) return <Skeleton height={26 * (wanted.rows.length + 3)} />
  return (
    <div className={styles.map} aria-busy={shown !== wanted}>
      <p className={`screen-only ${styles.spot}`} aria-hidden="true">
        {spotWords(shown, spot)}
      </p>
      <HeatGrid key={`${shown.mode} ${shown.items.length}`} {...shown} onSpot={setSpot} />
    </div>
  )
}

/** Holds the place of the map until its figures are here. */
export function HeatMapSkeleton() {
  return (
    <div className={`stack ${styles.view}`}>
      <PageHead title={heading} />
      <Skeleton height={44} />
      <Skeleton height={600} />
    </div>
  )
}

/** What stands where the pointer or the keyboard is. */
function spotWords({ rows, items }: Shown, spot: Spot | null) {
  const item = spot && items[spot.column]
  if (!item)
    return 'Rê chuột hoặc dùng phím mũi tên để đọc từng ô; bấm ô hoặc Enter để mở chỉ tiêu của đơn vị.'
  const row = spot.row === null ? undefined : rows[spot.row]
  const indicator = `${item.number}. ${nameWithDirection(item)}`
  return row ? (
    <>
      <strong>{capitalize(unitTitle(row.unit))}</strong>, {indicator}: {cellWords(item, row.place)}
    </>
  ) : (
    <strong>{indicator}</strong>
  )
}
