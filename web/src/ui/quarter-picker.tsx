import { firstPeriod, periodLabel, periodsBetween, type ReportingPeriod } from '@moc57/shared'
import { SelectField } from './select-field.tsx'

type QuarterPickerProps = {
  value: ReportingPeriod
  current: ReportingPeriod
  onChange: (period: ReportingPeriod) => void
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
      options={periodsBetween(firstPeriod, latest)
        .reverse()
        .map((period) => ({ value: period, label: periodLabel(period) }))}
    />
  )
}
