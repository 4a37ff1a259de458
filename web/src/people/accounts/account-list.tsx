import { roleLabels, vietnameseOrder } from '@moc57/shared'
import { useState } from 'react'
import { FormDialog } from '../../ui/dialog.tsx'
import { Table } from '../../ui/table.tsx'
import { factorWords, nameWords } from '../own-account/wording.ts'
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
      <Table
        caption="Tài khoản"
        rows={accounts}
        rowKey={({ username }) => username}
        rowProps={({ disabledAt }) => ({ 'data-faint': disabledAt !== null || undefined })}
        empty="Không có tài khoản nào như vậy."
        columns={[
          {
            title: 'Tên đăng nhập, người dùng',
            kind: 'name',
            cell: ({ username, fullName, position }) => (
              <>
                <b>{username}</b>
                {fullName && (
                  <span className="detail">{[fullName, position].filter(Boolean).join(', ')}</span>
                )}
              </>
            ),
            compare: (one, other) => vietnameseOrder.compare(one.username, other.username),
          },
          {
            title: 'Vai trò',
            label: null,
            cell: ({ role }) => roleLabels[role],
            compare: (one, other) => vietnameseOrder.compare(roleLabels[one.role], roleLabels[other.role]),
          },
          {
            title: 'Đơn vị, người, cơ quan',
            label: null,
            cell: (account) => placeText(account, unitNameOf),
            compare: (one, other) =>
              vietnameseOrder.compare(placeText(one, unitNameOf), placeText(other, unitNameOf)),
          },
          {
            title: 'Tình trạng',
            label: null,
            cell: accountState,
            compare: (one, other) => vietnameseOrder.compare(accountState(one), accountState(other)),
          },
          {
            title: 'Thao tác',
            hideTitle: true,
            kind: 'actions',
            card: 'line',
            cell: (account) => (
              <AccountActions
                account={account}
                isOwn={account.username === ownName}
                onAsk={(action) => setAsked({ action, account })}
              />
            ),
          },
        ]}
      />
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

type AccountActionsProps = {
  account: ListedAccount
  isOwn: boolean
  onAsk: (action: Asked['action']) => void
}

function AccountActions({ account, isOwn, onAsk }: AccountActionsProps) {
  const { username, disabledAt, secondFactor } = account
  const button = (action: Asked['action'], label: string) => (
    <button type="button" className="plain-button" onClick={() => onAsk(action)}>
      {label}
      <span className="visually-hidden"> {username}</span>
    </button>
  )
  return (
    <>
      {button('rights', 'Đổi quyền')}
      {button('name', nameWords.correct)}
      {!isOwn && button('reset', 'Đặt lại mật khẩu')}
      {!isOwn && secondFactor === 'set' && button('factor', factorWords.remove)}
      {!isOwn && button(disabledAt ? 'enable' : 'disable', disabledAt ? 'Mở lại' : 'Khóa')}
    </>
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
    <FormDialog
      title={`${title} ${username}`}
      submitLabel={submit}
      isPending={isPending}
      error={error}
      onSubmit={handleSubmit}
      onClose={onClose}
    >
      <p>{note}</p>
    </FormDialog>
  )
}
