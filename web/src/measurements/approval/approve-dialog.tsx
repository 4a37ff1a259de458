import { quarterText } from '../../lib/figures.ts'
import { DecisionProblem } from '../../ui/decision-problem.tsx'
import styles from '../../ui/dialogs.module.css'
import { DialogActions, DialogForm, ModalDialog } from '../../ui/modal-dialog.tsx'
import type { WaitingRow } from './approval-rows.ts'
import { figureText } from './wording.ts'

type ApproveDialogProps = {
  rows: readonly WaitingRow[]
  period: string
  isPending: boolean
  error: Error | null
  onApprove: () => void
  onClose: () => void
}

/** The second tap: what is approved counts and is public at once, so it is said before. */
export function ApproveDialog({ rows, period, isPending, error, onApprove, onClose }: ApproveDialogProps) {
  const [only] = rows
  const asked = rows
    .filter(({ questions }) => questions.length > 0)
    .map(({ number }) => number)
    .sort((a, b) => a - b)
  const what =
    rows.length === 1 && only
      ? `chỉ tiêu ${only.number}: ${figureText(only.current, only.unitOfMeasure)}`
      : `${rows.length} chỉ tiêu`
  return (
    <ModalDialog title={`Duyệt ${what}`} onClose={onClose}>
      <DialogForm onSubmit={onApprove}>
        <p>Số liệu {quarterText(period)} được duyệt tính ngay vào kết quả và được công khai.</p>
        {asked.length > 0 && (
          <p>Có điểm cần lưu ý: chỉ tiêu {asked.join(', ')}. Xem lại trước khi duyệt nếu chưa xem.</p>
        )}
        <DecisionProblem error={error} />
        <DialogActions>
          <button type="button" className="button" onClick={onClose}>
            Thôi
          </button>
          <button type="submit" className={`button ${styles.main}`} disabled={isPending}>
            {rows.length === 1 ? 'Duyệt' : `Duyệt ${rows.length} chỉ tiêu`}
          </button>
        </DialogActions>
      </DialogForm>
    </ModalDialog>
  )
}
