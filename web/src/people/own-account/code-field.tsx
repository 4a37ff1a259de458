import { longest } from '@moc57/shared/api'
import { TextField } from '../../ui/field.tsx'

type CodeFieldProps = { label: string; autoFocus?: boolean }

/** One field for a code of the app or a recovery code: both are digits, so a telephone shows its keypad. */
export function CodeField({ label, autoFocus = true }: CodeFieldProps) {
  return (
    <TextField
      label={label}
      name="code"
      inputMode="numeric"
      autoComplete="one-time-code"
      spellCheck={false}
      maxLength={longest.secondFactorCode}
      autoFocus={autoFocus}
      required
    />
  )
}
