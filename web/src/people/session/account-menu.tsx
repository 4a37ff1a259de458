import { type Account, may, roleWords, unitTitle } from '@moc57/shared'
import { useQuery } from '@tanstack/react-query'
import { Link, useLocation, useParams } from '@tanstack/react-router'
import { useEffect, useRef, useState } from 'react'
import { useAsOf } from '../../lib/as-of.ts'
import { sessionQuery } from '../../lib/session-query.ts'
import { countStoredWork } from '../../lib/stored-work.ts'
import { DialogActions, DialogForm, ModalDialog } from '../../ui/modal-dialog.tsx'
import { unitsQuery } from '../../units/queries.ts'
import { accountWords } from '../own-account/wording.ts'
import { ReminderCount } from '../reminders/reminder-count.tsx'
import styles from './account-menu.module.css'
import { useSignOut } from './queries.ts'

/** Who is signed in and what they can do from any page; a link to sign in for everybody else. */
export function AccountMenu() {
  const { data: account } = useQuery(sessionQuery)
  const { href, pathname } = useLocation()
  if (account) return <SignedIn account={account} />
  if (pathname === '/dang-nhap') return null
  return (
    <Link to="/dang-nhap" search={{ ve: href }} className={styles.signIn} preload={false}>
      Đăng nhập
    </Link>
  )
}

function SignedIn({ account }: { account: Account }) {
  const [isOpen, setOpen] = useState(false)
  const [isLeaving, setLeaving] = useState(false)
  const container = useRef<HTMLDivElement>(null)
  const { username, unitCode } = account
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: it listens for what leaves the menu, it is not operated itself
    <div
      ref={container}
      className={styles.account}
      onBlur={({ relatedTarget }) => !container.current?.contains(relatedTarget) && setOpen(false)}
      onKeyDown={({ key }) => {
        if (key !== 'Escape' || !isOpen) return
        setOpen(false)
        container.current?.querySelector('button')?.focus()
      }}
    >
      <button type="button" className={styles.toggle} aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
        <span className="visually-hidden">Tài khoản </span>
        <svg width="18" height="18" viewBox="0 0 18 18" aria-hidden="true">
          <circle cx="9" cy="6" r="3.2" fill="none" stroke="currentColor" strokeWidth="1.5" />
          <path
            d="M2.5 16c.6-3.6 3-5 6.5-5s5.9 1.4 6.5 5"
            fill="none"
            stroke="currentColor"
            strokeWidth="1.5"
          />
        </svg>
        <span className={styles.username}>{account.fullName ?? username}</span>
        <ReminderCount username={username} />
      </button>
      {isOpen && (
        <div className={styles.menu}>
          <p className={styles.who}>
            <b>{account.fullName ?? account.leader ?? username}</b>
            {account.position && <span>{account.position}</span>}
            <span>
              {roleWords[account.role]}
              {account.leadBody && `, ${account.leadBody}`}
            </span>
            {unitCode && <UnitName unitCode={unitCode} />}
          </p>
          <MenuLinks account={account} onFollow={() => setOpen(false)} />
          <button
            type="button"
            onClick={() => {
              setOpen(false)
              setLeaving(true)
            }}
          >
            Đăng xuất
          </button>
        </div>
      )}
      {isLeaving && <SignOut onClose={() => setLeaving(false)} />}
    </div>
  )
}

