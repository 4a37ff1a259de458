import type { Quarter } from '@moc57/shared'
import { apiPath } from '../../lib/api-client.ts'
import { useMediaQuery } from '../../lib/use-media-query.ts'
import { Choices } from '../../ui/choices.tsx'
import { SelectField } from '../../ui/select-field.tsx'
import { GuideButton } from '../status-guide/guide-button.tsx'
import styles from './progress-filters.module.css'
import { wideScreen } from './progress-list.tsx'
import type { UnitProgress } from './queries.ts'
import { hasFilters, type ProgressSearch, stripFilters } from './search.ts'

type ProgressFiltersProps = {
  progress: UnitProgress
  /** How many indicators are shown, of how many the page has. */
  shown: number
  total: number
  search: ProgressSearch & { ky?: Quarter | undefined }
  onSearch: (search: ProgressSearch) => void
  /** The page of one leader: only that leader's indicators, on the page and in the files. */
  leaderId?: string
}

export function ProgressFilters({
  progress,
  shown,
  total,
  search,
  onSearch,
  leaderId,
}: ProgressFiltersProps) {
  const wide = useMediaQuery(wideScreen)
  const { leaders, leadBodies, groups, unit, asOf, knownOn } = progress
  const choose = (field: keyof ProgressSearch) => (value: string) =>
    onSearch({ ...search, [field]: value || undefined })
  const fields = (
    <div className={styles.fields}>
      {leaders.length === 0 ? (
        <p className={styles.unassigned}>Lãnh đạo, cơ quan chủ trì: Chưa phân công</p>
      ) : (
        <>
          {!leaderId && (
            <SelectField
              label="Lãnh đạo chỉ đạo"
              hideLabel
              value={search.lanhDao ?? ''}
              active={Boolean(search.lanhDao)}
              onChange={choose('lanhDao')}
              options={[
                { value: '', label: 'Mọi lãnh đạo chỉ đạo' },
                ...leaders.map(({ id, name }) => ({ value: id, label: name })),
              ]}
            />
          )}
          <SelectField
            label="Cơ quan chủ trì"
            hideLabel
            value={search.coQuan ?? ''}
            active={Boolean(search.coQuan)}
            onChange={choose('coQuan')}
            options={[
              { value: '', label: 'Mọi cơ quan chủ trì' },
              ...leadBodies.map(({ id, name }) => ({ value: id, label: name })),
            ]}
          />
        </>
      )}
      <SelectField
        label="Nhóm chỉ tiêu"
        hideLabel
        value={search.nhom ?? ''}
        active={Boolean(search.nhom)}
        onChange={choose('nhom')}
        options={[
          { value: '', label: `Cả ${groups.length} nhóm` },
          ...groups.map(({ code, name }) => ({ value: code, label: `${code}. ${name}` })),
        ]}
      />
      <SelectField
        label="Thứ tự"
        hideLabel
        value={search.sapXep ?? 'gap-nhat'}
        onChange={(value) => choose('sapXep')(value === 'ke-hoach' ? value : '')}
        options={[
          { value: 'gap-nhat', label: 'Gấp nhất trước' },
          { value: 'ke-hoach', label: 'Theo thứ tự kế hoạch' },
        ]}
      />
    </div>
  )
  const file = (extension: 'xlsx' | 'csv') =>
    apiPath(
      `/api/units/:unitCode/progress.${extension}`,
      { unitCode: unit.code },
      {
        asOf,
        knownOn: knownOn ?? undefined,
        leader: leaderId ?? search.lanhDao,
        leadBody: search.coQuan,
        group: search.nhom,
        status: search.trangThai,
      },
    )

  const files = (
    <p className={styles.files}>
      <a href={file('xlsx')} download>
        Tải Excel
      </a>
      <a href={file('csv')} download>
        CSV
      </a>
      <button type="button" className="plain-button" onClick={() => window.print()}>
        In
      </button>
    </p>
  )

  return (
    <div className="row screen-only">
      {wide ? (
        fields
      ) : (
        <details className={styles.folded}>
          <summary>Lọc, sắp xếp, tải về</summary>
          {fields}
          {files}
        </details>
      )}
      <Choices
        legend="Cách xem"
        joined
        options={[
          { value: undefined, label: 'Danh sách' },
          { value: 'bang-moc', label: 'Bảng mốc' },
        ]}
        isChosen={(xem) => search.xem === xem}
        onChoose={(xem) => onSearch({ ...search, xem })}
      />
      <p className="note" role="status">
        {shown === total ? `${total} chỉ tiêu` : `Hiện ${shown} trong ${total} chỉ tiêu`}
      </p>
      <GuideButton />
      {hasFilters(search) && (
        <button type="button" className="plain-button" onClick={() => onSearch(stripFilters(search))}>
          Bỏ lọc
        </button>
      )}
      {wide && files}
    </div>
  )
}
