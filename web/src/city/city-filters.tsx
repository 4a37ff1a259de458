import { capitalize } from '../lib/text.ts'
import { KnownField } from '../ui/known-day.tsx'
import { SelectField } from '../ui/select-field.tsx'
import { type CitySearch, unitTypeSlugs } from './city-search.ts'

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
