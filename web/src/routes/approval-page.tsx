import { type Account, may, type QuarterRef, quarterLabel, unitTitle } from '@moc57/shared'
import { useQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { AskButton } from '../explanations/ask-button.tsx'
import { currentQuarter } from '../lib/as-of.ts'
import { capitalize } from '../lib/text.ts'
import { useDocumentTitle } from '../lib/use-document-title.ts'
import styles from '../measurements/approval/approval-view.module.css'
import { ApprovalView } from '../measurements/approval/approval-view.tsx'
import { QuarterGate } from '../measurements/approval/quarter-gate.tsx'
import { EventsPanel } from '../measurements/approval/quarter-panels.tsx'
import { approvalsQuery, submissionQuery } from '../measurements/approval/queries.ts'
import { quarterSentence } from '../measurements/approval/wording.ts'
import { RequireAccount } from '../people/session/require-account.tsx'
import { QueryView } from '../ui/query-view.tsx'
import { Skeleton } from '../ui/skeleton.tsx'
import { UnitOfPage } from '../ui/unit-of-page.tsx'

const route = getRouteApi('/don-vi/$unitCode/duyet')

/** Where a unit's quarter is approved, returned, reopened and locked. */
export function ApprovalPage() {
  const { unitCode } = route.useParams()
  const period = route.useSearch().ky ?? currentQuarter()
  return (
    <RequireAccount rights={['readSubmission']} subject={{ unitCode }}>
      {(account) => {
        const place = { unitCode, period }
        return may(account, 'readDrafts', { unitCode }) ? (
          <Approvals place={place} account={account} />
        ) : (
          <GateOnly place={place} />
        )
      }}
    </RequireAccount>
  )
}

function Approvals({ place, account }: { place: QuarterRef; account: Account }) {
  const query = useQuery(approvalsQuery(place))
  return (
    <QueryView query={query} skeleton={<Skeleton height={420} />}>
      {(approvals) => (
        <ApprovalView
          place={place}
          account={account}
          approvals={approvals}
          askingOf={({ number, shortName, assignment }) => (
            <AskButton
              isPlain
              unitCode={place.unitCode}
              period={place.period}
              number={number}
              shortName={shortName}
              assignment={assignment}
            />
          )}
        />
      )}
    </QueryView>
  )
}

/** The city opens and locks quarters; it sees how far they are, not the drafts. */
function GateOnly({ place }: { place: QuarterRef }) {
  const query = useQuery(submissionQuery(place))
  const heading = `Kỳ báo cáo ${quarterLabel(place.period)}`
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
