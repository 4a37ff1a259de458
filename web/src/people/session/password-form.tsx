import { problemOfLength, shortestPassword } from '@moc57/shared'
import { lazy, Suspense, useState } from 'react'
import { useDocumentTitle } from '../../lib/use-document-title.ts'
import { TextField } from '../../ui/field.tsx'
import { Form, type FormFields } from '../../ui/form.tsx'
import { useChangePassword } from './queries.ts'

const PasswordStrength = lazy(() =>
  import('./password-strength.tsx').then(({ PasswordStrength: component }) => ({ default: component })),
)

type PasswordFormProps = {
  username: string
  /** The first sign-in: nothing else is possible before. */
  isDue: boolean
  onChanged: () => void
}

export function PasswordForm({ username, isDue, onChanged }: PasswordFormProps) {
  const change = useChangePassword()
  const [typed, setTyped] = useState('')
  useDocumentTitle('Đổi mật khẩu')
  const handleSubmit = ({ currentPassword = '', newPassword = '', repeated }: FormFields) => {
    const tooWeak = problemOfLength(newPassword)
    if (tooWeak) return { newPassword: tooWeak }
    if (newPassword !== repeated) return { repeated: 'Hai lần nhập không giống nhau.' }
    change.mutate({ currentPassword, newPassword }, { onSuccess: onChanged })
    return undefined
  }
  return (
    <Form
      className="narrow"
      error={change.error}
      onSubmit={handleSubmit}
      actions={
        <button type="submit" className="button primary" disabled={change.isPending}>
          Đổi mật khẩu
        </button>
      }
    >
      <h1>Đổi mật khẩu</h1>
      {isDue && <p>Mật khẩu đang dùng do quản trị đặt. Đặt mật khẩu của riêng mình để bắt đầu làm việc.</p>}
      <input type="hidden" name="username" autoComplete="username" value={username} readOnly />
      <TextField
        label="Mật khẩu hiện tại"
        name="currentPassword"
        required
        type="password"
        autoComplete="current-password"
        autoFocus
      />
      <TextField
        label="Mật khẩu mới"
        name="newPassword"
        required
        type="password"
        autoComplete="new-password"
        hint={`Ít nhất ${shortestPassword} ký tự; một câu dài dễ nhớ gồm vài từ không liên quan là tốt nhất.`}
        onChange={(event) => setTyped(event.currentTarget.value)}
      />
      <Suspense fallback={null}>
        <PasswordStrength username={username} password={typed} />
      </Suspense>
      <TextField
        label="Nhập lại mật khẩu mới"
        name="repeated"
        required
        type="password"
        autoComplete="new-password"
      />
    </Form>
  )
}
