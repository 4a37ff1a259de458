import { lastMilestone } from '@moc57/shared'
import { longest } from '@moc57/shared/api'
import { FormDialog } from '../../ui/dialog.tsx'
import { ChoiceField, TextArea, TextField } from '../../ui/field.tsx'
import { usePropose, type YearEndItem } from './queries.ts'

type ProposeDialogProps = { unitCode: string; year: number; item: YearEndItem; onClose: () => void }

/** Proposes another target for an indicator; nothing changes before the leader accepts it. */
export function ProposeDialog({ unitCode, year, item, onClose }: ProposeDialogProps) {
  const propose = usePropose(unitCode, String(year))
  const planned = item.targets.filter(({ milestone }) => milestone > year)
  const years = planned.length > 0 ? planned.map(({ milestone }) => milestone) : [lastMilestone]
  return (
    <FormDialog
      title={`Đề xuất sửa mục tiêu chỉ tiêu ${item.number}`}
      submitLabel="Gửi đề xuất"
      isPending={propose.isPending}
      error={propose.error}
      required={{ text: 'Hãy ghi mục tiêu đề xuất.', reason: 'Hãy ghi lý do.' }}
      onSubmit={({ milestone = '', text = '', reason = '' }) => {
        propose.mutate(
          { number: item.number, milestone: Number(milestone), text, reason },
          { onSuccess: onClose },
        )
        return undefined
      }}
      onClose={onClose}
    >
      <p>{item.name}</p>
      <ChoiceField
        name="milestone"
        label="Mốc"
        options={years.map((milestone) => {
          const known = planned.find((target) => target.milestone === milestone)
          return {
            value: String(milestone),
            label: known ? `Năm ${milestone}: đang là ${known.text}` : `Năm ${milestone}`,
          }
        })}
      />
      <TextField
        name="text"
        label="Mục tiêu đề xuất"
        maxLength={longest.target}
        autoComplete="off"
        hint="Ghi như trong kế hoạch, ví dụ “≥70%”, “80 - 90%”, “-” nếu không đặt mục tiêu"
      />
      <TextArea name="reason" label="Lý do" maxLength={longest.planReason} />
    </FormDialog>
  )
}
