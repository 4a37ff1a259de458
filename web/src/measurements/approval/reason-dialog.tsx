import { longest } from '@moc57/shared/api'
import { FormDialog } from '../../ui/dialog.tsx'
import { TextArea } from '../../ui/field.tsx'

type ReasonDialogProps = {
  title: string
  /** What it is about and what comes of it. */
  note: string
  /** One tap gives the reason and does it. */
  quickReasons: readonly string[]
  submitLabel: string
  isPending: boolean
  error: Error | null
  onSubmit: (reason: string) => void
  onClose: () => void
}

/** Asks why; without a reason nothing is done. */
export function ReasonDialog(props: ReasonDialogProps) {
  const { title, note, quickReasons, submitLabel, isPending, error, onSubmit, onClose } = props
  return (
    <FormDialog
      title={title}
      submitLabel={submitLabel}
      isPending={isPending}
      error={error}
      required={{ reason: 'Hãy chọn hoặc ghi lý do.' }}
      takesFocus="button"
      onSubmit={({ reason = '' }) => onSubmit(reason)}
      onClose={onClose}
    >
      <p>{note}</p>
      <div className="row">
        {quickReasons.map((quick) => (
          <button
            key={quick}
            type="button"
            className="button"
            disabled={isPending}
            onClick={() => onSubmit(quick)}
          >
            {quick}
          </button>
        ))}
      </div>
      <TextArea name="reason" label="Hoặc ghi lý do khác" maxLength={longest.note} />
    </FormDialog>
  )
}
