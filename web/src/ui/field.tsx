import { type ComponentProps, type ReactNode, useId } from 'react'
import styles from './field.module.css'
import { useFieldProblem } from './form.tsx'

export type FieldProps = {
  label: string
  name?: string | undefined
  hint?: ReactNode
  /** What is wrong, where the form does not know it by the name. */
  error?: string | undefined
  /** Beside its label in a row of controls, rather than below it in a form. */
  inRow?: boolean | undefined
}

/** What a control needs to be named, described and marked as wrong. */
export function useField({ name, hint, error }: Pick<FieldProps, 'name' | 'hint' | 'error'>) {
  const id = useId()
  const ofForm = useFieldProblem(name)
  const problem = error ?? ofForm
  const described = [hint && `${id}-hint`, problem && `${id}-problem`].filter(Boolean).join(' ')
  return {
    id,
    problem,
    control: { id, name, 'aria-invalid': problem !== undefined, 'aria-describedby': described || undefined },
  }
}

type FieldFrameProps = Pick<FieldProps, 'label' | 'hint' | 'inRow'> & {
  id: string
  problem: string | undefined
  children: ReactNode
}

/** A control with its label, what to write there, and what is wrong with it. */
export function Field({ id, label, hint, problem, inRow, children }: FieldFrameProps) {
  return (
    <div className={styles.field} data-in-row={inRow || undefined}>
      <label htmlFor={id}>{label}</label>
      {children}
      {hint && (
        <p id={`${id}-hint`} className="note">
          {hint}
        </p>
      )}
      {problem && (
        <p id={`${id}-problem`} className="alarm" role="alert">
          {problem}
        </p>
      )}
    </div>
  )
}

/** A field of one line. */
export function TextField({
  label,
  hint,
  error,
  inRow,
  ...input
}: FieldProps & Omit<ComponentProps<'input'>, 'id'>) {
  const { control, ...field } = useField({ name: input.name, hint, error })
  return (
    <Field label={label} hint={hint} inRow={inRow} {...field}>
      <input {...input} {...control} />
    </Field>
  )
}

/** A field of several lines. */
export function TextArea({
  label,
  hint,
  error,
  inRow,
  ...area
}: FieldProps & Omit<ComponentProps<'textarea'>, 'id'>) {
  const { control, ...field } = useField({ name: area.name, hint, error })
  return (
    <Field label={label} hint={hint} inRow={inRow} {...field}>
      <textarea rows={3} {...area} {...control} />
    </Field>
  )
}

type ChoiceFieldProps = FieldProps &
  Omit<ComponentProps<'select'>, 'id' | 'onChange'> & {
    options: readonly { value: string; label: string }[]
    onChange?: (value: string) => void
  }

/** One of several. */
export function ChoiceField(props: ChoiceFieldProps) {
  const { label, hint, error, inRow, options, onChange, ...select } = props
  const { control, ...field } = useField({ name: select.name, hint, error })
  return (
    <Field label={label} hint={hint} inRow={inRow} {...field}>
      <select {...select} {...control} onChange={({ currentTarget }) => onChange?.(currentTarget.value)}>
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
    </Field>
  )
}

type CheckFieldProps = Omit<ComponentProps<'input'>, 'id' | 'type'> & { label: ReactNode; hint?: ReactNode }

/** Yes or no. */
export function CheckField({ label, hint, ...input }: CheckFieldProps) {
  const id = useId()
  return (
    <div className={styles.check}>
      <label>
        <input {...input} type="checkbox" aria-describedby={hint ? `${id}-hint` : undefined} />
        {label}
      </label>
      {hint && (
        <p id={`${id}-hint`} className="note">
          {hint}
        </p>
      )}
    </div>
  )
}
