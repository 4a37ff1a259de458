import {
  codesOf,
  formatNumber,
  type MoneyProblem,
  moneyProblems,
  mostPeople,
  parseMoney,
  type Quarter,
  type TaskStatus,
  taskStatusLabels,
  todayInVietnam,
} from '@moc57/shared'
import { longest } from '@moc57/shared/api'
import { useState } from 'react'
import { quarterText } from '../lib/figures.ts'
import { DateField } from '../ui/date-field.tsx'
import { FormDialog } from '../ui/dialog.tsx'
import { ChoiceField, TextArea, TextField } from '../ui/field.tsx'
import type { FormFields } from '../ui/form.tsx'
import { MoneyField } from '../ui/money-field.tsx'
import { type Task, useReport } from './queries.ts'

type ReportDialogProps = { unitCode: string; task: Task; period: Quarter; onClose: () => void }

/** How far a task is in a quarter; what was reported for it before is there to be changed. */
export function ReportDialog({ unitCode, task, period, onClose }: ReportDialogProps) {
  const report = useReport(unitCode, task.number)
  const before = task.reports.find((known) => known.period === period)
  const [status, setStatus] = useState<TaskStatus>(
    before?.status ?? task.reports.at(-1)?.status ?? 'inProgress',
  )
  const handleSubmit = ({ note = '', result, spent = '', people = '', completedOn, reason }: FormFields) => {
    const money = spent === '' ? null : parseMoney(spent)
    if (typeof money === 'string') return { spent: moneyProblems[money satisfies MoneyProblem] }
    if (!/^\d*$/.test(people) || Number(people) > mostPeople) {
      return { people: `Số người là số nguyên, không quá ${formatNumber(mostPeople)}.` }
    }
    report.mutate(
      {
        period,
        status,
        note,
        result: result || null,
        spent: money,
        people: people === '' ? null : Number(people),
        completedOn: completedOn || null,
        reason: reason || null,
        revision: before?.revision ?? 0,
      },
      { onSuccess: onClose },
    )
    return undefined
  }
  return (
    <FormDialog
      title={`Tiến độ nhiệm vụ ${task.number}, ${quarterText(period)}`}
      submitLabel="Ghi tiến độ"
      isPending={report.isPending}
      error={report.error}
      required={{
        note: 'Hãy ghi tiến độ thực hiện.',
        completedOn: 'Hãy chọn ngày hoàn thành.',
        reason: 'Quý này đã có báo cáo. Hãy ghi lý do sửa.',
      }}
      onSubmit={handleSubmit}
      onClose={onClose}
    >
      <p>{task.name}</p>
      <ChoiceField
        name="status"
        label="Trạng thái"
        value={status}
        onChange={(chosen) => setStatus(chosen as TaskStatus)}
        options={codesOf(taskStatusLabels).map((value) => ({ value, label: taskStatusLabels[value] }))}
      />
      {status === 'completed' && (
        <DateField
          name="completedOn"
          label="Ngày hoàn thành"
          max={todayInVietnam(new Date())}
          initial={before?.completedOn ?? ''}
        />
      )}
      <TextArea
        name="note"
        label="Tiến độ trong quý"
        maxLength={longest.note}
        defaultValue={before?.note ?? ''}
      />
      <TextArea
        name="result"
        label="Kết quả, sản phẩm (nếu có)"
        maxLength={longest.note}
        rows={2}
        defaultValue={before?.result ?? ''}
      />
      <MoneyField name="spent" label="Kinh phí đã dùng trong quý (nếu có)" initial={before?.spent ?? null} />
      <TextField
        name="people"
        label="Số người tham gia (nếu có)"
        inputMode="numeric"
        autoComplete="off"
        defaultValue={before?.people ?? ''}
      />
      {before && <TextField name="reason" label="Lý do sửa" maxLength={longest.note} autoComplete="off" />}
      <p>Nội dung ghi ở đây được công khai ngay, không nêu tên người ghi.</p>
    </FormDialog>
  )
}
