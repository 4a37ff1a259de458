import { type AdministrativeUnit, unitTitle } from '@moc57/shared'
import { lazy, Suspense, startTransition, useRef, useState } from 'react'
import { capitalize } from '../lib/text.ts'
import styles from './unit-picker.module.css'

type UnitPickerProps = {
  /** What a unit is looked for to; stands in the empty field. */
  label?: string
  unit: AdministrativeUnit | undefined
  onPick: (unitCode: string) => void
}

const loadCombobox = () => import('./unit-combobox.tsx')
const UnitCombobox = lazy(async () => ({ default: (await loadCombobox()).UnitCombobox }))

/**
 * Finds a unit by its name or a former commune's, typed with or without diacritics. The list is loaded once somebody
 * turns to the field, as most visits never change the unit; what is typed until then is handed on.
 */
export function UnitPicker({ label, unit, onPick }: UnitPickerProps) {
  const hasFocus = useRef(false)
  const [wanted, setWanted] = useState(false)
  const [text, setText] = useState<string>()
  const [open, setOpen] = useState(false)
  const want = () => startTransition(() => setWanted(true))
  const field = {
    className: styles.input,
    'aria-label': `${label ?? 'Đơn vị'}: gõ tên phường, xã để tìm`,
    placeholder: label ?? 'Tìm phường, xã',
    value: unit ? capitalize(unitTitle(unit)) : '',
    autoComplete: 'off',
    spellCheck: false,
  }
  const plain = (
    <input
      {...field}
      role="combobox"
      aria-expanded={false}
      aria-haspopup="listbox"
      value={text ?? field.value}
      onPointerEnter={loadCombobox}
      onChange={(event) => setText(event.currentTarget.value)}
      onPointerDown={() => setOpen(true)}
      onBlur={() => {
        hasFocus.current = false
      }}
      onFocus={(event) => {
        hasFocus.current = true
        event.currentTarget.select()
        want()
      }}
    />
  )
  return (
    <Suspense fallback={plain}>
      {wanted ? (
        <UnitCombobox
          unit={unit}
          onPick={onPick}
          field={field}
          startText={text}
          startOpen={open}
          hasFocus={hasFocus}
        />
      ) : (
        plain
      )}
    </Suspense>
  )
}
