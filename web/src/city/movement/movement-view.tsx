import {
  firstQuarter,
  formatNumber,
  movementLabels,
  type Quarter,
  quarterLabel,
  quartersBetween,
  shiftQuarter,
} from '@moc57/shared'
import { listedKinds, sortedMoves } from '@moc57/shared/api'
import { useMemo } from 'react'
import { apiPath } from '../../lib/api-client.ts'
import { pictureOf } from '../../lib/picture.ts'
import { Choices } from '../../ui/choices.tsx'
import { KnownNote } from '../../ui/known-day.tsx'
import { Page, PageHead } from '../../ui/page.tsx'
import { SelectField } from '../../ui/select-field.tsx'
import { CityFilters } from '../city-filters.tsx'
import { cityFields, type MovementAnswer, type PlannedIndicator } from '../city-queries.ts'
import type { CitySearch } from '../city-search.ts'
import { knownText } from '../city-words.ts'
import { MovementPicture } from './movement-picture.tsx'
import { countAll, tellingKinds } from './movement-rows.ts'
import { IndicatorTable, MoveTable } from './movement-tables.tsx'
import { headline } from './movement-words.ts'
import type { MovementSearch } from './search.ts'

type Search = CitySearch & MovementSearch & { ky?: Quarter | undefined }

type MovementViewProps = {
  movement: MovementAnswer
  indicators: readonly PlannedIndicator[]
  search: Search
  onSearch: (search: Search) => void
}

/** What moved between two quarters: by indicator, and one by one. */
export function MovementView({ movement, indicators, search, onSearch }: MovementViewProps) {
  const { from, to, notice } = movement
  const { nhom, loaiBienDong, ky } = search
  const change = (part: Partial<Search>) => onSearch({ ...search, ...part })
  const items = useMemo(
    () => movement.items.filter(({ groupCode }) => nhom === undefined || groupCode === nhom),
    [movement, nhom],
  )
  const counts = countAll(items)
  const list = useMemo(
    () => sortedMoves({ ...movement, items }, loaiBienDong ? [loaiBienDong] : listedKinds),
    [movement, items, loaiBienDong],
  )
  const groups = new Map(indicators.map(({ group }) => [group.code, group.name]))
  const title = `Biến động từ ${quarterLabel(from)} đến ${quarterLabel(to)}`
  const fields = { from, to, group: nhom, ...cityFields(search), loaiBienDong, sapXep: 'thay-doi' }
  return (
    <Page>
      <PageHead
        title={title}
        takeAway={{
          file: (extension) => apiPath(`/api/comparison/movement.${extension}`, {}, fields),
          picture: () =>
            pictureOf(<MovementPicture items={items} />, {
              name: `bien-dong-${from}-${to}`,
              title,
              notes: ['Số đơn vị theo từng chỉ tiêu.', knownText(search.bietDen), notice],
            }),
        }}
      />
      <p>{headline({ ...movement, items })}</p>
      <KnownNote bietDen={search.bietDen} onLeave={() => change({ loai: search.loai, bietDen: undefined })} />
      <div className="row screen-only controls">
        <SelectField
          label="Từ"
          value={from}
          active={Boolean(search.tu)}
          onChange={(tu) => change({ tu })}
          options={quartersBetween(firstQuarter, shiftQuarter(to, -1))
            .reverse()
            .map((period) => ({ value: period, label: quarterLabel(period) }))}
        />
        <SelectField
          label="Nhóm chỉ tiêu"
          hideLabel
          value={nhom ?? ''}
          active={Boolean(nhom)}
          onChange={(value) => change({ nhom: value || undefined })}
          options={[
            { value: '', label: `Cả ${groups.size} nhóm` },
            ...[...groups].map(([code, name]) => ({ value: code, label: `${code}. ${name}` })),
          ]}
        />
        <CityFilters search={search} onSearch={change} />
      </div>
      <IndicatorTable items={items} search={search} />
      <Choices
        legend="Loại biến động trong danh sách dưới đây"
        options={tellingKinds
          .filter((kind) => counts.has(kind) || kind === loaiBienDong)
          .map((kind) => ({
            value: kind,
            label: (
              <>
                {movementLabels[kind]} <strong>{formatNumber(counts.get(kind) ?? 0, 0)}</strong>
              </>
            ),
          }))}
        isChosen={(kind) => kind === loaiBienDong}
        onChoose={(kind) => change({ loaiBienDong: kind === loaiBienDong ? undefined : kind })}
      />
      <MoveTable
        list={list}
        title={loaiBienDong ? movementLabels[loaiBienDong] : 'Mất mốc và mới đạt mốc'}
        ky={ky}
      />
    </Page>
  )
}
