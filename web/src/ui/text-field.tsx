import { type ComponentProps, useId } from 'react'
import styles from './form.module.css'

type TextFieldProps = Omit<ComponentProps<'input'>, 'id'> & {
  label: string
  hint?: string
  error?: string | undefined
}

/** A labelled field with what is wrong with it below. */
export function TextField({ label, hint, error, ...input }: TextFieldProps) {
  const id = useId()
  const note = error ?? hint
  return (
    <div className={`stack tight ${styles.field}`}>
      <label htmlFor={id}>{label}</label>
      <input
        required
        {...input}
        id={id}
        aria-invalid={error !== undefined}
        aria-describedby={note && `${id}-note`}
      />
      {note && (
        <p id={`${id}-note`} className={error ? styles.error : styles.hint}>
          {note}
        </p>
      )}
    </div>
  )
}
