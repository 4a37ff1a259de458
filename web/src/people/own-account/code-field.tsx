import { longest } from '@moc57/shared/api'
import { fieldError } from '../../ui/form-problem.tsx'
import { TextField } from '../../ui/text-field.tsx'

type CodeFieldProps = { label: string; error: Error | null; autoFocus?: boolean }

/** One field for a code of the app or a recovery code: both are digits, so a telephone shows its keypad. */
export function CodeField({ label, error, autoFocus = true }: CodeFieldProps) {
  return (
    <TextField
      label={label}
      name="code"
      inputMode="numeric"
      autoComplete="one-time-code"
      spellCheck={false}
      maxLength={longest.secondFactorCode}
      autoFocus={autoFocus}
      error={fieldError(error, 'code')}
    />
  )
}

/** What the field of the form holds. */
export function codeIn(form: HTMLFormElement): string {
  return String(new FormData(form).get('code'))
}
