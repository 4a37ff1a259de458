import { type Account, roleWords } from '@moc57/shared'
import { useQuery } from '@tanstack/react-query'
import { Link, Navigate } from '@tanstack/react-router'
import { sessionQuery } from '../lib/session-query.ts'
import { useDocumentTitle } from '../lib/use-document-title.ts'
import { OwnSessions } from '../people/own-account/own-sessions.tsx'
import styles from '../people/own-account/people.module.css'
import { SecondFactorSection } from '../people/own-account/second-factor-section.tsx'
import { accountWords } from '../people/own-account/wording.ts'
import { QueryView } from '../ui/query-view.tsx'
import { Skeleton } from '../ui/skeleton.tsx'

/** One's own account: who one is here, how one signs in, and where one is signed in. */
export function AccountPage() {
  const session = useQuery(sessionQuery)
  useDocumentTitle(accountWords.title)
  return (
    <QueryView query={session} skeleton={<Skeleton height={300} />}>
      {(account) =>
        account === null || account.mustChangePassword ? (
          <Navigate to="/dang-nhap" search={{ ve: '/tai-khoan' }} replace />
        ) : (
          <AccountOf account={account} />
        )
      }
    </QueryView>
  )
}

function AccountOf({ account }: { account: Account }) {
  const { username, fullName, position, role } = account
  return (
    <div className={styles.page}>
      <h1>{accountWords.title}</h1>
      <div className="stack tight">
        <b>{fullName ?? accountWords.unnamed}</b>
        <span>{position ?? roleWords[role]}</span>
        <span>
          {accountWords.username}: {username}. <Link to="/doi-mat-khau">{accountWords.password}</Link>
        </span>
      </div>
      <SecondFactorSection account={account} />
      <OwnSessions />
    </div>
  )
}
