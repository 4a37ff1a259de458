import { type Account, may, type Quarter } from '@moc57/shared'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { sessionQuery } from '../../lib/session-query.ts'
import { submissionQuery } from './queries.ts'
import { submissionSummary } from './wording.ts'

type SubmissionLineProps = { unitCode: string; period: Quarter }

/** How far the quarter is, for those who work on it; nothing for everybody else. */
export function SubmissionLine({ unitCode, period }: SubmissionLineProps) {
  const { data: account } = useQuery(sessionQuery)
  if (!account || !may(account, 'readDrafts', { unitCode })) return null
  return <Line account={account} unitCode={unitCode} period={period} />
}

function Line({ account, unitCode, period }: SubmissionLineProps & { account: Account }) {
  const { data } = useQuery(submissionQuery({ unitCode, period }))
  if (!data || data.submission.state === 'notBegun') return null
  return (
    <p>
      {submissionSummary(data.submission)}.{' '}
      {data.submission.isOpen && may(account, 'enter', { unitCode }) && (
        <>
          <Link to="/don-vi/$unitCode/nhap-so-lieu" params={{ unitCode }} search={{ ky: period }}>
            Nhập số liệu
          </Link>{' '}
          ·{' '}
        </>
      )}
      <Link to="/don-vi/$unitCode/duyet" params={{ unitCode }} search={{ ky: period }}>
        {may(account, 'decide', { unitCode }) ? 'Duyệt số liệu' : 'Tình hình trình duyệt'}
      </Link>
    </p>
  )
}
