import { useDocumentTitle } from '../../lib/use-document-title.ts'
import { FormProblem, fieldError } from './form-problem.tsx'
import { useSignIn } from './queries.ts'
import styles from './session-form.module.css'
import { TextField } from './text-field.tsx'

export function SignInForm() {
  const signIn = useSignIn()
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
        })
      }}
    >
      <h1>Đăng nhập</h1>
      <p>Dành cho người nhập, duyệt và quản lý số liệu. Xem số liệu công khai không cần tài khoản.</p>
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
      <FormProblem error={signIn.error} />
      <button type="submit" className={`button ${styles.submit}`} disabled={signIn.isPending}>
        Đăng nhập
      </button>
    </form>
  )
}
