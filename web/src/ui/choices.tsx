import type { ReactNode } from 'react'
import styles from './choices.module.css'

type Choice<Value> = { value: Value; label: ReactNode; status?: string }

type ChoicesProps<Value> = {
  /** What is chosen among them, for those who hear the page. */
  legend: string
  options: readonly Choice<Value>[]
  isChosen: (value: Value) => boolean
  onChoose: (value: Value) => void
  /** One of few that exclude each other, in one bar. */
  joined?: boolean
}

/** Buttons of which one or more are pressed: what is shown, or how. */
export function Choices<Value extends string | undefined>(props: ChoicesProps<Value>) {
  const { legend, options, isChosen, onChoose, joined } = props
  return (
    <fieldset className={`screen-only ${styles.choices}`} data-joined={joined || undefined}>
      <legend className="visually-hidden">{legend}</legend>
      {options.map(({ value, label, status }) => (
        <button
          key={value ?? ''}
          type="button"
          data-status={status}
          aria-pressed={isChosen(value)}
          onClick={() => onChoose(value)}
        >
          {label}
        </button>
      ))}
    </fieldset>
  )
}
