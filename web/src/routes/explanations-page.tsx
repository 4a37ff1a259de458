import { unitTitle } from '@moc57/shared'
import { useQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { ExplanationCard } from '../explanations/explanation-card.tsx'
import { ExplanationSections } from '../explanations/explanation-sections.tsx'
import { cityExplanationsQuery, type Explanations, explanationsQuery } from '../explanations/queries.ts'
import { explanationsSentence } from '../explanations/wording.ts'
import { capitalize } from '../lib/text.ts'
import { useDocumentTitle } from '../lib/use-document-title.ts'
import { RequireAccount } from '../people/session/require-account.tsx'
import { QueryView } from '../ui/query-view.tsx'
import { Skeleton } from '../ui/skeleton.tsx'
import { UnitOfPage } from '../ui/unit-of-page.tsx'
import styles from '../ui/work.module.css'

const route = getRouteApi('/don-vi/$unitCode/giai-trinh')

/** The explanations asked of a unit. */
export function ExplanationsPage() {
  const { unitCode } = route.useParams()
  return (
    <RequireAccount rights={['readWork']} subject={{ unitCode }}>
      {({ username }) => <OfUnit key={unitCode} unitCode={unitCode} username={username} />}
    </RequireAccount>
  )
}

function OfUnit({ unitCode, username }: { unitCode: string; username: string }) {
  const query = useQuery(explanationsQuery(unitCode, username))
  return (
    <QueryView query={query} skeleton={<Skeleton height={420} />}>
      {(explanations) => <UnitView explanations={explanations} />}
    </QueryView>
  )
}

function UnitView({ explanations: { unit, items } }: { explanations: Explanations }) {
  const unitName = capitalize(unitTitle(unit))
  useDocumentTitle('Giải trình', unitName)
  return (
    <div className="stack">
      <header className="stack tight">
        <h1>
          Giải trình <UnitOfPage name={unitName} />
        </h1>
        <p className={styles.sentence}>{explanationsSentence(items)}</p>
      </header>
      <ExplanationSections items={items}>
        {(item) => <ExplanationCard key={item.id} unitCode={unit.code} item={item} />}
      </ExplanationSections>
    </div>
  )
}

/** What the city asked of all units. */
export function CityExplanationsPage() {
  useDocumentTitle('Giải trình của các đơn vị')
  return (
    <RequireAccount rights={['readWorkOfCity']}>
      {({ username }) => <OfCity username={username} />}
    </RequireAccount>
  )
}

function OfCity({ username }: { username: string }) {
  const query = useQuery(cityExplanationsQuery(username))
  return (
    <QueryView query={query} skeleton={<Skeleton height={420} />}>
      {({ items }) => (
        <div className="stack">
          <header className="stack tight">
            <h1>Yêu cầu giải trình của thành phố</h1>
            <p className={styles.sentence}>{explanationsSentence(items)}</p>
          </header>
          <ExplanationSections items={items}>
            {(item) => (
              <ExplanationCard
                key={item.id}
                unitCode={item.unit.code}
                unitName={capitalize(unitTitle(item.unit))}
                item={item}
              />
            )}
          </ExplanationSections>
        </div>
      )}
    </QueryView>
  )
}
