import { useId } from 'react'
import styles from './select-field.module.css'

type SelectFieldProps = {
  label: string
  hideLabel?: boolean
  value: string
  options: readonly { value: string; label: string }[]
  onChange: (value: string) => void
  disabled?: boolean
  /** Stands out because it is not at its default. */
  active?: boolean
}

/** The browser's own select: on a phone it is the best there is, and it knows every key. */
export function SelectField({
  label,
  hideLabel,
  value,
  options,
  onChange,
  disabled,
  active,
}: SelectFieldProps) {
  const id = useId()
  return (
    <div className={styles.field}>
      <label htmlFor={id} className={hideLabel ? 'visually-hidden' : styles.label}>
        {label}
      </label>
      <select
        id={id}
        className={styles.select}
        data-active={active || undefined}
        value={value}
        disabled={disabled}
        onChange={(event) => onChange(event.currentTarget.value)}
      >
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
    </div>
  )
}
