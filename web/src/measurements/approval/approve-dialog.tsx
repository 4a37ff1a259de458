import { quarterText } from '../../lib/figures.ts'
import { FormDialog } from '../../ui/dialog.tsx'
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
    <FormDialog
      title={`Duyệt ${what}`}
      submitLabel={rows.length === 1 ? 'Duyệt' : `Duyệt ${rows.length} chỉ tiêu`}
      isPending={isPending}
      error={error}
      onSubmit={onApprove}
      onClose={onClose}
    >
      <p>Số liệu {quarterText(period)} được duyệt tính ngay vào kết quả và được công khai.</p>
      {asked.length > 0 && (
        <p>Có điểm cần lưu ý: chỉ tiêu {asked.join(', ')}. Xem lại trước khi duyệt nếu chưa xem.</p>
      )}
    </FormDialog>
  )
}
