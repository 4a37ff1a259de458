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
import { Page, PageHead } from '../ui/page.tsx'
import { QueryView } from '../ui/query-view.tsx'
import { Skeleton } from '../ui/skeleton.tsx'
import { UnitOfPage } from '../ui/unit-of-page.tsx'

const route = getRouteApi('/don-vi/$unitCode/giai-trinh')

/** The explanations asked of a unit. */
export function ExplanationsPage() {
  const { unitCode } = route.useParams()
  return (
    <RequireAccount rights={['readWork']} subject={{ unitCode }}>
      {() => <OfUnit key={unitCode} unitCode={unitCode} />}
    </RequireAccount>
  )
}

function OfUnit({ unitCode }: { unitCode: string }) {
  const query = useQuery(explanationsQuery(unitCode))
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
    <Page>
      <PageHead
        title={
          <>
            Giải trình <UnitOfPage name={unitName} />
          </>
        }
        sentence={explanationsSentence(items)}
      />
      <ExplanationSections items={items}>
        {(item) => <ExplanationCard key={item.id} unitCode={unit.code} item={item} />}
      </ExplanationSections>
    </Page>
  )
}

/** What the city asked of all units. */
export function CityExplanationsPage() {
  useDocumentTitle('Giải trình của các đơn vị')
  return <RequireAccount rights={['readWorkOfCity']}>{() => <OfCity />}</RequireAccount>
}

function OfCity() {
  const query = useQuery(cityExplanationsQuery)
  return (
    <QueryView query={query} skeleton={<Skeleton height={420} />}>
      {({ items }) => (
        <Page>
          <PageHead title="Yêu cầu giải trình của thành phố" sentence={explanationsSentence(items)} />
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
        </Page>
      )}
    </QueryView>
  )
}
