import { roleLabels } from '@moc57/shared'
import { useState } from 'react'
import { FormDialog } from '../../ui/dialog.tsx'
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
    <FormDialog
      title={`Đổi quyền ${username}`}
      submitLabel="Đổi quyền"
      isPending={change.isPending}
      error={change.error}
      onSubmit={() => change.mutate({ username, ...rightsToSend(rights) }, { onSuccess: onClose })}
      onClose={onClose}
    >
      <p>
        Hiện nay: {now}. Quyền mới có hiệu lực ngay, các phiên đăng nhập của tài khoản kết thúc; nhật ký ghi
        quyền cũ và quyền mới.
      </p>
      <div className={`stack ${styles.rights}`}>
        <RightsFields rights={rights} onChange={setRights} />
      </div>
    </FormDialog>
  )
}
