import { type Account, roleWords, unitTitle } from '@moc57/shared'
import { useQuery } from '@tanstack/react-query'
import { Link, useLocation } from '@tanstack/react-router'
import { lazy, Suspense, useRef, useState } from 'react'
import { sessionQuery } from '../../lib/session-query.ts'
import { unitsQuery } from '../../units/queries.ts'
import { accountWords } from '../own-account/wording.ts'
import styles from './account-menu.module.css'

const SignOut = lazy(() =>
  import('./sign-out.tsx').then(({ SignOut: component }) => ({ default: component })),
)

/** Where the public begins: a unit, or the city. */
const firstPages = /^\/(don-vi\/\d{5}|thanh-pho)$/

/** Who is signed in, their account and the way out, from any page; a link to sign in for everybody else. */
export function AccountMenu() {
  const { data: account } = useQuery(sessionQuery)
  const { href, pathname } = useLocation()
  if (account) return <SignedIn account={account} />
  if (pathname === '/dang-nhap') return null
  // Who signs in where everybody begins comes for the own work; elsewhere, for what is on the page.
  const ve = firstPages.test(pathname) ? undefined : href
  return (
    <Link to="/dang-nhap" search={{ ve }} className={styles.signIn} preload={false}>
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
          <Link to="/tai-khoan" onClick={() => setOpen(false)}>
            {accountWords.title}
          </Link>
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
      {isLeaving && (
        <Suspense>
          <SignOut onClose={() => setLeaving(false)} />
        </Suspense>
      )}
    </div>
  )
}

function UnitName({ unitCode }: { unitCode: string }) {
  const { data } = useQuery(unitsQuery(''))
  const unit = data?.items.find(({ code }) => code === unitCode)
  return <span>{unit ? unitTitle(unit) : `đơn vị ${unitCode}`}</span>
}
