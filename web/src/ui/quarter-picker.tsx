import { firstQuarter, type Quarter, quarterLabel, quartersBetween } from '@moc57/shared'
import { SelectField } from './select-field.tsx'

type QuarterPickerProps = {
  value: Quarter
  current: Quarter
  onChange: (period: Quarter) => void
}

/** The quarter that the whole page is seen as of, from the first of the plan to the current one, latest first. */
export function QuarterPicker({ value, current, onChange }: QuarterPickerProps) {
  const latest = value > current ? value : current
  return (
    <SelectField
      label="Xem tại quý"
      hideLabel
      value={value}
      onChange={onChange}
      options={quartersBetween(firstQuarter, latest)
        .reverse()
        .map((period) => ({ value: period, label: quarterLabel(period) }))}
    />
  )
}
