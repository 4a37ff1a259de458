import { roleLabels } from '@moc57/shared'
import { useState } from 'react'
import { DecisionProblem } from '../../ui/decision-problem.tsx'
import { DialogActions, DialogForm, ModalDialog } from '../../ui/modal-dialog.tsx'
import { factorWords, nameWords } from '../own-account/wording.ts'
import styles from './accounts.module.css'
import { firstPassword } from './first-password.ts'
import { NameDialog } from './name-dialog.tsx'
import { type ListedAccount, useChangeAccount, useResetSecondFactor } from './queries.ts'
import { RightsDialog } from './rights-dialog.tsx'
import { accountState, placeText } from './wording.ts'

type AccountListProps = {
  accounts: readonly ListedAccount[]
  /** Who is looking: nobody bars themselves. */
  ownName: string
  unitNameOf: (unitCode: string) => string
  onReset: (made: { username: string; password: string }) => void
}

type Change = 'reset' | 'disable' | 'enable' | 'factor'
type Asked = { action: 'rights' | 'name' | Change; account: ListedAccount }

export function AccountList({ accounts, ownName, unitNameOf, onReset }: AccountListProps) {
  const [asked, setAsked] = useState<Asked>()
  const close = () => setAsked(undefined)
  return (
    <>
      <table className={styles.table}>
        <caption className="visually-hidden">Tài khoản</caption>
        <thead>
          <tr>
            <th scope="col">Tên đăng nhập, người dùng</th>
            <th scope="col">Vai trò</th>
            <th scope="col">Đơn vị, người, cơ quan</th>
            <th scope="col">Tình trạng</th>
            <td />
          </tr>
        </thead>
        <tbody>
          {accounts.map((account) => (
            <AccountLine
              key={account.username}
              account={account}
              isOwn={account.username === ownName}
              unitNameOf={unitNameOf}
              onAsk={(action) => setAsked({ action, account })}
            />
          ))}
        </tbody>
      </table>
      {asked?.action === 'rights' && (
        <RightsDialog account={asked.account} unitNameOf={unitNameOf} onClose={close} />
      )}
      {asked?.action === 'name' && <NameDialog account={asked.account} onClose={close} />}
      {asked && asked.action !== 'rights' && asked.action !== 'name' && (
        <ChangeDialog
          action={asked.action}
          username={asked.account.username}
          onReset={onReset}
          onClose={close}
        />
      )}
    </>
  )
}

type AccountLineProps = Pick<AccountListProps, 'unitNameOf'> & {
  account: ListedAccount
  isOwn: boolean
  onAsk: (action: Asked['action']) => void
}

function AccountLine({ account, isOwn, unitNameOf, onAsk }: AccountLineProps) {
  const { username, role, disabledAt, fullName, position, secondFactor } = account
  const named = <span className="visually-hidden"> {username}</span>
  return (
    <tr data-disabled={disabledAt !== null || undefined}>
      <th scope="row">
        {username}
        {fullName && <span className={styles.person}>{[fullName, position].filter(Boolean).join(', ')}</span>}
      </th>
      <td>{roleLabels[role]}</td>
      <td>{placeText(account, unitNameOf)}</td>
      <td>{accountState(account)}</td>
      <td className={styles.actions}>
        <button type="button" className="plain-button" onClick={() => onAsk('rights')}>
          Đổi quyền{named}
        </button>
        <button type="button" className="plain-button" onClick={() => onAsk('name')}>
          {nameWords.correct}
          {named}
        </button>
        {!isOwn && (
          <>
            <button type="button" className="plain-button" onClick={() => onAsk('reset')}>
              Đặt lại mật khẩu{named}
            </button>
            {secondFactor === 'set' && (
              <button type="button" className="plain-button" onClick={() => onAsk('factor')}>
                {factorWords.remove}
                {named}
              </button>
            )}
            <button
              type="button"
              className="plain-button"
              onClick={() => onAsk(disabledAt ? 'enable' : 'disable')}
            >
              {disabledAt ? 'Mở lại' : 'Khóa'}
              {named}
            </button>
          </>
        )}
      </td>
    </tr>
  )
}

const words: Record<Change, { title: string; note: string; submit: string }> = {
  reset: {
    title: 'Đặt lại mật khẩu',
    note: 'Mật khẩu cũ hết hiệu lực, các phiên đăng nhập kết thúc. Mật khẩu mới hiện ra một lần để giao lại.',
    submit: 'Đặt lại mật khẩu',
  },
  disable: {
    title: 'Khóa tài khoản',
    note: 'Các phiên đăng nhập kết thúc ngay và tài khoản không đăng nhập được nữa. Số liệu đã ghi vẫn còn.',
    submit: 'Khóa tài khoản',
  },
  enable: {
    title: 'Mở lại tài khoản',
    note: 'Tài khoản đăng nhập lại được bằng mật khẩu cũ.',
    submit: 'Mở lại tài khoản',
  },
  factor: {
    title: factorWords.remove,
    note: 'Dành cho người mất điện thoại và hết mã dự phòng. Hãy gặp hoặc gọi để biết chắc đúng người: sau đó chỉ cần mật khẩu là đăng nhập được. Các phiên đăng nhập kết thúc.',
    submit: factorWords.remove,
  },
}

type ChangeDialogProps = Pick<AccountListProps, 'onReset'> & {
  action: Change
  username: string
  onClose: () => void
}

function ChangeDialog({ action, username, onReset, onClose }: ChangeDialogProps) {
  const change = useChangeAccount()
  const resetFactor = useResetSecondFactor()
  const { isPending, error } = action === 'factor' ? resetFactor : change
  const { title, note, submit } = words[action]
  const handleSubmit = () => {
    if (action === 'factor') return resetFactor.mutate(username, { onSuccess: onClose })
    const password = firstPassword()
    change.mutate(
      action === 'reset' ? { username, password } : { username, disabled: action === 'disable' },
      {
        onSuccess: () => {
          if (action === 'reset') onReset({ username, password })
          onClose()
        },
      },
    )
  }
  return (
    <ModalDialog title={`${title} ${username}`} onClose={onClose}>
      <DialogForm onSubmit={handleSubmit}>
        <p>{note}</p>
        <DecisionProblem error={error} />
        <DialogActions>
          <button type="button" className="button" onClick={onClose}>
            Thôi
          </button>
          <button type="submit" className={`button ${styles.main}`} disabled={isPending}>
            {submit}
          </button>
        </DialogActions>
      </DialogForm>
    </ModalDialog>
  )
}
