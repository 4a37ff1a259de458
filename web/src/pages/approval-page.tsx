import { type Account, may, periodLabel, unitTitle } from '@moc57/shared'
import { useQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { QueryView } from '../components/query-view.tsx'
import { Skeleton } from '../components/skeleton.tsx'
import { UnitOfPage } from '../components/unit-of-page.tsx'
import styles from '../features/approval/approval-view.module.css'
import { ApprovalView } from '../features/approval/approval-view.tsx'
import { QuarterGate } from '../features/approval/quarter-gate.tsx'
import { EventsPanel } from '../features/approval/quarter-panels.tsx'
import { approvalsQuery, type QuarterPlace, submissionQuery } from '../features/approval/queries.ts'
import { quarterSentence } from '../features/approval/wording.ts'
import { RequireAccount } from '../features/session/require-account.tsx'
import { currentPeriod } from '../lib/as-of.ts'
import { capitalize } from '../lib/text.ts'
import { useDocumentTitle } from '../lib/use-document-title.ts'

const route = getRouteApi('/don-vi/$unitCode/duyet')

/** Where a unit's quarter is approved, returned, reopened and locked. */
export function ApprovalPage() {
  const { unitCode } = route.useParams()
  const period = route.useSearch().ky ?? currentPeriod()
  return (
    <RequireAccount rights={['readSubmission']} subject={{ unitCode }}>
      {(account) => {
        const place = { unitCode, period, username: account.username }
        return may(account, 'readDrafts', { unitCode }) ? (
          <Approvals place={place} account={account} />
        ) : (
          <GateOnly place={place} />
        )
      }}
    </RequireAccount>
  )
}

function Approvals({ place, account }: { place: QuarterPlace; account: Account }) {
  const query = useQuery(approvalsQuery(place))
  return (
    <QueryView query={query} skeleton={<Skeleton height={420} />}>
      {(approvals) => <ApprovalView place={place} account={account} approvals={approvals} />}
    </QueryView>
  )
}

/** The city opens and locks quarters; it sees how far they are, not the drafts. */
function GateOnly({ place }: { place: QuarterPlace }) {
  const query = useQuery(submissionQuery(place))
  const heading = `Kỳ báo cáo ${periodLabel(place.period)}`
  const unitName = query.data && capitalize(unitTitle(query.data.unit))
  useDocumentTitle(heading, unitName)
  return (
    <QueryView query={query} skeleton={<Skeleton height={300} />}>
      {({ submission }) => (
        <div className={styles.page}>
          <header className={styles.opening}>
            <h1>
              {heading} <UnitOfPage name={unitName} />
            </h1>
            <p className={styles.sentence}>{quarterSentence(submission)}</p>
          </header>
          <QuarterGate key={place.period} place={place} submission={submission} />
          <EventsPanel submission={submission} />
        </div>
      )}
    </QueryView>
  )
}
