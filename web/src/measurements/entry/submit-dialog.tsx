import { formatValue } from '@moc57/shared'
import { longest } from '@moc57/shared/api'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { ApiError } from '../../lib/api-client.ts'
import { questionWords } from '../../lib/question-words.ts'
import { Dialog, DialogActions } from '../../ui/dialog.tsx'
import { TextField } from '../../ui/field.tsx'
import { Form } from '../../ui/form.tsx'
import type { PlacedCell } from './block.ts'
import { type EntryLine, hasFigure } from './entry-lines.ts'
import { countQueue } from './save-queue.ts'
import type { Entry } from './use-entry.ts'

type SubmitDialogProps = {
  lines: readonly EntryLine[]
  entry: Entry
  onClose: () => void
  /** Sends the quarter for approval; every figure has been saved by then. */
  submit: () => Promise<unknown>
  onSubmitted: () => void
}

/** Before the quarter goes to the leaders: what is missing, and what they would ask. Nothing here blocks. */
export function SubmitDialog(props: SubmitDialogProps) {
  const { queue, line } = props.entry.state
  const { unsent } = countQueue(queue)
  // What is asked of a figure is known once the server has it.
  const [isReady, setReady] = useState(false)
  if (!isReady && (unsent === 0 || line !== 'up')) setReady(true)
  return (
    <Dialog title="Trình duyệt số liệu" onClose={props.onClose}>
      {isReady ? <SubmitForm {...props} /> : <p role="status">Đang lưu nốt {unsent} chỉ tiêu…</p>}
    </Dialog>
  )
}

function SubmitForm({ lines, entry, onClose, submit, onSubmitted }: SubmitDialogProps) {
  const [source, setSource] = useState('')
  const [answers, setAnswers] = useState<Record<number, string>>({})
  const missing = lines.filter((line) => !hasFigure(line))
  const held = lines.filter(({ save }) => save === 'refused' || save === 'conflict' || save === 'incomplete')
  // The answers close their questions one by one while they are sent; the form stays as it was.
  const [sentLines, setSentLines] = useState<readonly EntryLine[]>()
  const shown = sentLines ?? lines
  const asked = shown.filter(isAsked)
  const sourceless = shown.filter(({ openQuestions }) => openQuestions.includes('noSource'))

  const submission = useMutation({
    mutationFn: async () => {
      setSentLines(shown)
      entry.edit(answerCells({ source, sourceless, answers }))
      const { queue, line } = await entry.settled()
      if (line !== 'up' || countQueue(queue).unsent > 0) throw new Error(awayText)
      return submit()
    },
    onSuccess: onSubmitted,
  })

  return (
    <Form
      takesFocus
      onSubmit={() => submission.mutate()}
      actions={
        <DialogActions>
          <button type="button" className="button" onClick={onClose}>
            Nhập tiếp
          </button>
          <button type="submit" className="button primary" disabled={submission.isPending}>
            Trình duyệt
          </button>
        </DialogActions>
      }
    >
      {missing.length === 0 ? (
        <p>Đủ {lines.length} chỉ tiêu.</p>
      ) : (
        <p>
          Còn {missing.length} chỉ tiêu chưa nhập, sẽ không được trình:{' '}
          {missing.map(({ row }) => row.number).join(', ')}.
        </p>
      )}
      {held.length > 0 && (
        <p className="alarm">
          Chưa lưu được, sẽ không được trình: chỉ tiêu {held.map(({ row }) => row.number).join(', ')}.
        </p>
      )}
      {sourceless.length > 0 && (
        <TextField
          label={`${sourceless.length} chỉ tiêu chưa ghi văn bản nguồn. Nếu cùng một văn bản, ghi ở đây cho tất cả:`}
          value={source}
          maxLength={longest.title}
          placeholder="Báo cáo số …, ngày …"
          onChange={(event) => setSource(event.currentTarget.value)}
        />
      )}
      {asked.length > 0 && (
        <fieldset className="box stack">
          <legend>{asked.length} chỉ tiêu nên ghi thêm nguồn hoặc lý do (không bắt buộc)</legend>
          {asked.map((line) => (
            <TextField
              key={line.row.number}
              label={`${line.row.number}. ${line.row.shortName}`}
              hint={questionsOfRow(line)}
              value={answers[line.row.number] ?? ''}
              maxLength={longest.note}
              onChange={(event) => {
                const { value } = event.currentTarget
                setAnswers((given) => ({ ...given, [line.row.number]: value }))
              }}
            />
          ))}
        </fieldset>
      )}
      <p role="status" className="alarm">
        {submission.isPending && 'Đang gửi…'}
        {submission.error && wordsOf(submission.error)}
      </p>
    </Form>
  )
}

const awayText = 'Chưa gửi được vì mất đường truyền. Số liệu vẫn giữ trong máy; hãy trình lại khi có mạng.'

const isOfRow = (question: string) => question !== 'noSource'

function isAsked({ openQuestions }: EntryLine): boolean {
  return openQuestions.some(isOfRow)
}

/** "chênh lệch lớn so với trước (61,5%, kỳ trước 92,6%)" */
function questionsOfRow({ row, openQuestions }: EntryLine): string {
  const asked = openQuestions.filter(isOfRow).map((question) => questionWords[question])
  const figures = [
    row.current?.value != null && formatValue(row.current.value, row.unitOfMeasure),
    row.previous && `kỳ trước ${formatValue(row.previous.value, row.unitOfMeasure)}`,
  ].filter(Boolean)
  return `${asked.join('; ')} (${figures.join(', ')})`
}

function answerCells(given: {
  source: string
  sourceless: readonly EntryLine[]
  answers: Record<number, string>
}): PlacedCell[] {
  const source = given.source.trim()
  return [
    ...(source ? given.sourceless : []).map(({ row }) => ({
      number: row.number,
      field: 'source' as const,
      text: source,
    })),
    ...Object.entries(given.answers)
      .filter(([, text]) => text.trim() !== '')
      .map(([number, text]) => ({ number: Number(number), field: 'note' as const, text })),
  ]
}

function wordsOf(error: Error): string {
  return error instanceof ApiError ? `${error.problem.title}. ${error.problem.detail}` : error.message
}
