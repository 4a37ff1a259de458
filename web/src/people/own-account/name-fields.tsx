import { TextField } from '../../ui/field.tsx'
import { nameWords } from './wording.ts'

type NameFieldsProps = {
  fullName?: string | null
  position?: string | null
  autoFocus?: boolean
  required?: boolean
}

/** Full name and position, as two fields of a form. */
export function NameFields({ fullName, position, autoFocus = false, required = true }: NameFieldsProps) {
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
      />
      <TextField
        label={nameWords.position}
        name="position"
        autoComplete="organization-title"
        required={required}
        hint={nameWords.positionHint}
        defaultValue={position ?? ''}
      />
    </>
  )
}
