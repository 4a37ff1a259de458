import { formatDay, readDay } from '@moc57/shared'
import { lazy, Suspense, useEffect, useRef, useState } from 'react'
import styles from './date-field.module.css'
import { Field, type FieldProps, useField } from './field.tsx'

const Calendar = lazy(() => import('./calendar.tsx'))

type DateFieldProps = FieldProps & {
  /** The day as `2026-11-22`, where somebody else keeps it. */
  value?: string | undefined
  /** The day that stands there at first. */
  initial?: string | null
  min?: string
  max?: string
  /** A day that can be read, or none; what is half typed is not told. */
  onChange?: (day: string | undefined) => void
  /** Stands out because it is not at its default. */
  active?: boolean
}

/**
 * A day, typed as 05/03/2026 or picked from a calendar that is Vietnamese in any browser. In a form it is sent as
 * `2026-03-05`; a text that is no day is not sent and told at the field.
 */
export function DateField(props: DateFieldProps) {
  const { label, name, hint, error, inRow, initial, min, max, onChange, active } = props
  const [typed, setTyped] = useState(shownDay(props.value ?? initial ?? ''))
  const [given, setGiven] = useState(props.value)
  const [isLeft, setLeft] = useState(false)
  const [isOpen, setOpen] = useState(false)
  const input = useRef<HTMLInputElement>(null)
  // Chosen anew from outside, as by going back.
  if (props.value !== given) {
    setGiven(props.value)
    if (props.value !== readDay(typed)) setTyped(shownDay(props.value ?? ''))
  }
  const problem = problemOf(typed, min, max)
  const day = problem === undefined ? readDay(typed) : undefined
  const { control, ...field } = useField({ name, hint, error: error ?? (isLeft ? problem : undefined) })
  useEffect(() => input.current?.setCustomValidity(problem ?? ''), [problem])
  useEffect(() => {
    const form = name === undefined ? null : input.current?.form
    const send = ({ formData }: FormDataEvent) => name && formData.set(name, day ?? '')
    form?.addEventListener('formdata', send)
    return () => form?.removeEventListener('formdata', send)
  }, [name, day])
  const choose = (text: string) => {
    setTyped(text)
    setLeft(false)
    const chosen = readDay(text)
    if (text.trim() === '' || (chosen && problemOf(text, min, max) === undefined)) onChange?.(chosen)
  }
  return (
    <Field label={label} hint={hint} inRow={inRow} {...field}>
      <span className={styles.date} data-active={active || undefined}>
        <input
          {...control}
          ref={input}
          inputMode="numeric"
          autoComplete="off"
          placeholder="ngày/tháng/năm"
          value={typed}
          onChange={({ currentTarget }) => choose(currentTarget.value)}
          onBlur={() => {
            setLeft(typed !== '')
            if (day) setTyped(formatDay(day))
          }}
        />
        <button
          type="button"
          className={styles.pick}
          aria-label="Mở lịch"
          aria-expanded={isOpen}
          onClick={() => setOpen(true)}
        >
          <svg
            width="16"
            height="16"
            viewBox="0 0 16 16"
            aria-hidden="true"
            fill="none"
            stroke="currentColor"
          >
            <path d="M2 3.5h12v10.5H2zM2 6.5h12M5 1.5v3M11 1.5v3" strokeWidth="1.4" />
          </svg>
        </button>
        {isOpen && (
          <Suspense>
            <Calendar
              day={day}
              min={min}
              max={max}
              onPick={(picked) => {
                choose(formatDay(picked))
                input.current?.focus()
              }}
              onClose={() => setOpen(false)}
            />
          </Suspense>
        )}
      </span>
    </Field>
  )
}

const shownDay = (day: string) => (readDay(day) ? formatDay(day) : day)

/** What is wrong with a text in the place of a day; nothing is not wrong. */
function problemOf(text: string, min?: string, max?: string): string | undefined {
  if (text.trim() === '') return undefined
  const day = readDay(text)
  if (day === undefined) return 'Ghi ngày như 05/03/2026 (ngày/tháng/năm).'
  if (min && day < min) return `Chọn từ ngày ${formatDay(min)} trở đi.`
  if (max && day > max) return `Chọn đến hết ngày ${formatDay(max)}.`
  return undefined
}
