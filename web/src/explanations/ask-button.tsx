import { type Assignment, may, type Quarter, todayInVietnam } from '@moc57/shared'
import { longest } from '@moc57/shared/api'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { quarterText } from '../lib/figures.ts'
import { sessionQuery } from '../lib/session-query.ts'
import { DateField } from '../ui/date-field.tsx'
import { FormDialog } from '../ui/dialog.tsx'
import { ChoiceField, TextArea } from '../ui/field.tsx'
import { useAsk } from './queries.ts'

type AskButtonProps = {
  unitCode: string
  number: number
  shortName: string
  period: Quarter
  assignment: Assignment | null
  /** Beside buttons that matter more it is a link. */
  isPlain?: boolean
}

/** Asks for an explanation of a figure; shown to who may ask. */
export function AskButton(props: AskButtonProps) {
  const { unitCode, number, assignment, isPlain } = props
  const { data: account } = useQuery(sessionQuery)
  const [isOpen, setOpen] = useState(false)
  if (!account || !may(account, 'askExplanation', { unitCode, indicator: { assignment } })) return null
  return (
    <>
      <button type="button" className={isPlain ? 'plain-button' : 'button'} onClick={() => setOpen(true)}>
        Yêu cầu giải trình<span className="visually-hidden"> chỉ tiêu {number}</span>
      </button>
      {isOpen && <AskDialog {...props} onClose={() => setOpen(false)} />}
    </>
  )
}

const usualDays = 7

function AskDialog({
  unitCode,
  number,
  shortName,
  period,
  assignment,
  onClose,
}: AskButtonProps & { onClose: () => void }) {
  const ask = useAsk(unitCode, number)
  const bodies = assignment?.leadBodies ?? []
  const today = todayInVietnam(new Date())
  const usual = new Date(Date.parse(today) + usualDays * 24 * 3_600_000).toISOString().slice(0, 10)
  return (
    <FormDialog
      title={`Yêu cầu giải trình chỉ tiêu ${number}, ${quarterText(period)}`}
      submitLabel="Gửi yêu cầu"
      isPending={ask.isPending}
      error={ask.error}
      required={{ question: 'Hãy ghi nội dung cần giải trình.', dueOn: 'Hãy chọn hạn trả lời.' }}
      onSubmit={({ question = '', dueOn = '', leadBody }) => {
        ask.mutate({ period, question, dueOn, ...(leadBody && { leadBody }) }, { onSuccess: onClose })
        return undefined
      }}
      onClose={onClose}
    >
      <p>{shortName}</p>
      <TextArea name="question" label="Nội dung cần giải trình" maxLength={longest.note} />
      {bodies.length > 1 ? (
        <ChoiceField
          name="leadBody"
          label="Cơ quan trả lời"
          options={bodies.map(({ name }) => ({ value: name, label: name }))}
        />
      ) : (
        <p>Cơ quan trả lời: {bodies[0]?.name ?? 'người tổng hợp số liệu của đơn vị'}</p>
      )}
      <DateField name="dueOn" label="Hạn trả lời" min={today} initial={usual} />
    </FormDialog>
  )
}
