import { Role } from '@moc57/shared'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { SelectField } from '../../components/select-field.tsx'
import { progressQuery } from '../progress/queries.ts'
import { FormProblem, fieldError } from '../session/form-problem.tsx'
import { TextField } from '../session/text-field.tsx'
import { unitsQuery } from '../units/queries.ts'
import { UnitPicker } from '../units/unit-picker.tsx'
import styles from './accounts.module.css'
import { firstPassword } from './first-password.ts'
import { useCreateAccount } from './queries.ts'
import { roleLabels, roleNotes } from './wording.ts'

type AccountFormProps = { onCreated: (made: { username: string; password: string }) => void }

const withoutUnit: Role[] = ['administrator', 'city']

/** A new account: who it is follows from its role and the plan of its unit. The password is made here. */
export function AccountForm({ onCreated }: AccountFormProps) {
  const create = useCreateAccount()
  const [role, setRole] = useState<Role>('officer')
  const [unitCode, setUnitCode] = useState<string>()
  const [leader, setLeader] = useState('')
  const [leadBody, setLeadBody] = useState('')
  const units = useQuery(unitsQuery(''))
  const unit = units.data?.items.find(({ code }) => code === unitCode)
  const plan = useQuery({ ...progressQuery(unitCode ?? '', undefined), enabled: unitCode !== undefined })
  const ofUnit = !withoutUnit.includes(role)

  const handleUnit = (code: string) => {
    setUnitCode(code)
    setLeader('')
    setLeadBody('')
  }
  const handleSubmit = (username: string) => {
    const password = firstPassword()
    create.mutate(
      {
        username,
        password,
        role,
        ...(ofUnit && unitCode && { unitCode }),
        ...(role === 'leader' && leader && { leader }),
        ...(role === 'bodyOfficer' && leadBody && { leadBody }),
      },
      { onSuccess: ({ user }) => onCreated({ username: user.username, password }) },
    )
  }
  const placeError =
    fieldError(create.error, 'unitCode') ??
    fieldError(create.error, 'leader') ??
    fieldError(create.error, 'leadBody')

  return (
    <form
      className={styles.form}
      aria-label="Tạo tài khoản"
      onSubmit={(event) => {
        event.preventDefault()
        handleSubmit(String(new FormData(event.currentTarget).get('username')).trim())
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
      <SelectField
        label="Vai trò"
        value={role}
        onChange={(chosen) => setRole(Role.parse(chosen))}
        options={Role.options.map((value) => ({ value, label: roleLabels[value] }))}
      />
      <p className={styles.note}>{roleNotes[role]}</p>
      {ofUnit && (
        <div className={styles.unit}>
          <span>Đơn vị</span>
          <UnitPicker unit={unit} onPick={handleUnit} />
        </div>
      )}
      {role === 'leader' && plan.data && (
        <PersonField
          label="Lãnh đạo"
          value={leader}
          none="Không gắn với người trong kế hoạch"
          names={plan.data.leaders.map(({ name }) => name)}
          onChange={setLeader}
        />
      )}
      {role === 'leader' && plan.data && leader === '' && (
        <p className={styles.note}>
          Tài khoản không gắn với người nào chỉ duyệt được chỉ tiêu chưa phân công lãnh đạo.
        </p>
      )}
      {role === 'bodyOfficer' && plan.data && (
        <PersonField
          label="Cơ quan"
          value={leadBody}
          none={plan.data.leadBodies.length > 0 ? 'Chọn cơ quan' : 'Đơn vị chưa phân công cơ quan chủ trì'}
          names={plan.data.leadBodies.map(({ name }) => name)}
          onChange={setLeadBody}
        />
      )}
      {placeError && (
        <p className={styles.problem} role="alert">
          {placeError}
        </p>
      )}
      <FormProblem error={create.error} />
      <button type="submit" className={`button ${styles.main}`} disabled={create.isPending}>
        Tạo tài khoản
      </button>
    </form>
  )
}

type PersonFieldProps = {
  label: string
  value: string
  /** What stands there where nobody is chosen. */
  none: string
  names: readonly string[]
  onChange: (name: string) => void
}

function PersonField({ label, value, none, names, onChange }: PersonFieldProps) {
  return (
    <SelectField
      label={label}
      value={value}
      onChange={onChange}
      options={[{ value: '', label: none }, ...names.map((name) => ({ value: name, label: name }))]}
    />
  )
}
