import { formatMoment } from '@moc57/shared'
import { useQuery } from '@tanstack/react-query'
import { FormProblem } from '../../ui/form.tsx'
import { Section } from '../../ui/page.tsx'
import { QueryView } from '../../ui/query-view.tsx'
import { Skeleton } from '../../ui/skeleton.tsx'
import styles from './people.module.css'
import { type OwnSession, ownSessionsQuery, useEndOtherSessions } from './queries.ts'
import { sessionWords } from './wording.ts'

/** Where one's own account is signed in, and ending all of it but here. */
export function OwnSessions() {
  const query = useQuery(ownSessionsQuery)
  const end = useEndOtherSessions()
  return (
    <Section title={sessionWords.title}>
      <p>{sessionWords.why}</p>
      <QueryView query={query} skeleton={<Skeleton height={100} />}>
        {({ items }) => (
          <>
            <ul className={styles.sessions}>
              {items.map((session) => (
                <li key={`${session.startedAt} ${session.lastUsedAt} ${session.isThisOne}`}>
                  <b>{session.isThisOne ? sessionWords.thisOne : sessionWords.other}</b>
                  <span>{sessionText(session)}</span>
                </li>
              ))}
            </ul>
            <FormProblem error={end.error} />
            {items.length > 1 ? (
              <button type="button" className="button" disabled={end.isPending} onClick={() => end.mutate()}>
                {sessionWords.endOthers}
              </button>
            ) : (
              <p role="status">{sessionWords.onlyThis}</p>
            )}
          </>
        )}
      </QueryView>
    </Section>
  )
}

function sessionText({ startedAt, lastUsedAt, method, onSharedDevice }: OwnSession): string {
  const parts = [
    sessionWords.used(formatMoment(lastUsedAt)),
    `${sessionWords.started(formatMoment(startedAt))} ${sessionWords.method[method]}`,
    ...(onSharedDevice ? [sessionWords.onShared] : []),
  ]
  return parts.join(', ')
}
