import { currentPeriod } from '../lib/as-of.ts'
import { SelectField } from './select-field.tsx'

/** The first year of the plan. */
const firstYear = 2025

type YearPickerProps = {
  label: string
  value: string
  onChange: (year: string) => void
}

/** The year that a page is of, in the place of the quarter; latest first, the year that is shown always among them. */
export function YearPicker({ label, value, onChange }: YearPickerProps) {
  const years = Math.max(thisYear(), Number(value)) - firstYear + 1
  return (
    <SelectField
      label={label}
      hideLabel
      value={value}
      onChange={onChange}
      options={Array.from({ length: years }, (_, index) => String(firstYear + index))
        .reverse()
        .map((year) => ({ value: year, label: `Năm ${year}` }))}
    />
  )
}

/** The year that the calendar in Viet Nam shows. */
function thisYear(): number {
  return Number(currentPeriod().slice(0, 4))
}
