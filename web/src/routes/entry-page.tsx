import { type Account, isHeldUp } from '@moc57/shared'
import { useQuery } from '@tanstack/react-query'
import { getRouteApi, Navigate, useLocation } from '@tanstack/react-router'
import { useMemo, useState } from 'react'
import { currentQuarter } from '../lib/as-of.ts'
import { queryClient } from '../lib/query-client.ts'
import { sessionQuery } from '../lib/session-query.ts'
import { EntryView } from '../measurements/entry/entry-view.tsx'
import { entriesQuery } from '../measurements/entry/queries.ts'
import { restorePage, storeProgram } from '../measurements/entry/stored-page.ts'
import { QueryView } from '../ui/query-view.tsx'
import { Skeleton } from '../ui/skeleton.tsx'

const route = getRouteApi('/don-vi/$unitCode/nhap-so-lieu')

restorePage(queryClient)
storeProgram()

/** Where a unit enters its quarter. */
export function EntryPage() {
  const session = useQuery(sessionQuery)
  const href = useLocation({ select: (location) => location.href })
  // The address is already the next one while this page gives way to it.
  const [ve] = useState(href)
  return (
    <QueryView query={session} skeleton={<Skeleton height={420} />}>
      {(account) =>
        account === null || isHeldUp(account) ? (
          <Navigate to="/dang-nhap" search={{ ve }} replace />
        ) : (
          <EntryOfAccount account={account} />
        )
      }
    </QueryView>
  )
}

function EntryOfAccount({ account }: { account: Account }) {
  const { unitCode } = route.useParams()
  const period = route.useSearch().ky ?? currentQuarter()
  const { username } = account
  const place = useMemo(() => ({ username, unitCode, period }), [username, unitCode, period])
  const query = useQuery(entriesQuery(place))
  return (
    <QueryView query={query} skeleton={<Skeleton height={420} />}>
      {(entries) => (
        <EntryView key={Object.values(place).join(':')} place={place} account={account} entries={entries} />
      )}
    </QueryView>
  )
}
