import {
  type Account,
  type Assessment,
  type Assignment,
  formatMoment,
  may,
  type Quarter,
  quarterLabel,
} from '@moc57/shared'
import { longest } from '@moc57/shared/api'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { quarterText } from '../lib/figures.ts'
import { whoText } from '../lib/who-text.ts'
import { FormDialog } from '../ui/dialog.tsx'
import { TextArea, TextField } from '../ui/field.tsx'
import { assessmentsQuery, useAssess } from './queries.ts'

type AssessmentSectionProps = {
  account: Account
  unitCode: string
  number: number
  period: Quarter
  assignment: Assignment | null
}

/** What was said in words on an indicator in a quarter, and the way to say it. */
export function AssessmentSection(props: AssessmentSectionProps) {
  const { account, unitCode, number, period, assignment } = props
  const { data } = useQuery(assessmentsQuery(unitCode, number))
  const [isOpen, setOpen] = useState(false)
  const ofQuarter = data?.items.filter((item) => item.period === period) ?? []
  const current = ofQuarter.at(-1)
  const earlier = data?.items.filter((item) => item !== current) ?? []
  const mayAssess = may(account, 'assess', { unitCode, indicator: { assignment } })
  return (
    <div className="stack tight">
      <h3>Nhận xét, đánh giá {quarterText(period)}</h3>
      {current ? <Said assessment={current} /> : <p className="note">Chưa có đánh giá.</p>}
      {earlier.length > 0 && (
        <details>
          <summary>Đánh giá trước ({earlier.length})</summary>
          <ol reversed>
            {earlier.toReversed().map((item) => (
              <li key={`${item.period} ${item.revision}`}>
                {quarterLabel(item.period)}: <Said assessment={item} />
              </li>
            ))}
          </ol>
        </details>
      )}
      {mayAssess && (
        <div className="row screen-only">
          <button type="button" className="button" onClick={() => setOpen(true)}>
            {current ? 'Sửa đánh giá' : 'Ghi đánh giá'}
          </button>
        </div>
      )}
      {isOpen && (
        <AssessDialog
          unitCode={unitCode}
          number={number}
          period={period}
          current={current}
          onClose={() => setOpen(false)}
        />
      )}
    </div>
  )
}

function Said({ assessment: { text, by, at, reason } }: { assessment: Assessment }) {
  return (
    <span className="said">
      {text}{' '}
      <span className="note">
        {whoText(by)}, {formatMoment(at)}
        {reason && `; lý do sửa: ${reason}`}
      </span>
    </span>
  )
}

type AssessDialogProps = Pick<AssessmentSectionProps, 'unitCode' | 'number' | 'period'> & {
  current: Assessment | undefined
  onClose: () => void
}

function AssessDialog({ unitCode, number, period, current, onClose }: AssessDialogProps) {
  const assess = useAssess(unitCode, number, period)
  return (
    <FormDialog
      title={`Đánh giá chỉ tiêu ${number}, ${quarterText(period)}`}
      submitLabel="Ghi đánh giá"
      isPending={assess.isPending}
      error={assess.error}
      required={{ text: 'Hãy ghi nội dung đánh giá.', reason: 'Hãy ghi lý do sửa.' }}
      onSubmit={({ text = '', reason }) => {
        assess.mutate(
          { text, reason: reason || null, revision: current?.revision ?? 0 },
          { onSuccess: onClose },
        )
        return undefined
      }}
      onClose={onClose}
    >
      <TextArea
        name="text"
        label="Đánh giá"
        hint="Chất lượng, thuận lợi, vướng mắc mà con số chưa cho thấy."
        rows={5}
        maxLength={longest.statement}
        defaultValue={current?.text ?? ''}
      />
      {current && <TextField name="reason" label="Lý do sửa" maxLength={longest.note} autoComplete="off" />}
    </FormDialog>
  )
}
