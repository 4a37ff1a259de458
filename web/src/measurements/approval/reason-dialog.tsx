import { longest } from '@moc57/shared/api'
import { useId, useState } from 'react'
import { DecisionProblem } from '../../ui/decision-problem.tsx'
import styles from '../../ui/dialogs.module.css'
import { DialogActions, DialogForm, ModalDialog } from '../../ui/modal-dialog.tsx'

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
  const [reason, setReason] = useState('')
  const [isMissing, setMissing] = useState(false)
  const id = useId()
  const handleSubmit = () => {
    setMissing(reason.trim() === '')
    if (reason.trim() !== '') onSubmit(reason.trim())
  }
  return (
    <ModalDialog title={title} onClose={onClose}>
      <DialogForm onSubmit={handleSubmit}>
        <p>{note}</p>
        <div className={`row ${styles.quick}`}>
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
        <label htmlFor={id}>Hoặc ghi lý do khác</label>
        <textarea
          id={id}
          className={styles.reason}
          rows={3}
          maxLength={longest.note}
          value={reason}
          aria-invalid={isMissing}
          aria-describedby={isMissing ? `${id}-missing` : undefined}
          onChange={(event) => setReason(event.currentTarget.value)}
        />
        {isMissing && (
          <p id={`${id}-missing`} className="alarm" role="alert">
            Hãy chọn hoặc ghi lý do.
          </p>
        )}
        <DecisionProblem error={error} />
        <DialogActions>
          <button type="button" className="button" onClick={onClose}>
            Thôi
          </button>
          <button type="submit" className={`button ${styles.main}`} disabled={isPending}>
            {submitLabel}
          </button>
        </DialogActions>
      </DialogForm>
    </ModalDialog>
  )
}
