import { needsSecondFactor } from '@moc57/shared'
import { useQuery } from '@tanstack/react-query'
import { Link, useLocation } from '@tanstack/react-router'
import { sessionQuery } from '../../lib/session-query.ts'
import { Callout } from '../../ui/callout.tsx'
import styles from './people.module.css'
import { factorWords } from './wording.ts'

/** Where it can be done, nobody has to be told where. */
const placesToSetUp = ['/tai-khoan', '/dang-nhap']

/** Insists on every page that an account that reads or changes much gets a second factor, until it has one. */
export function SecondFactorNotice() {
  const { data: account } = useQuery(sessionQuery)
  const path = useLocation({ select: ({ pathname }) => pathname })
  if (!account || account.mustChangePassword || account.secondFactor === 'set') return null
  if (!needsSecondFactor(account.role) || placesToSetUp.includes(path)) return null
  return (
    <Callout tone="warn" className={`screen-only ${styles.notice}`}>
      <p>
        {factorWords.notice} <Link to="/tai-khoan">{factorWords.noticeLink}</Link>
      </p>
    </Callout>
  )
}
