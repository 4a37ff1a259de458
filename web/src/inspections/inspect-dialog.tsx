import { codesOf, type InspectionKind, inspectionKindLabels, todayInVietnam } from '@moc57/shared'
import { longest } from '@moc57/shared/api'
import { DateField } from '../ui/date-field.tsx'
import { FormDialog } from '../ui/dialog.tsx'
import { ChoiceField, TextArea, TextField } from '../ui/field.tsx'
import type { FormFields } from '../ui/form.tsx'
import { useInspect } from './queries.ts'

/** Records an inspection of indicators and tasks, by their numbers. */
export function InspectDialog({ unitCode, onClose }: { unitCode: string; onClose: () => void }) {
  const inspect = useInspect(unitCode)
  const handleSubmit = ({ kind, heldOn = '', findings = '', demand, dueOn, ...asked }: FormFields) => {
    const indicators = numbersIn(asked.indicators)
    const tasks = numbersIn(asked.tasks)
    if (!indicators) return { indicators: 'Ghi số thứ tự, cách nhau bằng dấu phẩy: 21, 23.' }
    if (!tasks) return { tasks: 'Ghi số thứ tự, cách nhau bằng dấu phẩy: 6, 9.' }
    inspect.mutate(
      {
        kind: kind as InspectionKind,
        heldOn,
        findings,
        demand: demand || null,
        dueOn: dueOn || null,
        indicators,
        tasks,
      },
      { onSuccess: onClose },
    )
    return undefined
  }
  return (
    <FormDialog
      title="Ghi cuộc kiểm tra"
      submitLabel="Ghi"
      isPending={inspect.isPending}
      error={inspect.error}
      required={{ heldOn: 'Hãy chọn ngày kiểm tra.', findings: 'Hãy ghi kết quả kiểm tra.' }}
      onSubmit={handleSubmit}
      onClose={onClose}
    >
      <ChoiceField
        name="kind"
        label="Loại"
        options={codesOf(inspectionKindLabels).map((value) => ({
          value,
          label: inspectionKindLabels[value],
        }))}
      />
      <DateField name="heldOn" label="Ngày kiểm tra" max={todayInVietnam(new Date())} />
      <TextField
        name="indicators"
        label="Chỉ tiêu được kiểm tra"
        hint="Số thứ tự, cách nhau bằng dấu phẩy"
        inputMode="text"
        autoComplete="off"
      />
      <TextField
        name="tasks"
        label="Nhiệm vụ được kiểm tra"
        hint="Số thứ tự trong Phụ lục 02; bỏ trống nếu không có"
        autoComplete="off"
      />
      <TextArea name="findings" label="Kết quả kiểm tra" maxLength={longest.statement} />
      <TextArea name="demand" label="Việc phải làm (nếu có)" maxLength={longest.note} rows={2} />
      <DateField name="dueOn" label="Hạn khắc phục (nếu có)" />
    </FormDialog>
  )
}

/** "21, 23" as numbers; `undefined` where it cannot be read. */
function numbersIn(text = ''): number[] | undefined {
  const words = text.split(/[\s,;]+/).filter(Boolean)
  return words.every((word) => /^\d{1,6}$/.test(word)) ? words.map(Number) : undefined
}
