import { problemOfLength, shortestPassword } from '@moc57/shared'
import { lazy, Suspense, useState } from 'react'
import { useDocumentTitle } from '../../lib/use-document-title.ts'
import styles from '../../ui/form.module.css'
import { FormProblem, fieldError } from '../../ui/form-problem.tsx'
import { TextField } from '../../ui/text-field.tsx'
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
  const [wrong, setWrong] = useState<{ newPassword?: string | undefined; repeated?: string | undefined }>({})
  const [typed, setTyped] = useState('')
  useDocumentTitle('Đổi mật khẩu')
  return (
    <form
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault()
        const fields = new FormData(event.currentTarget)
        const [newPassword, repeated] = [String(fields.get('newPassword')), String(fields.get('repeated'))]
        const found = {
          newPassword: problemOfLength(newPassword) ?? undefined,
          repeated: newPassword === repeated ? undefined : 'Hai lần nhập không giống nhau.',
        }
        setWrong(found)
        if (found.newPassword || found.repeated) return
        change.mutate(
          { currentPassword: String(fields.get('currentPassword')), newPassword },
          { onSuccess: onChanged },
        )
      }}
    >
      <h1>Đổi mật khẩu</h1>
      {isDue && <p>Mật khẩu đang dùng do quản trị đặt. Đặt mật khẩu của riêng mình để bắt đầu làm việc.</p>}
      <input type="hidden" name="username" autoComplete="username" value={username} readOnly />
      <TextField
        label="Mật khẩu hiện tại"
        name="currentPassword"
        type="password"
        autoComplete="current-password"
        autoFocus
        error={fieldError(change.error, 'currentPassword')}
      />
      <TextField
        label="Mật khẩu mới"
        name="newPassword"
        type="password"
        autoComplete="new-password"
        hint={`Ít nhất ${shortestPassword} ký tự; một câu dài dễ nhớ gồm vài từ không liên quan là tốt nhất.`}
        onChange={(event) => setTyped(event.currentTarget.value)}
        error={wrong.newPassword ?? fieldError(change.error, 'newPassword')}
      />
      <Suspense fallback={null}>
        <PasswordStrength username={username} password={typed} />
      </Suspense>
      <TextField
        label="Nhập lại mật khẩu mới"
        name="repeated"
        type="password"
        autoComplete="new-password"
        error={wrong.repeated}
      />
      <FormProblem error={change.error} />
      <button type="submit" className="button primary" disabled={change.isPending}>
        Đổi mật khẩu
      </button>
    </form>
  )
}
