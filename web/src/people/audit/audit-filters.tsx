import { auditKindLabels, codesOf, normalizeText } from '@moc57/shared'
import { useQuery } from '@tanstack/react-query'
import { apiPath } from '../../lib/api-client.ts'
import { DateField } from '../../ui/date-field.tsx'
import { TextField } from '../../ui/field.tsx'
import { SelectField } from '../../ui/select-field.tsx'
import { unitsQuery } from '../../units/queries.ts'
import { UnitPicker } from '../../units/unit-picker.tsx'
import styles from './audit.module.css'
import { type AuditSearch, auditFilter } from './search.ts'

type AuditFiltersProps = {
  search: AuditSearch
  /** What is chosen anew; the rest stays. */
  onChoose: (chosen: AuditSearch) => void
  onClear: () => void
}

export function AuditFilters({ search, onChoose, onClear }: AuditFiltersProps) {
  const { data } = useQuery(unitsQuery(''))
  const unit = data?.items.find(({ code }) => code === search.donVi)
  const isFiltered = Object.keys(auditFilter(search)).length > 0
  return (
    <form
      className="row controls"
      aria-label="Lọc nhật ký"
      onSubmit={(event) => {
        event.preventDefault()
        const nguoi = normalizeText(String(new FormData(event.currentTarget).get('nguoi'))) || undefined
        if (nguoi !== search.nguoi) onChoose({ nguoi })
      }}
    >
      <div className={styles.unit}>
        <UnitPicker label="Đơn vị" unit={unit} onPick={(donVi) => onChoose({ donVi })} />
      </div>
      <TextField
        key={search.nguoi}
        label="Người thực hiện"
        inRow
        name="nguoi"
        defaultValue={search.nguoi}
        autoCapitalize="none"
        spellCheck={false}
        placeholder="Họ tên"
        onBlur={(event) => event.currentTarget.form?.requestSubmit()}
      />
      <SelectField
        label="Loại"
        value={search.loai ?? ''}
        active={search.loai !== undefined}
        onChange={(loai) => onChoose({ loai: codesOf(auditKindLabels).find((kind) => kind === loai) })}
        options={[
          { value: '', label: 'Tất cả' },
          ...codesOf(auditKindLabels).map((value) => ({ value, label: auditKindLabels[value] })),
        ]}
      />
      <DateField
        label="Từ ngày"
        inRow
        value={search.tu}
        active={search.tu !== undefined}
        onChange={(tu) => onChoose({ tu })}
      />
      <DateField
        label="Đến ngày"
        inRow
        value={search.den}
        active={search.den !== undefined}
        onChange={(den) => onChoose({ den })}
      />
      {/* Without one, Enter sends no form that has several fields. */}
      <button type="submit" hidden>
        Lọc
      </button>
      {isFiltered && (
        <button type="button" className="plain-button" onClick={onClear}>
          Bỏ lọc
        </button>
      )}
      <a className={styles.file} href={apiPath(`/api/audit.csv`, {}, auditFilter(search))} download>
        Tải CSV
      </a>
    </form>
  )
}
