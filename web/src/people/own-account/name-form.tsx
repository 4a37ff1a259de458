import { useDocumentTitle } from '../../lib/use-document-title.ts'
import { Form } from '../../ui/form.tsx'
import { useNameMyself } from '../session/queries.ts'
import { NameFields } from './name-fields.tsx'
import { nameWords } from './wording.ts'

/** At sign-in, for an account whose person nobody has named yet. */
export function NameForm({ onLater }: { onLater: () => void }) {
  const name = useNameMyself()
  useDocumentTitle(nameWords.title)
  return (
    <Form
      className="narrow"
      error={name.error}
      onSubmit={({ fullName = '', position = '' }) => name.mutate({ fullName, position })}
      actions={
        <>
          <button type="submit" className="button primary" disabled={name.isPending}>
            {nameWords.save}
          </button>
          <button type="button" className="plain-button" onClick={onLater}>
            {nameWords.later}
          </button>
        </>
      }
    >
      <h1>{nameWords.title}</h1>
      <p>{nameWords.why}</p>
      <NameFields autoFocus />
    </Form>
  )
}
