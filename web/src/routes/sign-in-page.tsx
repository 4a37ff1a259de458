import { useQuery } from '@tanstack/react-query'
import { getRouteApi, Link, Navigate, useRouter } from '@tanstack/react-router'
import { useEffect, useState } from 'react'
import { sessionQuery } from '../lib/session-query.ts'
import { DueSecondFactor } from '../people/own-account/due-second-factor.tsx'
import { NameForm } from '../people/own-account/name-form.tsx'
import { PasswordForm } from '../people/session/password-form.tsx'
import { ProviderProblem } from '../people/session/provider-sign-in.tsx'
import { SignInForm } from '../people/session/sign-in-form.tsx'
import { QueryView } from '../ui/query-view.tsx'
import { Skeleton } from '../ui/skeleton.tsx'
import { startOf } from './start.ts'

const route = getRouteApi('/dang-nhap')

/** Signing in: a password that was set by somebody else is changed before anything, a second factor that is due is set up, then back to where one came from. */
export function SignInPage() {
  const session = useQuery(sessionQuery)
  const { ve, loi, ten } = route.useSearch()
  const [isLater, setLater] = useState(false)
  const [isSettingUp, setSettingUp] = useState(false)
  return (
    <QueryView query={session} skeleton={<Skeleton height={300} />}>
      {(account) => {
        if (account === null) {
          return <SignInForm ve={ve} problem={loi && <ProviderProblem problem={loi} username={ten} />} />
        }
        if (account.mustChangePassword) {
          return <PasswordForm username={account.username} isDue onChanged={() => undefined} />
        }
        if (account.secondFactor === 'due' || isSettingUp) {
          return (
            <DueSecondFactor
              username={account.username}
              onBegun={() => setSettingUp(true)}
              onDone={() => setSettingUp(false)}
            />
          )
        }
        if (account.fullName === null && !isLater) return <NameForm onLater={() => setLater(true)} />
        return <GoOn to={ve ?? startOf(account)} />
      }}
    </QueryView>
  )
}

/** Changing one's password at any time. */
export function PasswordPage() {
  const session = useQuery(sessionQuery)
  const [isChanged, setChanged] = useState(false)
  return (
    <QueryView query={session} skeleton={<Skeleton height={300} />}>
      {(account) => {
        if (account === null) return <Navigate to="/dang-nhap" search={{ ve: '/doi-mat-khau' }} replace />
        if (!isChanged) {
          return (
            <PasswordForm
              username={account.username}
              isDue={account.mustChangePassword}
              onChanged={() => setChanged(true)}
            />
          )
        }
        return (
          <p role="status">
            Đã đổi mật khẩu; các phiên đăng nhập khác của tài khoản đã kết thúc.{' '}
            <Link to="/">Về trang đầu</Link>
          </p>
        )
      }}
    </QueryView>
  )
}

function GoOn({ to }: { to: string }) {
  const { history } = useRouter()
  useEffect(() => history.replace(to), [history, to])
  return null
}
