import type { Account, Input } from '@moc57/shared'
import type { signIn } from '@moc57/shared/api'
import { useDocumentTitle } from '../../lib/use-document-title.ts'
import { Form } from '../../ui/form.tsx'
import { CodeField } from '../own-account/code-field.tsx'
import { secondStepWords } from '../own-account/wording.ts'
import { useSignIn } from './queries.ts'

type CodeFormProps = {
  /** What the first step has found right; it goes to the server once more, with the code. */
  given: Input<typeof signIn>['body']
  onSignedIn?: ((account: Account) => void) | undefined
  onBack: () => void
}

/** The second step of signing in. */
export function CodeForm({ given, onSignedIn, onBack }: CodeFormProps) {
  const send = useSignIn(onSignedIn)
  useDocumentTitle(secondStepWords.title)
  return (
    <Form
      className="narrow"
      error={send.error}
      onSubmit={({ code = '' }) => send.mutate({ ...given, code })}
      actions={
        <>
          <button type="submit" className="button primary" disabled={send.isPending}>
            {secondStepWords.submit}
          </button>
          <button type="button" className="plain-button" onClick={onBack}>
            {secondStepWords.back}
          </button>
        </>
      }
    >
      <h1>{secondStepWords.title}</h1>
      <p>{secondStepWords.note}</p>
      <CodeField label={secondStepWords.code} />
    </Form>
  )
}
