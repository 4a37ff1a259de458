import { codesOf, type Role, roleLabels, worksInUnit } from '@moc57/shared'
import { useQuery } from '@tanstack/react-query'
import { progressQuery } from '../../indicators/progress/queries.ts'
import { ChoiceField } from '../../ui/field.tsx'
import { unitsQuery } from '../../units/queries.ts'
import { UnitPicker } from '../../units/unit-picker.tsx'
import { roleNotes } from './wording.ts'

/** What an account may do, where and as whom; nobody of the plan is an empty name. */
export type Rights = { role: Role; unitCode: string | null; leader: string; leadBody: string }

/** What of the chosen rights belongs to the role: the rest was chosen for another one. */
export function rightsToSend({ role, unitCode, leader, leadBody }: Rights) {
  return {
    role,
    ...(worksInUnit(role) && unitCode && { unitCode }),
    ...(role === 'leader' && leader && { leader }),
    ...(role === 'bodyOfficer' && leadBody && { leadBody }),
  }
}

type RightsFieldsProps = { rights: Rights; onChange: (rights: Rights) => void }

/** The role, and where it works in one unit, who it is in the plan of that unit. */
export function RightsFields({ rights, onChange }: RightsFieldsProps) {
  const { role, unitCode, leader, leadBody } = rights
  const units = useQuery(unitsQuery(''))
  const unit = units.data?.items.find(({ code }) => code === unitCode)
  const plan = useQuery({ ...progressQuery(unitCode ?? '', undefined), enabled: unitCode !== null })
  return (
    <>
      <ChoiceField
        name="role"
        label="Vai trò"
        value={role}
        onChange={(chosen) => onChange({ ...rights, role: chosen as Role })}
        options={codesOf(roleLabels).map((value) => ({ value, label: roleLabels[value] }))}
      />
      <p className="note">{roleNotes[role]}</p>
      {worksInUnit(role) && (
        <div className="stack tight">
          <b>Đơn vị</b>
          <UnitPicker
            unit={unit}
            onPick={(code) => onChange({ role, unitCode: code, leader: '', leadBody: '' })}
          />
        </div>
      )}
      {role === 'leader' && plan.data && (
        <PersonField
          name="leader"
          label="Lãnh đạo"
          value={leader}
          none="Không gắn với người trong kế hoạch"
          names={plan.data.leaders.map(({ name }) => name)}
          onChange={(name) => onChange({ ...rights, leader: name })}
        />
      )}
      {role === 'leader' && plan.data && leader === '' && (
        <p className="note">
          Tài khoản không gắn với người nào chỉ duyệt được chỉ tiêu chưa phân công lãnh đạo.
        </p>
      )}
      {role === 'bodyOfficer' && plan.data && (
        <PersonField
          name="leadBody"
          label="Cơ quan"
          value={leadBody}
          none={plan.data.leadBodies.length > 0 ? 'Chọn cơ quan' : 'Đơn vị chưa phân công cơ quan chủ trì'}
          names={plan.data.leadBodies.map(({ name }) => name)}
          onChange={(name) => onChange({ ...rights, leadBody: name })}
        />
      )}
    </>
  )
}

type PersonFieldProps = {
  name: string
  label: string
  value: string
  /** What stands there where nobody is chosen. */
  none: string
  names: readonly string[]
  onChange: (name: string) => void
}

function PersonField({ name, label, value, none, names, onChange }: PersonFieldProps) {
  return (
    <ChoiceField
      name={name}
      label={label}
      value={value}
      onChange={onChange}
      options={[{ value: '', label: none }, ...names.map((known) => ({ value: known, label: known }))]}
    />
  )
}
