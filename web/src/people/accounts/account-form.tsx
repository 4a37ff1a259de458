import { useState } from 'react'
import { TextField } from '../../ui/field.tsx'
import { Form, type FormFields } from '../../ui/form.tsx'
import { NameFields } from '../own-account/name-fields.tsx'
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
  const handleSubmit = ({ username = '', fullName, position }: FormFields) => {
    const name = { ...(fullName && { fullName }), ...(position && { position }) }
    const password = firstPassword()
    create.mutate(
      { username, password, ...rightsToSend(rights), ...name },
      { onSuccess: ({ user }) => onCreated({ username: user.username, password }) },
    )
  }
  return (
    <Form
      className={styles.form}
      label="Tạo tài khoản"
      error={create.error}
      onSubmit={handleSubmit}
      actions={
        <button type="submit" className="button primary" disabled={create.isPending}>
          Tạo tài khoản
        </button>
      }
    >
      <TextField
        label="Tên đăng nhập"
        name="username"
        required
        autoComplete="off"
        autoCapitalize="none"
        spellCheck={false}
        autoFocus
        hint="Chữ không dấu, chữ số và . _ -"
      />
      <NameFields required={false} />
      <RightsFields rights={rights} onChange={setRights} />
    </Form>
  )
}
