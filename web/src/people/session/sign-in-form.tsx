import type { Account, Input } from '@moc57/shared'
import type { signIn as SignIn } from '@moc57/shared/api'
import { type ReactNode, useState } from 'react'
import { useDocumentTitle } from '../../lib/use-document-title.ts'
import styles from '../../ui/form.module.css'
import { FormProblem, fieldError } from '../../ui/form-problem.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { sessionWords } from '../own-account/wording.ts'
import { CodeForm } from './code-form.tsx'
import { ProviderSignIn } from './provider-sign-in.tsx'
import { useSignIn } from './queries.ts'

type SignInFormProps = {
  /** In place of going on in a new document. */
  onSignedIn?: (user: Account) => void
  /** Where to go on afterwards. */
  ve: string | undefined
  /** Why signing in by the provider came to nothing. */
  problem: ReactNode
}

export function SignInForm({ ve, problem, onSignedIn }: SignInFormProps) {
  const signIn = useSignIn(onSignedIn)
  const [asked, setAsked] = useState<Input<typeof SignIn>['body']>()
  const [isShared, setShared] = useState(false)
  useDocumentTitle('Đăng nhập')
  if (asked) return <CodeForm given={asked} onSignedIn={onSignedIn} onBack={() => setAsked(undefined)} />
  return (
    <form
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault()
        const fields = new FormData(event.currentTarget)
        const given = {
          username: String(fields.get('username')).trim(),
          password: String(fields.get('password')),
          onSharedDevice: isShared,
        }
        signIn.mutate(given, { onError: (error) => fieldError(error, 'code') && setAsked(given) })
      }}
    >
      <h1>Đăng nhập</h1>
      <p>Dành cho người nhập, duyệt và quản lý số liệu. Xem số liệu công khai không cần tài khoản.</p>
      {problem}
      <TextField
        label="Tên đăng nhập"
        name="username"
        autoComplete="username"
        autoCapitalize="none"
        spellCheck={false}
        autoFocus
        error={fieldError(signIn.error, 'username')}
      />
      <TextField
        label="Mật khẩu"
        name="password"
        type="password"
        autoComplete="current-password"
        error={fieldError(signIn.error, 'password')}
      />
      <label className={styles.choice}>
        <input
          type="checkbox"
          checked={isShared}
          onChange={(event) => setShared(event.currentTarget.checked)}
          aria-describedby="may-dung-chung"
        />
        {sessionWords.shared}
        <span id="may-dung-chung">{sessionWords.sharedHint}</span>
      </label>
      <FormProblem error={signIn.error} />
      <button type="submit" className="button primary" disabled={signIn.isPending}>
        Đăng nhập
      </button>
      <ProviderSignIn ve={ve} onSharedDevice={isShared} />
    </form>
  )
}
