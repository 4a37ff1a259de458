import { explanationAfter, isAnswerDue, todayInVietnam } from '@moc57/shared'
import type { ExplanationItem } from '@moc57/shared/api'
import { longest } from '@moc57/shared/api'
import { useState } from 'react'
import { DateField } from '../ui/date-field.tsx'
import { FormDialog } from '../ui/dialog.tsx'
import { TextArea } from '../ui/field.tsx'
import { useChange } from './queries.ts'
import { actionWords } from './wording.ts'

type Open = 'answer' | 'accept' | 'return' | 'withdraw'
type ActionsProps = { unitCode: string; item: ExplanationItem }

/** What the account may do with an explanation now. */
export function ExplanationActions({ unitCode, item }: ActionsProps) {
  const [open, setOpen] = useState<Open>()
  const { state, mayAnswer, mayDecide, number } = item
  const offered: Open[] = [
    ...(mayAnswer ? (['answer'] as const) : []),
    ...(mayDecide ? (['accept', 'return', 'withdraw'] as const) : []),
  ]
  return (
    <>
      {offered
        .filter((action) => explanationAfter(state, action) !== undefined)
        .map((action) => (
          <button
            key={action}
            type="button"
            className={`button ${isNext(action, item) ? 'primary' : ''}`}
            onClick={() => setOpen(action)}
          >
            {action === 'answer' && !isAnswerDue(state) ? 'Sửa giải trình' : actionWords[action]}
            <span className="visually-hidden"> chỉ tiêu {number}</span>
          </button>
        ))}
      {open && (
        <ChangeDialog unitCode={unitCode} item={item} action={open} onClose={() => setOpen(undefined)} />
      )}
    </>
  )
}

function isNext(action: Open, { state }: ExplanationItem): boolean {
  return action === 'accept' || (action === 'answer' && isAnswerDue(state))
}

type ChangeDialogProps = ActionsProps & { action: Open; onClose: () => void }

function ChangeDialog({ unitCode, item, action, onClose }: ChangeDialogProps) {
  const change = useChange(unitCode, item)
  const today = todayInVietnam(new Date())
  return (
    <FormDialog
      title={`${actionWords[action]}: chỉ tiêu ${item.number}`}
      submitLabel={actionWords[action]}
      isPending={change.isPending}
      error={change.error}
      required={{
        cause: 'Hãy ghi nguyên nhân.',
        measure: 'Hãy ghi giải pháp.',
        doneBy: 'Hãy chọn thời hạn khắc phục.',
        ...(action !== 'accept' && { reason: 'Hãy ghi lý do.' }),
      }}
      onSubmit={(fields) => {
        const given = Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== ''))
        change.mutate({ action, ...given }, { onSuccess: onClose })
        return undefined
      }}
      onClose={onClose}
    >
      <p className="said">{item.question}</p>
      {action === 'answer' && (
        <>
          <TextArea
            name="cause"
            label="Nguyên nhân"
            maxLength={longest.statement}
            defaultValue={item.answer?.cause ?? ''}
          />
          <TextArea
            name="measure"
            label="Giải pháp"
            maxLength={longest.statement}
            defaultValue={item.answer?.measure ?? ''}
          />
          <DateField name="doneBy" label="Hoàn thành trước ngày" initial={item.answer?.doneBy ?? ''} />
        </>
      )}
      {action === 'accept' && (
        <TextArea name="reason" label="Ý kiến (không bắt buộc)" maxLength={longest.note} />
      )}
      {(action === 'return' || action === 'withdraw') && (
        <TextArea
          name="reason"
          label={action === 'return' ? 'Cần bổ sung điều gì' : 'Lý do rút yêu cầu'}
          maxLength={longest.note}
        />
      )}
      {action === 'return' && (
        <DateField name="dueOn" label="Hạn mới (bỏ trống thì giữ hạn cũ)" min={today} />
      )}
    </FormDialog>
  )
}
