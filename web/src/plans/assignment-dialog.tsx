import { AssignmentChange, normalizeText } from '@moc57/shared'
import { longest } from '@moc57/shared/api'
import { useId, useState } from 'react'
import { FormDialog } from '../ui/dialog.tsx'
import { CheckField, TextField } from '../ui/field.tsx'
import styles from './dialogs.module.css'
import type { KnownNames } from './known-names.ts'
import type { PlanRow } from './plan-rows.ts'
import { PositionSuggestions, Suggestions } from './suggestions.tsx'

type AssignmentDialogProps = {
  rows: readonly PlanRow[]
  known: KnownNames
  onAssign: (assignment: AssignmentChange) => void
  onClose: () => void
}

/** Who directs, answers for and follows the chosen indicators: known names to choose, or new ones. */
export function AssignmentDialog({ rows, known, onAssign, onClose }: AssignmentDialogProps) {
  const common = commonAssignment(rows)
  const [leader, setLeader] = useState(common?.leader.name ?? '')
  const [position, setPosition] = useState(common?.leader.position ?? '')
  const [officer, setOfficer] = useState(common?.responsibleOfficer ?? '')
  const [bodies, setBodies] = useState<readonly string[]>(common?.leadBodies.map(({ name }) => name) ?? [])
  const [otherBodies, setOtherBodies] = useState('')
  const [problems, setProblems] = useState<Record<string, string>>({})
  const id = useId()
  const knownPosition = known.leaders.find(({ name }) => name === normalizeText(leader))?.position

  const handleSubmit = () => {
    const parsed = AssignmentChange.safeParse({
      numbers: rows.map(({ item }) => item.number),
      leader: { name: leader, position: knownPosition ?? position },
      responsibleOfficer: officer,
      leadBodies: [...bodies, ...otherBodies.split(/[;\n]/).map(normalizeText).filter(Boolean)],
    })
    if (parsed.success) return onAssign(parsed.data)
    setProblems(
      Object.fromEntries(
        parsed.error.issues.map(({ path, message }) => [
          path[0] === 'leader' ? String(path[1]) : String(path[0]),
          message,
        ]),
      ),
    )
  }
  return (
    <FormDialog
      title={`Phân công ${rows.length} chỉ tiêu`}
      submitLabel="Phân công"
      onSubmit={handleSubmit}
      onClose={onClose}
    >
      <p className="soft">
        {rows.map(({ item }) => (item.number > 0 ? item.number : item.shortName)).join(', ')}
      </p>
      <div className={styles.pair}>
        <TextField
          label="Đồng chí chỉ đạo"
          list={`${id}-leaders`}
          maxLength={longest.personName}
          autoComplete="off"
          hint="Họ và tên; chọn tên đã có hoặc ghi tên mới."
          value={leader}
          error={problems.name}
          onChange={(event) => setLeader(event.currentTarget.value)}
        />
        <TextField
          label="Chức vụ"
          list={`${id}-positions`}
          maxLength={longest.position}
          autoComplete="off"
          value={knownPosition ?? position}
          readOnly={knownPosition !== undefined}
          {...(knownPosition !== undefined && { hint: 'Đổi tại nút “Đổi chức vụ” ở đầu trang.' })}
          error={problems.position}
          onChange={(event) => setPosition(event.currentTarget.value)}
        />
      </div>
      <TextField
        label="Đồng chí chủ trì"
        list={`${id}-officers`}
        maxLength={longest.planEntry}
        autoComplete="off"
        hint="Ghi như trong kế hoạch, ví dụ: Trưởng phòng Văn hóa - Xã hội."
        value={officer}
        error={problems.responsibleOfficer}
        onChange={(event) => setOfficer(event.currentTarget.value)}
      />
      <Suggestions id={`${id}-leaders`} options={known.leaders.map(({ name }) => name)} />
      <PositionSuggestions id={`${id}-positions`} />
      <Suggestions id={`${id}-officers`} options={known.officers} />
      <fieldset className="box stack" aria-describedby={problems.leadBodies && `${id}-bodies`}>
        <legend>Cơ quan chủ trì theo dõi, đánh giá</legend>
        {known.bodies.map((body) => (
          <CheckField
            key={body}
            label={body}
            checked={bodies.includes(body)}
            onChange={({ currentTarget: { checked } }) =>
              setBodies(checked ? [...bodies, body] : bodies.filter((other) => other !== body))
            }
          />
        ))}
        <TextField
          label="Cơ quan khác"
          maxLength={longest.title}
          autoComplete="off"
          hint="Nhiều cơ quan thì cách nhau bằng dấu chấm phẩy."
          value={otherBodies}
          onChange={(event) => setOtherBodies(event.currentTarget.value)}
        />
        {problems.leadBodies && (
          <p id={`${id}-bodies`} className="alarm" role="alert">
            {problems.leadBodies}
          </p>
        )}
      </fieldset>
    </FormDialog>
  )
}

/** What all of the rows have already; `undefined` where they differ. */
function commonAssignment(rows: readonly PlanRow[]) {
  const [first, ...others] = rows.map(({ item }) => item.assignment)
  const key = JSON.stringify(first)
  return others.every((other) => JSON.stringify(other) === key) ? first : undefined
}
