import { type ReactNode, useId, useLayoutEffect, useRef } from 'react'
import styles from './dialog.module.css'
import { Form, type FormProps } from './form.tsx'

type DialogProps = { title: string; onClose: () => void; children: ReactNode }

/** The browser's own dialog: it keeps the focus inside, closes with Esc and gives the focus back. */
export function Dialog({ title, onClose, children }: DialogProps) {
  const dialog = useRef<HTMLDialogElement>(null)
  const titleId = useId()
  // Before the effects of what is inside: only an open dialog takes the focus.
  useLayoutEffect(() => {
    const { current } = dialog
    current?.showModal()
    return () => current?.close()
  }, [])
  return (
    <dialog
      ref={dialog}
      className={styles.dialog}
      aria-labelledby={titleId}
      onCancel={(event) => event.target === event.currentTarget && onClose()}
    >
      <h2 id={titleId}>{title}</h2>
      {children}
    </dialog>
  )
}

/** The buttons at the foot of a dialog, the one that goes on last. */
export function DialogActions({ children }: { children: ReactNode }) {
  return <div className={styles.actions}>{children}</div>
}

type FormDialogProps = Omit<FormProps, 'actions' | 'className'> & {
  title: string
  submitLabel: string
  cancelLabel?: string
  isPending?: boolean
  onClose: () => void
}

/** A dialog with fields, or with a question to be confirmed; Enter goes on from where it starts. */
export function FormDialog(props: FormDialogProps) {
  const { title, submitLabel, cancelLabel = 'Thôi', isPending, onClose, ...form } = props
  return (
    <Dialog title={title} onClose={onClose}>
      <Form
        takesFocus
        {...form}
        actions={
          <DialogActions>
            <button type="button" className="button" onClick={onClose}>
              {cancelLabel}
            </button>
            <button type="submit" className="button primary" disabled={isPending}>
              {submitLabel}
            </button>
          </DialogActions>
        }
      />
    </Dialog>
  )
}
