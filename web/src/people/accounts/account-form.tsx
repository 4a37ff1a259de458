import { useState } from 'react'
import { FormProblem, fieldError } from '../../ui/form-problem.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { NameFields, nameIn } from '../own-account/name-fields.tsx'
import styles from './accounts.module.css'
import { firstPassword } from './first-password.ts'
import { useCreateAccount } from './queries.ts'
import { type Rights, RightsFields, rightsToSend } from './rights-fields.tsx'

type AccountFormProps = { onCreated: (made: { username: string; password: string }) => void }

/** A new account: who it is follows from its role and the plan of its unit. The password is made here. */
export function AccountForm({ onCreated }: AccountFormProps) {
  const create = useCreateAccount()
  const [rights, setRights] = useState<Rights>({
    role: 'officer',
    unitCode: null,
    leader: '',
    leadBody: '',
  })
  const handleSubmit = (username: string, { fullName, position }: ReturnType<typeof nameIn>) => {
    const name = { ...(fullName && { fullName }), ...(position && { position }) }
    const password = firstPassword()
    create.mutate(
      { username, password, ...rightsToSend(rights), ...name },
      { onSuccess: ({ user }) => onCreated({ username: user.username, password }) },
    )
  }
  return (
    <form
      className={styles.form}
      aria-label="Tạo tài khoản"
      onSubmit={(event) => {
        event.preventDefault()
        const form = event.currentTarget
        handleSubmit(String(new FormData(form).get('username')).trim(), nameIn(form))
      }}
    >
      <TextField
        label="Tên đăng nhập"
        name="username"
        autoComplete="off"
        autoCapitalize="none"
        spellCheck={false}
        autoFocus
        hint="Chữ không dấu, chữ số và . _ -"
        error={fieldError(create.error, 'username')}
      />
      <NameFields error={create.error} required={false} />
      <RightsFields rights={rights} onChange={setRights} error={create.error} />
      <FormProblem error={create.error} />
      <button type="submit" className={`button ${styles.main}`} disabled={create.isPending}>
        Tạo tài khoản
      </button>
    </form>
  )
}
