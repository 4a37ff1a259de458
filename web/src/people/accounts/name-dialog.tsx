import { FormProblem } from '../../ui/form-problem.tsx'
import { DialogActions, DialogForm, ModalDialog } from '../../ui/modal-dialog.tsx'
import { NameFields, nameIn } from '../own-account/name-fields.tsx'
import { nameWords } from '../own-account/wording.ts'
import styles from './accounts.module.css'
import { type ListedAccount, useChangeAccount } from './queries.ts'

type NameDialogProps = {
  account: Pick<ListedAccount, 'username' | 'fullName' | 'position'>
  onClose: () => void
}

/** Names the person of an account, or corrects the name. */
export function NameDialog({ account, onClose }: NameDialogProps) {
  const { username, fullName, position } = account
  const change = useChangeAccount()
  return (
    <ModalDialog title={`${nameWords.correct} ${username}`} onClose={onClose}>
      <DialogForm onSubmit={(form) => change.mutate({ username, ...nameIn(form) }, { onSuccess: onClose })}>
        <p>{nameWords.why}</p>
        <NameFields fullName={fullName} position={position} error={change.error} />
        <FormProblem error={change.error} />
        <DialogActions>
          <button type="button" className="button" onClick={onClose}>
            Thôi
          </button>
          <button type="submit" className={`button ${styles.main}`} disabled={change.isPending}>
            {nameWords.save}
          </button>
        </DialogActions>
      </DialogForm>
    </ModalDialog>
  )
}
