import type { Account, Input } from '@moc57/shared'
import type { signIn as SignIn } from '@moc57/shared/api'
import { type ReactNode, useState } from 'react'
import { useDocumentTitle } from '../../lib/use-document-title.ts'
import { CheckField, TextField } from '../../ui/field.tsx'
import { Form, fieldError } from '../../ui/form.tsx'
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
    <Form
      className="narrow"
      error={signIn.error}
      onSubmit={({ username = '', password = '' }) => {
        const given = { username, password, onSharedDevice: isShared }
        signIn.mutate(given, { onError: (error) => fieldError(error, 'code') && setAsked(given) })
      }}
      actions={
        <>
          <button type="submit" className="button primary" disabled={signIn.isPending}>
            Đăng nhập
          </button>
          <ProviderSignIn ve={ve} onSharedDevice={isShared} />
        </>
      }
    >
      <h1>Đăng nhập</h1>
      <p>Dành cho người nhập, duyệt và quản lý số liệu. Xem số liệu công khai không cần tài khoản.</p>
      {problem}
      <TextField
        label="Tên đăng nhập"
        name="username"
        required
        autoComplete="username"
        autoCapitalize="none"
        spellCheck={false}
        autoFocus
      />
      <TextField label="Mật khẩu" name="password" required type="password" autoComplete="current-password" />
      <CheckField
        label={sessionWords.shared}
        hint={sessionWords.sharedHint}
        checked={isShared}
        onChange={(event) => setShared(event.currentTarget.checked)}
      />
    </Form>
  )
}
