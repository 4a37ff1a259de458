import { type ReactNode, useEffect, useId, useLayoutEffect, useRef } from 'react'
import styles from './modal-dialog.module.css'

type ModalDialogProps = { title: string; onClose: () => void; children: ReactNode }

/** The browser's own dialog: it keeps the focus inside, closes with Esc and gives the focus back. */
export function ModalDialog({ title, onClose, children }: ModalDialogProps) {
  const dialog = useRef<HTMLDialogElement>(null)
  const titleId = useId()
  // Before the effects of what is inside: only an open dialog takes the focus.
  useLayoutEffect(() => {
    const { current } = dialog
    current?.showModal()
    return () => current?.close()
  }, [])
  return (
    <dialog ref={dialog} className={styles.dialog} aria-labelledby={titleId} onCancel={onClose}>
      <h2 id={titleId}>{title}</h2>
      {children}
    </dialog>
  )
}

type DialogFormProps = { onSubmit: (form: HTMLFormElement) => void; children: ReactNode }

/** The form of a dialog. Enter goes on from where it starts: in a field it sends the form, without one it presses its button. */
export function DialogForm({ onSubmit, children }: DialogFormProps) {
  const form = useRef<HTMLFormElement>(null)
  useEffect(() => form.current?.querySelector<HTMLElement>('input, select, [type="submit"]')?.focus(), [])
  return (
    <form
      ref={form}
      className="stack"
      // What is missing is told beside its field, in the words of the product and not in the browser's language.
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        onSubmit(event.currentTarget)
      }}
    >
      {children}
    </form>
  )
}

/** The buttons at the foot of a dialog, the one that goes on last. */
export function DialogActions({ children }: { children: ReactNode }) {
  return <div className={styles.actions}>{children}</div>
}
