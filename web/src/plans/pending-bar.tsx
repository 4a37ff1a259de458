import { useId, useState } from 'react'
import { FormDialog } from '../ui/dialog.tsx'
import type { PendingChange } from './draft.ts'
import styles from './pending-bar.module.css'
import { pendingText } from './wording.ts'

type PendingBarProps = {
  pending: readonly PendingChange[]
  /** How many indicators are chosen to be assigned together. */
  chosen: number
  onAssign: () => void
  onUnchoose: () => void
  onUndo: (change: PendingChange) => void
  onDrop: () => void
  onSave: () => void
}

/** What is not saved yet, at the foot of the window while there is any: seen, undone, saved from here. */
export function PendingBar({ pending, chosen, ...on }: PendingBarProps) {
  const [isOpen, setOpen] = useState(false)
  const [isDropping, setDropping] = useState(false)
  const listId = useId()
  if (pending.length === 0 && chosen === 0) return null
  return (
    <section className={`screen-only ${styles.bar}`} aria-label="Thay đổi chưa ghi">
      {isOpen && pending.length > 0 && (
        <ul id={listId} className={styles.list}>
          {pending.map((change) => (
            <li key={change.key}>
              <span>{pendingText(change)}</span>
              <button
                type="button"
                className="plain-button"
                aria-label={`Hoàn tác: ${pendingText(change)}`}
                onClick={() => on.onUndo(change)}
              >
                Hoàn tác
              </button>
            </li>
          ))}
        </ul>
      )}
      <div className={`row ${styles.line}`}>
        {chosen > 0 && (
          <p className={styles.chosen}>
            Đã chọn {chosen} chỉ tiêu{' '}
            <button type="button" className="button" onClick={on.onAssign}>
              Phân công
            </button>
            <button type="button" className="plain-button" onClick={on.onUnchoose}>
              Bỏ chọn
            </button>
          </p>
        )}
        {pending.length > 0 && (
          <p className={styles.pending}>
            <b role="status">{pending.length} thay đổi chưa ghi</b>
            <button
              type="button"
              className="plain-button"
              aria-expanded={isOpen}
              aria-controls={listId}
              onClick={() => setOpen(!isOpen)}
            >
              {isOpen ? 'Ẩn' : 'Xem, hoàn tác'}
            </button>
            <button type="button" className="plain-button" onClick={() => setDropping(true)}>
              Bỏ hết
            </button>
            <button type="button" className="button primary" onClick={on.onSave}>
              Ghi thay đổi
            </button>
          </p>
        )}
      </div>
      {isDropping && (
        <FormDialog
          title={`Bỏ ${pending.length} thay đổi chưa ghi?`}
          submitLabel="Bỏ hết"
          cancelLabel="Giữ lại"
          onSubmit={() => {
            setDropping(false)
            on.onDrop()
          }}
          onClose={() => setDropping(false)}
        >
          <p>Kế hoạch đã ghi không thay đổi.</p>
        </FormDialog>
      )}
    </section>
  )
}
