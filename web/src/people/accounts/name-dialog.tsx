import { FormDialog } from '../../ui/dialog.tsx'
import { NameFields } from '../own-account/name-fields.tsx'
import { nameWords } from '../own-account/wording.ts'
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
    <FormDialog
      title={`${nameWords.correct} ${username}`}
      submitLabel={nameWords.save}
      isPending={change.isPending}
      error={change.error}
      onSubmit={({ fullName = '', position = '' }) =>
        change.mutate({ username, fullName, position }, { onSuccess: onClose })
      }
      onClose={onClose}
    >
      <p>{nameWords.why}</p>
      <NameFields fullName={fullName} position={position} />
    </FormDialog>
  )
}
