import { fieldError } from '../../ui/form-problem.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { nameWords } from './wording.ts'

type NameFieldsProps = {
  fullName?: string | null
  position?: string | null
  error: Error | null
  autoFocus?: boolean
  required?: boolean
}

/** Full name and position, as two fields of a form. */
export function NameFields({
  fullName,
  position,
  error,
  autoFocus = false,
  required = true,
}: NameFieldsProps) {
  return (
    <>
      <TextField
        label={nameWords.fullName}
        name="fullName"
        autoComplete="name"
        required={required}
        autoFocus={autoFocus}
        hint={nameWords.fullNameHint}
        defaultValue={fullName ?? ''}
        error={fieldError(error, 'fullName')}
      />
      <TextField
        label={nameWords.position}
        name="position"
        autoComplete="organization-title"
        required={required}
        hint={nameWords.positionHint}
        defaultValue={position ?? ''}
        error={fieldError(error, 'position')}
      />
    </>
  )
}

/** What the two fields of the form hold. */
export function nameIn(form: HTMLFormElement): { fullName: string; position: string } {
  const fields = new FormData(form)
  return { fullName: String(fields.get('fullName')).trim(), position: String(fields.get('position')).trim() }
}
