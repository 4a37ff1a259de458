import { useDocumentTitle } from '../../lib/use-document-title.ts'
import styles from '../../ui/form.module.css'
import { FormProblem } from '../../ui/form-problem.tsx'
import { useNameMyself } from '../session/queries.ts'
import { NameFields, nameIn } from './name-fields.tsx'
import { nameWords } from './wording.ts'

/** At sign-in, for an account whose person nobody has named yet. */
export function NameForm({ onLater }: { onLater: () => void }) {
  const name = useNameMyself()
  useDocumentTitle(nameWords.title)
  return (
    <form
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault()
        name.mutate(nameIn(event.currentTarget))
      }}
    >
      <h1>{nameWords.title}</h1>
      <p>{nameWords.why}</p>
      <NameFields error={name.error} autoFocus />
      <FormProblem error={name.error} />
      <button type="submit" className="button primary" disabled={name.isPending}>
        {nameWords.save}
      </button>
      <button type="button" className="plain-button" onClick={onLater}>
        {nameWords.later}
      </button>
    </form>
  )
}
