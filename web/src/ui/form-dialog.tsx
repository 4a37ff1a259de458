import { formatDay } from '@moc57/shared'
import { type ComponentProps, createContext, type ReactNode, useContext, useId, useState } from 'react'
import styles from './form-dialog.module.css'
import { FormProblem, fieldError } from './form-problem.tsx'
import { DialogActions, ModalDialog } from './modal-dialog.tsx'

/** What was typed, trimmed, by the names of the fields. */
export type FormFields = Record<string, string>
/** What is wrong, by the names of the fields. */
export type FormErrors = Record<string, string>

const Errors = createContext<{ found: FormErrors; error: Error | null }>({ found: {}, error: null })

type FormDialogProps = {
  title: string
  submitLabel: string
  isPending: boolean
  error: Error | null
  /** What is said at a field that has to be filled in and is not. */
  required?: FormErrors
  /** Sends what was typed, or gives back what is wrong with it. */
  onSubmit: (fields: FormFields) => FormErrors | undefined
  onClose: () => void
  children: ReactNode
}

/** A dialog with fields: what is missing or wrong is told at its field, in our words, and nothing typed is lost. */
export function FormDialog(props: FormDialogProps) {
  const { title, submitLabel, isPending, error, required = {}, onSubmit, onClose, children } = props
  const [found, setFound] = useState<FormErrors>({})
  const handleSubmit = (form: HTMLFormElement) => {
    const typed = [...new FormData(form)].map(([name, value]) => [name, String(value).trim()] as const)
    const fields: FormFields = Object.fromEntries(typed)
    const missing = Object.entries(required).filter(([name]) => name in fields && fields[name] === '')
    const wrong = missing.length > 0 ? Object.fromEntries(missing) : (onSubmit(fields) ?? {})
    setFound(wrong)
    const [first] = Object.keys(wrong)
    const field = first && form.elements.namedItem(first)
    if (field instanceof HTMLElement) field.focus()
  }
  return (
    <ModalDialog title={title} onClose={onClose}>
      <form
        className="stack"
        noValidate
        onSubmit={(event) => {
          event.preventDefault()
          handleSubmit(event.currentTarget)
        }}
      >
        <Errors value={{ found, error }}>{children}</Errors>
        <FormProblem error={error} />
        <DialogActions>
          <button type="button" className="button" onClick={onClose}>
            Thôi
          </button>
          <button type="submit" className="button primary" disabled={isPending}>
            {submitLabel}
          </button>
        </DialogActions>
      </form>
    </ModalDialog>
  )
}

type FieldProps = { name: string; label: string; hint?: ReactNode }

function useField({ name, hint }: FieldProps) {
  const id = useId()
  const { found, error } = useContext(Errors)
  // The interface names its fields in English; here the field itself tells which one is meant.
  const problem = found[name] ?? fieldError(error, name)?.replace(/^Trường “\w+”: /, '')
  const described = [hint && `${id}-hint`, problem && `${id}-problem`].filter(Boolean).join(' ')
  return {
    control: {
      id,
      name,
      'aria-invalid': problem !== undefined,
      ...(described && { 'aria-describedby': described }),
    },
    id,
    problem,
  }
}

function Labelled(props: FieldProps & { id: string; problem: string | undefined; children: ReactNode }) {
  const { id, label, hint, problem, children } = props
  return (
    <div className={`stack tight ${styles.field}`}>
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
export function LineField({ name, label, hint, ...input }: FieldProps & ComponentProps<'input'>) {
  const { control, ...field } = useField({ name, label, hint })
  return (
    <Labelled name={name} label={label} hint={hint} {...field}>
      <input {...input} {...control} />
    </Labelled>
  )
}

type DayFieldProps = FieldProps & Pick<ComponentProps<'input'>, 'min' | 'max'> & { initial?: string | null }

/** A day. Browsers show it in the order of their own language, so it stands below in ours. */
export function DayField({ initial, hint, ...field }: DayFieldProps) {
  const [day, setDay] = useState(initial ?? '')
  return (
    <LineField
      {...field}
      type="date"
      value={day}
      onChange={({ currentTarget }) => setDay(currentTarget.value)}
      hint={day === '' ? hint : `Ngày ${formatDay(day)}`}
    />
  )
}

/** A field of several lines. */
export function TextField({ name, label, hint, ...area }: FieldProps & ComponentProps<'textarea'>) {
  const { control, ...field } = useField({ name, label, hint })
  return (
    <Labelled name={name} label={label} hint={hint} {...field}>
      <textarea rows={3} {...area} {...control} />
    </Labelled>
  )
}

type ChoiceFieldProps = FieldProps &
  Omit<ComponentProps<'select'>, 'name'> & {
    options: readonly { value: string; label: string }[]
  }

/** One of several. */
export function ChoiceField({ name, label, hint, options, ...select }: ChoiceFieldProps) {
  const { control, ...field } = useField({ name, label, hint })
  return (
    <Labelled name={name} label={label} hint={hint} {...field}>
      <select {...select} {...control}>
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
    </Labelled>
  )
}
