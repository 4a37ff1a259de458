import type { Account } from '@moc57/shared'
import type { ReactNode } from 'react'
import { useDocumentTitle } from '../../lib/use-document-title.ts'
import { sessionWords } from '../people/wording.ts'
import { FormProblem, fieldError } from './form-problem.tsx'
import { ProviderSignIn } from './provider-sign-in.tsx'
import { useSignIn } from './queries.ts'
import styles from './session-form.module.css'
import { TextField } from './text-field.tsx'

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
  useDocumentTitle('Đăng nhập')
  return (
    <form
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault()
        const fields = new FormData(event.currentTarget)
        signIn.mutate({
          username: String(fields.get('username')).trim(),
          password: String(fields.get('password')),
          onSharedDevice: fields.has('onSharedDevice'),
        })
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
        <input type="checkbox" name="onSharedDevice" aria-describedby="may-dung-chung" />
        {sessionWords.shared}
        <span id="may-dung-chung">{sessionWords.sharedHint}</span>
      </label>
      <FormProblem error={signIn.error} />
      <button type="submit" className={`button ${styles.submit}`} disabled={signIn.isPending}>
        Đăng nhập
      </button>
      <ProviderSignIn ve={ve} />
    </form>
  )
}