function MenuLinks({ account, onFollow }: { account: Account; onFollow: () => void }) {
  const ky = useAsOf()
  const shown = useParams({ strict: false }).unitCode
  const unitCode = account.unitCode ?? shown
  const search = { ky: shown === unitCode ? ky : undefined }
  return (
    <>
      <Link to="/viec-can-lam" onClick={onFollow}>
        Việc cần làm
      </Link>
      {account.unitCode && (
        <Link
          to="/don-vi/$unitCode"
          params={{ unitCode: account.unitCode }}
          search={search}
          onClick={onFollow}
        >
          Trang đơn vị
        </Link>
      )}
      {unitCode && !may(account, 'enter', { unitCode }) && may(account, 'readSubmission', { unitCode }) && (
        <Link to="/don-vi/$unitCode/duyet" params={{ unitCode }} search={search} onClick={onFollow}>
          {may(account, 'decide', { unitCode }) ? 'Duyệt số liệu' : 'Mở, khóa kỳ báo cáo'}
        </Link>
      )}
      {unitCode && may(account, 'readDrafts', { unitCode }) && (
        <Link to="/don-vi/$unitCode/nhap-so-lieu" params={{ unitCode }} search={search} onClick={onFollow}>
          {may(account, 'enter', { unitCode }) ? 'Nhập số liệu' : 'Xem số liệu đang nhập'}
        </Link>
      )}
      {may(account, 'importCity') && (
        <Link to="/thanh-pho/nhap-tu-excel" search={{ ky }} onClick={onFollow}>
          Nhập từ Excel nhiều đơn vị
        </Link>
      )}
      {unitCode && (
        <Link to="/don-vi/$unitCode/ke-hoach" params={{ unitCode }} search={search} onClick={onFollow}>
          {may(account, 'changePlan', { unitCode }) ? 'Sửa kế hoạch' : 'Kế hoạch'}
        </Link>
      )}
      {may(account, 'readWorkOfCity') && (
        <Link to="/giai-trinh" onClick={onFollow}>
          Giải trình của các đơn vị
        </Link>
      )}
      {may(account, 'changePeriods') && (
        <Link to="/quan-tri/ky-bao-cao" onClick={onFollow}>
          Kỳ báo cáo
        </Link>
      )}
      {may(account, 'readAudit') && (
        <Link to="/quan-tri/nhat-ky" onClick={onFollow}>
          Nhật ký
        </Link>
      )}
      {may(account, 'manageAccounts') && (
        <Link to="/quan-tri/tai-khoan" onClick={onFollow}>
          Tài khoản
        </Link>
      )}
      {may(account, 'manageSystem') && (
        <Link to="/quan-tri/he-thong" onClick={onFollow}>
          Tình trạng hệ thống
        </Link>
      )}
      {may(account, 'manageBoundaries') && (
        <Link to="/quan-tri/ban-do" onClick={onFollow}>
          Bản đồ đơn vị
        </Link>
      )}
      <Link to="/tai-khoan" onClick={onFollow}>
        {accountWords.title}
      </Link>
    </>
  )
}

function UnitName({ unitCode }: { unitCode: string }) {
  const { data } = useQuery(unitsQuery(''))
  const unit = data?.items.find(({ code }) => code === unitCode)
  return <span>{unit ? unitTitle(unit) : `đơn vị ${unitCode}`}</span>
}

/** Signing out asks first where the server does not have everything: it should be sent before one leaves. */
function SignOut({ onClose }: { onClose: () => void }) {
  const signOut = useSignOut()
  const [{ figures, plans, texts }] = useState(countStoredWork)
  const hasKept = figures + plans + texts > 0
  const leave = () => signOut.mutate()
  const started = useRef(false)
  useEffect(() => {
    if (hasKept || started.current) return
    started.current = true
    leave()
  })
  if (!hasKept && !signOut.isError) return null
  return (
    <ModalDialog title="Đăng xuất" onClose={onClose}>
      <DialogForm onSubmit={leave}>
        {figures > 0 && <p>Còn {figures} chỉ tiêu chưa gửi được về máy chủ.</p>}
        {plans > 0 && <p>Còn thay đổi kế hoạch chưa ghi của {plans} đơn vị.</p>}
        {texts > 0 && <p>Còn {texts} mục báo cáo chưa lưu.</p>}
        {hasKept && (
          <p>
            Nội dung này được mã hóa và giữ trong máy này. Chỉ tài khoản này đăng nhập lại tại đây mới mở và
            gửi được.
          </p>
        )}
        {signOut.isError && <p role="alert">Chưa đăng xuất được vì không kết nối được máy chủ.</p>}
        <DialogActions>
          <button type="button" className="button" onClick={onClose}>
            Ở lại
          </button>
          <button type="submit" className="button" disabled={signOut.isPending}>
            {signOut.isError ? 'Thử lại' : 'Đăng xuất'}
          </button>
        </DialogActions>
      </DialogForm>
    </ModalDialog>
  )
}
