import { formatDay, shiftDay, todayInVietnam } from '@moc57/shared'
import { type ReactNode, useId } from 'react'
import { type CitySearch, unitTypeSlugs } from '../lib/city-search.ts'
import { firstKnownDay } from '../lib/known-on.ts'
import { capitalize } from '../lib/text.ts'
import styles from './city-filters.module.css'
import { SelectField } from './select-field.tsx'

type CityFiltersProps = { search: CitySearch; onSearch: (search: CitySearch) => void }

/** What every view of the city can be narrowed to: units of one kind, and what was known on an earlier day. */
export function CityFilters({ search: { loai, bietDen }, onSearch }: CityFiltersProps) {
  return (
    <>
      <SelectField
        label="Loại đơn vị"
        hideLabel
        value={loai ?? ''}
        active={Boolean(loai)}
        onChange={(value) => onSearch({ bietDen, loai: (value || undefined) as CitySearch['loai'] })}
        options={[
          { value: '', label: 'Phường, xã, đặc khu' },
          ...Object.entries(unitTypeSlugs).map(([slug, type]) => ({
            value: slug,
            label: `Chỉ ${capitalize(type).toLocaleLowerCase('vi')}`,
          })),
        ]}
      />
      <KnownField bietDen={bietDen} onChange={(day) => onSearch({ loai, bietDen: day })} />
    </>
  )
}

type KnownFieldProps = { bietDen: string | undefined; onChange: (day: string | undefined) => void }

/** The day whose knowledge is shown; empty is today. */
export function KnownField({ bietDen, onChange }: KnownFieldProps) {
  const id = useId()
  return (
    <p className={styles.known}>
      <label htmlFor={id}>Số liệu có đến ngày</label>
      <input
        id={id}
        type="date"
        value={bietDen ?? ''}
        data-active={bietDen ? true : undefined}
        min={firstKnownDay}
        max={shiftDay(todayInVietnam(new Date()), -1)}
        onChange={({ currentTarget }) => onChange(currentTarget.value || undefined)}
      />
    </p>
  )
}

/** What is shown of an earlier day, and what it is made of. */
export type SaidOfDay = { subject: string; scope: string }

const figures: SaidOfDay = {
  subject: 'số liệu',
  scope: 'chỉ gồm số đã duyệt và kế hoạch đã ghi nhận đến ngày đó',
}

type KnownNoteProps = CityFiltersProps & { said?: SaidOfDay | undefined; children?: ReactNode }

/** Says that the view is not of today's knowledge, and leads back. */
export function KnownNote({ search: { loai, bietDen }, onSearch, said = figures, children }: KnownNoteProps) {
  if (!bietDen) return null
  return (
    <p className={styles.note}>
      Đang xem lại {said.subject} đến hết ngày <strong>{formatDay(bietDen)}</strong>: {said.scope}. {children}
      <button type="button" className="plain-button" onClick={() => onSearch({ loai, bietDen: undefined })}>
        Xem số liệu hiện nay
      </button>
    </p>
  )
}
