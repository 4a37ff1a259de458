import { thisYear, yearsUpTo } from '../lib/years.ts'
import { SelectField } from './select-field.tsx'

type YearPickerProps = {
  label: string
  value: string
  onChange: (year: string) => void
}

/** The year that a page is of, in the place of the quarter. */
export function YearPicker({ label, value, onChange }: YearPickerProps) {
  return (
    <SelectField
      label={label}
      hideLabel
      value={value}
      onChange={onChange}
      options={yearsUpTo(thisYear(), value).map((year) => ({ value: year, label: `Năm ${year}` }))}
    />
  )
}
