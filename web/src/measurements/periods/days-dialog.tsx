import type { PeriodItem } from '@moc57/shared/api'
import { longest } from '@moc57/shared/api'
import { useState } from 'react'
import { quarterText } from '../../lib/figures.ts'
import { DateField } from '../../ui/date-field.tsx'
import { FormDialog } from '../../ui/dialog.tsx'
import { TextArea } from '../../ui/field.tsx'
import { useChangePeriod } from './queries.ts'
import { daysText } from './wording.ts'

/** Sets window and due day of a quarter; it keeps to the revision that it was opened on. */
export function DaysDialog({ item, onClose }: { item: PeriodItem; onClose: () => void }) {
  const [opened] = useState(item)
  const change = useChangePeriod(opened.period)
  return (
    <FormDialog
      title={`Sửa ngày của ${quarterText(opened.period)}`}
      submitLabel="Ghi thay đổi"
      isPending={change.isPending}
      error={change.error}
      required={{
        from: 'Hãy chọn ngày đầu lấy số liệu.',
        to: 'Hãy chọn ngày cuối lấy số liệu.',
        dueOn: 'Hãy chọn hạn gửi.',
        reason: 'Hãy ghi lý do thay đổi.',
      }}
      onSubmit={({ from = '', to = '', dueOn = '', reason = '' }) => {
        change.mutate({ from, to, dueOn, reason, revision: opened.revision }, { onSuccess: onClose })
        return undefined
      }}
      onClose={onClose}
    >
      <p>
        Đang là {daysText(opened)}. Ngày mới áp dụng cho tất cả đơn vị; việc nhắc hạn, mở kỳ, quá hạn và báo
        cáo theo ngày mới ngay khi ghi.
      </p>
      <DateField name="from" label="Lấy số liệu từ ngày" initial={opened.from} />
      <DateField name="to" label="Đến hết ngày" initial={opened.to} />
      <DateField name="dueOn" label="Hạn gửi" initial={opened.dueOn} />
      <TextArea name="reason" label="Lý do thay đổi" maxLength={longest.note} rows={2} />
    </FormDialog>
  )
}
