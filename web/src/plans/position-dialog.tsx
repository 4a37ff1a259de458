import { type Leader, PositionChange } from '@moc57/shared'
import { longest } from '@moc57/shared/api'
import { useState } from 'react'
import { FormDialog } from '../ui/dialog.tsx'
import { ChoiceField, TextField } from '../ui/field.tsx'
import styles from './dialogs.module.css'
import { PositionSuggestions } from './suggestions.tsx'

type PositionDialogProps = {
  leaders: readonly Leader[]
  onChange: (leader: Leader, position: string) => void
  onClose: () => void
}

/** Another position of a leader whom the plan names, in all that they direct. */
export function PositionDialog({ leaders, onChange, onClose }: PositionDialogProps) {
  const [chosen, setChosen] = useState(leaders[0]?.id ?? '')
  const leader = leaders.find(({ id }) => id === chosen)
  const [position, setPosition] = useState('')
  const [problem, setProblem] = useState<string>()
  const handleSubmit = () => {
    if (!leader) return
    const parsed = PositionChange.safeParse({ leader: leader.name, position })
    if (!parsed.success) return setProblem(parsed.error.issues[0]?.message)
    if (parsed.data.position === leader.position) return setProblem('Đồng chí đang giữ chức vụ này.')
    onChange(leader, parsed.data.position)
  }
  return (
    <FormDialog
      title="Đổi chức vụ lãnh đạo"
      submitLabel="Đổi chức vụ"
      onSubmit={handleSubmit}
      onClose={onClose}
    >
      <p>Áp dụng cho mọi chỉ tiêu đồng chí chỉ đạo, từ quý có hiệu lực; các quý trước giữ chức vụ cũ.</p>
      <div className={styles.pair}>
        <ChoiceField
          label="Đồng chí"
          value={chosen}
          onChange={setChosen}
          options={leaders.map(({ id, name }) => ({ value: id, label: name }))}
        />
        <TextField
          label="Chức vụ mới"
          list="chuc-vu"
          maxLength={longest.position}
          autoComplete="off"
          value={position}
          hint={`Hiện nay: ${leader?.position}`}
          error={problem}
          onChange={(event) => setPosition(event.currentTarget.value)}
        />
      </div>
      <PositionSuggestions id="chuc-vu" />
    </FormDialog>
  )
}
