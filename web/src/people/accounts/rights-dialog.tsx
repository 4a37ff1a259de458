import { roleLabels } from '@moc57/shared'
import { useState } from 'react'
import { FormProblem } from '../../ui/form-problem.tsx'
import { DialogActions, DialogForm, ModalDialog } from '../../ui/modal-dialog.tsx'
import styles from './accounts.module.css'
import { type ListedAccount, useChangeRights } from './queries.ts'
import { type Rights, RightsFields, rightsToSend } from './rights-fields.tsx'
import { placeText } from './wording.ts'

type RightsDialogProps = {
  account: ListedAccount
  unitNameOf: (unitCode: string) => string
  onClose: () => void
}

/** Another role, unit or person for an account that is there. */
export function RightsDialog({ account, unitNameOf, onClose }: RightsDialogProps) {
  const { username, role, unitCode, leader, leadBody } = account
  const change = useChangeRights()
  const [rights, setRights] = useState<Rights>({
    role,
    unitCode,
    leader: leader ?? '',
    leadBody: leadBody ?? '',
  })
  const now = [roleLabels[role], placeText(account, unitNameOf)].filter(Boolean).join(', ')
  return (
    <ModalDialog title={`Đổi quyền ${username}`} onClose={onClose}>
      <DialogForm
        onSubmit={() => change.mutate({ username, ...rightsToSend(rights) }, { onSuccess: onClose })}
      >
        <p>
          Hiện nay: {now}. Quyền mới có hiệu lực ngay, các phiên đăng nhập của tài khoản kết thúc; nhật ký ghi
          quyền cũ và quyền mới.
        </p>
        <div className={`${styles.form} ${styles.rights}`}>
          <RightsFields rights={rights} onChange={setRights} error={change.error} />
        </div>
        <FormProblem error={change.error} />
        <DialogActions>
          <button type="button" className="button" onClick={onClose}>
            Thôi
          </button>
          <button type="submit" className={`button ${styles.main}`} disabled={change.isPending}>
            Đổi quyền
          </button>
        </DialogActions>
      </DialogForm>
    </ModalDialog>
  )
}
