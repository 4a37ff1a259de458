import { stateOf } from '@moc57/shared'
import type { EntryLine } from './entry-lines.ts'
import styles from './save-mark.module.css'
import { questionsText, saveWords, stateWords, troublesOf } from './wording.ts'

/** Whether a row is saved, and how far it is: told by words, a shape and a colour. */
export function SaveMark({ line: { save, row } }: { line: EntryLine }) {
  const standing = save === 'saved' || save === 'up' ? stateOf(row) : null
  const state = standing && stateWords[standing]
  return (
    <span className={styles.mark} data-save={save}>
      <i aria-hidden="true" />
      {saveWords[save]}
      {state && <span> · {state}</span>}
    </span>
  )
}

/** What a row still needs: what is wrong first, then what is asked. */
export function RowNeeds({ line }: { line: EntryLine }) {
  const [troubles, questions] = [troublesOf(line), questionsText(line)]
  if (!troubles && !questions) return null
  return (
    <span className={styles.needs}>
      {troubles && <strong>{troubles} </strong>}
      {questions}
    </span>
  )
}
